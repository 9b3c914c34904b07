# The frame around a workspace, and what is said to whoever stands outside.

nav-label = Pages of the workspace
nav-objectives = Objectives
nav-indicators = Indicators
nav-readings = Readings
nav-glossary = Glossary
nav-dashboard = Dashboard
nav-versions = Versions
nav-people = People
nav-bin = Bin

to-home = All my workspaces
workspace-menu = Workspace menu
workspace-opening = The workspace is opening…

undo-group = Undo and redo
undo = Undo
undo-hint = Undo what I did last (Ctrl+Z)
redo = Redo
redo-hint = Redo (Ctrl+Shift+Z)

saved-connecting = Connecting…
saved-connecting-hint = We are reaching the server.
saved-yes = Saved
saved-yes-hint = Everything you wrote is saved on the server.
saved-soon = Saving…
saved-soon-hint = Your latest words are on their way to the server.
saved-offline = Offline: kept on this device
saved-offline-hint = Go on writing: everything leaves as soon as the connection is back.
saved-unkept = Offline: kept in this page
saved-unkept-hint = This browser keeps nothing: leave this page open until the connection is back.
saved-held = Kept on this device
saved-held-hint = The server cannot save for now. Your latest words are on this device and will be saved by themselves.
saved-held-unkept = Kept in this page
saved-held-unkept-hint = The server cannot save for now and this browser keeps nothing: leave this page open.
saved-refused = Not shared
saved-refused-hint = Part of what you wrote was not shared. The explanation is at the top of the page.

storage-title = The server cannot save for now
storage-text = You can go on: what you write stays on this device and will be saved by itself as soon as possible.
storage-text-unkept = You can go on, but leave this page open: what you write stays in it and will be saved by itself as soon as possible.
storage-tell = Tell whoever looks after the server: its disk may be full.

refused-title = Part of what you wrote is not shared
refused-role = Your role changed meanwhile: it lets you read, but no longer write.
refused-too-large = The text added in one go is too large for the workspace.
refused-schema = Your latest changes touch something that cannot be changed that way, such as a value already recorded.
refused-full = This workspace already holds as much as it can.
refused-unreadable = The server could not read your latest changes.
refused-what-now = First copy what you want to keep, then start again from what the others see.
refused-start-afresh = Start again from the shared content

too-many-windows = You have many windows open on this server. Close one: this one will connect by itself.
server-full = There are many people on this server. This page will connect by itself as soon as there is a place.
access-changed-reader = The facilitator changed your role. You can read everything; to write, ask them.
access-changed-contributor = The facilitator changed your role. You can write now.
access-changed-facilitator = The facilitator changed your role. You can now also invite and freeze.
version-frozen-toast = Version { $number } has just been frozen: “{ $label }”.
version-frozen-open = Open it
not-kept-here = This browser keeps no copy (private browsing?). Everything works as long as there is a connection.

outside-signed-out-title = Hello! Which way do you come in?
outside-signed-out-text = This device is not recognised, or it was signed out. Open your personal link, or type the code given by the person who facilitates.
outside-not-invited-title = This workspace is for invited people
outside-not-invited-text = Ask the facilitator of the workspace for a link or a code.
outside-removed-title = You no longer take part in this workspace
outside-removed-text = A facilitator of the workspace took your access away. If that is a surprise, talk to them: a new invitation is enough to come back.
outside-unreadable-title = This workspace cannot be opened for now
outside-unreadable-text = The server cannot read its data. They are kept as they are, nothing will be overwritten. Tell the person who looks after the server.
outside-offline-title = No connection
outside-offline-text = This workspace was not opened on this device yet: the first time needs a connection.
outside-trouble-title = Trouble on our side
outside-trouble-text = Nothing that was saved is lost. Try again in a moment.
outside-retry = Try again

error-read-only = Your role lets you read this workspace, not write in it.
error-not-found = This item is no longer here.
error-too-long = This text is too long for this field.
error-invalid-comment = This comment is empty or too long.
error-invalid-measure = These numbers do not go together. Check for instance that the total is not zero.
error-invalid-value = This value does not suit this field.
error-not-possible = That was not possible.
error-storage = The server cannot save for now. Try again a little later.
error-offline = No connection. Try again in a moment.
error-signed-out = This device is no longer known. Open your personal link or type a code.
error-forbidden = Your role does not allow this.
error-gone = What you are looking for is no longer here.
error-refused = The server did not accept this request.
error-trouble = Trouble on our side. Try again in a moment.

crash-title = This page has stopped
crash-text = Something went wrong on our side. What you wrote is kept: reload the page to go on.
crash-reload = Reload the page

generation-title = This workspace was put back from a backup
generation-text = What you see here is the copy on this device, as it was before. It may hold words that the server no longer has. Nothing was mixed: you can read it and download it, then go on with the workspace as it is now.
generation-kept = Your copy also stays on this device: you will find it under “My workspaces”.
generation-not-kept = This browser keeps nothing: download your copy before you go on.
generation-download = Download my copy
generation-go-on = Go on with the workspace
generation-not-downloaded = This browser did not take the file. Try again, or copy the text by hand.
generation-still-here = What you had open here is not lost: you can take a copy along.
