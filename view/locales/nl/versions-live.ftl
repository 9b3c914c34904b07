# Versies vastleggen en terugvinden.

versions-live-title = Versies
versions-live-intro = Een versie bewaart alles zoals het die dag was: doelen, tabel, metingen, woorden en dashboard. Ze verandert nooit meer.
versions-live-freeze = Versie vastleggen
versions-live-freeze-hint = Wat je nu ziet, wordt zo bewaard, met de lijst van wie meedoet. De werkruimte zelf blijft open.
versions-live-label = Naam van de versie
versions-live-label-needed = Geef deze versie een naam.
versions-live-period = Periode
versions-live-period-hint = Bijvoorbeeld K2 2025
versions-live-note = Notitie
versions-live-note-hint = Wat deze versie vertelt, of voor wie ze bedoeld is.
versions-live-replaces = Verbetert een versie
versions-live-replaces-none = Nee, dit is een nieuwe versie
versions-live-confirm = Vastleggen
versions-live-cancel = Annuleren
versions-live-close = Sluiten
versions-live-freezing = Een ogenblik…
versions-live-frozen = De versie “{ $label }” ligt vast.
versions-live-open-frozen = Vastgelegde versie openen
versions-live-failed = De versie kon niet vastgelegd worden. Er is niets verloren: probeer het zo meteen opnieuw.
versions-live-failed-offline = Er is nu geen verbinding: om vast te leggen is de server nodig. Probeer het opnieuw zodra de verbinding er weer is.
versions-live-list = Vastgelegde versies
versions-live-loading = Een ogenblik…
versions-live-load-failed = De lijst met versies kon niet gelezen worden.
versions-live-retry = Opnieuw proberen
versions-live-empty = Nog geen vastgelegde versie
versions-live-empty-hint = Zijn jullie het eens over een stand van zaken, leg hem dan vast: je kunt hem weer openen, afdrukken en zien wat er sindsdien veranderd is.
versions-live-empty-reader = Ze verschijnen hier zodra wie begeleidt er een vastlegt.
versions-live-number = nr. { $number }
versions-live-open = Openen
versions-live-open-named = { $label } openen
versions-live-download = Downloaden (JSON)
versions-live-download-named = { $label } downloaden (JSON)
versions-live-correct-hint = Een verbetering maakt een nieuwe versie, met wat je nu ziet. De oude blijft zoals ze is en zegt dat ze verbeterd werd.
versions-live-correct = Deze versie verbeteren
versions-live-correct-named = { $label } verbeteren
versions-live-by = vastgelegd door { $name }, { $when }
versions-live-replaced = verbeterd door versie { $number }
versions-live-replaces-mark = verbetert versie { $number }
versions-live-compare-select = { $label } kiezen om te vergelijken
versions-live-compare-hint = Vink twee versies aan om te zien wat er van de ene naar de andere veranderd is.
versions-live-compare-two = { $before } en { $after } vergelijken
versions-live-correct-short = Verbeteren

version-restore = Deze versie terughalen
version-restore-named = Deze versie terughalen: { $label }
version-restore-title = “{ $label }” terughalen?
version-restore-unread = De versie kon niet gelezen worden.
version-restore-intro = De werkruimte zegt dan weer wat deze versie zei. Iedereen ziet het meteen.
version-restore-same = De werkruimte zegt al wat deze versie zegt: er valt niets terug te halen.
version-restore-nothing-lost = De teksten worden weer zoals ze toen waren, wat sindsdien toegevoegd is wacht in de prullenbak, en met “Ongedaan maken” krijg je alles in één keer terug. Vastgelegde versies veranderen niet. Wil je ook een spoor van vandaag bewaren, leg dan eerst een versie vast.
version-restore-back = { $count ->
    [one] Eén onderdeel komt terug
   *[other] { $count } onderdelen komen terug
  }
version-restore-changed = { $count ->
    [one] Eén onderdeel wordt weer zoals het was
   *[other] { $count } onderdelen worden weer zoals ze waren
  }
version-restore-gone = { $count ->
    [one] Eén onderdeel dat sindsdien toegevoegd is, gaat naar de prullenbak
   *[other] { $count } onderdelen die sindsdien toegevoegd zijn, gaan naar de prullenbak
  }
version-restore-more = { $count ->
    [one] en nog een
   *[other] en nog { $count }
  }
version-restore-recorded = { $count ->
    [one] Eén meting uit de versie, waarvan de werkruimte geen spoor meer heeft, wordt opnieuw ingevuld onder jouw naam.
   *[other] { $count } metingen uit de versie, waarvan de werkruimte geen spoor meer heeft, worden opnieuw ingevuld onder jouw naam.
  }
version-restore-staying = { $count ->
    [one] Eén meting die sindsdien ingevuld of weggehaald is, blijft zoals ze is: een meting is een feit en wordt niet gewist.
   *[other] { $count } metingen die sindsdien ingevuld of weggehaald zijn, blijven zoals ze zijn: een meting is een feit en wordt niet gewist.
  }
version-restore-too-large = Deze versie ligt te ver van de werkruimte van vandaag om in één keer terug te halen. Open haar en kopieer wat je nodig hebt, of vraag het aan wie de server beheert.
version-restore-impossible = Deze versie bevat iets dat de werkruimte niet meer kan schrijven. Open haar en kopieer wat je nodig hebt.
version-restored-here = De versie “{ $label }” is teruggehaald.
version-restored-toast = { $name } heeft zojuist versie { $number } teruggehaald: “{ $label }”. De teksten zijn weer zoals ze toen waren, en wat sindsdien toegevoegd is, wacht in de prullenbak. { $name } kan alles teruggeven met “Ongedaan maken”.
