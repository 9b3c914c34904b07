# Moments, as people speak of them.

when-now = just now
when-minutes = { $count ->
    [one] { $count } minute ago
   *[other] { $count } minutes ago
  }
when-hours = { $count ->
    [one] { $count } hour ago
   *[other] { $count } hours ago
  }
when-today = today at { $time }
when-yesterday = yesterday at { $time }
when-on = on { $moment }
