# Words of the feature « dashboard »: the same keys in both languages, one file for each feature.

dashboard-empty = Le tableau de bord n’a pas encore de bloc.
dashboard-see-data = Voir les données
dashboard-measure = Repère
dashboard-value = Valeur
dashboard-period = Période
dashboard-cumulative = Cumul
dashboard-level = Niveau
dashboard-answers = Réponses
dashboard-share = Part
dashboard-baseline = Départ
dashboard-target = Cible
dashboard-expected-now = Attendu à ce jour
dashboard-latest = Dernier relevé
dashboard-aggregate = Ensemble des relevés
dashboard-progress = Part de ce qui est attendu
dashboard-n = Nombre de réponses ou de cas
dashboard-state = Où nous en sommes
dashboard-mark = { $mark } : { $figure }
dashboard-figure-dated = { $value } ({ $period })
dashboard-sentence = { $text }.

dashboard-gauge-target = { $name } : { $value } pour une cible de { $target }, soit { $progress }. { $state }.
dashboard-gauge-expected = { $name } : { $value } pour une cible de { $target }, soit { $progress } de ce qui est attendu à ce jour. { $state }.
dashboard-gauge-value = { $name } : { $value }. { $state }.
dashboard-gauge-empty = { $name } : pas encore de relevé.

dashboard-line-one = { $name } : { $value } ({ $period }).
dashboard-line-from-to = { $name } : de { $first } ({ $from }) à { $last } ({ $to }).
dashboard-line-cumulative = { $name }, cumul : de { $first } ({ $from }) à { $last } ({ $to }).

dashboard-spread = { $name }, { $n ->
    [one] { $n } réponse
   *[other] { $n } réponses
} : { $levels }.
dashboard-spread-level = niveau { $level } ({ $label }) { $n }, soit { $share }
dashboard-spread-summary = { $n ->
    [one] { $n } réponse
   *[other] { $n } réponses
}, moyenne indicative { $mean }.

dashboard-quote = « { $text } »

dashboard-nothing-to-draw = Il manque une cible ou un relevé pour dessiner le chemin.
dashboard-no-reading = Pas encore de relevé : la courbe apparaîtra avec le premier.
dashboard-no-answer = Pas encore de réponse : la répartition apparaîtra avec le premier relevé.
dashboard-no-indicator = Aucun indicateur n’est choisi pour ce bloc.
dashboard-no-text = Ce bloc attend ses premières phrases.
dashboard-no-verbatim = Pas encore de parole recueillie.
dashboard-no-decision = Pas encore de décision notée.
dashboard-level-unnamed = pas encore décrit
