# The small pages drawn by the server: joining, entering with a personal link, typing a code.

join-title = Meedoen aan “{ $workspace }”
join-title-untitled = Meedoen aan de werkruimte
join-welcome = Welkom! Zeg ons hoe je heet, en je kunt beginnen.
join-no-account = Geen account, geen e-mailadres.
join-name = Je voornaam
join-name-hint = Dit is de naam die de anderen zien.
join-button = Meedoen
join-as-reader = Je kunt alles lezen.
join-as-contributor = Je kunt lezen en schrijven, samen met de anderen.
join-as-facilitator = Je kunt schrijven, uitnodigen en versies vastleggen.
join-name-missing = Schrijf je voornaam om mee te doen.
join-name-too-long = Deze naam is wat lang: { $limit } tekens volstaan.
join-already = Je bent hier al, onder de naam { $name }.
join-continue = Verder met deze naam

enter-title = Fijn dat je er weer bent, { $name }
enter-title-owner = Welkom thuis
enter-intro = Deze link is van jou: hiermee ga je verder op dit apparaat.
enter-intro-owner = Deze link geeft toegang tot alle werkruimtes. Hij werkt maar één keer. Zeg ons hoe je heet, en je kunt beginnen.
enter-keep-private = Houd hem voor jezelf: wie hem opent, schrijft in jouw naam.
enter-button = Verder op dit apparaat
enter-button-owner = Mijn werkruimtes openen

code-title = Heb je een code?
code-intro = Typ de code van 6 tekens die de begeleider laat zien.
code-label = Code
code-hint = Hoofdletters of kleine letters, met of zonder spatie.
code-button = Verder
code-unknown = We vinden deze code niet. Kijk nog eens op het scherm: misschien is ze verlopen.
