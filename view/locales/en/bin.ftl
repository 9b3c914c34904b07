# The bin: nothing is lost.

bin-title = Bin
bin-intro = What was deleted waits here, with all its words. One click puts it back in its place.
bin-empty = The bin is empty
bin-empty-hint = You can delete without fear: everything comes here first.
bin-restore = Restore
bin-restore-named = Restore: { $title }
bin-restored = “{ $title }” is back in its place.
bin-untitled = Untitled
bin-deleted = deleted by { $name }, { $when }
bin-deleted-by-someone = deleted { $when }
bin-count = { $count ->
    [0] The bin is empty
    [one] { $count } item
   *[other] { $count } items
  }
bin-kinds = Show
bin-kinds-all = Everything
bin-nameless = { $count ->
    [one] { $count } item without a title
   *[other] { $count } items without a title
  }
binned-meanwhile-by = { $name } has just put what you were writing into the bin. Nothing is lost: you can restore it.
binned-meanwhile = What you were writing has just been put into the bin. Nothing is lost: you can restore it.
