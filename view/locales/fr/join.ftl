# The small pages drawn by the server: joining, entering with a personal link, typing a code.

join-title = Rejoindre « { $workspace } »
join-title-untitled = Rejoindre l’espace
join-welcome = Bienvenue ! Dites-nous comment vous appeler, et c’est parti.
join-no-account = Pas de compte, pas d’adresse de courriel.
join-name = Votre prénom
join-name-hint = C’est le nom que les autres verront.
join-button = Entrer
join-as-reader = Vous pourrez tout lire.
join-as-contributor = Vous pourrez lire et écrire avec les autres.
join-as-facilitator = Vous pourrez écrire, inviter et figer des versions.
join-name-missing = Écrivez votre prénom pour entrer.
join-name-too-long = Ce nom est un peu long : { $limit } caractères suffisent.
join-already = Vous êtes déjà ici sous le nom de { $name }.
join-continue = Continuer avec ce nom

enter-title = Content de vous revoir, { $name }
enter-title-owner = Bienvenue chez vous
enter-intro = Ce lien est le vôtre : il vous permet de continuer sur cet appareil.
enter-intro-owner = Ce lien ouvre l’accès à tous les espaces. Il ne sert qu’une fois. Dites-nous comment vous appeler, et c’est parti.
enter-keep-private = Gardez-le pour vous : qui l’ouvre écrit en votre nom.
enter-button = Continuer sur cet appareil
enter-button-owner = Ouvrir mes espaces

code-title = Vous avez un code ?
code-intro = Tapez le code à 6 caractères affiché par la personne qui anime.
code-label = Code
code-hint = Majuscules ou minuscules, avec ou sans espace.
code-button = Continuer
code-unknown = Nous ne trouvons pas ce code. Vérifiez-le à l’écran : il a peut-être expiré.
