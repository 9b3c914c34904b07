# The parts that pages are made of: boxes, dialogs, lists that are ordered by hand.

untitled = Sans titre
choice-none = Non précisé
period-placeholder-short = T2 2026
period-placeholder = T2 2026, juin 2026…
not-a-number = Ce n’est pas un nombre : essayez par exemple 1 250 ou 12,5.
number-whole-between = Choisissez un nombre entier entre { $least } et { $most }.
number-too-large = Ce nombre dépasse mille milliards : vérifiez les zéros.
number-between = Choisissez un nombre entre { $least } et { $most }.
not-a-period = Nous ne reconnaissons pas cette période : essayez par exemple 2026, T2 2026 ou juin 2026.

links-choose = Choisir
links-done = Terminé
links-nothing = Il n’y a encore rien à choisir.
links-remove = Retirer : { $name }

sort-drag = Glisser pour déplacer
sort-up = Monter
sort-down = Descendre
sort-moved = { $name } : place { $place } sur { $count }

dialog-close = Fermer
toast-close = Fermer ce message
