# The settings of a workspace.

settings-title = Réglages de l’espace
settings-done = Terminé

lang-add = Ajouter : { $language }
lang-remove = Retirer : { $language }
lang-other = Autre langue
lang-unknown = Nous ne connaissons pas cette langue. Tapez son nom, par exemple « espagnol », ou son code, comme pt-BR.
lang-example = espagnol, العربية…
currency-unknown = Nous ne connaissons pas cette monnaie. Tapez son code de trois lettres, par exemple EUR ou CHF.
