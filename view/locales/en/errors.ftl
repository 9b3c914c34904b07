# What people read when something is in the way: what happened, and what they can do.

error-not-found-title = This page is not here
error-not-found-text = The address may be incomplete, or the workspace has a new link.
error-no-access-title = This workspace is for invited people
error-no-access-text = Ask the person who facilitates the workspace for a link or a code.
error-invite-gone-title = This invitation is no longer valid
error-invite-gone-text = It expired, was used as many times as planned, or is no longer meant for you. Ask the person who facilitates for a new one.
error-link-gone-title = This link no longer works
error-link-gone-text = For your safety, a personal link works once, and not for long. To get another one: on a device where you are already in, open the menu and choose “Go on from another device”, or ask the person who facilitates for a code.
error-owner-link-gone-text = For your safety, the owner’s link works once, and for one hour. To get another one: run “jalon owner-link” on the server, or ask whoever looks after it.
error-too-many-title = One moment, please
error-too-many-text = Many attempts came at once. Try again in a minute.
error-server-title = Something went wrong on our side
error-server-text = Nothing that was saved is lost. Try again in a moment.
error-unreadable-title = This workspace cannot be opened
error-unreadable-text = Its data could not be read back. It is kept as it is, nothing will be overwritten. Tell the person who runs the server.
error-home = Go to the home page
error-have-code = I have a code
