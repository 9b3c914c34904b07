# The people of a workspace, and how others come in.

people-title = Mensen

invites-title = Uitnodigen
invites-none = Er staat nu geen uitnodiging open.
invite-role = Voorgestelde rol
invite-life = Geldig
invite-life-half-day = een halve dag
invite-life-day = een dag
invite-life-week = een week
invite-life-month = een maand
invite-life-year = een jaar
invite-people = Voor hoeveel mensen
invite-make = Uitnodiging maken
invite-label = Uitnodiging { $code }
invite-qr = QR-code van de uitnodiging
invite-address = Link van de uitnodiging
invite-uses = { $uses } van { $most } keer gebruikt
invite-until = Geldig tot { $date }
invite-project = Groot tonen
invite-withdraw = Intrekken
invite-withdraw-sure = Met deze code kan niemand meer binnenkomen.
invite-withdraw-yes = Uitnodiging intrekken
invite-withdrawn = De uitnodiging is ingetrokken.

copy = Link kopiëren
copied = Link gekopieerd.
copy-by-hand = Deze browser laat kopiëren niet toe: selecteer de link en kopieer hem met de hand.

projector-scan = Scan met de camera
projector-or = of open { $place } en typ
projector-here = { $n ->
    [0] Er is nog niemand anders.
    [one] Eén iemand is er al.
   *[other] { $n } mensen zijn er al.
}

role-reader-hint = De hele werkruimte lezen, zonder erin te schrijven.
role-contributor-hint = Lezen en schrijven, samen met de anderen.
role-facilitator-hint = Schrijven, uitnodigen, de werkruimte instellen en versies vastleggen.

members-title = Wie doet mee
members-loading = Een ogenblik…
member-you = (jij)
member-here = (online)
member-owner = Eigenaar
member-role = Rol van { $name }
member-rename = Mijn naam veranderen
member-name = Jouw naam
member-remove = { $name } de toegang ontnemen
member-remove-text = Deze persoon heeft meteen geen toegang meer tot de werkruimte, op geen enkel apparaat. Wat er geschreven is, blijft. Ook de toegangen voor hulpmiddelen die deze persoon hier maakte, stoppen.
member-remove-invitations = Ook alle open uitnodigingen intrekken
member-remove-invitations-hint = Met een code die nog open staat, is terugkeren onder een andere naam mogelijk. Je kunt meteen daarna een nieuwe uitnodiging maken.
member-remove-yes = Toegang ontnemen
member-removed = De toegang is ingetrokken.

# Removing a name: one’s own, or that of somebody who asked for it.
forget-me-title = Mijn naam en sporen wissen
forget-me-text = Je naam verdwijnt uit al je werkruimtes: uit de metingen die je invulde, de prullenbak, de lijst met mensen en de vastgelegde versies. In de plaats staat er “iemand”.
forget-me-end = Je verlaat Jalon op al je apparaten en je open uitnodigingen worden ingetrokken. Dit is definitief.
forget-member-title = Naam en sporen van { $name } wissen
forget-member-hint = Vraagt deze persoon om de eigen naam te laten verdwijnen?
forget-member-text = De naam verdwijnt uit deze werkruimte: uit de ingevulde metingen, de prullenbak, de lijst met mensen en de vastgelegde versies. In de plaats staat er “iemand”.
forget-member-end = Deze persoon heeft geen toegang meer tot de werkruimte, en de open uitnodigingen van deze persoon worden ingetrokken. Dit is definitief.
forget-stays-work = Wat over het project geschreven is, blijft: het is het werk van het hele team.
forget-stays-words = Een naam die in een tekst of een toelichting getypt is, herkennen we niet: verbeter die vooraf met de hand. In een versie die al vastligt, blijft hij staan.
forget-stays-versions = Vastgelegde versies houden hun vingerafdruk en blijven controleerbaar.
forget-stays-copies = Gedownloade bestanden en back-ups van de server veranderen niet.
forget-yes = Definitief wissen
forget-done = De naam is gewist.

my-link-title = Verder op een ander apparaat
my-link-text = Scan deze QR-code met je telefoon, of open de link op een andere computer: daar ben je dezelfde persoon.
my-link-making = De link wordt gemaakt…
my-link-qr = QR-code van je persoonlijke link
my-link-address = Je persoonlijke link
my-link-private = Deze link is van jou: wie hem opent, schrijft in jouw naam. Hij werkt één keer, binnen 24 uur.

others-text = Een apparaat verloren, uitgeleend of gedeeld?
others-leave = Mijn andere apparaten afmelden
others-sure = Alleen dit apparaat blijft aangemeld.
others-yes = Afmelden
others-left = Je andere apparaten zijn afgemeld.

tokens-title = Toegang voor hulpmiddelen
tokens-text = Een spreadsheet of een script kan de werkruimte lezen, of erin schrijven, met een eigen toegang.
token-name = Naam van het hulpmiddel
token-role = Rol
token-make = Toegang maken
token-made-by = Gemaakt door { $name } op { $date }
token-made = Gemaakt op de server op { $date }
token-used = Gebruikt op { $date }
token-never-used = Nog niet gebruikt
token-end = Toegang van { $name } beëindigen
token-end-text = Het hulpmiddel komt er meteen niet meer in. Wat het schreef, blijft.
token-end-yes = Toegang beëindigen
token-ended = De toegang is beëindigd.
token-made-title = De toegang is klaar
token-made-text = Kopieer hem nu naar je hulpmiddel: voor je veiligheid wordt hij niet meer getoond.
token-label = Toegang om te kopiëren
token-copy = Toegang kopiëren
token-copied = Toegang gekopieerd.
token-copy-by-hand = Deze browser laat kopiëren niet toe: selecteer de toegang en kopieer hem met de hand.
token-private = Wie deze toegang heeft, komt in de werkruimte met de gekozen rol. Raakt hij zoek? Beëindig hem dan hier en maak een andere.
token-taken = Gekopieerd
