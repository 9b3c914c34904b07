# The frame around a workspace, and what is said to whoever stands outside.

nav-label = Pages de l’espace
nav-objectives = Objectifs
nav-indicators = Indicateurs
nav-readings = Relevés
nav-glossary = Glossaire
nav-dashboard = Tableau de bord
nav-versions = Versions
nav-people = Personnes
nav-bin = Corbeille

to-home = Tous mes espaces
workspace-menu = Menu de l’espace
workspace-opening = L’espace s’ouvre…

undo-group = Annuler et rétablir
undo = Annuler
undo-hint = Annuler ma dernière action (Ctrl+Z)
redo = Rétablir
redo-hint = Rétablir (Ctrl+Maj+Z)

saved-connecting = Connexion…
saved-connecting-hint = Nous rejoignons le serveur.
saved-yes = Enregistré
saved-yes-hint = Tout ce que vous avez écrit est enregistré sur le serveur.
saved-soon = Enregistrement…
saved-soon-hint = Vos derniers mots sont en route vers le serveur.
saved-offline = Hors ligne : gardé sur cet appareil
saved-offline-hint = Continuez d’écrire : tout partira dès que la connexion reviendra.
saved-unkept = Hors ligne : gardé dans cette page
saved-unkept-hint = Ce navigateur ne garde rien : laissez cette page ouverte jusqu’au retour de la connexion.
saved-held = Gardé sur cet appareil
saved-held-hint = Le serveur n’arrive pas à enregistrer pour l’instant. Vos derniers mots sont sur cet appareil et seront enregistrés tout seuls.
saved-held-unkept = Gardé dans cette page
saved-held-unkept-hint = Le serveur n’arrive pas à enregistrer pour l’instant et ce navigateur ne garde rien : laissez cette page ouverte.
saved-refused = Non partagé
saved-refused-hint = Une partie de ce que vous avez écrit n’a pas été partagée. L’explication est en haut de la page.

storage-title = Le serveur n’arrive pas à enregistrer pour l’instant
storage-text = Vous pouvez continuer : ce que vous écrivez reste sur cet appareil et sera enregistré tout seul dès que possible.
storage-text-unkept = Vous pouvez continuer, mais laissez cette page ouverte : ce que vous écrivez y reste et sera enregistré tout seul dès que possible.
storage-tell = Prévenez la personne qui s’occupe du serveur : son disque est peut-être plein.

refused-title = Une partie de ce que vous avez écrit n’est pas partagée
refused-role = Votre rôle a changé entre-temps : il permet de lire, mais plus d’écrire.
refused-too-large = Le texte ajouté d’un seul coup est trop volumineux pour l’espace.
refused-schema = Vos derniers changements touchent à quelque chose qui ne se modifie pas ainsi, comme une valeur déjà relevée.
refused-full = Cet espace contient déjà autant d’éléments qu’il peut en tenir.
refused-unreadable = Le serveur n’a pas pu lire vos derniers changements.
refused-what-now = Copiez d’abord ce que vous voulez garder, puis repartez de ce que voient les autres.
refused-start-afresh = Repartir du contenu partagé

too-many-windows = Vous avez beaucoup de fenêtres ouvertes sur ce serveur. Fermez-en une : celle-ci se connectera toute seule.
server-full = Il y a beaucoup de monde sur ce serveur. Cette page se connectera toute seule dès qu’une place se libère.
access-changed-reader = La personne qui anime a changé votre rôle. Vous pouvez tout lire ; pour écrire, demandez-lui.
access-changed-contributor = La personne qui anime a changé votre rôle. Vous pouvez maintenant écrire.
access-changed-facilitator = La personne qui anime a changé votre rôle. Vous pouvez maintenant aussi inviter et figer.
version-frozen-toast = La version { $number } vient d’être figée : « { $label } ».
version-frozen-open = L’ouvrir
not-kept-here = Ce navigateur ne garde pas de copie (navigation privée ?). Tout fonctionne tant que la connexion est là.

outside-signed-out-title = Bonjour ! Par où entrez-vous ?
outside-signed-out-text = Cet appareil n’est pas reconnu, ou il a été déconnecté. Ouvrez votre lien personnel, ou tapez le code donné par la personne qui anime.
outside-not-invited-title = Cet espace est réservé aux personnes invitées
outside-not-invited-text = Demandez un lien ou un code à la personne qui anime l’espace.
outside-removed-title = Vous ne participez plus à cet espace
outside-removed-text = Une personne qui anime l’espace a retiré votre accès. Si c’est une surprise, parlez-lui-en : une nouvelle invitation suffit pour revenir.
outside-unreadable-title = Cet espace ne peut pas être ouvert pour l’instant
outside-unreadable-text = Le serveur n’arrive pas à relire ses données. Elles sont gardées telles quelles, rien ne sera écrasé. Prévenez la personne qui administre le serveur.
outside-offline-title = Pas de connexion
outside-offline-text = Cet espace n’a pas encore été ouvert sur cet appareil : il faut être en ligne la première fois.
outside-trouble-title = Un souci de notre côté
outside-trouble-text = Rien de ce qui était enregistré n’est perdu. Réessayez dans un instant.
outside-retry = Réessayer

error-read-only = Votre rôle permet de lire cet espace, pas d’y écrire.
error-not-found = Cet élément n’est plus là.
error-too-long = Ce texte est trop long pour ce champ.
error-invalid-comment = Ce commentaire est vide ou trop long.
error-invalid-measure = Ces nombres ne vont pas ensemble. Vérifiez par exemple que le total n’est pas nul.
error-invalid-value = Cette valeur ne convient pas à ce champ.
error-not-possible = Cela n’a pas été possible.
error-storage = Le serveur n’arrive pas à enregistrer pour l’instant. Réessayez un peu plus tard.
error-offline = Pas de connexion. Réessayez dans un instant.
error-signed-out = Cet appareil n’est plus reconnu. Ouvrez votre lien personnel ou tapez un code.
error-forbidden = Votre rôle ne permet pas cette action.
error-gone = Ce que vous cherchez n’est plus là.
error-refused = Le serveur n’a pas accepté cette demande.
error-trouble = Un souci de notre côté. Réessayez dans un instant.

crash-title = Cette page s’est arrêtée
crash-text = Une erreur est survenue de notre côté. Ce que vous avez écrit est gardé : rechargez la page pour continuer.
crash-reload = Recharger la page

generation-title = Cet espace a été remis en place depuis une copie de sauvegarde
generation-text = Ce que vous voyez ici est la copie de cet appareil, telle qu’elle était avant. Elle contient peut-être des mots que le serveur n’a plus. Rien n’a été mélangé : vous pouvez la lire et la télécharger, puis continuer avec l’espace tel qu’il est maintenant.
generation-kept = Votre copie reste aussi sur cet appareil : vous la retrouverez dans « Mes espaces ».
generation-not-kept = Ce navigateur ne garde rien : téléchargez votre copie avant de continuer.
generation-download = Télécharger ma copie
generation-go-on = Continuer avec l’espace
generation-not-downloaded = Ce navigateur n’a pas voulu du fichier. Réessayez, ou copiez le texte à la main.
generation-still-here = Ce que vous aviez ouvert ici n’est pas perdu : vous pouvez en emporter une copie.
