# What becomes of what is typed without a connection, field by field; and new versions of the program.

saved-away = Offline
saved-away-hint = Alles wat je tot nu toe schreef, is opgeslagen. Je kunt ook zonder verbinding verder schrijven.

field-here = Bewaard op dit apparaat
field-in-page = Alleen in deze pagina bewaard
field-saved = Opgeslagen
field-refused-role = Niet gedeeld: met jouw rol kun je lezen
field-refused-full = Niet gedeeld: er is niet genoeg plaats meer
field-refused-schema = Niet gedeeld: dit kan zo niet gewijzigd worden
field-refused-unreadable = Niet gedeeld: de server kon het niet lezen

kept-full = Deze browser heeft geen plaats meer om te bewaren wat je schrijft. Laat deze pagina open of maak plaats vrij: ze probeert het vanzelf opnieuw.
kept-newer = Jalon is in een ander tabblad bijgewerkt. Laad deze pagina opnieuw, zodat je woorden weer op dit apparaat bewaard worden.
kept-lost = Deze browser bewaart niet meer wat je schrijft. Laat deze pagina open: ze probeert het vanzelf opnieuw.
kept-blocked = Een tabblad van Jalon dat al lang openstaat, verhindert dat je woorden op dit apparaat bewaard worden. Sluit de andere tabbladen van Jalon, dan gaat alles verder.
kept-slow = De kopie op dit apparaat doet er even over om te openen. Je kunt al aan het werk.

left-title = Je woorden die de anderen niet kregen
left-more = Andere wijzigingen, zoals een keuze of een verplaatsing, zijn ook niet gedeeld.
left-home-intro = Ze zijn op dit apparaat gebleven. Kopieer wat je van pas komt en verwijder ze wanneer je wilt.
left-place = { $field }: { $about }
left-reading = Meting, { $period }
left-withdrawn = waarde ingetrokken
left-copy = Kopiëren
left-copy-named = Kopiëren: { $place }
left-copied = Gekopieerd.
left-not-copied = Deze browser laat zo niet kopiëren. Selecteer de tekst met de hand.
left-download = Deze woorden downloaden
left-file-name = woorden
left-file-title = Woorden om weer op te nemen: { $title }
left-drop = Verwijderen
left-drop-named = Deze woorden verwijderen: { $title }

update-ready = Er is een nieuwe versie van Jalon klaar. Wat je schreef, is bewaard.
update-reload = Opnieuw laden
update-later = Later

home-to-send = Woorden te versturen: open deze werkruimte
home-copy-here = Opent zonder verbinding
home-copy-not-here = Nog niet op dit apparaat geopend: daarvoor is een verbinding nodig
home-leave-unsent-title = Sommige woorden zijn nog niet verstuurd
home-leave-unsent-text = Open eerst de gemarkeerde werkruimte, met een verbinding. Als je je nu afmeldt, blijven je woorden op dit apparaat en vertrekken ze wanneer je met je persoonlijke link terugkomt.
home-leave-unsent-stay = Blijven

forget-me-done = Klaar: je naam en je sporen zijn gewist.
