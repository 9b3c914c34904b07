# Le glossaire commun : des notions, et leurs mots dans chaque langue.

glossary-title = Glossaire
glossary-intro = Une notion par carte, ses mots dans chaque langue côte à côte. Un désaccord a sa place ici : écrivez-le, il aide les suivants.
glossary-add = Ajouter un terme
glossary-search = Chercher dans le glossaire
glossary-search-hint = Un mot, dans n’importe quelle langue
glossary-filter-status = Statut
glossary-filter-any-status = Tous les statuts
glossary-filter-missing = Langue à compléter
glossary-filter-any-lang = Sans filtre
glossary-order = Ordre
glossary-order-chosen = Choisi ensemble
glossary-order-alphabetical = De A à Z
glossary-languages = Langues affichées
glossary-language-shown = Langue affichée
glossary-language-remove-hint = Les mots écrits dans cette langue restent en mémoire : ils reviennent si on la rajoute.
glossary-languages-manage = Langues du glossaire
glossary-languages-none = Choisissez une première langue pour commencer le glossaire.
glossary-count = { $count ->
    [one] { $count } terme
   *[other] { $count } termes
  }
glossary-count-of = { $shown } sur { $count } termes
glossary-empty = Le glossaire attend son premier mot
glossary-empty-hint = Prenez un mot que tout le monde emploie et que personne ne définit de la même façon : c’est un bon début.
glossary-nothing-found = Aucun terme ne correspond
glossary-clear = Effacer la recherche et les filtres

glossary-open = Ouvrir
glossary-open-named = Ouvrir : { $term }
glossary-close = Refermer
glossary-close-named = Refermer : { $term }
glossary-term-unnamed = Terme sans nom
glossary-missing = à compléter : { $languages }
glossary-missing-term = pas encore de terme
glossary-missing-definition = pas encore de définition
glossary-disagreement = Désaccord ouvert
glossary-more = Actions : { $term }
glossary-delete = Mettre à la corbeille
glossary-deleted = « { $term } » est dans la corbeille.

glossary-field-disagreement-hint = Qui entend quoi, et pourquoi ? Pas besoin de trancher maintenant.
glossary-field-variants-hint-plain = Une par ligne
glossary-field-variants-hint = Une par ligne. Pour une région : fr-BE : bilan sociétal
glossary-field-false-friends-hint = Un par ligne
glossary-related-none = Aucun terme lié pour l’instant.
glossary-related-add = Lier un terme
glossary-related-choose = Choisir un terme…
glossary-related-remove = Ne plus lier à { $term }
glossary-related-go = Aller à { $term }

glossary-gender-short-feminine = f.
glossary-gender-short-masculine = m.
glossary-gender-short-neuter = n.
glossary-gender-short-common = c.
