# Words that every feature shares: actions, units, dates.

app-name = Jalon
app-tagline = Samen bakens uitzetten: doelen, indicatoren en gedeelde woorden.
skip-to-content = Naar de inhoud
language-switch = Taal van de pagina

action-cancel = Annuleren
action-save = Opslaan
action-add = Toevoegen

answers-count = { $n ->
    [one] { $n } antwoord
   *[other] { $n } antwoorden
}
unit-points = p.p.
not-filled = niet ingevuld
# In the place of a name that was removed: « figée par une personne ».
somebody = iemand

# Dates and periods. Years come as text, so that they take no thousands mark.
date-long = { $day } { $month } { $year }
date-short = { $day } { $month } { $year }
day-first = 1
moment = { $date } om { $time }
moment-utc = { $date } om { $time } (UTC)
month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
month-short-1 = jan
month-short-2 = feb
month-short-3 = mrt
month-short-4 = apr
month-short-5 = mei
month-short-6 = jun
month-short-7 = jul
month-short-8 = aug
month-short-9 = sep
month-short-10 = okt
month-short-11 = nov
month-short-12 = dec
period-month = { $month } { $year }
period-quarter = K{ $n } { $year }
period-half = { $n ->
    [1] 1e halfjaar { $year }
   *[other] 2e halfjaar { $year }
}
period-year = { $year }
period-short-half = H{ $n } { $year }

role-reader = Lezen
role-contributor = Meeschrijven
role-facilitator = Begeleiden
fold-tools = Zoeken en sorteren
