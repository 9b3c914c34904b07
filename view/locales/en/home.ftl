# The first page.

home-title = My workspaces
home-opening = One moment…
home-you = Hello { $name }
home-menu = My menu
home-leave = Sign this device out
home-offline = No connection: these are the workspaces this device knows.
home-create = Create a workspace
home-empty-title = Plant the first pole
home-empty-text = A workspace brings together a team’s objectives, indicators, readings and words. Everything is written together, live.
home-step-1 = Create a workspace and give it a title.
home-step-2 = Invite the others with a link, a code or a QR code.
home-step-3 = Write together, then freeze a version to keep.
home-no-workspace = You take part in no workspace yet. Type the code that the facilitator gave you.
home-have-code = Were you given a code?
home-type-code = Join another workspace

create-title = Create a workspace
create-name = Title of the workspace
create-name-example = Measuring our impact 2026
create-later = All of this can be changed later.
create-language-unclear = “{ $typed }” is not added yet: choose the language above, or clear the box.
create-button = Create the workspace

welcome-title = Welcome to Jalon
welcome-point-1 = Write SMART objectives together, and the grid of indicators that sheds light on them.
welcome-point-2 = Enter readings, build the glossary, watch the dashboard take shape.
welcome-point-3 = Freeze a version: what you agreed on will not change any more.
welcome-code-title = Join a workspace
welcome-owner-title = Do you already have access?
welcome-owner-text = Open your personal link on this device. You find it in the menu of the device where you already are. Whoever installed Jalon opens the link shown at the first start.

home-copies-title = Copies kept on this device
home-copies-intro = The server was put back from a backup, or no longer knew this device. What you had open is still here.
home-copies-since = set aside { $when }
home-copies-download = Download (JSON)
home-copies-download-named = Download the copy: { $title }
home-copies-delete = Delete
home-copies-delete-named = Delete the copy: { $title }
home-copies-delete-title = Delete this copy?
home-copies-delete-text = It may exist nowhere else. If in doubt, download it first.
home-copies-delete-confirm = Delete the copy
home-copies-keep = Keep it
home-copies-unread = This copy could not be read. It stays on this device.
