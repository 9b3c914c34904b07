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
member-remove-text = Cette personne n’aura plus accès à l’espace, tout de suite et sur tous ses appareils. Ce qu’elle a écrit reste. Les invitations déjà ouvertes ne la feront pas revenir ; une nouvelle le permettra. Si quelqu’un d’autre a pu lire un code ouvert, retirez-le aussi.
member-remove-yes = Retirer de l’espace
member-removed = L’accès est retiré.

my-link-title = Continuer sur un autre appareil
my-link-text = Scannez ce QR code avec votre téléphone, ou ouvrez le lien sur un autre ordinateur : vous y serez la même personne.
my-link-making = Le lien se prépare…
my-link-qr = QR code de votre lien personnel
my-link-address = Votre lien personnel
my-link-private = Ce lien est à vous : qui l’ouvre écrit en votre nom. Il sert une fois, pendant 24 heures.
