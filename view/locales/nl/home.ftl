# The first page.

home-title = Mijn werkruimtes
home-opening = Een ogenblik…
home-you = Hallo { $name }
home-menu = Mijn menu
home-leave = Dit apparaat afmelden
home-offline = Geen verbinding: dit zijn de werkruimtes die dit apparaat kent.
home-create = Werkruimte maken
home-empty-title = Plant je eerste jalon
home-empty-text = Een werkruimte brengt de doelen van een team samen, met de indicatoren, de metingen en de woorden. Iedereen schrijft er live aan mee.
home-step-1 = Maak een werkruimte en geef haar een titel.
home-step-2 = Nodig de anderen uit met een link, een code of een QR-code.
home-step-3 = Schrijf samen en leg daarna een versie vast om te bewaren.
home-no-workspace = Je doet nog aan geen enkele werkruimte mee. Typ de code die je kreeg van wie begeleidt.
home-have-code = Heb je een code gekregen?
home-type-code = Aan een andere werkruimte meedoen

create-title = Werkruimte maken
create-name = Titel van de werkruimte
create-name-example = Onze impact meten 2026
create-later = Dit alles kun je later nog veranderen.
create-language-unclear = “{ $typed }” is nog niet toegevoegd: kies de taal hierboven, of maak het vak leeg.
create-button = Werkruimte maken

welcome-title = Welkom bij Jalon
welcome-point-1 = Schrijf samen SMART-doelen, met de indicatoren die ze zichtbaar maken.
welcome-point-2 = Vul de metingen in, bouw aan de begrippenlijst, zie het dashboard vorm krijgen.
welcome-point-3 = Leg een versie vast: wat jullie afgesproken hebben, verandert niet meer.
welcome-code-title = Aan een werkruimte meedoen
welcome-owner-title = Heb je al toegang?
welcome-owner-text = Open je persoonlijke link op dit apparaat. Je vindt hem in het menu van het apparaat waarop je al werkt. Wie Jalon installeerde, opent de link die bij de eerste start verscheen.

home-copies-title = Kopieën die op dit apparaat bewaard zijn
home-copies-intro = De server werd teruggezet vanaf een back-up, of herkende dit apparaat niet meer. Wat je open had, is hier nog.
home-copies-since = apart gezet { $when }
home-copies-download = Downloaden (JSON)
home-copies-download-named = Kopie downloaden: { $title }
home-copies-delete = Verwijderen
home-copies-delete-named = Kopie verwijderen: { $title }
home-copies-delete-title = Deze kopie verwijderen?
home-copies-delete-text = Misschien bestaat ze nergens anders. Twijfel je? Download ze dan eerst.
home-copies-delete-confirm = Kopie verwijderen
home-copies-keep = Bewaren
home-copies-unread = Deze kopie kon niet gelezen worden. Ze blijft op dit apparaat.
