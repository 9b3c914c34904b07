# Who is here, who goes along with whom, who leads.

here-title = Here now
here-alone = You are alone here
here-label = { $n ->
    [one] Here now: { $names }
   *[other] Here now: { $n } people ({ $names })
}
here-crowd = { $n } people here
here-search = Find somebody
here-hidden = { $n ->
    [one] And { $n } more person: find them by their name.
   *[other] And { $n } more people: find them by their names.
}
nav-crowd = { $n ->
    [one] { $n } person on this page
   *[other] { $n } people on this page
}
presence-inside = Here: { $names }
presence-entered = { $name } is in “{ $field }”

follow-go = Follow
follow-stop = Stop
follow-whom = Follow { $name }
follow-stop-whom = Stop following { $name }
follow-following = You are following { $name }
follow-followers = { $n ->
    [one] { $n } person follows you
   *[other] { $n } people follow you
}
guide-everybody = Guide everybody
guide-stop = Stop guiding
guide-leading = { $n ->
    [0] You are guiding the group
    [one] You are guiding the group: { $n } person follows you
   *[other] You are guiding the group: { $n } people follow you
}
guide-asks = { $name } is guiding you: in a moment, your page will follow theirs.
guide-asks-writer = { $name } is guiding the group. Finish in peace, then follow if you like.
guide-goes-on = { $name } is guiding the group
guide-not-now = Not now
