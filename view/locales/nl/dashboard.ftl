# Words of the feature « dashboard »: the same keys in every language, one file for each feature.

dashboard-empty = Het dashboard heeft nog geen blok.
dashboard-see-data = Gegevens bekijken
dashboard-measure = IJkpunt
dashboard-value = Waarde
dashboard-period = Periode
dashboard-cumulative = Cumulatief
dashboard-level = Niveau
dashboard-answers = Antwoorden
dashboard-share = Aandeel
dashboard-baseline = Begin
dashboard-target = Streefwaarde
dashboard-expected-now = Nu verwacht
dashboard-latest = Laatste meting
dashboard-aggregate = Alle metingen samen
dashboard-progress = Deel van wat verwacht wordt
dashboard-n = Aantal antwoorden of gevallen
dashboard-state = Waar we staan
dashboard-mark = { $mark }: { $figure }
dashboard-figure-dated = { $value } ({ $period })
dashboard-sentence = { $text }.

dashboard-gauge-target = { $name }: { $value } voor een streefwaarde van { $target }, dat is { $progress }. { $state }.
dashboard-gauge-expected = { $name }: { $value } voor een streefwaarde van { $target }, dat is { $progress } van wat nu verwacht wordt. { $state }.
dashboard-gauge-value = { $name }: { $value }. { $state }.
dashboard-gauge-empty = { $name }: nog geen meting.

dashboard-line-one = { $name }: { $value } ({ $period }).
dashboard-line-from-to = { $name }: van { $first } ({ $from }) naar { $last } ({ $to }).
dashboard-line-cumulative = { $name }, cumulatief: van { $first } ({ $from }) naar { $last } ({ $to }).

dashboard-spread = { $name }, { $n ->
    [one] { $n } antwoord
   *[other] { $n } antwoorden
}: { $levels }.
dashboard-spread-level = niveau { $level } ({ $label }) { $n }, dat is { $share }
dashboard-spread-summary = { $n ->
    [one] { $n } antwoord
   *[other] { $n } antwoorden
}, indicatief gemiddelde { $mean }.

dashboard-quote = “{ $text }”

dashboard-nothing-to-draw = Er ontbreekt een streefwaarde of een meting om de weg te tekenen.
dashboard-no-reading = Nog geen meting: de lijn verschijnt bij de eerste.
dashboard-no-answer = Nog geen antwoord: de verdeling verschijnt bij de eerste meting.
dashboard-no-indicator = Voor dit blok is nog geen indicator gekozen.
dashboard-no-text = Dit blok wacht op zijn eerste zinnen.
dashboard-no-verbatim = Nog geen uitspraken verzameld.
dashboard-no-decision = Nog geen besluit genoteerd.
dashboard-level-unnamed = nog niet beschreven
