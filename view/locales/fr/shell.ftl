# Words of the feature « shell »: the same keys in both languages, one file for each feature.
