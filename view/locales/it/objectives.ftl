# Scrivere insieme gli obiettivi: gli assi, le schede, ciò che li collega.

objectives-title = Obiettivi
objectives-intro = Un obiettivo dice che cosa cambierà, per chi, ed entro quando. Scrivete prima con le vostre parole: il coach aiuta a precisare, senza mai bloccare.
objectives-filter = Mostra
objectives-filter-all = Tutti
objectives-filter-count = { $label } ({ $count })
objectives-filter-hidden = { $count ->
    [one] { $count } obiettivo non è mostrato da questo filtro.
   *[other] { $count } obiettivi non sono mostrati da questo filtro.
  }
objectives-filter-none-here = Nessun obiettivo con questo stato sotto questo asse.
objectives-filter-clear = Mostra tutto
objectives-open-all = Apri tutti i dettagli
objectives-close-all = Richiudi tutti i dettagli

objectives-empty = Da dove cominciare?
objectives-empty-hint = Un asse riunisce gli obiettivi di una stessa intenzione o di uno stesso progetto. Aggiungete il primo, oppure scrivete subito un obiettivo: lo sistemerete dopo.
objectives-empty-reader = Qui nessuno ha ancora scritto obiettivi. Compariranno appena saranno scritti.

axis-add = Aggiungi un asse
axis-label = Nome dell’asse
axis-label-placeholder = Un’intenzione in poche parole, per esempio: rompere l’isolamento
axis-unnamed = Asse senza nome
axis-project = Progetto
axis-project-placeholder = Progetto (facoltativo)
axis-none = Senza asse
axis-none-hint = Questi obiettivi aspettano di trovare posto sotto un asse.
axis-menu = Azioni dell’asse
axis-up = Sposta su l’asse
axis-down = Sposta giù l’asse
axis-color = Colore dell’asse
axis-color-0 = Blu
axis-color-1 = Terracotta
axis-color-2 = Verde
axis-color-3 = Viola
axis-color-4 = Ocra
axis-color-5 = Ottanio
axis-delete = Metti l’asse nel cestino
axis-deleted = L’asse «{ $label }» è nel cestino. I suoi obiettivi restano qui, senza asse.
axis-deleted-empty = L’asse «{ $label }» è nel cestino.
axis-empty = Quale cambiamento volete vedere qui, e per chi?
axis-empty-hint = Cominciate da una frase, anche imperfetta. Per esempio: «Entro il 31 dicembre, 30 caregiver familiari dicono di sentirsi meno soli.»

objective-add = Aggiungi un obiettivo
objective-add-to = Aggiungi un obiettivo all’asse { $label }
objective-add-loose = Aggiungi un obiettivo senza asse
objective-statement = Enunciato dell’obiettivo
objective-statement-placeholder = Che cosa cambierà, per chi, entro quando…
objective-unnamed = Obiettivo senza enunciato
objective-card = Obiettivo { $number }
objective-audience = Per chi
objective-status = Stato
objective-role = Ruolo che ne risponde
objective-role-placeholder = Per esempio: coordinatrice
objective-due = Scadenza

objective-open = Apri i dettagli
objective-close = Richiudi i dettagli
objective-menu = Azioni dell’obiettivo
objective-up = Sposta su
objective-down = Sposta giù
objective-change-axis = Cambia asse
objective-delete = Metti nel cestino
objective-deleted = «{ $name }» è nel cestino.
objective-moved-to = L’obiettivo ora si trova sotto { $label }.

moved-to = Posto { $place } su { $count }.

objective-coach = Il coach chiede
objective-coach-more = { $count ->
    [one] e { $count } altra domanda
   *[other] e altre { $count } domande
  }
objective-coach-done = Il coach non ha altre domande. Bella formulazione!
objective-coach-start = Scrivete una prima frase: il coach vi aiuterà a precisarla.
objective-coach-note = Sono domande, non obblighi.

objective-smart = Note SMART
objective-smart-hint = Per ogni lettera, quello che vi siete detti.
objective-smart-filled = { $count } su 5 annotate
objective-smart-specific = Specifico
objective-smart-specific-hint = Di chi, di che cosa si parla esattamente?
objective-smart-measurable = Misurabile
objective-smart-measurable-hint = Da che cosa si vedrà il cambiamento? Partenza e target.
objective-smart-achievable = Raggiungibile
objective-smart-achievable-hint = Che cosa rende possibile il target?
objective-smart-relevant = Realistico e rilevante
objective-smart-relevant-hint = A quale parte della missione risponde?
objective-smart-time_bound = Definito nel tempo
objective-smart-time_bound-hint = Per quando, e con quali tappe?

objective-indicators = Indicatori collegati
objective-indicators-none = Per ora nessun indicatore collegato.
objective-indicators-count = { $count ->
    [0] nessun indicatore
    [one] { $count } indicatore
   *[other] { $count } indicatori
  }
objective-indicator-link = Collega un indicatore
objective-indicator-search = Cerca un indicatore
objective-indicator-search-hint = Qualche lettera del suo nome
objective-indicator-choose = Collega: { $name }
objective-indicator-unlink = Scollega: { $name }
objective-indicator-open = Apri la scheda: { $name }
objective-indicator-create = Crea l’indicatore
objective-indicator-create-named = Crea l’indicatore «{ $name }»
objective-indicator-none-found = Nessun indicatore ha questo nome. Puoi crearlo qui.
objective-indicator-all-linked = Tutti gli indicatori esistenti sono già collegati.
objective-picker-close = Chiudi la scelta

objective-words = Parole del glossario
objective-word = { $term }: vedi la definizione concordata
