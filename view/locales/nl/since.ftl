# Wat de anderen deden sinds het vorige bezoek.

since-title = Sinds je vorige bezoek
since-button = Sinds je vorige bezoek ({ $count })
since-all-seen = Alles gezien
since-none = Je hebt alles gezien.
since-more = { $count ->
    [one] en nog 1
   *[other] en nog { $count }
  }
since-mark = Gewijzigd door { $name }, { $when }
since-version = Versie { $number }
since-languages = Talen van de woordenlijst
since-two = { $one } en { $other }
since-many = { $count ->
    [one] { $one }, { $other } en nog 1 persoon
   *[other] { $one }, { $other } en nog { $count } personen
  }
since-changed = { $people ->
    [one] { $who } wijzigde: { $field }
   *[other] { $who } wijzigden: { $field }
  }
since-changed-all = { $people ->
    [one] { $who } bracht wijzigingen aan
   *[other] { $who } brachten wijzigingen aan
  }
since-values = { $count ->
    [one] 1 waarde ingevuld door { $who }
   *[other] { $count } waarden ingevuld door { $who }
  }
since-added = Toegevoegd door { $who }
since-binned = In de prullenbak gelegd door { $who }
since-restored = Teruggezet door { $who }
since-said = { $people ->
    [one] { $who } praatte erover
   *[other] { $who } praatten erover
  }
since-frozen = Bevroren door { $who }
