# Who is here, who goes along with whom, who leads.

here-title = Ici en ce moment
here-alone = Vous êtes seul·e ici
here-label = { $n ->
    [one] Ici en ce moment : { $names }
   *[other] Ici en ce moment : { $n } personnes ({ $names })
}
here-crowd = { $n } personnes ici
here-search = Chercher une personne
here-hidden = { $n ->
    [one] Et { $n } autre personne : cherchez-la par son nom.
   *[other] Et { $n } autres personnes : cherchez-les par leur nom.
}
nav-crowd = { $n ->
    [one] { $n } personne sur cette page
   *[other] { $n } personnes sur cette page
}
presence-inside = Ici : { $names }
presence-entered = { $name } est dans « { $field } »

follow-go = Suivre
follow-stop = Arrêter
follow-whom = Suivre { $name }
follow-stop-whom = Arrêter de suivre { $name }
follow-following = Vous suivez { $name }
follow-followers = { $n ->
    [one] { $n } personne vous suit
   *[other] { $n } personnes vous suivent
}
guide-everybody = Guider tout le monde
guide-stop = Arrêter de guider
guide-leading = { $n ->
    [0] Vous guidez le groupe
    [one] Vous guidez le groupe : { $n } personne vous suit
   *[other] Vous guidez le groupe : { $n } personnes vous suivent
}
guide-asks = { $name } vous guide : dans un instant, votre page suivra la sienne.
guide-asks-writer = { $name } guide le groupe. Terminez tranquillement, puis suivez si vous voulez.
guide-goes-on = { $name } guide le groupe
guide-not-now = Pas maintenant
