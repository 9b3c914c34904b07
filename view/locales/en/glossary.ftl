# The shared glossary: concepts, and their words in each language.

glossary-title = Glossary
glossary-intro = One card for each concept, its words in each language side by side. Disagreement has its place here: write it down, it helps those who come next.
glossary-add = Add a term
glossary-search = Search the glossary
glossary-search-hint = A word, in any language
glossary-filter-status = Status
glossary-filter-any-status = Any status
glossary-filter-missing = Language to complete
glossary-filter-any-lang = No filter
glossary-order = Order
glossary-order-chosen = Chosen together
glossary-order-alphabetical = A to Z
glossary-languages = Languages shown
glossary-language-shown = Language shown
glossary-language-remove-hint = The words written in this language are kept: they come back if it is added again.
glossary-languages-manage = Languages of the glossary
glossary-languages-none = Choose a first language to start the glossary.
glossary-count = { $count ->
    [one] { $count } term
   *[other] { $count } terms
  }
glossary-count-of = { $shown } of { $count } terms
glossary-empty = The glossary awaits its first word
glossary-empty-hint = Take a word that everybody uses and nobody defines the same way: that is a good start.
glossary-nothing-found = No term matches
glossary-clear = Clear the search and filters

glossary-open = Open
glossary-open-named = Open: { $term }
glossary-close = Close
glossary-close-named = Close: { $term }
glossary-term-unnamed = Unnamed term
glossary-missing = to complete: { $languages }
glossary-missing-term = no term yet
glossary-missing-definition = no definition yet
glossary-disagreement = Open disagreement
glossary-more = Actions: { $term }
glossary-delete = Move to the bin
glossary-deleted = “{ $term }” is in the bin.

glossary-field-disagreement-hint = Who means what, and why? No need to settle it now.
glossary-field-variants-hint-plain = One per line
glossary-field-variants-hint = One a line. For a region: fr-BE: bilan sociétal
glossary-field-false-friends-hint = One a line
glossary-related-none = No related term yet.
glossary-related-add = Link a term
glossary-related-choose = Choose a term…
glossary-related-remove = Unlink { $term }
glossary-related-go = Go to { $term }

glossary-gender-short-feminine = f.
glossary-gender-short-masculine = m.
glossary-gender-short-neuter = n.
glossary-gender-short-common = c.
