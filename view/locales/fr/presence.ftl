# Who is here.

here-title = Ici en ce moment
here-alone = Vous êtes seul·e ici
here-label = { $n ->
    [one] Ici en ce moment : { $names }
   *[other] Ici en ce moment : { $n } personnes ({ $names })
}
