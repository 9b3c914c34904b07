# The first minute: the steps for whoever begins a workspace, and a line for whoever joins one.

start-title = Pour commencer
start-progress = { $done } sur { $total }
start-close = Masquer ces étapes
start-step-done = { " " }(fait)
start-present = Dire ce qui vous réunit
start-present-hint = Un titre, une phrase de mission, vos langues.
start-write = Écrire un premier objectif
start-write-hint = Une phrase imparfaite suffit : le coach vous aide à la préciser.
start-invite = Inviter quelqu’un
start-invite-hint = Avec un lien, un code ou un QR code à projeter. Personne n’a besoin de compte.
start-show = Composer le tableau de bord
start-show-hint = Commencez avec les trois blocs proposés : vos indicateurs s’y dessineront.
start-done = Tout est en place. Quand vous serez d’accord, figez une version : ce dont vous avez convenu ne changera plus.
start-hello-label = Bienvenue
start-hello-contributor = Bienvenue, { $name }. Écrivez où vous voulez : tout s’enregistre tout seul, et les autres le voient aussitôt.
start-hello-reader = Bienvenue, { $name }. Vous pouvez tout lire : ce que les autres écrivent apparaît ici aussitôt.
start-hello-close = Compris
