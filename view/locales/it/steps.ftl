# What was undone or done again, said in passing.

step = { $way ->
    [undo] Annullato: { $what }.
   *[redo] Ripristinato: { $what }.
}
step-binned = «{ $title }» va nel cestino
step-back = «{ $title }» ritorna
step-moved = l’ordine degli elementi
step-text = il testo di «{ $field }»
step-value = «{ $field }»
step-readings = { $n ->
    [one] un valore
   *[other] { $n } valori
}
step-languages = le lingue del glossario
step-several = { $n } modifiche
step-untitled = un elemento senza nome
step-overtaken = Nel frattempo qualcuno ha lavorato qui: il suo lavoro resta e nulla è stato cambiato.
step-elsewhere = { $page ->
    [objectives] È in un’altra pagina: negli obiettivi.
    [indicators] È in un’altra pagina: negli indicatori.
    [readings] È in un’altra pagina: nelle rilevazioni.
    [glossary] È in un’altra pagina: nel glossario.
    [dashboard] È in un’altra pagina: nel cruscotto.
   *[settings] È in un’altra pagina: nelle impostazioni.
}
