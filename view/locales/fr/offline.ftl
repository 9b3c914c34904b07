# What becomes of what is typed without a connection, field by field; and new versions of the program.

saved-away = Hors ligne
saved-away-hint = Tout ce que vous avez écrit jusqu’ici est enregistré. Continuez d’écrire, même sans connexion.

field-here = Gardé sur cet appareil
field-in-page = Gardé dans cette page seulement
field-saved = Enregistré
field-refused-role = Non partagé : votre rôle permet de lire
field-refused-full = Non partagé : il n’y a plus assez de place
field-refused-schema = Non partagé : cela ne se modifie pas ainsi
field-refused-unreadable = Non partagé : le serveur n’a pas pu le lire

kept-full = Ce navigateur n’a plus de place pour garder ce que vous écrivez. Laissez cette page ouverte, ou libérez de la place : elle réessaie toute seule.
kept-newer = Jalon a été mis à jour dans un autre onglet. Rechargez cette page pour que vos mots soient de nouveau gardés sur cet appareil.
kept-lost = Ce navigateur ne garde plus ce que vous écrivez. Laissez cette page ouverte : elle réessaie toute seule.
kept-blocked = Un onglet de Jalon ouvert depuis longtemps empêche de garder vos mots sur cet appareil. Fermez les autres onglets de Jalon, et tout reprendra.
kept-slow = La copie de cet appareil met du temps à s’ouvrir. Vous pouvez déjà travailler.

left-title = Vos mots que les autres n’ont pas reçus
left-more = D’autres changements, comme un choix ou un déplacement, n’ont pas été partagés non plus.
left-home-intro = Ils sont restés sur cet appareil. Copiez ce qui vous est utile, puis supprimez-les quand vous voulez.
left-place = { $field } : { $about }
left-reading = Relevé, { $period }
left-withdrawn = valeur retirée
left-copy = Copier
left-copy-named = Copier : { $place }
left-copied = Copié.
left-not-copied = Ce navigateur ne permet pas de copier ainsi. Sélectionnez le texte à la main.
left-download = Télécharger ces mots
left-file-name = mots
left-file-title = Mots à reprendre : { $title }
left-drop = Supprimer
left-drop-named = Supprimer ces mots : { $title }

update-ready = Une nouvelle version de Jalon est prête. Ce que vous avez écrit est gardé.
update-reload = Recharger
update-later = Plus tard

home-to-send = Des mots à envoyer : ouvrez cet espace
home-copy-here = S’ouvre sans connexion
home-copy-not-here = Pas encore ouvert sur cet appareil : il faudra une connexion
home-leave-unsent-title = Des mots ne sont pas encore envoyés
home-leave-unsent-text = Ouvrez d’abord l’espace marqué, avec une connexion. Si vous vous déconnectez maintenant, vos mots restent sur cet appareil et partiront quand vous y reviendrez avec votre lien personnel.
home-leave-unsent-stay = Rester

forget-me-done = C’est fait : votre nom et vos traces sont effacés.
