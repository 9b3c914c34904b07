# Fissare e ritrovare le versioni.

versions-live-title = Versioni
versions-live-intro = Una versione conserva tutto, così com’era quel giorno: obiettivi, griglia, rilevazioni, parole e cruscotto. Non cambia mai più.
versions-live-freeze = Fissa una versione
versions-live-freeze-hint = Quello che vedi adesso sarà conservato così com’è, con l’elenco di chi partecipa. Lo spazio, invece, resta aperto.
versions-live-label = Nome della versione
versions-live-label-needed = Dai un nome a questa versione.
versions-live-period = Periodo
versions-live-period-hint = Per esempio T2 2025
versions-live-note = Nota
versions-live-note-hint = Che cosa racconta questa versione, o per chi è fatta.
versions-live-replaces = Corregge una versione
versions-live-replaces-none = No, è una nuova versione
versions-live-confirm = Fissa
versions-live-cancel = Annulla
versions-live-close = Chiudi
versions-live-freezing = Un attimo…
versions-live-frozen = La versione «{ $label }» è fissata.
versions-live-open-frozen = Apri la versione fissata
versions-live-failed = Non è stato possibile fissare la versione. Niente è perduto: riprova fra un momento.
versions-live-failed-offline = Per ora non c’è connessione: per fissare una versione serve il server. Riprova appena torna la connessione.
versions-live-list = Versioni fissate
versions-live-loading = Un attimo…
versions-live-load-failed = Non è stato possibile leggere l’elenco delle versioni.
versions-live-retry = Riprova
versions-live-empty = Ancora nessuna versione fissata
versions-live-empty-hint = Quando sarete d’accordo su uno stato, fissatelo: potrete riaprirlo, stamparlo e vedere che cosa è cambiato da allora.
versions-live-empty-reader = Compariranno qui appena chi facilita ne fisserà una.
versions-live-number = n. { $number }
versions-live-open = Apri
versions-live-open-named = Apri { $label }
versions-live-download = Scarica (JSON)
versions-live-download-named = Scarica { $label } (JSON)
versions-live-correct-hint = Una correzione crea una nuova versione, con quello che vedi adesso. La vecchia resta com’è e dice di essere stata corretta.
versions-live-correct = Correggi questa versione
versions-live-correct-named = Correggi { $label }
versions-live-by = fissata da { $name }, { $when }
versions-live-replaced = corretta dalla versione { $number }
versions-live-replaces-mark = corregge la versione { $number }
versions-live-compare-select = Scegli { $label } per il confronto
versions-live-compare-hint = Spunta due versioni per vedere che cosa è cambiato dall’una all’altra.
versions-live-compare-two = Confronta { $before } e { $after }
versions-live-correct-short = Correggi

version-restore = Riprendi questa versione
version-restore-named = Riprendi questa versione: { $label }
version-restore-title = Riprendere «{ $label }»?
version-restore-unread = Non è stato possibile leggere la versione.
version-restore-intro = Lo spazio tornerà a dire quello che diceva questa versione. Tutti lo vedranno subito.
version-restore-same = Lo spazio dice già quello che dice questa versione: non c’è niente da riprendere.
version-restore-nothing-lost = I testi tornano come erano allora, quello che è stato aggiunto dopo aspetta nel cestino, e «Annulla» restituisce tutto in un colpo solo. Le versioni fissate non cambiano. Per conservare anche una traccia di oggi, fissa prima una versione.
version-restore-back = { $count ->
    [one] Un elemento ritorna
   *[other] { $count } elementi ritornano
  }
version-restore-changed = { $count ->
    [one] Un elemento torna com’era
   *[other] { $count } elementi tornano com’erano
  }
version-restore-gone = { $count ->
    [one] Un elemento aggiunto dopo va nel cestino
   *[other] { $count } elementi aggiunti dopo vanno nel cestino
  }
version-restore-more = { $count ->
    [one] e un altro
   *[other] e altri { $count }
  }
version-restore-recorded = { $count ->
    [one] Una rilevazione della versione, di cui lo spazio non ha più traccia, è inserita di nuovo a tuo nome.
   *[other] { $count } rilevazioni della versione, di cui lo spazio non ha più traccia, sono inserite di nuovo a tuo nome.
  }
version-restore-staying = { $count ->
    [one] Una rilevazione inserita o tolta dopo resta com’è: una rilevazione è un fatto, non si cancella.
   *[other] { $count } rilevazioni inserite o tolte dopo restano come sono: una rilevazione è un fatto, non si cancella.
  }
version-restore-too-large = Questa versione è troppo lontana dallo spazio di oggi per essere ripresa in un solo gesto. Aprila e ricopia quello che ti serve, oppure chiedi a chi amministra il server.
version-restore-impossible = Questa versione contiene qualcosa che lo spazio non può più scrivere. Aprila e ricopia quello che ti serve.
version-restored-here = La versione «{ $label }» è stata ripresa.
version-restored-toast = { $name } ha appena ripreso la versione { $number }: «{ $label }». I testi sono tornati come erano allora, e quello che è stato aggiunto dopo aspetta nel cestino. { $name } può restituire tutto con «Annulla».
