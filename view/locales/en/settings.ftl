# The settings of a workspace.

settings-title = Workspace settings
settings-done = Done

lang-add = Add { $language }
lang-remove = Remove { $language }
lang-other = Another language
lang-unknown = We do not know this language. Type its name, such as “Spanish”, or its code, such as pt-BR.
lang-example = Spanish, العربية…
currency-unknown = We do not know this currency. Type its code of three letters, for instance EUR or CHF.
