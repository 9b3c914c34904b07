# Words that every feature shares: actions, units, dates.

app-name = Jalon
app-tagline = Set your markers together: objectives, indicators and shared words.
skip-to-content = Skip to content
language-switch = Language of the page

action-cancel = Cancel
action-save = Save
action-add = Add

answers-count = { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}
unit-points = pts
# In the place of a name that was removed: “frozen by somebody”.
somebody = somebody
not-filled = not filled in

# Dates and periods. Years come as text, so that they take no thousands mark.
date-long = { $day } { $month } { $year }
date-short = { $day } { $month } { $year }
day-first = 1
moment = { $date } at { $time }
moment-utc = { $date } at { $time } (UTC)
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
period-month = { $month } { $year }
period-quarter = Q{ $n } { $year }
period-half = { $n ->
    [1] 1st half of { $year }
   *[other] 2nd half of { $year }
}
period-year = { $year }
period-short-half = H{ $n } { $year }

role-reader = Reading
role-contributor = Contributing
role-facilitator = Facilitating
fold-tools = Search and sort
