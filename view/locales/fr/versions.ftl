# Words of the feature « versions »: the same keys in both languages, one file for each feature.

version-document-title = { $workspace }, version { $number } : { $label }
diff-document-title = Versions { $before } et { $after } comparées
version-number = Version { $number }
version-untitled = Espace sans titre
version-open-workspace = Ouvrir l’espace vivant
version-contents = Sommaire
version-dashboard = Tableau de bord
version-objectives = Objectifs
version-grid = Grille d’indicateurs
version-readings = Relevés
version-glossary = Glossaire
version-decisions = Décisions
version-people = Qui a pris part
version-seal = Empreinte de la version

version-period = Période
version-frozen = Figée le
version-frozen-by = { $moment }, par { $name }
version-note = Note
version-replaces = Remplace
version-replaced-by = Cette version a été corrigée. Lire plutôt la
version-what-changed = Ce qui a changé
version-download = Télécharger le fichier

version-seal-meaning = Cette version ne change plus jamais. Son empreinte est calculée sur tout son contenu : une seule lettre modifiée donnerait une autre empreinte.
version-hash = Empreinte (SHA-256)
version-previous-hash = Empreinte de la version précédente
version-first = C’est la première version.
version-withheld = { $n ->
    [one] Un nom a été retiré à la demande de la personne. L’empreinte reste la même, et se vérifie toujours.
   *[other] { $n } noms ont été retirés à la demande des personnes. L’empreinte reste la même, et se vérifie toujours.
}
version-how-to-verify = Pour vérifier un fichier téléchargé :

version-no-objective = Pas encore d’objectif dans cette version.
version-no-axis = Sans axe
version-no-statement = Énoncé à écrire
version-project = Projet : { $project }
version-no-indicator = Pas encore d’indicateur dans cette version.
version-result = Résultat
version-progress = Part atteinte
version-of-expected = attendu à ce jour : { $value }
version-state = Où nous en sommes
version-base = base : { $n }
version-disputed = deux valeurs à départager
version-aggregation = { $name }. { $rule }
version-levels = Niveaux décrits
version-linked-objectives = Objectifs reliés
version-no-reading = Pas encore de relevé dans cette version.
version-detail = Détail
version-comment = Commentaire
version-typed-by = Saisi par
version-also-typed = Aussi saisi : { $value }, par { $name }
version-no-term = Le glossaire était vide ce jour-là.
version-terms-count = ({ $n })
version-untitled-term = Terme sans nom
version-language-missing = Pas encore de mot dans cette langue.
version-gender = ({ $gender })
version-no-participant = Personne n’est encore nommé ici.

measure-mean = { $mean } en moyenne
measure-withdrawn = valeur retirée
measure-ratio = { $numerator } sur { $denominator }
measure-level = niveau { $level } : { $n }

diff-title = Ce qui a changé
diff-before = Avant
diff-after = Après
diff-added = Ajouté
diff-removed = Retiré
diff-changed = Modifié
diff-position = Place dans la liste
diff-languages = Langues du glossaire
diff-nothing = Rien n’a changé entre ces deux versions.
version-print-hint = Pour imprimer cette page ou la garder en PDF : menu de votre navigateur, « Imprimer ».
