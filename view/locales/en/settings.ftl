# The settings of a workspace.

settings-title = Workspace settings
settings-done = Done

lang-add = Add { $language }
lang-remove = Remove { $language }
lang-other = Another language
lang-unknown = Type a language tag, for instance “es” or “pt-BR”.
