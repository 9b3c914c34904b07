# The SMART coach: eight questions, each with a hint. It asks, and never blocks.

coach-title = Des questions pour aller plus loin
coach-intro = Elles aident à préciser l’objectif. Vous décidez ensemble d’y répondre, ou pas.
coach-done = Rien à signaler : l’objectif est clair et mesurable.
coach-s1 = De qui ou de quoi parle-t-on exactement ?
coach-s1-hint = Nommez les personnes ou la situation : « les proches aidants accueillis depuis trois mois » dit plus que « les usagers ».
coach-s2 = Quel changement observable, et non quelle activité ?
coach-s2-hint = Remplacez « améliorer » ou « favoriser » par ce que l’on verra : passer de… à…, réduire, atteindre.
coach-m1 = Quelle valeur de départ et quelle cible ?
coach-m1-hint = Un nombre, ou un niveau décrit avec des mots : d’où part-on, où veut-on arriver ?
coach-m2 = Quel indicateur est relié ?
coach-m2-hint = Reliez au moins un indicateur de la grille : c’est lui qui montrera le chemin parcouru.
coach-a1 = Qu’est-ce qui rend la cible possible ?
coach-a1-hint = La cible dépasse le double du point de départ. Notez les moyens, l’expérience ou les appuis qui la rendent atteignable.
coach-r1 = À quelle partie de la mission cela répond-il ?
coach-r1-hint = Rangez l’objectif sous un axe : il trouvera sa place dans le projet.
coach-t1 = Pour quelle date, avec quels points d’étape ?
coach-t1-hint = Une échéance, et une ou deux étapes pour ajuster en route.
coach-t2 = Qui en répond ?
coach-t2-hint = Un rôle suffit (« coordinatrice lien social »), sans nommer personne.
