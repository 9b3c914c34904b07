# The settings of a workspace.

settings-title = Réglages de l’espace
settings-done = Terminé

lang-add = Ajouter : { $language }
lang-remove = Retirer : { $language }
lang-other = Autre langue
lang-unknown = Nous ne connaissons pas cette langue. Tapez son nom, par exemple « espagnol ».
lang-example = espagnol, portugais…
currency-unknown = Nous ne connaissons pas cette monnaie. Tapez son code de trois lettres, par exemple EUR ou CHF.
