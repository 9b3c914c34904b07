# What becomes of what is typed without a connection, field by field; and new versions of the program.

saved-away = Offline
saved-away-hint = Tutto quello che hai scritto finora è salvato. Puoi continuare a scrivere anche senza connessione.

field-here = Conservato su questo dispositivo
field-in-page = Conservato solo in questa pagina
field-saved = Salvato
field-refused-role = Non condiviso: il tuo ruolo permette di leggere
field-refused-full = Non condiviso: non c’è più abbastanza spazio
field-refused-schema = Non condiviso: questo non si modifica così
field-refused-unreadable = Non condiviso: il server non è riuscito a leggerlo

kept-full = Questo browser non ha più spazio per conservare quello che scrivi. Lascia aperta questa pagina, o libera spazio: riprova da sola.
kept-newer = Jalon è stato aggiornato in un’altra scheda. Ricarica questa pagina perché le tue parole siano di nuovo conservate su questo dispositivo.
kept-lost = Questo browser non conserva più quello che scrivi. Lascia aperta questa pagina: riprova da sola.
kept-blocked = Una scheda di Jalon aperta da molto tempo impedisce di conservare le tue parole su questo dispositivo. Chiudi le altre schede di Jalon e tutto riprenderà.
kept-slow = La copia su questo dispositivo impiega un po’ ad aprirsi. Puoi già lavorare.

left-title = Le tue parole che gli altri non hanno ricevuto
left-more = Anche altre modifiche, come una scelta o uno spostamento, non sono state condivise.
left-home-intro = Sono rimaste su questo dispositivo. Copia quello che ti è utile, poi eliminale quando vuoi.
left-place = { $field }: { $about }
left-reading = Rilevazione, { $period }
left-withdrawn = valore ritirato
left-copy = Copia
left-copy-named = Copia: { $place }
left-copied = Copiato.
left-not-copied = Questo browser non permette di copiare così. Seleziona il testo a mano.
left-download = Scarica queste parole
left-file-name = parole
left-file-title = Parole da riprendere: { $title }
left-drop = Elimina
left-drop-named = Elimina queste parole: { $title }

update-ready = È pronta una nuova versione di Jalon. Quello che hai scritto è conservato.
update-reload = Ricarica
update-later = Più tardi

home-to-send = Parole da inviare: apri questo spazio
home-copy-here = Si apre senza connessione
home-copy-not-here = Non ancora aperto su questo dispositivo: servirà una connessione
home-leave-unsent-title = Alcune parole non sono ancora state inviate
home-leave-unsent-text = Apri prima lo spazio segnalato, con una connessione. Se ti disconnetti ora, le tue parole restano su questo dispositivo e partiranno quando tornerai con il tuo link personale.
home-leave-unsent-stay = Resta

forget-me-done = Fatto: il tuo nome e le tue tracce sono cancellati.
