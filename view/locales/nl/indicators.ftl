# Samen de indicatorentabel opbouwen: de tabel en de fiche.

indicators-title = Indicatoren
indicators-intro = Een indicator is een zichtbaar teken, zo beschreven dat twee mensen het op dezelfde manier lezen. Ieder schrijft in een eigen vak, iedereen ziet het.
indicators-count = { $count ->
    [0] geen indicator
    [one] { $count } indicator
   *[other] { $count } indicatoren
  }
indicators-empty-activity = Wat doen jullie dat je kunt tellen? Workshops, uren respijtzorg, ondertekende overeenkomsten…
indicators-empty-perceived_quality = Hoe weten jullie wat mensen ervan vinden? Een cijfer, een beschreven schaal, een zin.
indicators-empty-impact = Wat zal er voor mensen veranderd zijn, en waaraan zie je dat?
indicators-add = Indicator toevoegen
indicators-add-to = Indicator toevoegen aan het deel { $category }
indicators-table = Indicatorentabel: { $category }

indicators-column-name = Indicator
indicators-column-unit = Eenheid
indicators-column-baseline = Begin
indicators-column-target = Streefwaarde
indicators-column-frequency = Frequentie
indicators-column-source = Bron
indicators-column-role = Verantwoordelijke rol
indicators-column-latest = Laatste meting
indicators-column-progress = Voortgang
indicators-column-actions = Acties

indicator-unnamed = Indicator zonder naam
indicator-name = Naam van de indicator
indicator-name-placeholder = Een zichtbaar teken
indicator-unit = Eenheid
indicator-unit-placeholder = %, uren…
indicator-baseline = Begin
indicator-baseline-period = Beginperiode
indicator-target = Streefwaarde
indicator-target-period = Periode van de streefwaarde
indicator-frequency = Frequentie
indicator-source = Bron
indicator-role = Verantwoordelijke rol
indicator-definition = Definitie
indicator-definition-hint = Wat je telt, en wat je niet telt.
indicator-category = Categorie
indicator-nature = Aard
indicator-direction = Gewenste richting
indicator-decimals = Getoonde decimalen
indicator-aggregation = Hoe perioden samenkomen
indicator-numerator = Teller
indicator-numerator-hint = Wat je boven de streep telt: de mensen die ja zeggen.
indicator-denominator = Noemer
indicator-denominator-hint = Wat je onder de streep telt: de mensen die bevraagd zijn.
indicator-collection = Hoe je verzamelt
indicator-collection-hint = Wie, wanneer, met welk hulpmiddel.
indicator-disaggregation = Uitsplitsing
indicator-disaggregation-hint = Per wijk, per leeftijd… alleen als het iets oplevert.
indicator-personal-data = Persoonsgegevens
indicator-personal-data-hint = Geen, onder schuilnaam, op naam: wie kan ze inzien en tot wanneer.
indicator-biases = Bekende vertekeningen
indicator-biases-hint = Wat het beeld kan vertekenen, en hoe je daar rekening mee houdt.
indicator-agreed-by = Wie het eens werd
indicator-agreed-why = Waarom deze indicator
indicator-alert = Een verschil om te begrijpen onder
indicator-good = Goed vanaf
indicator-target-hint = Een streefwaarde geldt voor haar hele periode: een volledig jaar (2026), of één kwartaal (K4 2026), waarvan dan alleen de metingen tellen.
indicator-thresholds-hint = Beide drempels zijn een deel van de streefwaarde. Daartussen ben je op weg.

indicator-aggregation-sum-words = De metingen worden opgeteld. De streefwaarde geldt voor haar hele periode: halverwege verwacht je de helft.
indicator-aggregation-ratio-words = Je telt op wat boven de streep staat, dan wat eronder staat, en je deelt. Nooit een gemiddelde van percentages: een kleine groep weegt niet zo zwaar als een grote.
indicator-aggregation-weighted_mean-words = Elk gemiddelde telt zo zwaar als het aantal antwoorden dat erachter zit.
indicator-aggregation-distribution-words = Je telt de antwoorden op elk beschreven niveau. Het gemiddelde is indicatief.

indicator-levels = Beschreven niveaus
indicator-levels-hint = Van 2 tot 7 niveaus, van minst naar meest gunstig, in de woorden van de mensen zelf.
indicator-level = Niveau { $level }
indicator-level-placeholder = Wat je op dit niveau hoort en ziet
indicator-level-add = Niveau toevoegen
indicator-level-remove = Niveau { $level } weghalen

indicator-open = Fiche openen
indicator-open-short = Fiche
indicator-sheet = Fiche van de indicator: { $name }
indicator-menu = Acties van de indicator
indicator-up = Omhoog
indicator-down = Omlaag
indicator-to-category = Naar { $category }
indicator-delete = Naar de prullenbak
indicator-deleted = “{ $name }” ligt in de prullenbak.

indicator-part-essential = De essentie
indicator-part-figure = Waar we staan
indicator-part-bounds = Begin en streefwaarde
indicator-part-calculation = Berekening
indicator-part-collection = Verzamelen
indicator-part-care = Voorzichtigheid
indicator-part-agreement = Afspraak
indicator-part-objectives = Gekoppelde doelen
indicator-part-words = Woorden uit de begrippenlijst

indicator-no-reading = nog geen meting
indicator-no-target = nog geen streefwaarde
indicator-progress-of = { $percent } van de streefwaarde
indicator-aggregate = Hele periode
indicator-expected-now = nu verwacht: { $value }
indicator-expected = Nu verwacht
indicator-latest = Laatste meting
indicator-answers = { $count ->
    [one] op { $count } antwoord
   *[other] op { $count } antwoorden
  }
indicator-disputed = Twee waarden om uit te kiezen
indicator-disputed-short = Twee waarden
indicator-disputed-hint = Twee mensen vulden tegelijk een waarde in. Beide zijn bewaard: kies bij de metingen.
indicator-series = Metingen, periode na periode

indicator-objectives-none = Nog geen doel gekoppeld.
indicator-objective-link = Doel koppelen
indicator-objective-search = Een doel zoeken
indicator-objective-choose = Koppelen: { $statement }
indicator-objective-unlink = Niet meer koppelen: { $statement }
indicator-objective-none-found = Geen enkel doel bevat deze woorden.
