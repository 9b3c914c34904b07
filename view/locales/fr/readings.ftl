# Saisir les relevés : la table, les cases, leur détail.

readings-title = Relevés
readings-intro = Une ligne par indicateur, une case par période. Tapez un nombre directement dans sa case, ou ouvrez la case pour le reste. Virgule, point et espaces : tout est compris.
readings-years = Année affichée
readings-year-before = Année précédente
readings-year-after = Année suivante
readings-waiting = { $count ->
    [0] Tout est saisi à ce jour
    [one] { $count } case à compléter
   *[other] { $count } cases à compléter
  }
readings-only-waiting = Seulement les indicateurs à compléter
readings-nothing-waiting = Rien à compléter pour cette année : tout est là.
readings-empty = Pas encore d’indicateur à relever
readings-empty-hint = Commencez par la grille d’indicateurs : dès qu’un indicateur existe, sa ligne apparaît ici.
readings-empty-link = Ouvrir la grille d’indicateurs
readings-table = Relevés de { $year }, par indicateur et par période
readings-indicator = Indicateur
readings-indicator-unnamed = Indicateur sans nom
readings-to-date = À ce jour / cible
readings-also = Aussi saisi :

readings-cell = { $indicator }, { $period }
readings-details = Détails : { $indicator }, { $period }
readings-fill = à saisir
readings-disputed = { $count } valeurs saisies en même temps
readings-disputed-short = { $count } valeurs
readings-commented = avec un commentaire
readings-not-a-number = Un nombre est attendu ici, par exemple 12,5.
readings-meanwhile = { $name } a saisi { $value } pendant que vous écriviez.
readings-of = { $numerator } sur { $denominator }
readings-n = n = { $count }
readings-mean = moyenne indicative
readings-mean-short = moy. { $value }

readings-target = cible { $value }
readings-expected = attendu à ce jour { $value }
readings-no-target = pas encore de cible

readings-editor = { $indicator } · { $period }
readings-value = Valeur
readings-value-unit = Valeur ({ $unit })
readings-numerator = Combien
readings-denominator = Sur combien
readings-level = Niveau { $level } : { $label }
readings-level-plain = Niveau { $level }
readings-mean-label = Moyenne
readings-mean-unit = Moyenne ({ $unit })
readings-n-label = Nombre de réponses (n)
readings-levels-legend = Combien de réponses par niveau
readings-preview = Ce qui sera enregistré
readings-preview-waiting = Remplissez les champs pour voir le résultat.
readings-ratio-hint = Le pourcentage est calculé. Sur plusieurs périodes, on additionne d’abord chacun des deux nombres.
readings-mean-hint = Sur plusieurs périodes, la moyenne est pondérée par le nombre de réponses.
readings-levels-hint = Sur plusieurs périodes, on additionne les réponses de chaque niveau. La moyenne reste indicative.
readings-zero-denominator = Ce nombre doit être plus grand que zéro : c’est sur lui que l’on compte.
readings-beyond-all = C’est plus de 100 % : est-ce bien ce que vous vouliez dire ? Sinon, les deux nombres sont peut-être inversés.
readings-whole = Un nombre entier est attendu ici : zéro ou plus.
readings-comment = Commentaire
readings-comment-hint = Ce qui aide à lire cette valeur : une enquête retardée, un changement de méthode…
readings-save = Enregistrer la valeur
readings-withdraw = Retirer la valeur
readings-withdraw-hint = La case redevient vide ; l’historique garde tout.
readings-take-it = Reprendre cette valeur
readings-previous-cell = Période précédente : { $period }
readings-next-cell = Période suivante : { $period }
readings-choose = Deux valeurs ont été saisies en même temps : laquelle garder ?
readings-choose-hint = Rien n’est perdu : l’autre reste dans l’historique.
readings-keep = Garder { $value }
readings-by = saisi par { $name }, { $when }
readings-history-count = Historique ({ $count })
readings-history-empty = Personne n’a encore saisi de valeur ici.
readings-history-withdrawn = valeur retirée
readings-history-current = valeur actuelle

readings-verbatims-hint = Les mots de celles et ceux que l’on écoute, tels qu’ils ont accepté d’être cités. Ils s’enregistrent à mesure que vous écrivez.
readings-verbatim-add = Ajouter une parole
readings-verbatim-speaker-hint = Par exemple : aidante, 58 ans
readings-verbatim-delete = Mettre cette parole à la corbeille
readings-verbatim-deleted = La parole est dans la corbeille.
readings-cell-says = { $cell } :
