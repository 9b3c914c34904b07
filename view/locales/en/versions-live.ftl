# Freezing versions and finding them again.

versions-live-title = Versions
versions-live-intro = A version keeps everything as it was that day: objectives, grid, readings, words and dashboard. It never changes again.
versions-live-freeze = Freeze a version
versions-live-freeze-hint = What you see now will be kept as it is, with the list of participants. The workspace itself stays open.
versions-live-label = Name of the version
versions-live-label-needed = Give this version a name.
versions-live-period = Period
versions-live-period-hint = For instance Q2 2025
versions-live-note = Note
versions-live-note-hint = What this version tells, or for whom it is made.
versions-live-replaces = Corrects a version
versions-live-replaces-none = No, it is a new version
versions-live-confirm = Freeze
versions-live-cancel = Cancel
versions-live-close = Close
versions-live-freezing = One moment…
versions-live-frozen = The version “{ $label }” is frozen.
versions-live-open-frozen = Open the frozen version
versions-live-failed = The version could not be frozen. Nothing is lost: try again in a moment.
versions-live-failed-offline = No connection for now, and freezing needs the server. Try again as soon as the connection is back.
versions-live-list = Frozen versions
versions-live-loading = One moment…
versions-live-load-failed = The list of versions could not be read.
versions-live-retry = Try again
versions-live-empty = No frozen version yet
versions-live-empty-hint = Once you agree on where things stand, freeze it: you can open it again, print it and see what moved since.
versions-live-empty-reader = They will appear here as soon as a facilitator freezes one.
versions-live-number = no. { $number }
versions-live-open = Open
versions-live-open-named = Open { $label }
versions-live-download = Download (JSON)
versions-live-download-named = Download { $label } (JSON)
versions-live-correct-hint = A correction makes a new version, of what you see now. The old one stays as it is and says that it was corrected.
versions-live-correct = Correct this version
versions-live-correct-named = Correct { $label }
versions-live-by = frozen by { $name }, { $when }
versions-live-replaced = corrected by version { $number }
versions-live-replaces-mark = corrects version { $number }
versions-live-compare-select = Choose { $label } to compare
versions-live-compare-hint = Tick two versions to see what changed from one to the other.
versions-live-compare-two = Compare { $before } and { $after }
versions-live-correct-short = Correct

version-restore = Restore this version
version-restore-named = Restore this version: { $label }
version-restore-title = Restore “{ $label }”?
version-restore-unread = The version could not be read.
version-restore-intro = The workspace will say again what this version said. Everybody will see it at once.
version-restore-same = The workspace already says what this version says: there is nothing to restore.
version-restore-nothing-lost = Texts become what they were then, what was added since waits in the bin, and “Undo” gives everything back at once. Frozen versions do not change. To keep a trace of today as well, freeze a version first.
version-restore-back = { $count ->
    [one] One item comes back
   *[other] { $count } items come back
  }
version-restore-changed = { $count ->
    [one] One item becomes what it was
   *[other] { $count } items become what they were
  }
version-restore-gone = { $count ->
    [one] One item that was added since goes to the bin
   *[other] { $count } items that were added since go to the bin
  }
version-restore-more = { $count ->
    [one] and one more
   *[other] and { $count } more
  }
version-restore-recorded = { $count ->
    [one] One reading of the version, of which the workspace has no trace any more, is entered again in your name.
   *[other] { $count } readings of the version, of which the workspace has no trace any more, are entered again in your name.
  }
version-restore-staying = { $count ->
    [one] One reading that was entered or withdrawn since stays as it is: a reading is a fact and is not erased.
   *[other] { $count } readings that were entered or withdrawn since stay as they are: a reading is a fact and is not erased.
  }
version-restore-too-large = This version is too far from the workspace of today to be restored in one go. Open it and copy what you need, or ask the person who looks after the server.
version-restore-impossible = This version holds something that the workspace can no longer write. Open it and copy what you need.
version-restored-here = The version “{ $label }” is restored.
version-restored-toast = { $name } has just restored version { $number }: “{ $label }”. Texts are what they were then, and what was added since waits in the bin. { $name } can give everything back with “Undo”.
