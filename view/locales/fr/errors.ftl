# What people read when something is in the way: what happened, and what they can do.

error-not-found-title = Cette page n’est pas ici
error-not-found-text = L’adresse est peut-être incomplète, ou l’espace a changé de lien.
error-no-access-title = Cet espace est réservé aux personnes invitées
error-no-access-text = Demandez un lien ou un code à la personne qui anime l’espace.
error-invite-gone-title = Cette invitation n’est plus valable
error-invite-gone-text = Elle a expiré, a été utilisée autant de fois que prévu, ou ne vaut plus pour vous. Demandez-en une nouvelle à la personne qui anime.
error-link-gone-title = Ce lien ne fonctionne plus
error-link-gone-text = Pour votre sécurité, un lien personnel sert une seule fois, et pas longtemps. Pour en obtenir un autre : sur un appareil où Jalon est déjà ouvert, ouvrez le menu et choisissez « Continuer sur un autre appareil », ou demandez un code à la personne qui anime.
error-owner-link-gone-text = Pour votre sécurité, le lien de propriétaire sert une seule fois et pendant une heure. Pour en obtenir un autre : lancez « jalon owner-link » sur le serveur, ou demandez-le à la personne qui l’administre.
error-too-many-title = Un instant, s’il vous plaît
error-too-many-text = Beaucoup d’essais sont arrivés d’un coup. Réessayez dans une minute.
error-server-title = Un souci de notre côté
error-server-text = Rien de ce qui était enregistré n’est perdu. Réessayez dans un instant.
error-unreadable-title = Cet espace ne peut pas être ouvert
error-unreadable-text = Ses données n’ont pas pu être relues. Elles sont gardées telles quelles, rien ne sera écrasé. Prévenez la personne qui administre le serveur.
error-home = Aller à l’accueil
error-have-code = J’ai un code
