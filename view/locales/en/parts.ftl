# The parts that pages are made of: boxes, dialogs, lists that are ordered by hand.

untitled = Untitled
choice-none = Not specified
period-placeholder-short = Q2 2026
period-placeholder = Q2 2026, June 2026…
not-a-number = This is not a number: try for instance 1,250 or 12.5.
number-whole-between = Choose a whole number between { $least } and { $most }.
number-too-large = This number is beyond a thousand billion: please check the zeros.
number-between = Choose a number between { $least } and { $most }.
not-a-period = We do not recognise this period: try for instance 2026, Q2 2026 or June 2026.

links-choose = Choose
links-done = Done
links-nothing = There is nothing to choose from yet.
links-remove = Remove { $name }

sort-drag = Drag to move
sort-up = Move up
sort-down = Move down
sort-moved = { $name }: place { $place } of { $count }

dialog-close = Close
toast-close = Close this message
