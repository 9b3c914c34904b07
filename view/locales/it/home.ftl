# The first page.

home-title = I miei spazi
home-opening = Un attimo…
home-you = Ciao { $name }
home-menu = Il mio menu
home-leave = Esci da questo dispositivo
home-offline = Nessuna connessione: ecco gli spazi che questo dispositivo conosce.
home-create = Crea uno spazio
home-empty-title = Pianta il primo jalon
home-empty-text = Uno spazio riunisce gli obiettivi di un gruppo, i suoi indicatori, le sue rilevazioni e le sue parole. Tutto si scrive in più persone, in diretta.
home-step-1 = Crea uno spazio e dagli un titolo.
home-step-2 = Invita gli altri con un link, un codice o un codice QR.
home-step-3 = Scrivete insieme, poi fissate una versione da conservare.
home-no-workspace = Non partecipi ancora a nessuno spazio. Inserisci il codice che hai ricevuto da chi facilita.
home-have-code = Hai ricevuto un codice?
home-type-code = Entra in un altro spazio

create-title = Crea uno spazio
create-name = Titolo dello spazio
create-name-example = Misurare il nostro impatto 2026
create-later = Tutto questo si può cambiare più avanti.
create-language-unclear = «{ $typed }» non è ancora aggiunta: scegli la lingua qui sopra, o svuota la casella.
create-button = Crea lo spazio

welcome-title = Ti diamo il benvenuto in Jalon
welcome-point-1 = Scrivete insieme obiettivi SMART e la griglia di indicatori che li illumina.
welcome-point-2 = Inserite le rilevazioni, costruite il glossario, guardate prendere forma il cruscotto.
welcome-point-3 = Fissate una versione: ciò su cui vi siete accordati non cambierà più.
welcome-code-title = Entra in uno spazio
welcome-owner-title = Hai già un accesso?
welcome-owner-text = Apri il tuo link personale su questo dispositivo. Lo trovi nel menu del dispositivo che usi già. Chi ha installato Jalon apre il link mostrato al primo avvio.

home-copies-title = Copie custodite su questo dispositivo
home-copies-intro = Il server è stato ripristinato da un backup, oppure non riconosceva più questo dispositivo. Quello che avevi aperto è ancora qui.
home-copies-since = messa da parte: { $when }
home-copies-download = Scarica (JSON)
home-copies-download-named = Scarica la copia: { $title }
home-copies-delete = Elimina
home-copies-delete-named = Elimina la copia: { $title }
home-copies-delete-title = Eliminare questa copia?
home-copies-delete-text = Forse non esiste da nessun’altra parte. Se hai un dubbio, prima scaricala.
home-copies-delete-confirm = Elimina la copia
home-copies-keep = Conservala
home-copies-unread = Non è stato possibile leggere questa copia. Resta su questo dispositivo.
