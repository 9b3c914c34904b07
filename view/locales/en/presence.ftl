# Who is here.

here-title = Here now
here-alone = You are alone here
here-label = { $n ->
    [one] Here now: { $names }
   *[other] Here now: { $n } people ({ $names })
}
