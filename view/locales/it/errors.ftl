# What people read when something is in the way: what happened, and what they can do.

error-not-found-title = Questa pagina non è qui
error-not-found-text = Forse l’indirizzo è incompleto, oppure lo spazio ha cambiato link.
error-no-access-title = Questo spazio è riservato a chi ha ricevuto un invito
error-no-access-text = Chiedi un link o un codice a chi facilita lo spazio.
error-invite-gone-title = Questo invito non è più valido
error-invite-gone-text = È scaduto, è stato usato tutte le volte previste, oppure non vale più per te. Chiedine uno nuovo a chi facilita.
error-link-gone-title = Questo link non funziona più
error-link-gone-text = Per la tua sicurezza, un link personale si usa una volta sola e dura poco. Per averne un altro: su un dispositivo dove Jalon è già aperto, apri il menu e scegli «Continua su un altro dispositivo», oppure chiedi un codice a chi facilita.
error-owner-link-gone-text = Per la tua sicurezza, il link di proprietà si usa una volta sola e vale un’ora. Per averne un altro: esegui «jalon owner-link» sul server, oppure chiedilo a chi lo amministra.
error-too-many-title = Un attimo, per favore
error-too-many-text = Sono arrivati molti tentativi tutti insieme. Riprova fra un minuto.
error-server-title = Un intoppo da parte nostra
error-server-text = Niente di quello che era salvato è andato perduto. Riprova fra un momento.
error-unreadable-title = Questo spazio non si può aprire
error-unreadable-text = Non è stato possibile rileggere i suoi dati. Restano custoditi così come sono, niente sarà sovrascritto. Avvisa chi amministra il server.
error-home = Vai alla pagina iniziale
error-have-code = Ho un codice
