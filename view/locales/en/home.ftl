# Words of the feature « home »: the same keys in both languages, one file for each feature.
