# La grille des relevés : s’y déplacer, y coller, y recopier, la trier et la filtrer pour soi.

grid-keys = Flèches : se déplacer. Tapez un nombre ou F2 : saisir. Entrée : enregistrer et descendre. Échap : annuler. Maj+F2 : commentaire, historique et détails.

grid-filter = Trier et filtrer, pour vous seulement
grid-search = Rechercher
grid-category = Catégorie
grid-all-categories = Toutes
grid-owner = Responsable
grid-all-owners = Tout le monde
grid-sort = Trier par
grid-sort-category = Catégorie (ordre commun)
grid-sort-name = Nom, de A à Z
grid-sort-name-down = Nom, de Z à A
grid-sort-standing = Avancement, du plus petit au plus grand
grid-sort-standing-down = Avancement, du plus grand au plus petit
grid-sort-last = Dernière valeur, de la plus petite à la plus grande
grid-sort-last-down = Dernière valeur, de la plus grande à la plus petite
grid-shown = { $count ->
    [0] Aucun indicateur affiché sur { $all }
    [one] { $count } indicateur affiché sur { $all }
   *[other] { $count } indicateurs affichés sur { $all }
}
grid-filter-clear = Tout afficher
grid-again = Trier et filtrer à nouveau
grid-nothing = Aucun indicateur ne correspond. Élargissez la recherche, ou affichez tout.

grid-more = { $count ->
    [one] Afficher la suite : encore { $count } indicateur
   *[other] Afficher la suite : encore { $count } indicateurs
}

grid-width = Largeur de la colonne { $column }
grid-width-pixels = { $count ->
    [one] { $count } pixel
   *[other] { $count } pixels
}
grid-width-own = automatique

grid-bar = La sélection
grid-selected = { $count ->
    [0] Aucune case sélectionnée
    [one] { $count } case sélectionnée
   *[other] { $count } cases sélectionnées
}
grid-copy = Copier
grid-copied = Copié : vous pouvez le coller dans un tableur.
grid-not-copied = Votre navigateur n’a pas permis la copie. Sélectionnez les cases, puis Ctrl+C.
grid-fill-down = Recopier vers le bas
grid-withdraw = Retirer les valeurs
grid-details = Commentaire et historique
grid-help = Touches de la grille

grid-needs-ratio = Deux nombres sont attendus ici : combien, sur combien. Par exemple 44/94.
grid-needs-sheet = Cette case demande plusieurs nombres : ouvrez-la pour les saisir.
grid-other-kind = Cet indicateur se mesure autrement.

grid-report-close = Fermer ce compte rendu
grid-entered = { $count ->
    [0] Aucune nouvelle valeur.
    [one] { $count } valeur enregistrée.
   *[other] { $count } valeurs enregistrées.
}
grid-replaced = { $count ->
    [one] { $count } en a remplacé une autre, que l’historique garde.
   *[other] { $count } en ont remplacé d’autres, que l’historique garde.
}
grid-same = { $count ->
    [one] { $count } y était déjà.
   *[other] { $count } y étaient déjà.
}
grid-kept = { $count ->
    [one] { $count } case reste comme elle était :
   *[other] { $count } cases restent comme elles étaient :
}
grid-kept-text = « { $text } ».
grid-kept-more = { $count ->
    [one] et { $count } autre.
   *[other] et { $count } autres.
}
grid-read-only = { $count ->
    [one] { $count } valeur tombait sur un nom ou un total : ils ne se collent pas.
   *[other] { $count } valeurs tombaient sur des noms ou des totaux : ils ne se collent pas.
}
grid-outside = { $count ->
    [one] { $count } valeur dépassait de la grille.
   *[other] { $count } valeurs dépassaient de la grille.
}

grid-help-title = Les touches de la grille
grid-help-paste = Collez depuis Excel ou LibreOffice : virgule, espaces et signe % sont compris, une case vide ne change rien, et une seule valeur remplit toute la sélection. Un seul Ctrl+Z annule tout le collage.
grid-key-move = Flèches
grid-key-move-does = aller d’une case à l’autre ; avec Ctrl, jusqu’au bord
grid-key-home = Début, Fin
grid-key-home-does = première et dernière période de la ligne, puis le nom et le total
grid-key-ctrl-home = Ctrl+Début, Ctrl+Fin
grid-key-ctrl-home-does = première et dernière case
grid-key-page = Page préc., Page suiv.
grid-key-page-does = monter ou descendre d’un écran
grid-key-type = Chiffres
grid-key-type-does = remplacer la valeur
grid-key-edit = F2, Entrée, double clic
grid-key-edit-does = modifier la valeur, ou ouvrir la case qui en demande plusieurs
grid-key-enter = Entrée, pendant la saisie
grid-key-enter-does = enregistrer et descendre ; avec Maj, monter
grid-key-tab = Tab, pendant la saisie
grid-key-tab-does = enregistrer et aller à droite ; avec Maj, à gauche. Sinon, Tab quitte la grille.
grid-key-escape = Échap
grid-key-escape-does = annuler la saisie
grid-key-select = Maj+flèches
grid-key-select-does = sélectionner plusieurs cases
grid-key-all = Ctrl+A, Maj+Espace, Ctrl+Espace
grid-key-all-does = sélectionner tout, la ligne, la colonne
grid-key-delete = Suppr
grid-key-delete-does = retirer les valeurs sélectionnées ; l’historique les garde
grid-key-copy = Ctrl+C, Ctrl+X, Ctrl+V
grid-key-copy-does = copier, couper, coller
grid-key-fill = Ctrl+D
grid-key-fill-does = recopier vers le bas ; ou tirez le coin de la sélection
grid-key-details = Maj+F2
grid-key-details-does = commentaire, historique et détails de la case
grid-key-head = Haut, depuis la première ligne
grid-key-head-does = en-têtes : Entrée trie, F2 puis les flèches changent la largeur

undo-overwritten = D’autres ont écrit depuis dans ces cases : leurs valeurs restent.
