# How the page looks, and the statement about who can use it.

theme-label = Aspetto
theme-auto = Automatico
theme-light = Chiaro
theme-dark = Scuro
theme-projector = Proiettore

statement-link = Accessibilità: parzialmente conforme
statement-title = Accessibilità
statement-intro = Jalon è fatto perché ogni persona di un gruppo possa leggere e scrivere con le altre: con la tastiera, con le dita, con un lettore di schermo, con lettere grandi, su un telefono o dal fondo di una sala.
statement-state-title = A che punto siamo
statement-state = Questa pagina è una dichiarazione di accessibilità. Jalon segue le WCAG 2.2, livello AA, e il RGAA 4.1 francese. Lo diciamo parzialmente conforme: in ciò che verifichiamo non conosciamo nulla che manchi a queste regole, ma nessuna persona esterna lo ha ancora esaminato.
statement-checked-title = Che cosa si verifica
statement-checked-axe = A ogni modifica del programma, lo strumento axe-core percorre ogni pagina nei suoi diversi stati, in chiaro, in scuro e per proiettore, su computer e su telefono; non deve trovare nulla.
statement-checked-contrast = A ogni modifica si calcolano i contrasti: almeno 4,5 a 1 per le parole, 7 a 1 con l’aspetto «Proiettore».
statement-checked-keyboard = A ogni modifica, una prova crea uno spazio, vi scrive un obiettivo, un indicatore e una rilevazione, poi fissa una versione, senza mouse.
statement-checked-reflow = A ogni modifica, ogni pagina si apre a 320 pixel di larghezza, come con uno zoom del 400%: nulla esce dallo schermo.
statement-checked-tree = A mano abbiamo riletto ciò che il browser Chromium trasmette ai lettori di schermo: nomi, ruoli, ordine.
statement-not-title = Che cosa manca ancora
statement-not-audit = Nessun esame da parte di terzi e nessuna prova con persone con disabilità.
statement-not-readers = Nessuna prova completa con i lettori di schermo NVDA, JAWS, VoiceOver o TalkBack.
statement-not-browsers = Le prove automatiche usano solo Chromium; Firefox e Safari non sono stati verificati allo stesso modo.
statement-not-words = Ciò che le persone scrivono (titoli, parole, lingua di un testo) dipende da loro.
statement-ways-title = Che cosa può aiutare
statement-ways-theme = L’aspetto si sceglie nel menu o qui: chiaro, scuro, oppure «Proiettore» con lettere grandi e forte contrasto.
statement-ways-keyboard = Tutto si può fare con la tastiera. Ciò che si trascina si sposta anche con i pulsanti «Sposta su» e «Sposta giù».
statement-ways-charts = Ogni grafico ha la sua tabella, sotto «Vedi i dati».
statement-ways-frozen = Una versione fissata è una pagina semplice, leggibile senza JavaScript, da stampare o da ascoltare.
statement-contact-title = Un ostacolo?
statement-contact = Dillo a chi si occupa di questo server, anche in poche parole; può anche darti il contenuto in un altro modo:
statement-contact-unknown = Chi si occupa di questo server non ha ancora indicato un indirizzo. Parlane con chi facilita il tuo spazio: può darti il contenuto in un altro modo e riferire.
statement-appeal = Se la risposta non ti soddisfa, puoi rivolgerti all’organismo che nel tuo paese veglia sulla parità (in Italia, il Difensore civico per il digitale).
statement-date = Dichiarazione del { $date }.

overheard = { $count ->
    [one] { $count } modifica di altre persone ({ $people } presenti).
   *[other] { $count } modifiche di altre persone ({ $people } presenti).
}
overheard-one = { $count ->
    [one] { $name }: { $count } modifica.
   *[other] { $name }: { $count } modifiche.
}
overheard-tell = Annuncia che cosa fanno gli altri (lettore di schermo)
