# The people of a workspace, and how others come in.

people-title = Personnes

invites-title = Inviter
invites-none = Aucune invitation n’est ouverte pour l’instant.
invite-role = Rôle proposé
invite-life = Valable
invite-life-half-day = une demi-journée
invite-life-day = un jour
invite-life-week = une semaine
invite-life-month = un mois
invite-life-year = un an
invite-people = Pour combien de personnes
invite-make = Créer l’invitation
invite-label = Invitation { $code }
invite-qr = QR code de l’invitation
invite-address = Lien de l’invitation
invite-uses = utilisée { $uses } fois sur { $most }
invite-until = Valable jusqu’au { $date }
invite-project = Afficher en grand
invite-withdraw = Retirer
invite-withdraw-sure = Personne ne pourra plus entrer avec ce code.
invite-withdraw-yes = Retirer l’invitation
invite-withdrawn = L’invitation est retirée.

copy = Copier le lien
copied = Lien copié.
copy-by-hand = Ce navigateur ne permet pas de copier : sélectionnez le lien et copiez-le à la main.

projector-scan = Scannez avec l’appareil photo
projector-or = ou ouvrez { $place } et tapez
projector-here = { $n ->
    [0] Personne d’autre n’est encore là.
    [one] Une personne est déjà là.
   *[other] { $n } personnes sont déjà là.
}

role-reader-hint = Lire tout l’espace, sans y écrire.
role-contributor-hint = Lire et écrire avec les autres.
role-facilitator-hint = Écrire, inviter, régler l’espace et figer des versions.

members-title = Qui participe
members-loading = Un instant…
member-you = (vous)
member-here = (en ligne)
member-owner = Propriétaire
member-role = Rôle de { $name }
member-rename = Changer mon nom
member-name = Votre nom
member-remove = Retirer { $name }
member-remove-text = Cette personne n’aura plus accès à l’espace, tout de suite et sur tous ses appareils. Ce qu’elle a écrit reste. Les accès d’outils qu’elle a créés ici s’arrêtent aussi.
member-remove-invitations = Retirer aussi toutes les invitations ouvertes
member-remove-invitations-hint = Avec un code encore ouvert, elle pourrait revenir sous un autre nom. Vous pourrez créer une nouvelle invitation juste après.
member-remove-yes = Retirer de l’espace
member-removed = L’accès est retiré.

# Removing a name: one’s own, or that of somebody who asked for it.
forget-me-title = Effacer mon nom et mes traces
forget-me-text = Votre nom disparaît de tous vos espaces : des relevés que vous avez saisis, de la corbeille, de la liste des personnes et des versions figées. On y lit à la place « une personne ».
forget-me-end = Vous quitterez Jalon sur tous vos appareils, et vos invitations ouvertes seront retirées. C’est définitif.
forget-member-title = Effacer le nom et les traces de { $name }
forget-member-hint = Cette personne demande que son nom disparaisse ?
forget-member-text = Son nom disparaît de cet espace : des relevés qu’elle a saisis, de la corbeille, de la liste des personnes et des versions figées. On y lit à la place « une personne ».
forget-member-end = Cette personne n’aura plus accès à l’espace, et les invitations qu’elle a ouvertes seront retirées. C’est définitif.
forget-stays-work = Ce qui a été écrit sur le projet reste : c’est le travail de toute l’équipe.
forget-stays-words = Un nom tapé dans un texte ou un commentaire n’est pas reconnu : il se corrige à la main, avant. Dans une version déjà figée, il reste.
forget-stays-versions = Les versions figées gardent leur empreinte, et se vérifient toujours.
forget-stays-copies = Les fichiers déjà téléchargés et les sauvegardes du serveur ne changent pas.
forget-yes = Effacer définitivement
forget-done = Le nom est effacé.

my-link-title = Continuer sur un autre appareil
my-link-text = Scannez ce QR code avec votre téléphone, ou ouvrez le lien sur un autre ordinateur : vous y serez la même personne.
my-link-making = Le lien se prépare…
my-link-qr = QR code de votre lien personnel
my-link-address = Votre lien personnel
my-link-private = Ce lien est à vous : qui l’ouvre écrit en votre nom. Il sert une fois, pendant 24 heures.

others-text = Un appareil perdu, prêté ou partagé ?
others-leave = Déconnecter mes autres appareils
others-sure = Seul cet appareil restera connecté.
others-yes = Les déconnecter
others-left = Vos autres appareils sont déconnectés.

tokens-title = Accès pour des outils
tokens-text = Un tableur ou un script peut lire l’espace, ou y écrire, avec un accès à lui.
token-name = Nom de l’outil
token-role = Rôle
token-make = Créer un accès
token-made-by = Créé par { $name } le { $date }
token-made = Créé sur le serveur le { $date }
token-used = Utilisé le { $date }
token-never-used = Pas encore utilisé
token-end = Mettre fin à l’accès de { $name }
token-end-text = L’outil n’entrera plus, tout de suite. Ce qu’il a écrit reste.
token-end-yes = Mettre fin à l’accès
token-ended = L’accès est terminé.
token-made-title = L’accès est créé
token-made-text = Copiez-le maintenant dans votre outil : pour votre sécurité, il ne sera plus affiché.
token-label = Accès à copier
token-copy = Copier l’accès
token-copied = Accès copié.
token-copy-by-hand = Ce navigateur ne permet pas de copier : sélectionnez l’accès et copiez-le à la main.
token-private = Qui a cet accès entre dans l’espace avec le rôle choisi. S’il s’égare, mettez-y fin ici et créez-en un autre.
token-taken = C’est copié
