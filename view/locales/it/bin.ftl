# Il cestino: niente va perduto.

bin-title = Cestino
bin-intro = Quello che è stato eliminato aspetta qui, con tutti i suoi testi. Basta un clic per rimetterlo al suo posto.
bin-empty = Il cestino è vuoto
bin-empty-hint = Puoi eliminare senza timore: tutto passa prima da qui.
bin-restore = Ripristina
bin-restore-named = Ripristina: { $title }
bin-restored = «{ $title }» è tornato al suo posto.
bin-untitled = Senza titolo
bin-deleted = eliminato da { $name }, { $when }
bin-deleted-by-someone = eliminato, { $when }
bin-count = { $count ->
    [0] Il cestino è vuoto
    [one] { $count } elemento
   *[other] { $count } elementi
  }
bin-kinds = Mostra
bin-kinds-all = Tutto
bin-nameless = { $count ->
    [one] { $count } elemento senza titolo
   *[other] { $count } elementi senza titolo
  }
binned-meanwhile-by = { $name } ha appena messo nel cestino quello che stavi scrivendo. Niente è perduto: puoi ripristinarlo.
binned-meanwhile = Quello che stavi scrivendo è appena finito nel cestino. Niente è perduto: puoi ripristinarlo.
