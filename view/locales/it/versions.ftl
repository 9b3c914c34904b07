# Words of the feature « versions »: the same keys in every language, one file for each feature.

version-document-title = { $workspace }, versione { $number }: { $label }
diff-document-title = Versioni { $before } e { $after } a confronto
version-number = Versione { $number }
version-untitled = Spazio senza titolo
version-open-workspace = Apri lo spazio vivo
version-contents = Sommario
version-dashboard = Cruscotto
version-objectives = Obiettivi
version-grid = Griglia di indicatori
version-readings = Rilevazioni
version-glossary = Glossario
version-decisions = Decisioni
version-people = Chi ha preso parte
version-seal = Impronta della versione

version-period = Periodo
version-frozen = Fissata
version-frozen-by = { $moment }, da { $name }
version-note = Nota
version-replaces = Sostituisce
version-replaced-by = Questa versione è stata corretta. Leggi piuttosto la
version-what-changed = Che cosa è cambiato
version-download = Scarica il file

version-seal-meaning = Questa versione non cambia mai più. La sua impronta è calcolata su tutto il contenuto: una sola lettera modificata darebbe un’altra impronta.
version-hash = Impronta (SHA-256)
version-previous-hash = Impronta della versione precedente
version-first = È la prima versione.
version-withheld = { $n ->
    [one] Un nome è stato tolto su richiesta della persona. L’impronta resta la stessa, e si verifica sempre.
   *[other] { $n } nomi sono stati tolti su richiesta delle persone. L’impronta resta la stessa, e si verifica sempre.
}
version-how-to-verify = Per verificare un file scaricato:

version-no-objective = Ancora nessun obiettivo in questa versione.
version-no-axis = Senza asse
version-no-statement = Enunciato da scrivere
version-project = Progetto: { $project }
version-no-indicator = Ancora nessun indicatore in questa versione.
version-result = Risultato
version-progress = Quota raggiunta
version-of-expected = atteso a oggi: { $value }
version-state = A che punto siamo
version-base = base: { $n }
version-disputed = due valori fra cui scegliere
version-aggregation = { $name }. { $rule }
version-levels = Livelli descritti
version-linked-objectives = Obiettivi collegati
version-no-reading = Ancora nessuna rilevazione in questa versione.
version-detail = Dettaglio
version-comment = Commento
version-typed-by = Inserito da
version-also-typed = Inserito anche: { $value }, da { $name }
version-no-term = Quel giorno il glossario era vuoto.
version-terms-count = ({ $n })
version-untitled-term = Termine senza nome
version-language-missing = Ancora nessuna parola in questa lingua.
version-gender = ({ $gender })
version-no-participant = Qui non è ancora nominato nessuno.

measure-mean = { $mean } in media
measure-withdrawn = valore tolto
measure-ratio = { $numerator } su { $denominator }
measure-level = livello { $level }: { $n }

diff-title = Che cosa è cambiato
diff-before = Prima
diff-after = Dopo
diff-added = Aggiunto
diff-removed = Tolto
diff-changed = Modificato
diff-position = Posto nell’elenco
diff-languages = Lingue del glossario
diff-nothing = Niente è cambiato fra queste due versioni.
version-print-hint = Per stampare questa pagina o conservarla in PDF: menu del browser, «Stampa».
