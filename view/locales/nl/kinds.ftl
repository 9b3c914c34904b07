# The kinds of things that a workspace is made of: kind-<name> for one, kinds-<name> for a list.

kind-settings = Werkruimte
kind-axis = Actielijn
kind-objective = Doel
kind-indicator = Indicator
kind-verbatim = Uitspraak
kind-term = Term
kind-decision = Besluit
kind-block = Blok van het dashboard

kinds-settings = Werkruimte
kinds-axis = Actielijnen
kinds-objective = Doelen
kinds-indicator = Indicatoren
kinds-verbatim = Uitspraken
kinds-term = Begrippenlijst
kinds-decision = Besluiten
kinds-block = Dashboard
