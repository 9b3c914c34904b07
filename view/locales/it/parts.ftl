# The parts that pages are made of: boxes, dialogs, lists that are ordered by hand.

untitled = Senza titolo
choice-none = Non precisato
period-placeholder-short = T2 2026
period-placeholder = T2 2026, giugno 2026…
not-a-number = Questo non è un numero: prova per esempio 1.250 o 12,5.
number-whole-between = Scegli un numero intero fra { $least } e { $most }.
number-too-large = Questo numero supera i mille miliardi: ricontrolla gli zeri.
number-between = Scegli un numero fra { $least } e { $most }.
not-a-period = Non riconosciamo questo periodo: prova per esempio 2026, T2 2026 o giugno 2026.

links-choose = Scegli
links-done = Fatto
links-nothing = Non c’è ancora niente da scegliere.
links-remove = Togli: { $name }

sort-drag = Trascina per spostare
sort-up = Sposta su
sort-down = Sposta giù
sort-moved = { $name }: posto { $place } su { $count }

dialog-close = Chiudi
toast-close = Chiudi questo messaggio
