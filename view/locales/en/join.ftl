# The small pages drawn by the server: joining, entering with a personal link, typing a code.

join-title = Join “{ $workspace }”
join-title-untitled = Join the workspace
join-welcome = Welcome! Tell us what to call you, and off we go.
join-no-account = No account, no e-mail address.
join-name = Your first name
join-name-hint = This is the name that the others will see.
join-button = Enter
join-as-reader = You will be able to read everything.
join-as-contributor = You will be able to read and write with the others.
join-as-facilitator = You will be able to write, invite and freeze versions.
join-name-missing = Write your first name to enter.
join-name-too-long = This name is a little long: { $limit } characters are enough.
join-already = You are already here as { $name }.
join-continue = Go on with this name

enter-title = Good to see you again, { $name }
enter-title-owner = Welcome home
enter-intro = This link is yours: it lets you go on from this device.
enter-intro-owner = This link opens all workspaces. It works only once. Tell us what to call you, and off we go.
enter-keep-private = Keep it to yourself: whoever opens it writes in your name.
enter-button = Go on from this device
enter-button-owner = Open my workspaces

code-title = Do you have a code?
code-intro = Type the 6-character code shown by the person who facilitates.
code-label = Code
code-hint = Upper or lower case, with or without spaces.
code-button = Continue
code-unknown = We cannot find this code. Check it on the screen: it may have expired.
