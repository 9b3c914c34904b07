# The first page.

home-title = Mes espaces
home-opening = Un instant…
home-you = Bonjour { $name }
home-menu = Mon menu
home-leave = Quitter cet appareil
home-offline = Pas de connexion : voici les espaces connus de cet appareil.
home-create = Créer un espace
home-empty-title = Plantez le premier jalon
home-empty-text = Un espace réunit les objectifs d’une équipe, ses indicateurs, ses relevés et ses mots. Tout s’y écrit à plusieurs, en direct.
home-step-1 = Créez un espace et donnez-lui un titre.
home-step-2 = Invitez les autres avec un lien, un code ou un QR code.
home-step-3 = Écrivez ensemble, puis figez une version à garder.
home-no-workspace = Vous ne participez encore à aucun espace. Tapez le code donné par la personne qui anime.
home-have-code = On vous a donné un code ?
home-type-code = Rejoindre un autre espace

create-title = Créer un espace
create-name = Titre de l’espace
create-name-example = Mesurer notre impact 2026
create-later = Tout cela peut être changé plus tard.
create-language-unclear = La langue « { $typed } » n’est pas encore ajoutée : choisissez-la ci-dessus, ou effacez-la.
create-button = Créer l’espace

welcome-title = Bienvenue dans Jalon
welcome-point-1 = Écrivez ensemble des objectifs SMART et la grille d’indicateurs qui les éclaire.
welcome-point-2 = Saisissez les relevés, construisez le glossaire, voyez le tableau de bord se dessiner.
welcome-point-3 = Figez une version : ce dont vous avez convenu ne changera plus.
welcome-code-title = Rejoindre un espace
welcome-owner-title = Vous avez déjà un accès ?
welcome-owner-text = Ouvrez votre lien personnel sur cet appareil. Il est proposé dans le menu de l’appareil où vous êtes déjà. La personne qui a installé Jalon ouvre le lien affiché au premier démarrage.

home-copies-title = Copies gardées sur cet appareil
home-copies-intro = Le serveur a été remis en place depuis une sauvegarde, ou ne reconnaissait plus cet appareil. Ce que vous aviez ouvert est encore ici.
home-copies-since = mise de côté { $when }
home-copies-download = Télécharger (JSON)
home-copies-download-named = Télécharger la copie : { $title }
home-copies-delete = Supprimer
home-copies-delete-named = Supprimer la copie : { $title }
home-copies-delete-title = Supprimer cette copie ?
home-copies-delete-text = Elle n’existe peut-être nulle part ailleurs. Si vous hésitez, téléchargez-la d’abord.
home-copies-delete-confirm = Supprimer la copie
home-copies-keep = La garder
home-copies-unread = Cette copie n’a pas pu être lue. Elle reste sur cet appareil.
