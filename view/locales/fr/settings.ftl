# The settings of a workspace.

settings-title = Réglages de l’espace
settings-done = Terminé

lang-add = Ajouter : { $language }
lang-remove = Retirer : { $language }
lang-other = Autre langue
lang-unknown = Tapez une étiquette de langue, par exemple « es » ou « pt-BR ».
