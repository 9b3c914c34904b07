# The kinds of things that a workspace is made of: kind-<name> for one, kinds-<name> for a list.

kind-settings = Spazio
kind-axis = Asse
kind-objective = Obiettivo
kind-indicator = Indicatore
kind-verbatim = Testimonianza
kind-term = Termine
kind-decision = Decisione
kind-block = Blocco del cruscotto

kinds-settings = Spazio
kinds-axis = Assi
kinds-objective = Obiettivi
kinds-indicator = Indicatori
kinds-verbatim = Testimonianze raccolte
kinds-term = Glossario
kinds-decision = Decisioni
kinds-block = Cruscotto
