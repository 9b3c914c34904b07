# Momenten, zoals je erover praat.

when-now = zojuist
when-minutes = { $count ->
    [one] { $count } minuut geleden
   *[other] { $count } minuten geleden
  }
when-hours = { $count ->
    [one] { $count } uur geleden
   *[other] { $count } uur geleden
  }
when-today = vandaag om { $time }
when-yesterday = gisteren om { $time }
when-on = op { $moment }
