# Figer et retrouver les versions.

versions-live-title = Versions
versions-live-intro = Une version garde tout, tel que c’était ce jour-là : objectifs, grille, relevés, mots et tableau de bord. Elle ne change plus jamais.
versions-live-freeze = Figer une version
versions-live-freeze-hint = Ce que vous voyez maintenant sera gardé tel quel, avec la liste des participants. L’espace, lui, reste ouvert.
versions-live-label = Nom de la version
versions-live-label-needed = Donnez un nom à cette version.
versions-live-period = Période
versions-live-period-hint = Par exemple T2 2025
versions-live-note = Note
versions-live-note-hint = Ce que cette version raconte, ou pour qui elle est faite.
versions-live-replaces = Corrige une version
versions-live-replaces-none = Non, c’est une nouvelle version
versions-live-confirm = Figer
versions-live-cancel = Annuler
versions-live-close = Fermer
versions-live-freezing = Un instant…
versions-live-frozen = La version « { $label } » est figée.
versions-live-open-frozen = Ouvrir la version figée
versions-live-failed = La version n’a pas pu être figée. Rien n’est perdu : réessayez dans un instant.
versions-live-failed-offline = Pas de connexion pour l’instant : figer demande le serveur. Réessayez dès que la connexion revient.
versions-live-list = Versions figées
versions-live-loading = Un instant…
versions-live-load-failed = La liste des versions n’a pas pu être lue.
versions-live-retry = Réessayer
versions-live-empty = Pas encore de version figée
versions-live-empty-hint = Quand vous serez d’accord sur un état, figez-le : vous pourrez le rouvrir, l’imprimer et voir ce qui a bougé depuis.
versions-live-empty-reader = Elles apparaîtront ici dès que l’animation en figera une.
versions-live-number = n° { $number }
versions-live-open = Ouvrir
versions-live-open-named = Ouvrir { $label }
versions-live-download = Télécharger (JSON)
versions-live-download-named = Télécharger { $label } (JSON)
versions-live-correct-hint = Une correction fait une nouvelle version, avec ce que vous voyez maintenant. L’ancienne reste telle quelle et dit qu’elle a été corrigée.
versions-live-correct = Corriger cette version
versions-live-correct-named = Corriger { $label }
versions-live-by = figée par { $name }, { $when }
versions-live-replaced = corrigée par la version { $number }
versions-live-replaces-mark = corrige la version { $number }
versions-live-compare-select = Choisir { $label } pour comparer
versions-live-compare-hint = Cochez deux versions pour voir ce qui a changé de l’une à l’autre.
versions-live-compare-two = Comparer { $before } et { $after }
versions-live-correct-short = Corriger

version-restore = Reprendre cette version
version-restore-named = Reprendre cette version : { $label }
version-restore-title = Reprendre « { $label } » ?
version-restore-unread = La version n’a pas pu être lue.
version-restore-intro = L’espace redira ce que disait cette version. Tout le monde le verra aussitôt.
version-restore-same = L’espace dit déjà ce que dit cette version : il n’y a rien à reprendre.
version-restore-nothing-lost = Les textes reprennent leur état d’alors, ce qui a été ajouté depuis attend dans la corbeille, et « Annuler » rend tout d’un seul coup. Les versions figées ne changent pas. Pour garder aussi une trace d’aujourd’hui, figez d’abord une version.
version-restore-back = { $count ->
    [one] Un élément revient
   *[other] { $count } éléments reviennent
  }
version-restore-changed = { $count ->
    [one] Un élément redevient comme il était
   *[other] { $count } éléments redeviennent comme ils étaient
  }
version-restore-gone = { $count ->
    [one] Un élément ajouté depuis va à la corbeille
   *[other] { $count } éléments ajoutés depuis vont à la corbeille
  }
version-restore-more = { $count ->
    [one] et un autre
   *[other] et { $count } autres
  }
version-restore-recorded = { $count ->
    [one] Un relevé de la version, dont l’espace n’a plus de trace, est saisi à nouveau à votre nom.
   *[other] { $count } relevés de la version, dont l’espace n’a plus de trace, sont saisis à nouveau à votre nom.
  }
version-restore-staying = { $count ->
    [one] Un relevé saisi ou retiré depuis reste tel quel : un relevé est un fait, il ne s’efface pas.
   *[other] { $count } relevés saisis ou retirés depuis restent tels quels : un relevé est un fait, il ne s’efface pas.
  }
version-restore-too-large = Cette version est trop éloignée de l’espace d’aujourd’hui pour être reprise d’un seul geste. Ouvrez-la et recopiez ce dont vous avez besoin, ou demandez à la personne qui administre le serveur.
version-restore-impossible = Cette version contient quelque chose que l’espace ne peut plus écrire. Ouvrez-la et recopiez ce dont vous avez besoin.
version-restored-here = La version « { $label } » est reprise.
version-restored-toast = { $name } vient de reprendre la version { $number } : « { $label } ». Les textes ont repris leur état d’alors, et ce qui a été ajouté depuis attend dans la corbeille. { $name } peut tout rendre avec « Annuler ».
