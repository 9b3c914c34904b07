# How the page looks, and the statement about who can use it.

theme-label = Weergave
theme-auto = Automatisch
theme-light = Licht
theme-dark = Donker
theme-projector = Beamer

statement-link = Toegankelijkheid: voldoet gedeeltelijk
statement-title = Toegankelijkheid
statement-intro = Jalon is zo gemaakt dat iedereen in een team met de anderen kan lezen en schrijven: met het toetsenbord, met de vinger, met een schermlezer, met grote letters, op een telefoon of achter in een zaal.
statement-state-title = Waar we staan
statement-state = Deze pagina is een toegankelijkheidsverklaring. Jalon volgt de WCAG 2.2, niveau AA, en de Franse RGAA 4.1. We noemen het gedeeltelijk conform: in wat we nagaan is niets bekend dat van deze regels afwijkt, maar niemand van buiten heeft het al beoordeeld.
statement-checked-title = Wat wordt nagegaan
statement-checked-axe = Bij elke wijziging van het programma loopt het hulpmiddel axe-core langs elke pagina in haar verschillende toestanden, licht, donker en voor de beamer, op een computer en op een telefoon; het mag niets vinden.
statement-checked-contrast = Bij elke wijziging worden de contrasten berekend: minstens 4,5 op 1 voor woorden, 7 op 1 met de weergave “Beamer”.
statement-checked-keyboard = Bij elke wijziging maakt een test zonder muis een werkruimte, schrijft er een doel, een indicator en een meting in en legt een versie vast.
statement-checked-reflow = Bij elke wijziging wordt elke pagina 320 pixels breed geopend, wat overeenkomt met een zoom van 400%: niets valt buiten beeld.
statement-checked-tree = Met de hand hebben we nagelezen wat de browser Chromium aan schermlezers doorgeeft: namen, rollen, volgorde.
statement-not-title = Wat nog niet
statement-not-audit = Geen beoordeling door derden en geen proef met mensen met een beperking.
statement-not-readers = Geen volledige proef met de schermlezers NVDA, JAWS, VoiceOver of TalkBack.
statement-not-browsers = De automatische tests gebruiken alleen Chromium; Firefox en Safari zijn niet op dezelfde manier nagegaan.
statement-not-words = Wat mensen zelf schrijven (titels, woorden, de taal van een tekst) hangt van hen af.
statement-ways-title = Wat kan helpen
statement-ways-theme = De weergave kies je in het menu of hier: licht, donker of “Beamer” met grote letters en sterk contrast.
statement-ways-keyboard = Alles kan met het toetsenbord. Wat je kunt slepen, verplaats je ook met de knoppen “Omhoog” en “Omlaag”.
statement-ways-charts = Elke grafiek heeft een tabel, onder “Gegevens bekijken”.
statement-ways-frozen = Een vastgelegde versie is een eenvoudige pagina, leesbaar zonder JavaScript, om af te drukken of te beluisteren.
statement-contact-title = Zit er iets in de weg?
statement-contact = Zeg het aan wie voor deze server zorgt, ook in een paar woorden; die kan je de inhoud ook op een andere manier geven:
statement-contact-unknown = Wie voor deze server zorgt, heeft nog geen adres opgegeven. Spreek de begeleider van je werkruimte aan: die kan je de inhoud op een andere manier geven en het doorgeven.
statement-appeal = Helpt het antwoord niet, dan kun je terecht bij de instantie die in je land over gelijkheid waakt (in Nederland het College voor de Rechten van de Mens, in België Unia).
statement-date = Verklaring van { $date }.

overheard = { $count ->
    [one] { $count } wijziging door anderen ({ $people } aanwezig).
   *[other] { $count } wijzigingen door anderen ({ $people } aanwezig).
}
overheard-one = { $count ->
    [one] { $name }: { $count } wijziging.
   *[other] { $name }: { $count } wijzigingen.
}
overheard-tell = Meld wat anderen doen (schermlezer)
