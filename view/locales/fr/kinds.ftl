# The kinds of things that a workspace is made of: kind-<name> for one, kinds-<name> for a list.

kind-settings = Espace
kind-axis = Axe
kind-objective = Objectif
kind-indicator = Indicateur
kind-verbatim = Parole recueillie
kind-term = Terme
kind-decision = Décision
kind-block = Bloc du tableau de bord

kinds-settings = Espace
kinds-axis = Axes
kinds-objective = Objectifs
kinds-indicator = Indicateurs
kinds-verbatim = Paroles recueillies
kinds-term = Glossaire
kinds-decision = Décisions
kinds-block = Tableau de bord
