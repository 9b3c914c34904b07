# Ce que les autres ont fait depuis la dernière visite.

since-title = Depuis votre dernière visite
since-button = Depuis votre dernière visite ({ $count })
since-all-seen = Tout est vu
since-none = Vous avez tout vu.
since-more = { $count ->
    [one] et 1 autre
   *[other] et { $count } autres
  }
since-mark = Changé par { $name }, { $when }
since-version = Version { $number }
since-languages = Langues du glossaire
since-two = { $one } et { $other }
since-many = { $count ->
    [one] { $one }, { $other } et 1 autre personne
   *[other] { $one }, { $other } et { $count } autres personnes
  }
since-changed = { $people ->
    [one] { $who } a modifié : { $field }
   *[other] { $who } ont modifié : { $field }
  }
since-changed-all = { $people ->
    [one] { $who } a fait des changements
   *[other] { $who } ont fait des changements
  }
since-values = { $count ->
    [one] 1 valeur saisie par { $who }
   *[other] { $count } valeurs saisies par { $who }
  }
since-added = Ajouté par { $who }
since-binned = Mis à la corbeille par { $who }
since-restored = Rétabli par { $who }
since-said = { $people ->
    [one] { $who } en a discuté
   *[other] { $who } en ont discuté
  }
since-frozen = Figée par { $who }
