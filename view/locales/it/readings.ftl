# Inserire le rilevazioni: la tabella, le caselle, i loro dettagli.

readings-title = Rilevazioni
readings-intro = Una riga per indicatore, una casella per periodo. Scrivi un numero direttamente nella sua casella, oppure apri la casella per il resto. Virgola, punto e spazi: va bene tutto.
readings-years = Anno mostrato
readings-year-before = Anno precedente
readings-year-after = Anno successivo
readings-waiting = { $count ->
    [0] Tutto inserito a oggi
    [one] { $count } casella da completare
   *[other] { $count } caselle da completare
  }
readings-only-waiting = Solo gli indicatori da completare
readings-nothing-waiting = Niente da completare per quest’anno: c’è tutto.
readings-empty = Ancora nessun indicatore da rilevare
readings-empty-hint = Comincia dalla griglia di indicatori: appena esiste un indicatore, la sua riga compare qui.
readings-empty-link = Apri la griglia di indicatori
readings-table = Rilevazioni del { $year }, per indicatore e per periodo
readings-indicator = Indicatore
readings-indicator-unnamed = Indicatore senza nome
readings-to-date = A oggi / target
readings-also = Inserito anche:

readings-cell = { $indicator }, { $period }
readings-details = Dettagli: { $indicator }, { $period }
readings-fill = da inserire
readings-disputed = { $count } valori inseriti nello stesso momento
readings-disputed-short = { $count } valori
readings-commented = con un commento
readings-not-a-number = Qui serve un numero, per esempio 12,5.
readings-meanwhile = { $name } ha inserito { $value } mentre scrivevi.
readings-of = { $numerator } su { $denominator }
readings-n = n = { $count }
readings-mean = media indicativa
readings-mean-short = media { $value }

readings-target = target { $value }
readings-expected = atteso a oggi { $value }
readings-no-target = ancora nessun target

readings-editor = { $indicator } · { $period }
readings-value = Valore
readings-value-unit = Valore ({ $unit })
readings-numerator = Quanti
readings-denominator = Su quanti
readings-level = Livello { $level }: { $label }
readings-level-plain = Livello { $level }
readings-mean-label = Media
readings-mean-unit = Media ({ $unit })
readings-n-label = Numero di risposte (n)
readings-levels-legend = Quante risposte per livello
readings-preview = Che cosa sarà salvato
readings-preview-waiting = Compila i campi per vedere il risultato.
readings-ratio-hint = La percentuale viene calcolata. Su più periodi, prima si somma ciascuno dei due numeri.
readings-mean-hint = Su più periodi, la media è ponderata per il numero di risposte.
readings-levels-hint = Su più periodi, si sommano le risposte di ogni livello. La media resta indicativa.
readings-zero-denominator = Questo numero deve essere maggiore di zero: è su di esso che si conta.
readings-beyond-all = È più del 100%: è proprio quello che volevi dire? Altrimenti, forse i due numeri sono invertiti.
readings-whole = Qui serve un numero intero: zero o più.
readings-comment = Commento
readings-comment-hint = Quello che aiuta a leggere questo valore: un’indagine in ritardo, un cambio di metodo…
readings-save = Salva il valore
readings-withdraw = Togli il valore
readings-withdraw-hint = La casella torna vuota; la cronologia conserva tutto.
readings-take-it = Riprendi questo valore
readings-previous-cell = Periodo precedente: { $period }
readings-next-cell = Periodo successivo: { $period }
readings-choose = Due valori sono stati inseriti nello stesso momento: quale tenere?
readings-choose-hint = Niente è perduto: l’altro resta nella cronologia.
readings-keep = Tieni { $value }
readings-by = inserito da { $name }, { $when }
readings-history-count = Cronologia ({ $count })
readings-history-empty = Qui nessuno ha ancora inserito un valore.
readings-history-withdrawn = valore tolto
readings-history-current = valore attuale

readings-verbatims-hint = Le parole delle persone ascoltate, così come hanno accettato di essere citate. Si salvano man mano che scrivi.
readings-verbatim-add = Aggiungi una testimonianza
readings-verbatim-speaker-hint = Per esempio: caregiver, 58 anni
readings-verbatim-delete = Metti questa testimonianza nel cestino
readings-verbatim-deleted = La testimonianza è nel cestino.
readings-cell-says = { $cell }:
