# The settings of a workspace.

settings-title = Instellingen van de werkruimte
settings-done = Klaar

lang-add = Toevoegen: { $language }
lang-remove = Weghalen: { $language }
lang-other = Andere taal
lang-unknown = Deze taal kennen we niet. Typ haar naam, bijvoorbeeld “Spaans”, of haar code, zoals pt-BR.
lang-example = Spaans, العربية…
currency-unknown = Deze munteenheid kennen we niet. Typ de code van drie letters, bijvoorbeeld EUR of CHF.
