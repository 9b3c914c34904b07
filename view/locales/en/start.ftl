# The first minute: the steps for whoever begins a workspace, and a line for whoever joins one.

start-title = To get started
start-progress = { $done } of { $total }
start-close = Hide these steps
start-step-done = { " " }(done)
start-present = Say what brings you together
start-present-hint = A title, a sentence of mission, your languages.
start-write = Write a first objective
start-write-hint = An imperfect sentence will do: the coach helps you sharpen it.
start-invite = Invite somebody
start-invite-hint = With a link, a code or a QR code to project. Nobody needs an account.
start-show = Compose the dashboard
start-show-hint = Start with the three suggested panels: your indicators will be drawn there.
start-done = Everything is in place. When you agree, freeze a version: what you agreed on will not change any more.
start-hello-label = Welcome
start-hello-contributor = Welcome, { $name }. Write wherever you like: everything is saved by itself, and the others see it at once.
start-hello-reader = Welcome, { $name }. You can read everything: what the others write appears here at once.
start-hello-close = Got it
