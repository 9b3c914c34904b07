# Praten over een doelstelling, een indicator, een meting of een term.

talk-title = Gesprek
talk-all-title = Gesprekken
talk-unnamed = { $kind ->
    [axis] As zonder naam
    [objective] Doelstelling zonder formulering
    [indicator] Indicator zonder naam
    [verbatim] Uitspraak
    [term] Term zonder naam
    [decision] Beslissing
   *[other] Zonder naam
  }
talk-cell = { $indicator }, { $period }
talk-button = { $count ->
    [0] Bespreken: { $name }
    [one] 1 opmerking: { $name }
   *[other] { $count } opmerkingen: { $name }
  }
talk-button-short = { $count ->
    [0] Bespreken
    [one] 1 opmerking
   *[other] { $count } opmerkingen
  }
talk-unread = (nieuw)
talk-all-button = { $count ->
    [0] Gesprekken
    [one] Gesprekken: 1 opmerking te lezen
   *[other] Gesprekken: { $count } opmerkingen te lezen
  }
talk-to-all = Alle gesprekken
talk-none = Hier heeft nog niemand iets gezegd.
talk-start = Een gesprek openen
talk-start-hint = Een vraag, een idee, een twijfel… @ om iemand erbij te roepen
talk-send = Plaatsen
talk-send-keys = Ctrl+Enter
talk-answer = Antwoorden
talk-answer-hint = Antwoorden…
talk-answer-send = Antwoorden
talk-cancel = Annuleren
talk-people = Mensen om erbij te roepen
talk-too-long = Deze opmerking is te lang: hoogstens { $most } tekens.
talk-thread-of = Gesprek geopend door { $name }
talk-resolve = Afgehandeld
talk-reopen = Heropenen
talk-resolved-by = Afgehandeld door { $name }, { $when }
talk-resolved-count = { $count ->
    [one] 1 afgehandeld gesprek
   *[other] { $count } afgehandelde gesprekken
  }
talk-copy-link = Link kopiëren
talk-link-copied = De link van het gesprek is gekopieerd.
talk-link-searching = We zoeken dit gesprek. Misschien is het ingetrokken.
talk-not-frozen = Gesprekken blijven in de werkruimte: ze horen nooit bij een bevroren versie.
talk-arrived = { $name } heeft net geantwoord.
talk-calls-you = { $name } roept je in een gesprek.
talk-read = Lezen
talk-corrected = (gewijzigd)
talk-correct = Wijzigen
talk-correct-send = Opslaan
talk-remove = Intrekken
talk-remove-sure = Deze opmerking intrekken? De woorden worden gewist.
talk-remove-yes = Intrekken
talk-remove-no = Houden
talk-withdrawn = { $name } heeft de eigen opmerking ingetrokken.
talk-removed = Opmerking ingetrokken door { $name }.

talk-filter = Getoonde gesprekken
talk-filter-open = Open ({ $count })
talk-filter-resolved = Afgehandeld ({ $count })
talk-filter-calls-me = Waarin ik geroepen word ({ $count })
talk-all-read = Alles als gelezen markeren
talk-all-none = Hier is geen gesprek.
talk-comments = { $count ->
    [one] 1 opmerking
   *[other] { $count } opmerkingen
  }
talk-unread-count = { $count ->
    [one] 1 te lezen
   *[other] { $count } te lezen
  }
