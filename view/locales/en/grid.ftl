# The grid of readings: moving about, pasting, filling, sorting and filtering for oneself.

grid-keys = Arrow keys: move. Type a number or F2: enter. Enter: save and go down. Escape: cancel. Shift+F2: comment, history and details.

grid-filter = Sort and filter, for you only
grid-search = Search
grid-category = Category
grid-all-categories = All
grid-owner = Responsible
grid-all-owners = Everybody
grid-sort = Sort by
grid-sort-category = Category (shared order)
grid-sort-name = Name, A to Z
grid-sort-name-down = Name, Z to A
grid-sort-standing = Progress, smallest first
grid-sort-standing-down = Progress, largest first
grid-sort-last = Latest value, smallest first
grid-sort-last-down = Latest value, largest first
grid-shown = { $count ->
    [0] No indicator shown of { $all }
    [one] { $count } indicator shown of { $all }
   *[other] { $count } indicators shown of { $all }
}
grid-filter-clear = Show all
grid-again = Sort and filter again
grid-nothing = No indicator fits. Search for less, or show all.

grid-more = { $count ->
    [one] Show more: { $count } indicator to go
   *[other] Show more: { $count } indicators to go
}

grid-width = Width of the column { $column }
grid-width-pixels = { $count ->
    [one] { $count } pixel
   *[other] { $count } pixels
}
grid-width-own = automatic

grid-bar = The selection
grid-selected = { $count ->
    [0] No cell selected
    [one] { $count } cell selected
   *[other] { $count } cells selected
}
grid-copy = Copy
grid-copied = Copied: you can paste it into a spreadsheet.
grid-not-copied = Your browser did not allow copying. Select the cells, then press Ctrl+C.
grid-fill-down = Fill down
grid-withdraw = Withdraw values
grid-details = Comment and history
grid-help = Keys of the grid

grid-needs-ratio = Two numbers are expected here: how many, of how many. For example 44/94.
grid-needs-sheet = This cell takes several numbers: open it to enter them.
grid-other-kind = This indicator is measured in another way.

grid-report-close = Close this report
grid-entered = { $count ->
    [0] No new value.
    [one] { $count } value saved.
   *[other] { $count } values saved.
}
grid-replaced = { $count ->
    [one] { $count } replaced another one, which the history keeps.
   *[other] { $count } replaced others, which the history keeps.
}
grid-same = { $count ->
    [one] { $count } was there already.
   *[other] { $count } were there already.
}
grid-kept = { $count ->
    [one] { $count } cell stays as it was:
   *[other] { $count } cells stay as they were:
}
grid-kept-text = “{ $text }”.
grid-kept-more = { $count ->
    [one] and { $count } more.
   *[other] and { $count } more.
}
grid-read-only = { $count ->
    [one] { $count } value fell onto a name or a total: these are not pasted.
   *[other] { $count } values fell onto names or totals: these are not pasted.
}
grid-outside = { $count ->
    [one] { $count } value fell beside the grid.
   *[other] { $count } values fell beside the grid.
}

grid-help-title = The keys of the grid
grid-help-paste = Paste from Excel or LibreOffice: commas, spaces and percent signs are understood, an empty cell changes nothing, and a single value fills the whole selection. One Ctrl+Z takes the whole paste back.
grid-key-move = Arrow keys
grid-key-move-does = go from cell to cell; with Ctrl, to the edge
grid-key-home = Home, End
grid-key-home-does = first and last period of the row, then its name and its total
grid-key-ctrl-home = Ctrl+Home, Ctrl+End
grid-key-ctrl-home-does = first and last cell
grid-key-page = Page up, Page down
grid-key-page-does = up or down by one screen
grid-key-type = Digits
grid-key-type-does = replace the value
grid-key-edit = F2, Enter, double click
grid-key-edit-does = change the value, or open a cell that takes several
grid-key-enter = Enter, while typing
grid-key-enter-does = save and go down; with Shift, up
grid-key-tab = Tab, while typing
grid-key-tab-does = save and go right; with Shift, left. Otherwise Tab leaves the grid.
grid-key-escape = Escape
grid-key-escape-does = cancel what is typed
grid-key-select = Shift+arrow keys
grid-key-select-does = select several cells
grid-key-all = Ctrl+A, Shift+Space, Ctrl+Space
grid-key-all-does = select everything, the row, the column
grid-key-delete = Delete
grid-key-delete-does = withdraw the selected values; the history keeps them
grid-key-copy = Ctrl+C, Ctrl+X, Ctrl+V
grid-key-copy-does = copy, cut, paste
grid-key-fill = Ctrl+D
grid-key-fill-does = fill down; or drag the corner of the selection
grid-key-details = Shift+F2
grid-key-details-does = comment, history and details of the cell
grid-key-head = Up, from the first row
grid-key-head-does = heads of columns: Enter sorts, F2 and then the arrow keys change the width

undo-overwritten = Others have written in these cells since: their values stay.
