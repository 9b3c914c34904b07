# The frame around a workspace, and what is said to whoever stands outside.

nav-label = Pagine dello spazio
nav-objectives = Obiettivi
nav-indicators = Indicatori
nav-readings = Rilevazioni
nav-glossary = Glossario
nav-dashboard = Cruscotto
nav-versions = Versioni
nav-people = Persone
nav-bin = Cestino

to-home = Tutti i miei spazi
workspace-menu = Menu dello spazio
workspace-opening = Lo spazio si sta aprendo…

undo-group = Annulla e ripeti
undo = Annulla
undo-hint = Annulla la mia ultima azione (Ctrl+Z)
redo = Ripeti
redo-hint = Ripeti (Ctrl+Maiusc+Z)

saved-connecting = Connessione…
saved-connecting-hint = Stiamo raggiungendo il server.
saved-yes = Salvato
saved-yes-hint = Tutto quello che hai scritto è salvato sul server.
saved-soon = Salvataggio…
saved-soon-hint = Le tue ultime parole sono in viaggio verso il server.
saved-offline = Offline: custodito su questo dispositivo
saved-offline-hint = Continua a scrivere: tutto partirà appena torna la connessione.
saved-unkept = Offline: custodito in questa pagina
saved-unkept-hint = Questo browser non conserva niente: lascia aperta questa pagina fino al ritorno della connessione.
saved-held = Custodito su questo dispositivo
saved-held-hint = Per ora il server non riesce a salvare. Le tue ultime parole sono su questo dispositivo e saranno salvate da sole.
saved-held-unkept = Custodito in questa pagina
saved-held-unkept-hint = Per ora il server non riesce a salvare e questo browser non conserva niente: lascia aperta questa pagina.
saved-refused = Non condiviso
saved-refused-hint = Una parte di quello che hai scritto non è stata condivisa. La spiegazione è in cima alla pagina.

storage-title = Per ora il server non riesce a salvare
storage-text = Puoi continuare: quello che scrivi resta su questo dispositivo e sarà salvato da solo appena possibile.
storage-text-unkept = Puoi continuare, ma lascia aperta questa pagina: quello che scrivi resta qui e sarà salvato da solo appena possibile.
storage-tell = Avvisa chi si occupa del server: forse il suo disco è pieno.

refused-title = Una parte di quello che hai scritto non è condivisa
refused-role = Nel frattempo il tuo ruolo è cambiato: permette di leggere, ma non più di scrivere.
refused-too-large = Il testo aggiunto in una volta sola è troppo grande per lo spazio.
refused-schema = Le tue ultime modifiche toccano qualcosa che non si modifica così, come un valore già rilevato.
refused-full = Questo spazio contiene già tutti gli elementi che può contenere.
refused-unreadable = Il server non è riuscito a leggere le tue ultime modifiche.
refused-what-now = Prima copia quello che vuoi conservare, poi riparti da ciò che vedono gli altri.
refused-start-afresh = Riparti dal contenuto condiviso

too-many-windows = Hai molte finestre aperte su questo server. Chiudine una: questa si connetterà da sola.
server-full = C’è molta gente su questo server. Questa pagina si connetterà da sola appena si libera un posto.
access-changed-reader = Chi facilita ha cambiato il tuo ruolo. Puoi leggere tutto; se vuoi scrivere, puoi chiederlo.
access-changed-contributor = Chi facilita ha cambiato il tuo ruolo. Ora puoi scrivere.
access-changed-facilitator = Chi facilita ha cambiato il tuo ruolo. Ora puoi anche invitare e fissare versioni.
version-frozen-toast = La versione { $number } è stata appena fissata: «{ $label }».
version-frozen-open = Aprila
not-kept-here = Questo browser non conserva copie (navigazione privata?). Tutto funziona finché c’è la connessione.

outside-signed-out-title = Ciao! Da dove vuoi entrare?
outside-signed-out-text = Questo dispositivo non è riconosciuto, oppure è stato disconnesso. Apri il tuo link personale, o inserisci il codice che hai ricevuto da chi facilita.
outside-not-invited-title = Questo spazio è riservato a chi ha ricevuto un invito
outside-not-invited-text = Chiedi un link o un codice a chi facilita lo spazio.
outside-removed-title = Non partecipi più a questo spazio
outside-removed-text = Chi facilita lo spazio ha tolto il tuo accesso. Se è una sorpresa, parlatene: basta un nuovo invito per tornare.
outside-unreadable-title = Per ora questo spazio non si può aprire
outside-unreadable-text = Il server non riesce a rileggere i suoi dati. Restano custoditi così come sono, niente sarà sovrascritto. Avvisa chi amministra il server.
outside-offline-title = Nessuna connessione
outside-offline-text = Questo spazio non è ancora stato aperto su questo dispositivo: la prima volta serve una connessione.
outside-trouble-title = Un intoppo da parte nostra
outside-trouble-text = Niente di quello che era salvato è andato perduto. Riprova fra un momento.
outside-retry = Riprova

error-read-only = Il tuo ruolo permette di leggere questo spazio, non di scriverci.
error-not-found = Questo elemento non c’è più.
error-too-long = Questo testo è troppo lungo per questo campo.
error-invalid-comment = Questo commento è vuoto o troppo lungo.
error-invalid-measure = Questi numeri non stanno insieme. Controlla per esempio che il totale non sia zero.
error-invalid-value = Questo valore non è adatto a questo campo.
error-not-possible = Non è stato possibile.
error-storage = Per ora il server non riesce a salvare. Riprova un po’ più tardi.
error-offline = Nessuna connessione. Riprova fra un momento.
error-signed-out = Questo dispositivo non è più riconosciuto. Apri il tuo link personale o inserisci un codice.
error-forbidden = Il tuo ruolo non permette questa azione.
error-gone = Quello che cerchi non c’è più.
error-refused = Il server non ha accettato questa richiesta.
error-trouble = Un intoppo da parte nostra. Riprova fra un momento.

crash-title = Questa pagina si è fermata
crash-text = C’è stato un errore da parte nostra. Quello che hai scritto è al sicuro: ricarica la pagina per continuare.
crash-reload = Ricarica la pagina

generation-title = Questo spazio è stato ripristinato da un backup
generation-text = Quella che vedi qui è la copia di questo dispositivo, com’era prima. Forse contiene parole che il server non ha più. Niente è stato mescolato: puoi leggerla e scaricarla, poi continuare con lo spazio com’è adesso.
generation-kept = La tua copia resta anche su questo dispositivo: la ritrovi in «I miei spazi».
generation-not-kept = Questo browser non conserva niente: scarica la tua copia prima di continuare.
generation-download = Scarica la mia copia
generation-go-on = Continua con lo spazio
generation-not-downloaded = Questo browser non ha accettato il file. Riprova, oppure copia il testo a mano.
generation-still-here = Quello che avevi aperto qui non è perduto: puoi portarne via una copia.
