# Words of the feature « presence »: the same keys in both languages, one file for each feature.
