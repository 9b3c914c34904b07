# Écrire les objectifs ensemble : les axes, les cartes, ce qui les relie.

objectives-title = Objectifs
objectives-intro = Un objectif dit ce qui va changer, pour qui, et d’ici quand. Écrivez d’abord avec vos mots : le coach aide à préciser, sans jamais bloquer.
objectives-filter = Afficher
objectives-filter-all = Tous
objectives-filter-count = { $label } ({ $count })
objectives-filter-hidden = { $count ->
    [one] { $count } objectif n’est pas affiché par ce filtre.
   *[other] { $count } objectifs ne sont pas affichés par ce filtre.
  }
objectives-filter-none-here = Aucun objectif de ce statut sous cet axe.
objectives-filter-clear = Tout afficher
objectives-open-all = Ouvrir tous les détails
objectives-close-all = Refermer tous les détails

objectives-empty = Par où commencer ?
objectives-empty-hint = Un axe rassemble les objectifs d’une même intention ou d’un même projet. Ajoutez le premier, ou écrivez tout de suite un objectif : vous le rangerez ensuite.
objectives-empty-reader = Personne n’a encore écrit d’objectif ici. Ils apparaîtront dès qu’ils seront écrits.

axis-add = Ajouter un axe
axis-label = Nom de l’axe
axis-label-placeholder = Une intention en quelques mots, par exemple : rompre l’isolement
axis-unnamed = Axe sans nom
axis-project = Projet
axis-project-placeholder = Projet (facultatif)
axis-none = Sans axe
axis-none-hint = Ces objectifs attendent d’être rangés sous un axe.
axis-menu = Actions de l’axe
axis-up = Monter l’axe
axis-down = Descendre l’axe
axis-color = Couleur de l’axe
axis-color-0 = Bleu
axis-color-1 = Terre cuite
axis-color-2 = Vert
axis-color-3 = Violet
axis-color-4 = Ocre
axis-color-5 = Pétrole
axis-delete = Mettre l’axe à la corbeille
axis-deleted = L’axe « { $label } » est dans la corbeille. Ses objectifs restent là, sans axe.
axis-deleted-empty = L’axe « { $label } » est dans la corbeille.
axis-empty = Quel changement voulez-vous voir ici, et pour qui ?
axis-empty-hint = Commencez par une phrase, même imparfaite. Par exemple : « D’ici au 31 décembre, 30 proches aidants disent se sentir moins seuls. »

objective-add = Ajouter un objectif
objective-add-to = Ajouter un objectif à l’axe { $label }
objective-add-loose = Ajouter un objectif sans axe
objective-statement = Énoncé de l’objectif
objective-statement-placeholder = Ce qui va changer, pour qui, d’ici quand…
objective-unnamed = Objectif sans énoncé
objective-card = Objectif { $number }
objective-audience = Pour qui
objective-status = Statut
objective-role = Rôle qui en répond
objective-role-placeholder = Par exemple : coordinatrice
objective-due = Échéance

objective-open = Ouvrir les détails
objective-close = Refermer les détails
objective-menu = Actions de l’objectif
objective-up = Monter
objective-down = Descendre
objective-change-axis = Changer d’axe
objective-delete = Mettre à la corbeille
objective-deleted = « { $name } » est dans la corbeille.
objective-moved-to = L’objectif est maintenant sous { $label }.

moved-to = Place { $place } sur { $count }.

objective-coach = Le coach demande
objective-coach-more = { $count ->
    [one] et { $count } autre question
   *[other] et { $count } autres questions
  }
objective-coach-done = Le coach n’a plus de question. Belle formulation !
objective-coach-start = Écrivez une première phrase : le coach vous aidera à la préciser.
objective-coach-note = Ce sont des questions, pas des obligations.

objective-smart = Notes SMART
objective-smart-hint = Pour chaque lettre, ce que vous vous êtes dit.
objective-smart-filled = { $count } sur 5 notées
objective-smart-specific = Spécifique
objective-smart-specific-hint = De qui, de quoi parle-t-on exactement ?
objective-smart-measurable = Mesurable
objective-smart-measurable-hint = À quoi verra-t-on le changement ? Départ et cible.
objective-smart-achievable = Atteignable
objective-smart-achievable-hint = Qu’est-ce qui rend la cible possible ?
objective-smart-relevant = Réaliste et pertinent
objective-smart-relevant-hint = À quelle partie de la mission cela répond-il ?
objective-smart-time_bound = Temporel
objective-smart-time_bound-hint = Pour quand, avec quels points d’étape ?

objective-indicators = Indicateurs reliés
objective-indicators-none = Aucun indicateur relié pour l’instant.
objective-indicators-count = { $count ->
    [0] aucun indicateur
    [one] { $count } indicateur
   *[other] { $count } indicateurs
  }
objective-indicator-link = Relier un indicateur
objective-indicator-search = Chercher un indicateur
objective-indicator-search-hint = Quelques lettres de son nom
objective-indicator-choose = Relier : { $name }
objective-indicator-unlink = Ne plus relier : { $name }
objective-indicator-open = Ouvrir la fiche : { $name }
objective-indicator-create = Créer l’indicateur
objective-indicator-create-named = Créer l’indicateur « { $name } »
objective-indicator-none-found = Aucun indicateur ne porte ce nom. Vous pouvez le créer ici.
objective-indicator-all-linked = Tous les indicateurs existants sont déjà reliés.
objective-picker-close = Fermer le choix

objective-words = Mots du glossaire
objective-word = { $term } : voir la définition convenue
