# De prullenbak: er gaat niets verloren.

bin-title = Prullenbak
bin-intro = Wat verwijderd is, wacht hier met al zijn teksten. Eén klik zet het terug op zijn plaats.
bin-empty = De prullenbak is leeg
bin-empty-hint = Je kunt gerust iets verwijderen: alles komt eerst hier terecht.
bin-restore = Terugzetten
bin-restore-named = Terugzetten: { $title }
bin-restored = “{ $title }” staat weer op zijn plaats.
bin-untitled = Zonder titel
bin-deleted = verwijderd door { $name }, { $when }
bin-deleted-by-someone = verwijderd { $when }
bin-count = { $count ->
    [0] De prullenbak is leeg
    [one] { $count } onderdeel
   *[other] { $count } onderdelen
  }
bin-kinds = Tonen
bin-kinds-all = Alles
bin-nameless = { $count ->
    [one] { $count } onderdeel zonder titel
   *[other] { $count } onderdelen zonder titel
  }
binned-meanwhile-by = { $name } heeft zojuist in de prullenbak gelegd wat jij aan het schrijven was. Er is niets verloren: je kunt het terugzetten.
binned-meanwhile = Wat je aan het schrijven was, is zojuist in de prullenbak gelegd. Er is niets verloren: je kunt het terugzetten.
