# The first minute: the steps for whoever begins a workspace, and a line for whoever joins one.

start-title = Per cominciare
start-progress = { $done } su { $total }
start-close = Nascondi questi passi
start-step-done = { " " }(fatto)
start-present = Dire che cosa vi unisce
start-present-hint = Un titolo, una frase di missione, le vostre lingue.
start-write = Scrivere un primo obiettivo
start-write-hint = Basta una frase imperfetta: il coach aiuta a precisarla.
start-invite = Invitare qualcuno
start-invite-hint = Con un link, un codice o un codice QR da proiettare. Non serve un account.
start-show = Comporre il cruscotto
start-show-hint = Cominciate con i tre blocchi proposti: i vostri indicatori vi si disegneranno.
start-done = Tutto è pronto. Quando sarete d’accordo, fissate una versione: ciò che avete concordato non cambierà più.
start-hello-label = Benvenuto
start-hello-contributor = Ciao { $name }. Scrivi dove vuoi: tutto si salva da solo, e gli altri lo vedono subito.
start-hello-reader = Ciao { $name }. Puoi leggere tutto: ciò che gli altri scrivono appare qui subito.
start-hello-close = Ho capito
