# Words of the feature « versions »: the same keys in both languages, one file for each feature.

version-document-title = { $workspace }, version { $number }: { $label }
diff-document-title = Versions { $before } and { $after } compared
version-number = Version { $number }
version-untitled = Untitled workspace
version-open-workspace = Open the live workspace
version-contents = Contents
version-dashboard = Dashboard
version-objectives = Objectives
version-grid = Indicator grid
version-readings = Readings
version-glossary = Glossary
version-decisions = Decisions
version-people = Who took part
version-seal = Fingerprint of the version

version-period = Period
version-frozen = Frozen
version-frozen-by = { $moment }, by { $name }
version-note = Note
version-replaces = Replaces
version-replaced-by = This version was corrected. Read instead
version-what-changed = What changed
version-download = Download the file

version-seal-meaning = This version never changes again. Its fingerprint is computed from all of its content: one letter changed would give another fingerprint.
version-hash = Fingerprint (SHA-256)
version-previous-hash = Fingerprint of the version before
version-first = This is the first version.
version-withheld = { $n ->
    [one] One name was removed because the person asked for it. The fingerprint is the same, and can still be checked.
   *[other] { $n } names were removed because the people asked for it. The fingerprint is the same, and can still be checked.
}
version-how-to-verify = To check a file that you downloaded:

version-no-objective = No objective in this version yet.
version-no-axis = Without an axis
version-no-statement = Statement to be written
version-project = Project: { $project }
version-no-indicator = No indicator in this version yet.
version-result = Result
version-progress = Share reached
version-of-expected = expected by now: { $value }
version-state = Where we stand
version-base = base: { $n }
version-disputed = two values to choose from
version-aggregation = { $name }. { $rule }
version-levels = Described levels
version-linked-objectives = Linked objectives
version-no-reading = No reading in this version yet.
version-detail = Detail
version-comment = Comment
version-typed-by = Typed by
version-also-typed = Also typed: { $value }, by { $name }
version-no-term = The glossary was empty that day.
version-terms-count = ({ $n })
version-untitled-term = Unnamed term
version-language-missing = No word in this language yet.
version-gender = ({ $gender })
version-no-participant = Nobody is named here yet.

measure-mean = { $mean } on average
measure-withdrawn = value withdrawn
measure-ratio = { $numerator } out of { $denominator }
measure-level = level { $level }: { $n }

diff-title = What changed
diff-before = Before
diff-after = After
diff-added = Added
diff-removed = Removed
diff-changed = Changed
diff-position = Place in the list
diff-languages = Languages of the glossary
diff-nothing = Nothing changed between these two versions.
version-print-hint = To print this page or keep it as a PDF: your browser’s menu, “Print”.
