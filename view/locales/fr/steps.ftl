# What was undone or done again, said in passing.

step = { $way ->
    [undo] Annulé : { $what }.
   *[redo] Rétabli : { $what }.
}
step-binned = « { $title } » part à la corbeille
step-back = « { $title } » revient
step-moved = l’ordre des éléments
step-text = le texte de « { $field } »
step-value = « { $field } »
step-readings = { $n ->
    [one] une valeur
   *[other] { $n } valeurs
}
step-languages = les langues du glossaire
step-several = { $n } modifications
step-untitled = un élément sans nom
step-overtaken = Quelqu’un est passé par là depuis : son travail reste, et rien n’a été changé.
step-elsewhere = { $page ->
    [objectives] C’est sur une autre page : dans les objectifs.
    [indicators] C’est sur une autre page : dans les indicateurs.
    [readings] C’est sur une autre page : dans les relevés.
    [glossary] C’est sur une autre page : dans le glossaire.
    [dashboard] C’est sur une autre page : dans le tableau de bord.
   *[settings] C’est sur une autre page : dans les réglages.
}
