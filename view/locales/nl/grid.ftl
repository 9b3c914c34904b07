# De tabel van de metingen: bewegen, plakken, doorvoeren, voor jezelf sorteren en filteren.

grid-keys = Pijltjes: bewegen. Typ een getal of druk op F2: invullen. Enter: opslaan en omlaag. Esc: annuleren. Shift+F2: toelichting, geschiedenis en details.

grid-filter = Sorteren en filteren, alleen voor jou
grid-search = Zoeken
grid-category = Categorie
grid-all-categories = Alle
grid-owner = Verantwoordelijke
grid-all-owners = Iedereen
grid-sort = Sorteren op
grid-sort-category = Categorie (gedeelde volgorde)
grid-sort-name = Naam, van A tot Z
grid-sort-name-down = Naam, van Z tot A
grid-sort-standing = Voortgang, kleinste eerst
grid-sort-standing-down = Voortgang, grootste eerst
grid-sort-last = Laatste waarde, kleinste eerst
grid-sort-last-down = Laatste waarde, grootste eerst
grid-shown = { $count ->
    [0] Geen indicator getoond van { $all }
    [one] { $count } indicator getoond van { $all }
   *[other] { $count } indicatoren getoond van { $all }
}
grid-filter-clear = Alles tonen
grid-again = Opnieuw sorteren en filteren
grid-nothing = Geen indicator past hierbij. Zoek ruimer, of toon alles.

grid-more = { $count ->
    [one] Meer tonen: nog { $count } indicator
   *[other] Meer tonen: nog { $count } indicatoren
}

grid-width = Breedte van de kolom { $column }
grid-width-pixels = { $count ->
    [one] { $count } pixel
   *[other] { $count } pixels
}
grid-width-own = automatisch

grid-bar = De selectie
grid-selected = { $count ->
    [0] Geen vak geselecteerd
    [one] { $count } vak geselecteerd
   *[other] { $count } vakken geselecteerd
}
grid-copy = Kopiëren
grid-copied = Gekopieerd: je kunt het in een rekenblad plakken.
grid-not-copied = Je browser stond kopiëren niet toe. Selecteer de vakken en druk op Ctrl+C.
grid-fill-down = Omlaag doorvoeren
grid-withdraw = Waarden intrekken
grid-details = Toelichting en geschiedenis
grid-help = Toetsen van de tabel

grid-needs-ratio = Hier worden twee getallen verwacht: hoeveel, van hoeveel. Bijvoorbeeld 44/94.
grid-needs-sheet = Dit vak vraagt meerdere getallen: open het om ze in te vullen.
grid-other-kind = Deze indicator wordt anders gemeten.

grid-report-close = Dit verslag sluiten
grid-entered = { $count ->
    [0] Geen nieuwe waarde.
    [one] { $count } waarde opgeslagen.
   *[other] { $count } waarden opgeslagen.
}
grid-replaced = { $count ->
    [one] { $count } verving een andere, die de geschiedenis bewaart.
   *[other] { $count } vervingen andere, die de geschiedenis bewaart.
}
grid-same = { $count ->
    [one] { $count } stond er al.
   *[other] { $count } stonden er al.
}
grid-kept = { $count ->
    [one] { $count } vak blijft zoals het was:
   *[other] { $count } vakken blijven zoals ze waren:
}
grid-kept-text = ‘{ $text }’.
grid-kept-more = { $count ->
    [one] en nog { $count }.
   *[other] en nog { $count }.
}
grid-read-only = { $count ->
    [one] { $count } waarde viel op een naam of een totaal: die worden niet geplakt.
   *[other] { $count } waarden vielen op namen of totalen: die worden niet geplakt.
}
grid-outside = { $count ->
    [one] { $count } waarde viel buiten de tabel.
   *[other] { $count } waarden vielen buiten de tabel.
}

grid-help-title = De toetsen van de tabel
grid-help-paste = Plak uit Excel of LibreOffice: komma’s, spaties en procenttekens worden begrepen, een leeg vak verandert niets en één waarde vult de hele selectie. Eén Ctrl+Z maakt al het geplakte ongedaan.
grid-key-move = Pijltjes
grid-key-move-does = van vak naar vak gaan; met Ctrl tot de rand
grid-key-home = Home, End
grid-key-home-does = eerste en laatste periode van de regel, daarna naam en totaal
grid-key-ctrl-home = Ctrl+Home, Ctrl+End
grid-key-ctrl-home-does = eerste en laatste vak
grid-key-page = Page Up, Page Down
grid-key-page-does = een scherm omhoog of omlaag
grid-key-type = Cijfers
grid-key-type-does = de waarde vervangen
grid-key-edit = F2, Enter, dubbelklik
grid-key-edit-does = de waarde wijzigen, of een vak openen dat er meerdere vraagt
grid-key-enter = Enter, tijdens het typen
grid-key-enter-does = opslaan en omlaag; met Shift omhoog
grid-key-tab = Tab, tijdens het typen
grid-key-tab-does = opslaan en naar rechts; met Shift naar links. Anders verlaat Tab de tabel.
grid-key-escape = Esc
grid-key-escape-does = annuleren wat je typt
grid-key-select = Shift+pijltjes
grid-key-select-does = meerdere vakken selecteren
grid-key-all = Ctrl+A, Shift+spatie, Ctrl+spatie
grid-key-all-does = alles, de regel, de kolom selecteren
grid-key-delete = Delete
grid-key-delete-does = de geselecteerde waarden intrekken; de geschiedenis bewaart ze
grid-key-copy = Ctrl+C, Ctrl+X, Ctrl+V
grid-key-copy-does = kopiëren, knippen, plakken
grid-key-fill = Ctrl+D
grid-key-fill-does = omlaag doorvoeren; of sleep de hoek van de selectie
grid-key-details = Shift+F2
grid-key-details-does = toelichting, geschiedenis en details van het vak
grid-key-head = Omhoog, vanaf de eerste regel
grid-key-head-does = koppen: Enter sorteert, F2 en dan de pijltjes veranderen de breedte

undo-overwritten = Anderen hebben intussen in deze vakken geschreven: hun waarden blijven.
