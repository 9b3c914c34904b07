# Discuter d’un objectif, d’un indicateur, d’un relevé ou d’un terme.

talk-title = Discussion
talk-all-title = Discussions
talk-unnamed = { $kind ->
    [axis] Axe sans nom
    [objective] Objectif sans énoncé
    [indicator] Indicateur sans nom
    [verbatim] Verbatim
    [term] Terme sans nom
    [decision] Décision
   *[other] Sans nom
  }
talk-cell = { $indicator }, { $period }
talk-button = { $count ->
    [0] Discuter : { $name }
    [one] 1 commentaire : { $name }
   *[other] { $count } commentaires : { $name }
  }
talk-button-short = { $count ->
    [0] Discuter
    [one] 1 commentaire
   *[other] { $count } commentaires
  }
talk-unread = (du nouveau)
talk-all-button = { $count ->
    [0] Discussions
    [one] Discussions : 1 commentaire à lire
   *[other] Discussions : { $count } commentaires à lire
  }
talk-to-all = Toutes les discussions
talk-none = Personne n’a encore rien dit ici.
talk-start = Ouvrir une discussion
talk-start-hint = Une question, une idée, un doute… @ pour appeler quelqu’un
talk-send = Publier
talk-send-keys = Ctrl+Entrée
talk-answer = Répondre
talk-answer-hint = Répondre…
talk-answer-send = Répondre
talk-cancel = Annuler
talk-people = Personnes à appeler
talk-too-long = Ce commentaire est trop long : { $most } caractères au plus.
talk-thread-of = Discussion ouverte par { $name }
talk-resolve = C’est réglé
talk-reopen = Rouvrir
talk-resolved-by = Réglé par { $name }, { $when }
talk-resolved-count = { $count ->
    [one] 1 discussion réglée
   *[other] { $count } discussions réglées
  }
talk-copy-link = Copier le lien
talk-link-copied = Le lien de la discussion est copié.
talk-link-searching = Nous cherchons cette discussion. Elle a peut-être été retirée.
talk-not-frozen = Les discussions restent dans l’espace : elles ne figurent jamais dans une version figée.
talk-arrived = { $name } vient de répondre.
talk-calls-you = { $name } vous appelle dans une discussion.
talk-read = Lire
talk-corrected = (modifié)
talk-correct = Modifier
talk-correct-send = Enregistrer
talk-remove = Retirer
talk-remove-sure = Retirer ce commentaire ? Ses mots seront effacés.
talk-remove-yes = Retirer
talk-remove-no = Garder
talk-withdrawn = { $name } a retiré son commentaire.
talk-removed = Commentaire retiré par { $name }.

talk-filter = Discussions affichées
talk-filter-open = Ouvertes ({ $count })
talk-filter-resolved = Réglées ({ $count })
talk-filter-calls-me = Où l’on m’appelle ({ $count })
talk-all-read = Tout marquer comme lu
talk-all-none = Aucune discussion ici.
talk-comments = { $count ->
    [one] 1 commentaire
   *[other] { $count } commentaires
  }
talk-unread-count = { $count ->
    [one] 1 à lire
   *[other] { $count } à lire
  }
