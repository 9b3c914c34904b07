# Words of the feature « dashboard »: the same keys in every language, one file for each feature.

dashboard-empty = Il cruscotto non ha ancora blocchi.
dashboard-see-data = Vedi i dati
dashboard-measure = Riferimento
dashboard-value = Valore
dashboard-period = Periodo
dashboard-cumulative = Totale progressivo
dashboard-level = Livello
dashboard-answers = Risposte
dashboard-share = Quota
dashboard-baseline = Partenza
dashboard-target = Target
dashboard-expected-now = Atteso a oggi
dashboard-latest = Ultima rilevazione
dashboard-aggregate = Insieme delle rilevazioni
dashboard-progress = Quota di quanto atteso
dashboard-n = Numero di risposte o di casi
dashboard-state = A che punto siamo
dashboard-mark = { $mark }: { $figure }
dashboard-figure-dated = { $value } ({ $period })
dashboard-sentence = { $text }.

dashboard-gauge-target = { $name }: { $value } per un target di { $target }, cioè { $progress }. { $state }.
dashboard-gauge-expected = { $name }: { $value } per un target di { $target }, cioè { $progress } di quanto atteso a oggi. { $state }.
dashboard-gauge-value = { $name }: { $value }. { $state }.
dashboard-gauge-empty = { $name }: ancora nessuna rilevazione.

dashboard-line-one = { $name }: { $value } ({ $period }).
dashboard-line-from-to = { $name }: da { $first } ({ $from }) a { $last } ({ $to }).
dashboard-line-cumulative = { $name }, totale progressivo: da { $first } ({ $from }) a { $last } ({ $to }).

dashboard-spread = { $name }, { $n ->
    [one] { $n } risposta
   *[other] { $n } risposte
}: { $levels }.
dashboard-spread-level = livello { $level } ({ $label }) { $n }, cioè { $share }
dashboard-spread-summary = { $n ->
    [one] { $n } risposta
   *[other] { $n } risposte
}, media indicativa { $mean }.

dashboard-quote = «{ $text }»

dashboard-nothing-to-draw = Manca un target o una rilevazione per disegnare il percorso.
dashboard-no-reading = Ancora nessuna rilevazione: la curva comparirà con la prima.
dashboard-no-answer = Ancora nessuna risposta: la distribuzione comparirà con la prima rilevazione.
dashboard-no-indicator = Nessun indicatore è stato scelto per questo blocco.
dashboard-no-text = Questo blocco aspetta le sue prime frasi.
dashboard-no-verbatim = Ancora nessuna testimonianza raccolta.
dashboard-no-decision = Ancora nessuna decisione annotata.
dashboard-level-unnamed = non ancora descritto
