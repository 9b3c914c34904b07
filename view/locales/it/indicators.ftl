# Costruire insieme la griglia di indicatori: la tabella e la scheda.

indicators-title = Indicatori
indicators-intro = Un indicatore è un segno osservabile, descritto in modo da essere letto due volte allo stesso modo. Ognuno scrive nella sua casella, tutti vedono.
indicators-count = { $count ->
    [0] nessun indicatore
    [one] { $count } indicatore
   *[other] { $count } indicatori
  }
indicators-empty-activity = Che cosa fate che si possa contare? Laboratori svolti, ore di sollievo, convenzioni firmate…
indicators-empty-perceived_quality = Come saprete che cosa ne pensano le persone? Un voto, una scala descritta, una frase.
indicators-empty-impact = Che cosa sarà cambiato per le persone, e da che cosa lo vedrete?
indicators-add = Aggiungi un indicatore
indicators-add-to = Aggiungi un indicatore alla sezione { $category }
indicators-table = Griglia di indicatori: { $category }

indicators-column-name = Indicatore
indicators-column-unit = Unità
indicators-column-baseline = Partenza
indicators-column-target = Target
indicators-column-frequency = Frequenza
indicators-column-source = Fonte
indicators-column-role = Ruolo responsabile
indicators-column-latest = Ultima rilevazione
indicators-column-progress = Avanzamento
indicators-column-actions = Azioni

indicator-unnamed = Indicatore senza nome
indicator-name = Nome dell’indicatore
indicator-name-placeholder = Un segno osservabile
indicator-unit = Unità
indicator-unit-placeholder = %, ore…
indicator-baseline = Partenza
indicator-baseline-period = Periodo di partenza
indicator-target = Target
indicator-target-period = Periodo del target
indicator-frequency = Frequenza
indicator-source = Fonte
indicator-role = Ruolo responsabile
indicator-definition = Definizione
indicator-definition-hint = Che cosa si conta, e che cosa no.
indicator-category = Categoria
indicator-nature = Natura
indicator-direction = Direzione desiderata
indicator-decimals = Decimali mostrati
indicator-aggregation = Come riunire i periodi
indicator-numerator = Numeratore
indicator-numerator-hint = Che cosa si conta sopra: le persone che dicono di sì.
indicator-denominator = Denominatore
indicator-denominator-hint = Che cosa si conta sotto: le persone interpellate.
indicator-collection = Come si raccoglie
indicator-collection-hint = Chi, quando, con quale strumento.
indicator-disaggregation = Disaggregazione
indicator-disaggregation-hint = Per quartiere, per età… solo se serve.
indicator-personal-data = Dati personali
indicator-personal-data-hint = Nessuno, pseudonimi, nominativi: chi vi ha accesso e fino a quando.
indicator-biases = Distorsioni note
indicator-biases-hint = Che cosa può falsare la lettura, e che cosa si fa per tenerne conto.
indicator-agreed-by = Chi si è messo d’accordo
indicator-agreed-why = Perché questo indicatore
indicator-alert = Scarto da capire al di sotto di
indicator-good = Buono a partire da
indicator-target-hint = Un target vale per tutto il suo periodo: un anno intero (2026), oppure un solo trimestre (T4 2026), del quale si contano allora soltanto le rilevazioni.
indicator-thresholds-hint = Le due soglie sono una quota del target. Fra l’una e l’altra si è in cammino.

indicator-aggregation-sum-words = Le rilevazioni si sommano. Il target vale per tutto il suo periodo: a metà strada, se ne attende la metà.
indicator-aggregation-ratio-words = Si somma ciò che si conta sopra, poi ciò che si conta sotto, e si divide. Mai una media di percentuali: un gruppo piccolo non pesa quanto uno grande.
indicator-aggregation-weighted_mean-words = Ogni media conta tanto quanto il numero di risposte su cui si basa.
indicator-aggregation-distribution-words = Si contano le risposte a ogni livello descritto. La media è solo indicativa.

indicator-levels = Livelli descritti
indicator-levels-hint = Da 2 a 7 livelli, dal meno al più favorevole, con le parole delle persone.
indicator-level = Livello { $level }
indicator-level-placeholder = Che cosa si sente, che cosa si vede a questo livello
indicator-level-add = Aggiungi un livello
indicator-level-remove = Togli il livello { $level }

indicator-open = Apri la scheda
indicator-open-short = Scheda
indicator-sheet = Scheda dell’indicatore: { $name }
indicator-menu = Azioni dell’indicatore
indicator-up = Sposta su
indicator-down = Sposta giù
indicator-to-category = Passa a { $category }
indicator-delete = Metti nel cestino
indicator-deleted = «{ $name }» è nel cestino.

indicator-part-essential = L’essenziale
indicator-part-figure = A che punto siamo
indicator-part-bounds = Partenza e target
indicator-part-calculation = Calcolo
indicator-part-collection = Raccolta
indicator-part-care = Attenzioni
indicator-part-agreement = Accordo
indicator-part-objectives = Obiettivi collegati
indicator-part-words = Parole del glossario

indicator-no-reading = ancora nessuna rilevazione
indicator-no-target = ancora nessun target
indicator-progress-of = { $percent } del target
indicator-aggregate = Insieme del periodo
indicator-expected-now = atteso a oggi: { $value }
indicator-expected = Atteso a oggi
indicator-latest = Ultima rilevazione
indicator-answers = { $count ->
    [one] su { $count } risposta
   *[other] su { $count } risposte
  }
indicator-disputed = Due valori fra cui scegliere
indicator-disputed-short = Due valori
indicator-disputed-hint = Due persone hanno inserito un valore nello stesso momento. Sono conservati entrambi: scegliete nelle rilevazioni.
indicator-series = Rilevazioni, periodo per periodo

indicator-objectives-none = Per ora nessun obiettivo collegato.
indicator-objective-link = Collega un obiettivo
indicator-objective-search = Cerca un obiettivo
indicator-objective-choose = Collega: { $statement }
indicator-objective-unlink = Scollega: { $statement }
indicator-objective-none-found = Nessun obiettivo contiene queste parole.
