# The people of a workspace, and how others come in.

people-title = Persone

invites-title = Invita
invites-none = Per ora nessun invito è aperto.
invite-role = Ruolo proposto
invite-life = Valido per
invite-life-half-day = mezza giornata
invite-life-day = un giorno
invite-life-week = una settimana
invite-life-month = un mese
invite-life-year = un anno
invite-people = Per quante persone
invite-make = Crea l’invito
invite-label = Invito { $code }
invite-qr = Codice QR dell’invito
invite-address = Link dell’invito
invite-uses = usi: { $uses } su { $most }
invite-until = Scade: { $date }
invite-project = Mostra in grande
invite-withdraw = Ritira
invite-withdraw-sure = Con questo codice non potrà più entrare nessuno.
invite-withdraw-yes = Ritira l’invito
invite-withdrawn = L’invito è stato ritirato.

copy = Copia il link
copied = Link copiato.
copy-by-hand = Questo browser non permette di copiare: seleziona il link e copialo a mano.

projector-scan = Inquadra con la fotocamera
projector-or = oppure apri { $place } e inserisci
projector-here = { $n ->
    [0] Non c’è ancora nessun altro.
    [one] Una persona è già qui.
   *[other] { $n } persone sono già qui.
}

role-reader-hint = Leggere tutto lo spazio, senza scriverci.
role-contributor-hint = Leggere e scrivere con gli altri.
role-facilitator-hint = Scrivere, invitare, regolare lo spazio e fissare versioni.

members-title = Chi partecipa
members-loading = Un attimo…
member-you = (tu)
member-here = (in linea)
member-owner = Proprietà
member-role = Ruolo di { $name }
member-rename = Cambia il mio nome
member-name = Il tuo nome
member-remove = Togli l’accesso a { $name }
member-remove-text = Questa persona non avrà più accesso allo spazio, da subito e su tutti i suoi dispositivi. Quello che ha scritto resta. Si chiudono anche gli accessi per strumenti che ha creato qui.
member-remove-invitations = Ritira anche tutti gli inviti aperti
member-remove-invitations-hint = Con un codice ancora aperto potrebbe tornare con un altro nome. Potrai creare un nuovo invito subito dopo.
member-remove-yes = Togli dallo spazio
member-removed = L’accesso è stato tolto.

# Removing a name: one’s own, or that of somebody who asked for it.
forget-me-title = Cancella il mio nome e le mie tracce
forget-me-text = Il tuo nome scompare da tutti i tuoi spazi: dalle rilevazioni che hai inserito, dal cestino, dall’elenco delle persone e dalle versioni fissate. Al suo posto si legge «una persona».
forget-me-end = Uscirai da Jalon su tutti i tuoi dispositivi e i tuoi inviti aperti saranno ritirati. È definitivo.
forget-member-title = Cancella il nome e le tracce di { $name }
forget-member-hint = Questa persona chiede che il suo nome scompaia?
forget-member-text = Il suo nome scompare da questo spazio: dalle rilevazioni che ha inserito, dal cestino, dall’elenco delle persone e dalle versioni fissate. Al suo posto si legge «una persona».
forget-member-end = Questa persona non avrà più accesso allo spazio e gli inviti che ha aperto saranno ritirati. È definitivo.
forget-stays-work = Quello che è stato scritto sul progetto resta: è il lavoro di tutto il gruppo.
forget-stays-words = Un nome scritto in un testo o in un commento non viene riconosciuto: va corretto a mano, prima. In una versione già fissata, resta.
forget-stays-versions = Le versioni fissate mantengono la loro impronta e si possono sempre verificare.
forget-stays-copies = I file già scaricati e i backup del server non cambiano.
forget-yes = Cancella definitivamente
forget-done = Il nome è stato cancellato.

my-link-title = Continua su un altro dispositivo
my-link-text = Inquadra questo codice QR con il telefono, oppure apri il link su un altro computer: lì sarai la stessa persona.
my-link-making = Il link è in preparazione…
my-link-qr = Codice QR del tuo link personale
my-link-address = Il tuo link personale
my-link-private = Questo link è tuo: chi lo apre scrive a tuo nome. Si usa una volta, entro 24 ore.

others-text = Un dispositivo smarrito, prestato o condiviso?
others-leave = Disconnetti gli altri miei dispositivi
others-sure = Resterà connesso solo questo dispositivo.
others-yes = Disconnettili
others-left = Gli altri tuoi dispositivi sono disconnessi.

tokens-title = Accessi per strumenti
tokens-text = Un foglio di calcolo o uno script può leggere lo spazio, o scriverci, con un accesso tutto suo.
token-name = Nome dello strumento
token-role = Ruolo
token-make = Crea un accesso
token-made-by = Creato da { $name } in data { $date }
token-made = Creato sul server in data { $date }
token-used = Usato in data { $date }
token-never-used = Non ancora usato
token-end = Chiudi l’accesso di { $name }
token-end-text = Lo strumento non entrerà più, da subito. Quello che ha scritto resta.
token-end-yes = Chiudi l’accesso
token-ended = L’accesso è chiuso.
token-made-title = L’accesso è pronto
token-made-text = Copialo ora nel tuo strumento: per la tua sicurezza, non sarà più mostrato.
token-label = Accesso da copiare
token-copy = Copia l’accesso
token-copied = Accesso copiato.
token-copy-by-hand = Questo browser non permette di copiare: seleziona l’accesso e copialo a mano.
token-private = Chi ha questo accesso entra nello spazio con il ruolo scelto. Se va smarrito, chiudilo qui e creane un altro.
token-taken = L’ho copiato
