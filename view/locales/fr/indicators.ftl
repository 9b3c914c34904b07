# Construire la grille d’indicateurs ensemble : le tableau et la fiche.

indicators-title = Indicateurs
indicators-intro = Un indicateur est un signe observable, décrit pour être lu deux fois de la même façon. Chacun écrit dans sa case, tout le monde voit.
indicators-count = { $count ->
    [0] aucun indicateur
    [one] { $count } indicateur
   *[other] { $count } indicateurs
  }
indicators-empty-activity = Que faites-vous que l’on puisse compter ? Des ateliers tenus, des heures de répit, des conventions signées…
indicators-empty-perceived_quality = Comment saurez-vous ce que les personnes en pensent ? Une note, une échelle décrite, une phrase.
indicators-empty-impact = Qu’est-ce qui aura changé pour les personnes, et à quoi le verrez-vous ?
indicators-add = Ajouter un indicateur
indicators-add-to = Ajouter un indicateur à la section { $category }
indicators-table = Grille d’indicateurs : { $category }

indicators-column-name = Indicateur
indicators-column-unit = Unité
indicators-column-baseline = Départ
indicators-column-target = Cible
indicators-column-frequency = Fréquence
indicators-column-source = Source
indicators-column-role = Rôle responsable
indicators-column-latest = Dernier relevé
indicators-column-progress = Progression
indicators-column-actions = Actions

indicator-unnamed = Indicateur sans nom
indicator-name = Nom de l’indicateur
indicator-name-placeholder = Un signe observable
indicator-unit = Unité
indicator-unit-placeholder = %, heures…
indicator-baseline = Départ
indicator-baseline-period = Période de départ
indicator-target = Cible
indicator-target-period = Période de la cible
indicator-frequency = Fréquence
indicator-source = Source
indicator-role = Rôle responsable
indicator-definition = Définition
indicator-definition-hint = Ce que l’on compte, et ce que l’on ne compte pas.
indicator-category = Catégorie
indicator-nature = Nature
indicator-direction = Sens souhaité
indicator-decimals = Décimales affichées
indicator-aggregation = Comment réunir les périodes
indicator-numerator = Numérateur
indicator-numerator-hint = Ce que l’on compte en haut : les personnes qui disent oui.
indicator-denominator = Dénominateur
indicator-denominator-hint = Ce que l’on compte en bas : les personnes interrogées.
indicator-collection = Comment on recueille
indicator-collection-hint = Qui, quand, avec quel outil.
indicator-disaggregation = Ventilation
indicator-disaggregation-hint = Par quartier, par âge… seulement si cela sert.
indicator-personal-data = Données personnelles
indicator-personal-data-hint = Aucune, pseudonymes, nominatives : qui y a accès et jusqu’à quand.
indicator-biases = Biais connus
indicator-biases-hint = Ce qui peut fausser la lecture, et ce que l’on fait pour en tenir compte.
indicator-agreed-by = Qui s’est mis d’accord
indicator-agreed-why = Pourquoi cet indicateur
indicator-alert = Écart à comprendre en dessous de
indicator-good = Bon à partir de
indicator-target-hint = Une cible vaut pour toute sa période : une année entière (2026), ou un seul trimestre (T4 2026), dont on ne compte alors que les relevés.
indicator-thresholds-hint = Les deux seuils sont en part de la cible. Entre les deux, on est en chemin.

indicator-aggregation-sum-words = Les relevés s’additionnent. La cible vaut pour toute sa période : à mi-parcours, on en attend la moitié.
indicator-aggregation-ratio-words = On additionne ce que l’on compte en haut, puis ce que l’on compte en bas, et l’on divise. Jamais une moyenne de pourcentages : un petit groupe ne pèse pas autant qu’un grand.
indicator-aggregation-weighted_mean-words = Chaque moyenne compte autant que le nombre de réponses qui la porte.
indicator-aggregation-distribution-words = On compte les réponses à chaque niveau décrit. La moyenne est donnée à titre indicatif.

indicator-levels = Niveaux décrits
indicator-levels-hint = De 2 à 7 niveaux, du moins au plus favorable, avec les mots des personnes.
indicator-level = Niveau { $level }
indicator-level-placeholder = Ce que l’on entend, ce que l’on voit à ce niveau
indicator-level-add = Ajouter un niveau
indicator-level-remove = Retirer le niveau { $level }

indicator-open = Ouvrir la fiche
indicator-open-short = Fiche
indicator-sheet = Fiche de l’indicateur : { $name }
indicator-menu = Actions de l’indicateur
indicator-up = Monter
indicator-down = Descendre
indicator-to-category = Passer en { $category }
indicator-delete = Mettre à la corbeille
indicator-deleted = « { $name } » est dans la corbeille.

indicator-part-essential = L’essentiel
indicator-part-figure = Où l’on en est
indicator-part-bounds = Départ et cible
indicator-part-calculation = Calcul
indicator-part-collection = Recueil
indicator-part-care = Prudence
indicator-part-agreement = Accord
indicator-part-objectives = Objectifs reliés
indicator-part-words = Mots du glossaire

indicator-no-reading = pas encore de relevé
indicator-no-target = pas encore de cible
indicator-progress-of = { $percent } de la cible
indicator-aggregate = Ensemble de la période
indicator-expected-now = attendu à ce jour : { $value }
indicator-expected = Attendu à ce jour
indicator-latest = Dernier relevé
indicator-answers = { $count ->
    [one] sur { $count } réponse
   *[other] sur { $count } réponses
  }
indicator-disputed = Deux valeurs à départager
indicator-disputed-short = Deux valeurs
indicator-disputed-hint = Deux personnes ont saisi une valeur en même temps. Les deux sont gardées : choisissez dans les relevés.
indicator-series = Relevés, période par période

indicator-objectives-none = Aucun objectif relié pour l’instant.
indicator-objective-link = Relier un objectif
indicator-objective-search = Chercher un objectif
indicator-objective-choose = Relier : { $statement }
indicator-objective-unlink = Ne plus relier : { $statement }
indicator-objective-none-found = Aucun objectif ne contient ces mots.
