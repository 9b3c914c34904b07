# Metingen invullen: de tabel, de vakken, hun details.

readings-title = Metingen
readings-intro = Eén regel per indicator, één vak per periode. Typ een getal meteen in zijn vak, of open het vak voor de rest. Komma, punt en spaties: alles wordt begrepen.
readings-years = Getoond jaar
readings-year-before = Vorig jaar
readings-year-after = Volgend jaar
readings-waiting = { $count ->
    [0] Alles is tot nu toe ingevuld
    [one] { $count } vak in te vullen
   *[other] { $count } vakken in te vullen
  }
readings-only-waiting = Alleen de indicatoren die nog in te vullen zijn
readings-nothing-waiting = Niets in te vullen voor dit jaar: alles is er.
readings-empty = Nog geen indicator om te meten
readings-empty-hint = Begin met de indicatorentabel: zodra er een indicator is, verschijnt zijn regel hier.
readings-empty-link = Indicatorentabel openen
readings-table = Metingen van { $year }, per indicator en per periode
readings-indicator = Indicator
readings-indicator-unnamed = Indicator zonder naam
readings-to-date = Tot nu / streefwaarde
readings-also = Ook ingevuld:

readings-cell = { $indicator }, { $period }
readings-details = Details: { $indicator }, { $period }
readings-fill = in te vullen
readings-disputed = { $count } waarden tegelijk ingevuld
readings-disputed-short = { $count } waarden
readings-commented = met een toelichting
readings-not-a-number = Hier hoort een getal, bijvoorbeeld 12,5.
readings-meanwhile = { $name } vulde { $value } in terwijl je schreef.
readings-of = { $numerator } van { $denominator }
readings-n = n = { $count }
readings-mean = indicatief gemiddelde
readings-mean-short = gem. { $value }

readings-target = streefwaarde { $value }
readings-expected = nu verwacht { $value }
readings-no-target = nog geen streefwaarde

readings-editor = { $indicator } · { $period }
readings-value = Waarde
readings-value-unit = Waarde ({ $unit })
readings-numerator = Hoeveel
readings-denominator = Van hoeveel
readings-level = Niveau { $level }: { $label }
readings-level-plain = Niveau { $level }
readings-mean-label = Gemiddelde
readings-mean-unit = Gemiddelde ({ $unit })
readings-n-label = Aantal antwoorden (n)
readings-levels-legend = Hoeveel antwoorden per niveau
readings-preview = Wat er wordt opgeslagen
readings-preview-waiting = Vul de velden in om het resultaat te zien.
readings-ratio-hint = Het percentage wordt berekend. Over meerdere perioden worden eerst beide getallen opgeteld.
readings-mean-hint = Over meerdere perioden wordt het gemiddelde gewogen met het aantal antwoorden.
readings-levels-hint = Over meerdere perioden worden de antwoorden van elk niveau opgeteld. Het gemiddelde blijft indicatief.
readings-zero-denominator = Dit getal moet groter zijn dan nul: daarop wordt gerekend.
readings-beyond-all = Dit is meer dan 100%: is dat wat je bedoelt? Zo niet, dan zijn de twee getallen misschien omgewisseld.
readings-whole = Hier hoort een geheel getal: nul of meer.
readings-comment = Toelichting
readings-comment-hint = Wat helpt om deze waarde te lezen: een enquête die later kwam, een andere methode…
readings-save = Waarde opslaan
readings-withdraw = Waarde weghalen
readings-withdraw-hint = Het vak wordt weer leeg; de geschiedenis bewaart alles.
readings-take-it = Deze waarde overnemen
readings-previous-cell = Vorige periode: { $period }
readings-next-cell = Volgende periode: { $period }
readings-choose = Er zijn twee waarden tegelijk ingevuld: welke houd je?
readings-choose-hint = Er gaat niets verloren: de andere blijft in de geschiedenis.
readings-keep = { $value } houden
readings-by = ingevuld door { $name }, { $when }
readings-history-count = Geschiedenis ({ $count })
readings-history-empty = Hier heeft nog niemand een waarde ingevuld.
readings-history-withdrawn = waarde weggehaald
readings-history-current = huidige waarde

readings-verbatims-hint = De woorden van wie we beluisteren, zoals ze wilden geciteerd worden. Ze worden opgeslagen terwijl je schrijft.
readings-verbatim-add = Uitspraak toevoegen
readings-verbatim-speaker-hint = Bijvoorbeeld: mantelzorger, 58 jaar
readings-verbatim-delete = Deze uitspraak naar de prullenbak
readings-verbatim-deleted = De uitspraak ligt in de prullenbak.
readings-cell-says = { $cell }:
