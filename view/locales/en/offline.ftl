# What becomes of what is typed without a connection, field by field; and new versions of the program.

saved-away = Offline
saved-away-hint = Everything you wrote so far is saved. You can go on writing without a connection.

field-here = Kept on this device
field-in-page = Kept in this page only
field-saved = Saved
field-refused-role = Not shared: your role lets you read
field-refused-full = Not shared: there is not enough room
field-refused-schema = Not shared: this cannot be changed that way
field-refused-unreadable = Not shared: the server could not read it

kept-full = This browser has no room left to keep what you write. Leave this page open, or make some room: it tries again by itself.
kept-newer = Jalon was updated in another tab. Reload this page so that your words are kept on this device again.
kept-lost = This browser no longer keeps what you write. Leave this page open: it tries again by itself.
kept-blocked = A Jalon tab that has been open for long prevents your words from being kept on this device. Close the other Jalon tabs and everything goes on.
kept-slow = The copy on this device takes time to open. You can work already.

left-title = Your words that the others did not get
left-more = Other changes, such as a choice or a move, were not shared either.
left-home-intro = They stayed on this device. Copy what is useful to you, then delete them whenever you like.
left-place = { $field }: { $about }
left-reading = Reading, { $period }
left-withdrawn = value withdrawn
left-copy = Copy
left-copy-named = Copy: { $place }
left-copied = Copied.
left-not-copied = This browser does not allow copying this way. Select the text by hand.
left-download = Download these words
left-file-name = words
left-file-title = Words to take up again: { $title }
left-drop = Delete
left-drop-named = Delete these words: { $title }

update-ready = A new version of Jalon is ready. What you wrote is kept.
update-reload = Reload
update-later = Later

home-to-send = Words to send: open this workspace
home-copy-here = Opens without a connection
home-copy-not-here = Not opened on this device yet: it will need a connection
home-leave-unsent-title = Some words are not sent yet
home-leave-unsent-text = First open the marked workspace with a connection. If you sign out now, your words stay on this device and leave when you come back with your personal link.
home-leave-unsent-stay = Stay

forget-me-done = Done: your name and your traces are erased.
