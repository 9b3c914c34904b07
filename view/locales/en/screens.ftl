# How the page looks, and the statement about who can use it.

theme-label = Display
theme-auto = Automatic
theme-light = Light
theme-dark = Dark
theme-projector = Projector

statement-link = Accessibility: partially conforming
statement-title = Accessibility
statement-intro = Jalon is made so that everybody in a team can read and write with the others: by keyboard, by touch, with a screen reader, with large letters, on a phone or from the back of a room.
statement-state-title = Where we are
statement-state = This page is an accessibility statement. Jalon follows WCAG 2.2, level AA, and the French RGAA 4.1. We call it partially conforming: nothing is known that falls short of these rules in what we check, but nobody from outside has audited it yet.
statement-checked-title = What is checked
statement-checked-axe = With every change to the program, the tool axe-core walks through each page in its various states, in the light, in the dark and for a projector, on a computer and on a phone; it must find nothing.
statement-checked-contrast = With every change, contrasts are calculated: at least 4.5 to 1 for words, 7 to 1 with the “Projector” display.
statement-checked-keyboard = With every change, a test creates a workspace, writes an objective, an indicator and a reading in it, and freezes a version, without a mouse.
statement-checked-reflow = With every change, each page is opened 320 pixels wide, which is what a zoom of 400% makes of a screen: nothing overflows.
statement-checked-tree = By hand, we read what the browser Chromium tells screen readers: names, roles, order.
statement-not-title = What is not yet
statement-not-audit = No audit by a third party, and no trial with disabled people.
statement-not-readers = No complete trial with the screen readers NVDA, JAWS, VoiceOver or TalkBack.
statement-not-browsers = The automatic tests use Chromium alone; Firefox and Safari were not checked in the same way.
statement-not-words = What people write themselves (titles, words, the language of a text) depends on them.
statement-ways-title = What can help
statement-ways-theme = The display is chosen in the menu or here: light, dark, or “Projector” with large letters and strong contrast.
statement-ways-keyboard = Everything can be done by keyboard. What can be dragged can also be moved with the buttons “Move up” and “Move down”.
statement-ways-charts = Each chart has its table, under “See the data”.
statement-ways-frozen = A frozen version is a plain page, readable without JavaScript, to be printed or listened to.
statement-contact-title = Something in your way?
statement-contact = Tell whoever looks after this server, even in a few words; they can also give you the content in another way:
statement-contact-unknown = Whoever looks after this server has not given an address yet. Tell the facilitator of your workspace: they can give you the content in another way, and pass it on.
statement-appeal = If the answer does not help, you can turn to the body that watches over equality in your country (in France, the Défenseur des droits).
statement-date = Statement made on { $date }.

overheard = { $count ->
    [one] { $count } change by other people ({ $people } present).
   *[other] { $count } changes by other people ({ $people } present).
}
overheard-one = { $count ->
    [one] { $name }: { $count } change.
   *[other] { $name }: { $count } changes.
}
overheard-tell = Announce what others do (screen reader)
