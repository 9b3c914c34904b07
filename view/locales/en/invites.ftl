# Words of the feature « invites »: the same keys in both languages, one file for each feature.
