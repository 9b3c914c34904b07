# La griglia delle rilevazioni: muoversi, incollare, ricopiare, ordinare e filtrare per sé.

grid-keys = Frecce: spostarsi. Scrivi un numero o premi F2: inserire. Invio: salva e scende. Esc: annulla. Maiusc+F2: commento, cronologia e dettagli.

grid-filter = Ordinare e filtrare, solo per te
grid-search = Cerca
grid-category = Categoria
grid-all-categories = Tutte
grid-owner = Responsabile
grid-all-owners = Chiunque
grid-sort = Ordina per
grid-sort-category = Categoria (ordine comune)
grid-sort-name = Nome, dalla A alla Z
grid-sort-name-down = Nome, dalla Z alla A
grid-sort-standing = Avanzamento, dal più piccolo al più grande
grid-sort-standing-down = Avanzamento, dal più grande al più piccolo
grid-sort-last = Ultimo valore, dal più piccolo al più grande
grid-sort-last-down = Ultimo valore, dal più grande al più piccolo
grid-shown = { $count ->
    [0] Nessun indicatore mostrato su { $all }
    [one] { $count } indicatore mostrato su { $all }
   *[other] { $count } indicatori mostrati su { $all }
}
grid-filter-clear = Mostra tutto
grid-again = Ordina e filtra di nuovo
grid-nothing = Nessun indicatore corrisponde. Allarga la ricerca, o mostra tutto.

grid-more = { $count ->
    [one] Mostra il seguito: ancora { $count } indicatore
   *[other] Mostra il seguito: ancora { $count } indicatori
}

grid-width = Larghezza della colonna { $column }
grid-width-pixels = { $count ->
    [one] { $count } pixel
   *[other] { $count } pixel
}
grid-width-own = automatica

grid-bar = La selezione
grid-selected = { $count ->
    [0] Nessuna casella selezionata
    [one] { $count } casella selezionata
   *[other] { $count } caselle selezionate
}
grid-copy = Copia
grid-copied = Copiato: puoi incollarlo in un foglio di calcolo.
grid-not-copied = Il tuo browser non ha permesso la copia. Seleziona le caselle, poi Ctrl+C.
grid-fill-down = Ricopia in basso
grid-withdraw = Ritira i valori
grid-details = Commento e cronologia
grid-help = Tasti della griglia

grid-needs-ratio = Qui servono due numeri: quanti, su quanti. Per esempio 44/94.
grid-needs-sheet = Questa casella chiede più numeri: aprila per inserirli.
grid-other-kind = Questo indicatore si misura in un altro modo.

grid-report-close = Chiudi questo resoconto
grid-entered = { $count ->
    [0] Nessun nuovo valore.
    [one] { $count } valore salvato.
   *[other] { $count } valori salvati.
}
grid-replaced = { $count ->
    [one] { $count } ne ha sostituito un altro, che la cronologia conserva.
   *[other] { $count } ne hanno sostituiti altri, che la cronologia conserva.
}
grid-same = { $count ->
    [one] { $count } c’era già.
   *[other] { $count } c’erano già.
}
grid-kept = { $count ->
    [one] { $count } casella resta com’era:
   *[other] { $count } caselle restano com’erano:
}
grid-kept-text = «{ $text }».
grid-kept-more = { $count ->
    [one] e { $count } altra.
   *[other] e { $count } altre.
}
grid-read-only = { $count ->
    [one] { $count } valore cadeva su un nome o un totale: questi non si incollano.
   *[other] { $count } valori cadevano su nomi o totali: questi non si incollano.
}
grid-outside = { $count ->
    [one] { $count } valore usciva dalla griglia.
   *[other] { $count } valori uscivano dalla griglia.
}

grid-help-title = I tasti della griglia
grid-help-paste = Incolla da Excel o LibreOffice: virgola, spazi e segno di percentuale vanno bene, una casella vuota non cambia niente e un solo valore riempie tutta la selezione. Un solo Ctrl+Z annulla tutto l’incollato.
grid-key-move = Frecce
grid-key-move-does = andare da una casella all’altra; con Ctrl, fino al bordo
grid-key-home = Inizio, Fine
grid-key-home-does = primo e ultimo periodo della riga, poi il nome e il totale
grid-key-ctrl-home = Ctrl+Inizio, Ctrl+Fine
grid-key-ctrl-home-does = prima e ultima casella
grid-key-page = Pag su, Pag giù
grid-key-page-does = salire o scendere di una schermata
grid-key-type = Cifre
grid-key-type-does = sostituire il valore
grid-key-edit = F2, Invio, doppio clic
grid-key-edit-does = modificare il valore, o aprire la casella che ne chiede più di uno
grid-key-enter = Invio, mentre scrivi
grid-key-enter-does = salvare e scendere; con Maiusc, salire
grid-key-tab = Tab, mentre scrivi
grid-key-tab-does = salvare e andare a destra; con Maiusc, a sinistra. Altrimenti Tab lascia la griglia.
grid-key-escape = Esc
grid-key-escape-does = annullare quello che scrivi
grid-key-select = Maiusc+frecce
grid-key-select-does = selezionare più caselle
grid-key-all = Ctrl+A, Maiusc+Spazio, Ctrl+Spazio
grid-key-all-does = selezionare tutto, la riga, la colonna
grid-key-delete = Canc
grid-key-delete-does = ritirare i valori selezionati; la cronologia li conserva
grid-key-copy = Ctrl+C, Ctrl+X, Ctrl+V
grid-key-copy-does = copiare, tagliare, incollare
grid-key-fill = Ctrl+D
grid-key-fill-does = ricopiare in basso; o trascina l’angolo della selezione
grid-key-details = Maiusc+F2
grid-key-details-does = commento, cronologia e dettagli della casella
grid-key-head = Su, dalla prima riga
grid-key-head-does = intestazioni: Invio ordina, F2 e poi le frecce cambiano la larghezza

undo-overwritten = Altri hanno scritto nel frattempo in queste caselle: i loro valori restano.
