# Comporre il cruscotto: i comandi attorno ai blocchi.

dashboard-edit-title = Cruscotto
dashboard-edit-intro = Componetelo insieme: aggiungete un blocco, dategli un titolo, scegliete che cosa mostra. Si aggiorna a ogni rilevazione.
dashboard-edit-presentation = Presentazione
dashboard-edit-leave-presentation = Esci dalla presentazione
dashboard-edit-add = Aggiungi un blocco
dashboard-edit-empty = Il cruscotto è ancora vuoto
dashboard-edit-empty-hint = Cominciate dall’essenziale in poche frasi, poi una o due immagini. Tre blocchi ben scelti valgono più di dieci.
dashboard-edit-starter = Proponi tre blocchi per cominciare
dashboard-edit-starter-essential = L’essenziale
dashboard-edit-starter-gauges = A che punto siamo?
dashboard-edit-starter-decisions = Che cosa decidiamo
dashboard-edit-block = Blocco: { $title }
dashboard-edit-block-untitled = Blocco senza titolo
dashboard-edit-change = Modifica
dashboard-edit-change-named = Modifica il blocco: { $title }
dashboard-edit-done = Fatto
dashboard-edit-done-named = Fatto: { $title }
dashboard-edit-field-comment = Commento
dashboard-edit-all-shown = Senza una scelta, si vede tutto.
dashboard-edit-indicators-none = Per ora nessun indicatore della griglia è adatto a questa forma.
dashboard-edit-delete = Metti nel cestino
dashboard-edit-delete-named = Metti nel cestino: { $title }
dashboard-edit-deleted = Il blocco «{ $title }» è nel cestino.

dashboard-edit-kind-essential-hint = poche frasi che restano in mente
dashboard-edit-kind-gauges-hint = a che punto è ogni indicatore rispetto al suo target
dashboard-edit-kind-line-hint = come cambiano i valori nel tempo
dashboard-edit-kind-distribution-hint = come si distribuiscono le risposte fra i livelli
dashboard-edit-kind-verbatims-hint = le parole delle persone ascoltate
dashboard-edit-kind-decisions-hint = che cosa è stato deciso insieme
dashboard-edit-kind-text-hint = due parole di introduzione, una spiegazione

dashboard-edit-decisions = Decisioni da tenere aggiornate
dashboard-edit-decision-add = Aggiungi una decisione
dashboard-edit-decision-delete = Metti questa decisione nel cestino
dashboard-edit-decision-deleted = La decisione è nel cestino.
dashboard-edit-blocks = I blocchi
