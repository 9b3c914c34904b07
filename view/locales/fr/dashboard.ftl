# Words of the feature « dashboard »: the same keys in both languages, one file for each feature.
