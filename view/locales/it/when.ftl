# Momenti, come se ne parla.

when-now = proprio ora
when-minutes = { $count ->
    [one] { $count } minuto fa
   *[other] { $count } minuti fa
  }
when-hours = { $count ->
    [one] { $count } ora fa
   *[other] { $count } ore fa
  }
when-today = oggi alle { $time }
when-yesterday = ieri alle { $time }
when-on = { $moment }
