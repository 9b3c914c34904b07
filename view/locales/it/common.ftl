# Words that every feature shares: actions, units, dates.

app-name = Jalon
app-tagline = Mettere insieme dei punti fermi: obiettivi, indicatori e parole comuni.
skip-to-content = Vai al contenuto
language-switch = Lingua della pagina

action-cancel = Annulla
action-save = Salva
action-add = Aggiungi

answers-count = { $n ->
    [one] { $n } risposta
   *[other] { $n } risposte
}
unit-points = p.p.
not-filled = non indicato
# In the place of a name that was removed: « figée par une personne ».
somebody = una persona

# Dates and periods. Years come as text, so that they take no thousands mark.
date-long = { $day } { $month } { $year }
date-short = { $day } { $month } { $year }
day-first = 1º
moment = { $date } alle ore { $time }
moment-utc = { $date } alle ore { $time } (tempo universale)
month-1 = gennaio
month-2 = febbraio
month-3 = marzo
month-4 = aprile
month-5 = maggio
month-6 = giugno
month-7 = luglio
month-8 = agosto
month-9 = settembre
month-10 = ottobre
month-11 = novembre
month-12 = dicembre
month-short-1 = gen
month-short-2 = feb
month-short-3 = mar
month-short-4 = apr
month-short-5 = mag
month-short-6 = giu
month-short-7 = lug
month-short-8 = ago
month-short-9 = set
month-short-10 = ott
month-short-11 = nov
month-short-12 = dic
period-month = { $month } { $year }
period-quarter = T{ $n } { $year }
period-half = { $n ->
    [1] 1º semestre { $year }
   *[other] 2º semestre { $year }
}
period-year = { $year }
period-short-half = S{ $n } { $year }

role-reader = Lettura
role-contributor = Scrittura
role-facilitator = Facilitazione
fold-tools = Cerca e ordina
