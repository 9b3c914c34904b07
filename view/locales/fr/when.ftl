# Moments, comme on en parle.

when-now = à l’instant
when-minutes = { $count ->
    [one] il y a { $count } minute
   *[other] il y a { $count } minutes
  }
when-hours = { $count ->
    [one] il y a { $count } heure
   *[other] il y a { $count } heures
  }
when-today = aujourd’hui à { $time }
when-yesterday = hier à { $time }
when-on = le { $moment }
