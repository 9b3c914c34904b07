# What people read when something is in the way: what happened, and what they can do.

error-not-found-title = This page is not here
error-not-found-text = The address may be incomplete, or the workspace has a new link.
error-no-access-title = This workspace is for invited people
error-no-access-text = Ask the person who facilitates the workspace for a link or a code.
error-invite-gone-title = This invitation is no longer valid
error-invite-gone-text = It expired or was used as many times as planned. Ask the person who facilitates for a new one.
error-link-used-title = This link was already used
error-link-used-text = For your safety, it works only once.
error-too-many-title = One moment, please
error-too-many-text = Many attempts came at once. Try again in a minute.
error-server-title = Something went wrong on our side
error-server-text = Nothing that was saved is lost. Try again in a moment.
error-unreadable-title = This workspace cannot be opened
error-unreadable-text = Its data could not be read back. It is kept as it is, nothing will be overwritten. Tell the person who runs the server.
error-home = Go to the home page
error-have-code = I have a code
