# Het dashboard samenstellen: de knoppen rond de blokken.

dashboard-edit-title = Dashboard
dashboard-edit-intro = Stel het samen op: voeg een blok toe, geef het een titel, kies wat het laat zien. Het wordt bij elke meting bijgewerkt.
dashboard-edit-presentation = Presentatie
dashboard-edit-leave-presentation = Presentatie sluiten
dashboard-edit-add = Blok toevoegen
dashboard-edit-empty = Het dashboard is nog leeg
dashboard-edit-empty-hint = Begin met de essentie in een paar zinnen, en dan één of twee beelden. Drie goed gekozen blokken zijn meer waard dan tien.
dashboard-edit-starter = Drie blokken voorstellen om te beginnen
dashboard-edit-starter-essential = De essentie
dashboard-edit-starter-gauges = Waar staan we?
dashboard-edit-starter-decisions = Wat we besluiten
dashboard-edit-block = Blok: { $title }
dashboard-edit-block-untitled = Blok zonder titel
dashboard-edit-change = Wijzigen
dashboard-edit-change-named = Blok wijzigen: { $title }
dashboard-edit-done = Klaar
dashboard-edit-done-named = Klaar: { $title }
dashboard-edit-field-comment = Toelichting
dashboard-edit-all-shown = Zonder keuze is alles te zien.
dashboard-edit-indicators-none = Geen enkele indicator uit de tabel past voorlopig bij deze vorm.
dashboard-edit-delete = Naar de prullenbak
dashboard-edit-delete-named = Naar de prullenbak: { $title }
dashboard-edit-deleted = Het blok “{ $title }” ligt in de prullenbak.

dashboard-edit-kind-essential-hint = een paar zinnen die blijven hangen
dashboard-edit-kind-gauges-hint = waar elke indicator staat ten opzichte van zijn streefwaarde
dashboard-edit-kind-line-hint = hoe de waarden in de tijd veranderen
dashboard-edit-kind-distribution-hint = hoe de antwoorden over de niveaus verdeeld zijn
dashboard-edit-kind-verbatims-hint = de woorden van de mensen die we hebben beluisterd
dashboard-edit-kind-decisions-hint = wat er samen besloten is
dashboard-edit-kind-text-hint = een woordje vooraf, een uitleg

dashboard-edit-decisions = Besluiten om bij te houden
dashboard-edit-decision-add = Besluit toevoegen
dashboard-edit-decision-delete = Dit besluit naar de prullenbak
dashboard-edit-decision-deleted = Het besluit ligt in de prullenbak.
dashboard-edit-blocks = De blokken
