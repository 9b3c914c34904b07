# La corbeille : rien n'est perdu.

bin-title = Corbeille
bin-intro = Ce qui a été supprimé attend ici, avec tous ses textes. Un clic le remet à sa place.
bin-empty = La corbeille est vide
bin-empty-hint = Vous pouvez supprimer sans crainte : tout passe d’abord par ici.
bin-restore = Restaurer
bin-restore-named = Restaurer : { $title }
bin-restored = « { $title } » est revenu à sa place.
bin-untitled = Sans titre
bin-deleted = supprimé par { $name }, { $when }
bin-deleted-by-someone = supprimé { $when }
bin-count = { $count ->
    [0] La corbeille est vide
    [one] { $count } élément
   *[other] { $count } éléments
  }
bin-kinds = Montrer
bin-kinds-all = Tout
bin-nameless = { $count ->
    [one] { $count } élément sans titre
   *[other] { $count } éléments sans titre
  }
binned-meanwhile-by = { $name } vient de mettre à la corbeille ce que vous étiez en train d’écrire. Rien n’est perdu : vous pouvez le restaurer.
binned-meanwhile = Ce que vous étiez en train d’écrire vient d’être mis à la corbeille. Rien n’est perdu : vous pouvez le restaurer.
