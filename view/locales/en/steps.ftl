# What was undone or done again, said in passing.

step = { $way ->
    [undo] Undone: { $what }.
   *[redo] Done again: { $what }.
}
step-binned = “{ $title }” goes to the bin
step-back = “{ $title }” is back
step-moved = the order of things
step-text = the text of “{ $field }”
step-value = “{ $field }”
step-readings = { $n ->
    [one] one value
   *[other] { $n } values
}
step-languages = the languages of the glossary
step-several = { $n } changes
step-untitled = something without a name
step-overtaken = Somebody worked here since: their work stays, and nothing was changed.
step-elsewhere = { $page ->
    [objectives] It is on another page: in the objectives.
    [indicators] It is on another page: in the indicators.
    [readings] It is on another page: in the readings.
    [glossary] It is on another page: in the glossary.
    [dashboard] It is on another page: in the dashboard.
   *[settings] It is on another page: in the settings.
}
