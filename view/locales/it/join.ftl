# The small pages drawn by the server: joining, entering with a personal link, typing a code.

join-title = Entra in «{ $workspace }»
join-title-untitled = Entra nello spazio
join-welcome = Ti diamo il benvenuto! Dicci come ti chiami e si comincia.
join-no-account = Nessun account, nessun indirizzo e-mail.
join-name = Il tuo nome
join-name-hint = È il nome che vedranno gli altri.
join-button = Entra
join-as-reader = Potrai leggere tutto.
join-as-contributor = Potrai leggere e scrivere con gli altri.
join-as-facilitator = Potrai scrivere, invitare e fissare versioni.
join-name-missing = Scrivi il tuo nome per entrare.
join-name-too-long = Questo nome è un po’ lungo: bastano { $limit } caratteri.
join-already = Sei già qui con il nome di { $name }.
join-continue = Continua con questo nome

enter-title = Che piacere rivederti, { $name }
enter-title-owner = Ti diamo il benvenuto a casa tua
enter-intro = Questo link è tuo: ti permette di continuare su questo dispositivo.
enter-intro-owner = Questo link apre l’accesso a tutti gli spazi. Si usa una volta sola. Dicci come ti chiami e si comincia.
enter-keep-private = Tienilo per te: chi lo apre scrive a tuo nome.
enter-button = Continua su questo dispositivo
enter-button-owner = Apri i miei spazi

code-title = Hai un codice?
code-intro = Inserisci il codice di 6 caratteri mostrato da chi facilita.
code-label = Codice
code-hint = Maiuscole o minuscole, con o senza spazi.
code-button = Continua
code-unknown = Non troviamo questo codice. Ricontrollalo sullo schermo: forse è scaduto.
