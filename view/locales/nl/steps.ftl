# What was undone or done again, said in passing.

step = { $way ->
    [undo] Ongedaan gemaakt: { $what }.
   *[redo] Hersteld: { $what }.
}
step-binned = ‘{ $title }’ gaat naar de prullenbak
step-back = ‘{ $title }’ is terug
step-moved = de volgorde
step-text = de tekst van ‘{ $field }’
step-value = ‘{ $field }’
step-readings = { $n ->
    [one] één waarde
   *[other] { $n } waarden
}
step-languages = de talen van de begrippenlijst
step-several = { $n } wijzigingen
step-untitled = iets zonder naam
step-overtaken = Iemand heeft hier intussen gewerkt: dat werk blijft, en er is niets veranderd.
step-elsewhere = { $page ->
    [objectives] Het staat op een andere pagina: bij de doelen.
    [indicators] Het staat op een andere pagina: bij de indicatoren.
    [readings] Het staat op een andere pagina: bij de metingen.
    [glossary] Het staat op een andere pagina: in de begrippenlijst.
    [dashboard] Het staat op een andere pagina: in het dashboard.
   *[settings] Het staat op een andere pagina: bij de instellingen.
}
