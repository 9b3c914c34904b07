# The parts that pages are made of: boxes, dialogs, lists that are ordered by hand.

untitled = Zonder titel
choice-none = Niet bepaald
period-placeholder-short = K2 2026
period-placeholder = K2 2026, juni 2026…
not-a-number = Dit is geen getal: probeer bijvoorbeeld 1.250 of 12,5.
number-whole-between = Kies een geheel getal tussen { $least } en { $most }.
number-too-large = Dit getal is groter dan duizend miljard: kijk de nullen nog eens na.
number-between = Kies een getal tussen { $least } en { $most }.
not-a-period = Deze periode herkennen we niet: probeer bijvoorbeeld 2026, K2 2026 of juni 2026.

links-choose = Kiezen
links-done = Klaar
links-nothing = Er valt nog niets te kiezen.
links-remove = Weghalen: { $name }

sort-drag = Slepen om te verplaatsen
sort-up = Omhoog
sort-down = Omlaag
sort-moved = { $name }: plaats { $place } van { $count }

dialog-close = Sluiten
toast-close = Dit bericht sluiten
