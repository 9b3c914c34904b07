# Words of the feature « settings »: the same keys in both languages, one file for each feature.
