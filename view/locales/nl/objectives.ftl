# Samen doelen schrijven: de actielijnen, de kaarten, wat ze verbindt.

objectives-title = Doelen
objectives-intro = Een doel zegt wat er zal veranderen, voor wie, en tegen wanneer. Schrijf eerst in je eigen woorden: de coach helpt om scherper te worden, zonder je ooit tegen te houden.
objectives-filter = Tonen
objectives-filter-all = Alle
objectives-filter-count = { $label } ({ $count })
objectives-filter-hidden = { $count ->
    [one] { $count } doel blijft verborgen door dit filter.
   *[other] { $count } doelen blijven verborgen door dit filter.
  }
objectives-filter-none-here = Geen doel met deze status onder deze actielijn.
objectives-filter-clear = Alles tonen
objectives-open-all = Alle details openen
objectives-close-all = Alle details dichtklappen

objectives-empty = Waar beginnen?
objectives-empty-hint = Een actielijn brengt doelen van eenzelfde intentie of project samen. Voeg de eerste toe, of schrijf meteen een doel: een plaats geven kan daarna nog.
objectives-empty-reader = Hier heeft nog niemand een doel geschreven. Ze verschijnen zodra ze geschreven zijn.

axis-add = Actielijn toevoegen
axis-label = Naam van de actielijn
axis-label-placeholder = Een intentie in een paar woorden, bijvoorbeeld: eenzaamheid doorbreken
axis-unnamed = Actielijn zonder naam
axis-project = Project
axis-project-placeholder = Project (niet verplicht)
axis-none = Zonder actielijn
axis-none-hint = Deze doelen wachten op een plaats onder een actielijn.
axis-menu = Acties van de actielijn
axis-up = Actielijn omhoog
axis-down = Actielijn omlaag
axis-color = Kleur van de actielijn
axis-color-0 = Blauw
axis-color-1 = Terracotta
axis-color-2 = Groen
axis-color-3 = Paars
axis-color-4 = Oker
axis-color-5 = Petrol
axis-delete = Actielijn naar de prullenbak
axis-deleted = De actielijn “{ $label }” ligt in de prullenbak. Haar doelen blijven hier, zonder actielijn.
axis-deleted-empty = De actielijn “{ $label }” ligt in de prullenbak.
axis-empty = Welke verandering willen jullie hier zien, en voor wie?
axis-empty-hint = Begin met een zin, ook al is hij niet perfect. Bijvoorbeeld: “Tegen 31 december zeggen 30 mantelzorgers dat ze zich minder alleen voelen.”

objective-add = Doel toevoegen
objective-add-to = Doel toevoegen aan de actielijn { $label }
objective-add-loose = Doel toevoegen zonder actielijn
objective-statement = Omschrijving van het doel
objective-statement-placeholder = Wat er zal veranderen, voor wie, tegen wanneer…
objective-unnamed = Doel zonder omschrijving
objective-card = Doel { $number }
objective-audience = Voor wie
objective-status = Status
objective-role = Rol die ervoor instaat
objective-role-placeholder = Bijvoorbeeld: coördinator
objective-due = Einddatum

objective-open = Details openen
objective-close = Details dichtklappen
objective-menu = Acties van het doel
objective-up = Omhoog
objective-down = Omlaag
objective-change-axis = Andere actielijn
objective-delete = Naar de prullenbak
objective-deleted = “{ $name }” ligt in de prullenbak.
objective-moved-to = Het doel staat nu onder { $label }.

moved-to = Plaats { $place } van { $count }.

objective-coach = De coach vraagt
objective-coach-more = { $count ->
    [one] en nog { $count } vraag
   *[other] en nog { $count } vragen
  }
objective-coach-done = De coach heeft geen vragen meer. Mooi geformuleerd!
objective-coach-start = Schrijf een eerste zin: de coach helpt om hem scherper te maken.
objective-coach-note = Het zijn vragen, geen verplichtingen.

objective-smart = SMART-notities
objective-smart-hint = Voor elke letter: wat jullie erover gezegd hebben.
objective-smart-filled = { $count } van 5 genoteerd
objective-smart-specific = Specifiek
objective-smart-specific-hint = Over wie, waarover gaat het precies?
objective-smart-measurable = Meetbaar
objective-smart-measurable-hint = Waaraan zie je de verandering? Begin en streefwaarde.
objective-smart-achievable = Haalbaar
objective-smart-achievable-hint = Wat maakt de streefwaarde mogelijk?
objective-smart-relevant = Realistisch en relevant
objective-smart-relevant-hint = Aan welk deel van de missie draagt dit bij?
objective-smart-time_bound = Tijdgebonden
objective-smart-time_bound-hint = Tegen wanneer, en met welke tussenstappen?

objective-indicators = Gekoppelde indicatoren
objective-indicators-none = Nog geen indicator gekoppeld.
objective-indicators-count = { $count ->
    [0] geen indicator
    [one] { $count } indicator
   *[other] { $count } indicatoren
  }
objective-indicator-link = Indicator koppelen
objective-indicator-search = Een indicator zoeken
objective-indicator-search-hint = Een paar letters van de naam
objective-indicator-choose = Koppelen: { $name }
objective-indicator-unlink = Niet meer koppelen: { $name }
objective-indicator-open = Fiche openen: { $name }
objective-indicator-create = Indicator maken
objective-indicator-create-named = Indicator “{ $name }” maken
objective-indicator-none-found = Geen enkele indicator heeft deze naam. Je kunt hem hier maken.
objective-indicator-all-linked = Alle bestaande indicatoren zijn al gekoppeld.
objective-picker-close = Keuze sluiten

objective-words = Woorden uit de begrippenlijst
objective-word = { $term }: bekijk de afgesproken definitie
