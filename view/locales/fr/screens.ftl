# How the page looks, and the statement about who can use it.

theme-label = Affichage
theme-auto = Automatique
theme-light = Clair
theme-dark = Sombre
theme-projector = Vidéoprojecteur

statement-link = Accessibilité : partiellement conforme
statement-title = Accessibilité
statement-intro = Jalon est fait pour que chaque personne d’une équipe puisse lire et écrire avec les autres : au clavier, au doigt, avec un lecteur d’écran, avec de grandes lettres, sur un téléphone ou au fond d’une salle.
statement-state-title = Où nous en sommes
statement-state = Cette page est une déclaration d’accessibilité. Jalon suit le RGAA 4.1 et les WCAG 2.2, niveau AA. Nous le disons partiellement conforme : rien n’est connu qui manque à ces règles dans ce que nous vérifions, mais aucune personne extérieure ne l’a encore audité.
statement-checked-title = Ce qui est vérifié
statement-checked-axe = À chaque modification du programme, l’outil axe-core parcourt chaque page dans ses différents états, en clair, en sombre et pour vidéoprojecteur, sur ordinateur et sur téléphone ; il ne doit rien trouver.
statement-checked-contrast = À chaque modification, les contrastes sont calculés : au moins 4,5 pour 1 pour les mots, 7 pour 1 avec l’affichage « Vidéoprojecteur ».
statement-checked-keyboard = À chaque modification, un essai crée un espace, y écrit un objectif, un indicateur et un relevé, puis fige une version, sans souris.
statement-checked-reflow = À chaque modification, chaque page est ouverte à 320 pixels de large, ce qui correspond à un zoom de 400 % : rien ne déborde.
statement-checked-tree = À la main, nous avons relu ce que le navigateur Chromium transmet aux lecteurs d’écran : noms, rôles, ordre.
statement-not-title = Ce qui ne l’est pas encore
statement-not-audit = Aucun audit par un tiers, et aucun essai avec des personnes en situation de handicap.
statement-not-readers = Aucun essai complet avec les lecteurs d’écran NVDA, JAWS, VoiceOver ou TalkBack.
statement-not-browsers = Les essais automatiques n’utilisent que Chromium ; Firefox et Safari n’ont pas été vérifiés de la même façon.
statement-not-words = Ce que les personnes écrivent elles-mêmes (titres, mots, langue d’un texte) dépend d’elles.
statement-ways-title = Ce qui peut aider
statement-ways-theme = L’affichage se choisit dans le menu ou ici : clair, sombre, ou « Vidéoprojecteur » avec de grandes lettres et un fort contraste.
statement-ways-keyboard = Tout se fait au clavier. Ce qui se déplace à la souris se déplace aussi avec les boutons « Monter » et « Descendre ».
statement-ways-charts = Chaque graphique a son tableau, sous « Voir les données ».
statement-ways-frozen = Une version figée est une page simple, lisible sans JavaScript, à imprimer ou à écouter.
statement-contact-title = Un obstacle ?
statement-contact = Dites-le à la personne qui s’occupe de ce serveur, même en quelques mots ; elle peut aussi vous donner le contenu autrement :
statement-contact-unknown = La personne qui s’occupe de ce serveur n’a pas encore indiqué son adresse. Parlez-en à la personne qui anime votre espace : elle peut vous donner le contenu autrement et transmettre.
statement-appeal = Sans réponse qui vous convienne, vous pouvez en France saisir le Défenseur des droits, et ailleurs l’organisme de votre pays qui veille à l’égalité.
statement-date = Déclaration établie le { $date }.

overheard = { $count ->
    [one] { $count } modification par d’autres personnes ({ $people } présentes).
   *[other] { $count } modifications par d’autres personnes ({ $people } présentes).
}
overheard-one = { $count ->
    [one] { $name } : { $count } modification.
   *[other] { $name } : { $count } modifications.
}
overheard-tell = Annoncer ce que font les autres (lecteur d’écran)
