# Who is here.

here-title = Qui in questo momento
here-alone = Qui ci sei solo tu
here-label = { $n ->
    [one] Qui in questo momento: { $names }
   *[other] Qui in questo momento: { $n } persone ({ $names })
}
