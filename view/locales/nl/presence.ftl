# Who is here.

here-title = Nu hier
here-alone = Je bent hier alleen
here-label = { $n ->
    [one] Nu hier: { $names }
   *[other] Nu hier: { $n } mensen ({ $names })
}
