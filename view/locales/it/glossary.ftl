# Il glossario comune: dei concetti, e le loro parole in ogni lingua.

glossary-title = Glossario
glossary-intro = Un concetto per scheda, con le sue parole fianco a fianco in ogni lingua. Anche un disaccordo ha il suo posto qui: scrivetelo, aiuta chi verrà dopo.
glossary-add = Aggiungi un termine
glossary-search = Cerca nel glossario
glossary-search-hint = Una parola, in qualsiasi lingua
glossary-filter-status = Stato
glossary-filter-any-status = Tutti gli stati
glossary-filter-missing = Lingua da completare
glossary-filter-any-lang = Senza filtro
glossary-order = Ordine
glossary-order-chosen = Scelto insieme
glossary-order-alphabetical = Dalla A alla Z
glossary-languages = Lingue mostrate
glossary-language-shown = Lingua mostrata
glossary-language-remove-hint = Le parole scritte in questa lingua restano in memoria: tornano se la si aggiunge di nuovo.
glossary-languages-manage = Lingue del glossario
glossary-languages-none = Scegliete una prima lingua per cominciare il glossario.
glossary-count = { $count ->
    [one] { $count } termine
   *[other] { $count } termini
  }
glossary-count-of = { $shown } su { $count } termini
glossary-empty = Il glossario aspetta la sua prima parola
glossary-empty-hint = Prendete una parola che tutti usano e che nessuno definisce allo stesso modo: è un buon inizio.
glossary-nothing-found = Nessun termine corrisponde
glossary-clear = Cancella la ricerca e i filtri

glossary-open = Apri
glossary-open-named = Apri: { $term }
glossary-close = Richiudi
glossary-close-named = Richiudi: { $term }
glossary-term-unnamed = Termine senza nome
glossary-missing = da completare: { $languages }
glossary-missing-term = ancora nessun termine
glossary-missing-definition = ancora nessuna definizione
glossary-disagreement = Disaccordo aperto
glossary-more = Azioni: { $term }
glossary-delete = Metti nel cestino
glossary-deleted = «{ $term }» è nel cestino.

glossary-field-disagreement-hint = Chi intende che cosa, e perché? Non serve decidere adesso.
glossary-field-variants-hint-plain = Una per riga
glossary-field-variants-hint = Una per riga. Per una regione: fr-BE: bilan sociétal
glossary-field-false-friends-hint = Uno per riga
glossary-related-none = Per ora nessun termine collegato.
glossary-related-add = Collega un termine
glossary-related-choose = Scegli un termine…
glossary-related-remove = Scollega da { $term }
glossary-related-go = Vai a { $term }

glossary-gender-short-feminine = f.
glossary-gender-short-masculine = m.
glossary-gender-short-neuter = n.
glossary-gender-short-common = c.
