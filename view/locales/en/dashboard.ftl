# Words of the feature « dashboard »: the same keys in both languages, one file for each feature.

dashboard-empty = The dashboard has no block yet.
dashboard-see-data = See the data
dashboard-measure = Mark
dashboard-value = Value
dashboard-period = Period
dashboard-cumulative = Running total
dashboard-level = Level
dashboard-answers = Answers
dashboard-share = Share
dashboard-baseline = Baseline
dashboard-target = Target
dashboard-expected-now = Expected by now
dashboard-latest = Latest reading
dashboard-aggregate = All readings together
dashboard-progress = Share of what is expected
dashboard-n = Number of answers or cases
dashboard-state = Where we stand
dashboard-mark = { $mark }: { $figure }
dashboard-figure-dated = { $value } ({ $period })
dashboard-sentence = { $text }.

dashboard-gauge-target = { $name }: { $value } for a target of { $target }, which is { $progress }. { $state }.
dashboard-gauge-expected = { $name }: { $value } for a target of { $target }, which is { $progress } of what is expected by now. { $state }.
dashboard-gauge-value = { $name }: { $value }. { $state }.
dashboard-gauge-empty = { $name }: no reading yet.

dashboard-line-one = { $name }: { $value } ({ $period }).
dashboard-line-from-to = { $name }: from { $first } ({ $from }) to { $last } ({ $to }).
dashboard-line-cumulative = { $name }, running total: from { $first } ({ $from }) to { $last } ({ $to }).

dashboard-spread = { $name }, { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}: { $levels }.
dashboard-spread-level = level { $level } ({ $label }) { $n }, which is { $share }
dashboard-spread-summary = { $n ->
    [one] { $n } answer
   *[other] { $n } answers
}, indicative mean { $mean }.

dashboard-quote = “{ $text }”

dashboard-nothing-to-draw = A target or a reading is missing to draw the way.
dashboard-no-reading = No reading yet: the line will appear with the first one.
dashboard-no-answer = No answer yet: the spread will appear with the first reading.
dashboard-no-indicator = No indicator is chosen for this block.
dashboard-no-text = This block is waiting for its first sentences.
dashboard-no-verbatim = No quote yet.
dashboard-no-decision = No decision noted yet.
dashboard-level-unnamed = not described yet
