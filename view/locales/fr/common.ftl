# Words that every feature shares: actions, units, dates.

app-name = Jalon
app-tagline = Poser ensemble des repères : objectifs, indicateurs et mots communs.
skip-to-content = Aller au contenu
language-switch = Langue de la page

action-cancel = Annuler
action-save = Enregistrer
action-add = Ajouter

answers-count = { $n ->
    [one] { $n } réponse
   *[other] { $n } réponses
}
unit-points = pts
not-filled = non renseigné
# In the place of a name that was removed: « figée par une personne ».
somebody = une personne

# Dates and periods. Years come as text, so that they take no thousands mark.
date-long = { $day } { $month } { $year }
date-short = { $day } { $month } { $year }
day-first = 1er
moment = { $date } à { $time }
moment-utc = { $date } à { $time } (temps universel)
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
month-short-1 = janv.
month-short-2 = févr.
month-short-3 = mars
month-short-4 = avr.
month-short-5 = mai
month-short-6 = juin
month-short-7 = juil.
month-short-8 = août
month-short-9 = sept.
month-short-10 = oct.
month-short-11 = nov.
month-short-12 = déc.
period-month = { $month } { $year }
period-quarter = T{ $n } { $year }
period-half = { $n ->
    [1] 1er semestre { $year }
   *[other] 2e semestre { $year }
}
period-year = { $year }
period-short-half = S{ $n } { $year }

role-reader = Lecture
role-contributor = Contribution
role-facilitator = Animation
fold-tools = Rechercher et trier
