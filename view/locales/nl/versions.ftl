# Words of the feature « versions »: the same keys in every language, one file for each feature.

version-document-title = { $workspace }, versie { $number }: { $label }
diff-document-title = Versies { $before } en { $after } vergeleken
version-number = Versie { $number }
version-untitled = Werkruimte zonder titel
version-open-workspace = Levende werkruimte openen
version-contents = Inhoud
version-dashboard = Dashboard
version-objectives = Doelen
version-grid = Indicatorentabel
version-readings = Metingen
version-glossary = Begrippenlijst
version-decisions = Besluiten
version-people = Wie deed mee
version-seal = Vingerafdruk van de versie

version-period = Periode
version-frozen = Vastgelegd op
version-frozen-by = { $moment }, door { $name }
version-note = Notitie
version-replaces = Vervangt
version-replaced-by = Deze versie is verbeterd. Lees liever
version-what-changed = Wat er veranderd is
version-download = Bestand downloaden

version-seal-meaning = Deze versie verandert nooit meer. Haar vingerafdruk wordt berekend op de hele inhoud: één gewijzigde letter zou een andere vingerafdruk geven.
version-hash = Vingerafdruk (SHA-256)
version-previous-hash = Vingerafdruk van de vorige versie
version-first = Dit is de eerste versie.
version-withheld = { $n ->
    [one] Eén naam is weggehaald op vraag van de persoon zelf. De vingerafdruk blijft dezelfde en is nog altijd te controleren.
   *[other] { $n } namen zijn weggehaald op vraag van de personen zelf. De vingerafdruk blijft dezelfde en is nog altijd te controleren.
}
version-how-to-verify = Zo controleer je een gedownload bestand:

version-no-objective = Nog geen doel in deze versie.
version-no-axis = Zonder actielijn
version-no-statement = Omschrijving nog te schrijven
version-project = Project: { $project }
version-no-indicator = Nog geen indicator in deze versie.
version-result = Resultaat
version-progress = Bereikt deel
version-of-expected = nu verwacht: { $value }
version-state = Waar we staan
version-base = basis: { $n }
version-disputed = twee waarden om uit te kiezen
version-aggregation = { $name }. { $rule }
version-levels = Beschreven niveaus
version-linked-objectives = Gekoppelde doelen
version-no-reading = Nog geen meting in deze versie.
version-detail = Detail
version-comment = Toelichting
version-typed-by = Ingevuld door
version-also-typed = Ook ingevuld: { $value }, door { $name }
version-no-term = De begrippenlijst was die dag leeg.
version-terms-count = ({ $n })
version-untitled-term = Term zonder naam
version-language-missing = Nog geen woord in deze taal.
version-gender = ({ $gender })
version-no-participant = Hier is nog niemand genoemd.

measure-mean = gemiddeld { $mean }
measure-withdrawn = waarde weggehaald
measure-ratio = { $numerator } van { $denominator }
measure-level = niveau { $level }: { $n }

diff-title = Wat er veranderd is
diff-before = Daarvoor
diff-after = Daarna
diff-added = Toegevoegd
diff-removed = Weggehaald
diff-changed = Gewijzigd
diff-position = Plaats in de lijst
diff-languages = Talen van de begrippenlijst
diff-nothing = Er is niets veranderd tussen deze twee versies.
version-print-hint = Om deze pagina af te drukken of als pdf te bewaren: menu van uw browser, ‘Afdrukken’.
