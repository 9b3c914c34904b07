# Composer le tableau de bord : les commandes autour des blocs.

dashboard-edit-title = Tableau de bord
dashboard-edit-intro = Composez-le ensemble : ajoutez un bloc, donnez-lui un titre, choisissez ce qu’il montre. Il se met à jour à chaque relevé.
dashboard-edit-presentation = Présentation
dashboard-edit-leave-presentation = Quitter la présentation
dashboard-edit-add = Ajouter un bloc
dashboard-edit-empty = Le tableau de bord est encore vide
dashboard-edit-empty-hint = Commencez par l’essentiel en quelques phrases, puis une ou deux images. Trois blocs bien choisis valent mieux que dix.
dashboard-edit-starter = Proposer trois blocs pour commencer
dashboard-edit-starter-essential = L’essentiel
dashboard-edit-starter-gauges = Où en sommes-nous ?
dashboard-edit-starter-decisions = Ce que nous décidons
dashboard-edit-block = Bloc : { $title }
dashboard-edit-block-untitled = Bloc sans titre
dashboard-edit-change = Modifier
dashboard-edit-change-named = Modifier le bloc : { $title }
dashboard-edit-done = Terminé
dashboard-edit-done-named = Terminé : { $title }
dashboard-edit-field-comment = Commentaire
dashboard-edit-all-shown = Sans choix, tout est montré.
dashboard-edit-indicators-none = Aucun indicateur de la grille ne convient à cette forme pour l’instant.
dashboard-edit-delete = Mettre à la corbeille
dashboard-edit-delete-named = Mettre à la corbeille : { $title }
dashboard-edit-deleted = Le bloc « { $title } » est dans la corbeille.

dashboard-edit-kind-essential-hint = quelques phrases que l’on retient
dashboard-edit-kind-gauges-hint = où en est chaque indicateur par rapport à sa cible
dashboard-edit-kind-line-hint = comment les valeurs évoluent dans le temps
dashboard-edit-kind-distribution-hint = comment les réponses se partagent entre les niveaux
dashboard-edit-kind-verbatims-hint = les mots des personnes écoutées
dashboard-edit-kind-decisions-hint = ce qui a été décidé ensemble
dashboard-edit-kind-text-hint = un mot d’introduction, une explication

dashboard-edit-decisions = Décisions à tenir à jour
dashboard-edit-decision-add = Ajouter une décision
dashboard-edit-decision-delete = Mettre cette décision à la corbeille
dashboard-edit-decision-deleted = La décision est dans la corbeille.
dashboard-edit-blocks = Les blocs
