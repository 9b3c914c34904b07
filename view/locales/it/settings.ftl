# The settings of a workspace.

settings-title = Impostazioni dello spazio
settings-done = Fatto

lang-add = Aggiungi: { $language }
lang-remove = Togli: { $language }
lang-other = Altra lingua
lang-unknown = Non conosciamo questa lingua. Scrivi il suo nome, per esempio «spagnolo», o il suo codice, come pt-BR.
lang-example = spagnolo, العربية…
currency-unknown = Non conosciamo questa valuta. Scrivi il suo codice di tre lettere, per esempio EUR o CHF.
