# Discutere di un obiettivo, di un indicatore, di una rilevazione o di un termine.

talk-title = Discussione
talk-all-title = Discussioni
talk-unnamed = { $kind ->
    [axis] Asse senza nome
    [objective] Obiettivo senza enunciato
    [indicator] Indicatore senza nome
    [verbatim] Testimonianza
    [term] Termine senza nome
    [decision] Decisione
   *[other] Senza nome
  }
talk-cell = { $indicator }, { $period }
talk-button = { $count ->
    [0] Discutere: { $name }
    [one] 1 commento: { $name }
   *[other] { $count } commenti: { $name }
  }
talk-button-short = { $count ->
    [0] Discutere
    [one] 1 commento
   *[other] { $count } commenti
  }
talk-unread = (novità)
talk-all-button = { $count ->
    [0] Discussioni
    [one] Discussioni: 1 commento da leggere
   *[other] Discussioni: { $count } commenti da leggere
  }
talk-to-all = Tutte le discussioni
talk-none = Qui nessuno ha ancora detto nulla.
talk-start = Aprire una discussione
talk-start-hint = Una domanda, un’idea, un dubbio… @ per chiamare qualcuno
talk-send = Pubblica
talk-send-keys = Ctrl+Invio
talk-answer = Rispondere
talk-answer-hint = Rispondi…
talk-answer-send = Rispondi
talk-cancel = Annulla
talk-people = Persone da chiamare
talk-too-long = Questo commento è troppo lungo: al massimo { $most } caratteri.
talk-thread-of = Discussione aperta da { $name }
talk-resolve = È risolta
talk-reopen = Riapri
talk-resolved-by = Risolta da { $name }, { $when }
talk-resolved-count = { $count ->
    [one] 1 discussione risolta
   *[other] { $count } discussioni risolte
  }
talk-copy-link = Copia il link
talk-link-copied = Il link della discussione è stato copiato.
talk-link-searching = Stiamo cercando questa discussione. Forse è stata ritirata.
talk-not-frozen = Le discussioni restano nello spazio: non fanno mai parte di una versione fissata.
talk-arrived = { $name } ha appena risposto.
talk-calls-you = { $name } ti chiama in una discussione.
talk-read = Leggi
talk-corrected = (modificato)
talk-correct = Modifica
talk-correct-send = Salva
talk-remove = Ritira
talk-remove-sure = Ritirare questo commento? Le sue parole saranno cancellate.
talk-remove-yes = Ritira
talk-remove-no = Tieni
talk-withdrawn = { $name } ha ritirato il proprio commento.
talk-removed = Commento ritirato da { $name }.

talk-filter = Discussioni mostrate
talk-filter-open = Aperte ({ $count })
talk-filter-resolved = Risolte ({ $count })
talk-filter-calls-me = Mi chiamano ({ $count })
talk-all-read = Segna tutto come letto
talk-all-none = Nessuna discussione qui.
talk-comments = { $count ->
    [one] 1 commento
   *[other] { $count } commenti
  }
talk-unread-count = { $count ->
    [one] 1 da leggere
   *[other] { $count } da leggere
  }
