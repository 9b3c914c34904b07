# Words of the feature « versions »: the same keys in both languages, one file for each feature.

version-document-title = { $workspace }, version { $number }: { $label }
diff-document-title = Versions { $before } and { $after } compared
