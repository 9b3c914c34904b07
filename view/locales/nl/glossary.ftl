# De gedeelde begrippenlijst: begrippen, en hun woorden in elke taal.

glossary-title = Begrippenlijst
glossary-intro = Eén begrip per kaart, met de woorden in elke taal naast elkaar. Ook een meningsverschil hoort hier thuis: schrijf het op, het helpt wie na jullie komt.
glossary-add = Term toevoegen
glossary-search = Zoeken in de begrippenlijst
glossary-search-hint = Een woord, in om het even welke taal
glossary-filter-status = Status
glossary-filter-any-status = Elke status
glossary-filter-missing = Taal om aan te vullen
glossary-filter-any-lang = Zonder filter
glossary-order = Volgorde
glossary-order-chosen = Samen gekozen
glossary-order-alphabetical = Van A tot Z
glossary-languages = Getoonde talen
glossary-language-shown = Getoonde taal
glossary-language-remove-hint = De woorden in deze taal blijven bewaard: ze komen terug als je de taal weer toevoegt.
glossary-languages-manage = Talen van de begrippenlijst
glossary-languages-none = Kies een eerste taal om de begrippenlijst te beginnen.
glossary-count = { $count ->
    [one] { $count } term
   *[other] { $count } termen
  }
glossary-count-of = { $shown } van { $count } termen
glossary-empty = De begrippenlijst wacht op haar eerste woord
glossary-empty-hint = Neem een woord dat iedereen gebruikt en dat niemand op dezelfde manier omschrijft: een goed begin.
glossary-nothing-found = Geen enkele term komt overeen
glossary-clear = Zoekopdracht en filters wissen

glossary-open = Openen
glossary-open-named = Openen: { $term }
glossary-close = Dichtklappen
glossary-close-named = Dichtklappen: { $term }
glossary-term-unnamed = Term zonder naam
glossary-missing = aan te vullen: { $languages }
glossary-missing-term = nog geen term
glossary-missing-definition = nog geen definitie
glossary-disagreement = Open meningsverschil
glossary-more = Acties: { $term }
glossary-delete = Naar de prullenbak
glossary-deleted = “{ $term }” ligt in de prullenbak.

glossary-field-disagreement-hint = Wie verstaat wat, en waarom? De knoop hoeft nu niet doorgehakt.
glossary-field-variants-hint-plain = Eén per regel
glossary-field-variants-hint = Eén per regel. Voor een regio: fr-BE: bilan sociétal
glossary-field-false-friends-hint = Eén per regel
glossary-related-none = Nog geen verwante term.
glossary-related-add = Term koppelen
glossary-related-choose = Kies een term…
glossary-related-remove = Niet meer koppelen aan { $term }
glossary-related-go = Naar { $term }

glossary-gender-short-feminine = v.
glossary-gender-short-masculine = m.
glossary-gender-short-neuter = o.
glossary-gender-short-common = de
