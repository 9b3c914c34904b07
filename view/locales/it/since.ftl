# Che cosa hanno fatto gli altri dall’ultima visita.

since-title = Dalla tua ultima visita
since-button = Dalla tua ultima visita ({ $count })
since-all-seen = Ho visto tutto
since-none = Hai visto tutto.
since-more = { $count ->
    [one] e un altro
   *[other] e altri { $count }
  }
since-mark = Cambiato da { $name }, { $when }
since-version = Versione { $number }
since-languages = Lingue del glossario
since-two = { $one } e { $other }
since-many = { $count ->
    [one] { $one }, { $other } e un’altra persona
   *[other] { $one }, { $other } e altre { $count } persone
  }
since-changed = { $people ->
    [one] { $who } ha modificato: { $field }
   *[other] { $who } hanno modificato: { $field }
  }
since-changed-all = { $people ->
    [one] { $who } ha fatto dei cambiamenti
   *[other] { $who } hanno fatto dei cambiamenti
  }
since-values = { $count ->
    [one] 1 valore inserito da { $who }
   *[other] { $count } valori inseriti da { $who }
  }
since-added = Aggiunto da { $who }
since-binned = Messo nel cestino da { $who }
since-restored = Ripristinato da { $who }
since-said = { $people ->
    [one] { $who } ne ha discusso
   *[other] { $who } ne hanno discusso
  }
since-frozen = Fissata da { $who }
