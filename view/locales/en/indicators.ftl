# Building the grid of indicators together: the table and the sheet.

indicators-title = Indicators
indicators-intro = An indicator is an observable sign, described so that it is read the same way twice. Everybody writes in a cell, everybody sees it.
indicators-count = { $count ->
    [0] no indicator
    [one] { $count } indicator
   *[other] { $count } indicators
  }
indicators-empty-activity = What do you do that can be counted? Workshops held, hours of respite, agreements signed…
indicators-empty-perceived_quality = How will you know what people think of it? A mark, a described scale, a sentence.
indicators-empty-impact = What will have changed for people, and how will you see it?
indicators-add = Add an indicator
indicators-add-to = Add an indicator to the section { $category }
indicators-table = Grid of indicators: { $category }

indicators-column-name = Indicator
indicators-column-unit = Unit
indicators-column-baseline = Baseline
indicators-column-target = Target
indicators-column-frequency = Frequency
indicators-column-source = Source
indicators-column-role = Responsible role
indicators-column-latest = Latest reading
indicators-column-progress = Progress
indicators-column-actions = Actions

indicator-unnamed = Unnamed indicator
indicator-name = Name of the indicator
indicator-name-placeholder = An observable sign
indicator-unit = Unit
indicator-unit-placeholder = %, hours…
indicator-baseline = Baseline
indicator-baseline-period = Period of the baseline
indicator-target = Target
indicator-target-period = Period of the target
indicator-frequency = Frequency
indicator-source = Source
indicator-role = Responsible role
indicator-definition = Definition
indicator-definition-hint = What is counted, and what is not.
indicator-category = Category
indicator-nature = Nature
indicator-direction = Wanted direction
indicator-decimals = Decimals shown
indicator-aggregation = How periods become one figure
indicator-numerator = Numerator
indicator-numerator-hint = What is counted above: the people who say yes.
indicator-denominator = Denominator
indicator-denominator-hint = What is counted below: the people who were asked.
indicator-collection = How it is collected
indicator-collection-hint = By whom, when, with which tool.
indicator-disaggregation = Breakdown
indicator-disaggregation-hint = By neighbourhood, by age… only where it helps.
indicator-personal-data = Personal data
indicator-personal-data-hint = None, pseudonyms, names: who sees them, and until when.
indicator-biases = Known biases
indicator-biases-hint = What may distort the reading, and what is done about it.
indicator-agreed-by = Who agreed
indicator-agreed-why = Why this indicator
indicator-alert = A gap to understand below
indicator-good = Good from
indicator-target-hint = A target holds for its whole period: a full year (2026), or a single quarter (Q4 2026), of which alone the readings then count.
indicator-thresholds-hint = The two thresholds are a share of the target. Between the two, it is on the way.

indicator-aggregation-sum-words = Readings add up. The target holds for its whole period: half-way through, half of it is expected.
indicator-aggregation-ratio-words = What is counted above is added up, then what is counted below, and one is divided by the other. Never a mean of percentages: a small group does not weigh as much as a large one.
indicator-aggregation-weighted_mean-words = Each mean counts as much as the number of answers behind it.
indicator-aggregation-distribution-words = Answers are counted at each described level. The mean is only indicative.

indicator-levels = Described levels
indicator-levels-hint = From 2 to 7 levels, from the least to the most favourable, in people’s own words.
indicator-level = Level { $level }
indicator-level-placeholder = What is heard or seen at this level
indicator-level-add = Add a level
indicator-level-remove = Remove level { $level }

indicator-open = Open the sheet
indicator-open-short = Sheet
indicator-sheet = Sheet of the indicator: { $name }
indicator-menu = Actions for the indicator
indicator-up = Move up
indicator-down = Move down
indicator-to-category = Move to { $category }
indicator-delete = Move to the bin
indicator-deleted = “{ $name }” is in the bin.

indicator-part-essential = The essential
indicator-part-figure = Where it stands
indicator-part-bounds = Baseline and target
indicator-part-calculation = Calculation
indicator-part-collection = Collection
indicator-part-care = Care
indicator-part-agreement = Agreement
indicator-part-objectives = Linked objectives
indicator-part-words = Words of the glossary

indicator-no-reading = no reading yet
indicator-no-target = no target yet
indicator-progress-of = { $percent } of the target
indicator-aggregate = Whole period
indicator-expected-now = expected by now: { $value }
indicator-expected = Expected by now
indicator-latest = Latest reading
indicator-answers = { $count ->
    [one] from { $count } answer
   *[other] from { $count } answers
  }
indicator-disputed = Two values to choose from
indicator-disputed-short = Two values
indicator-disputed-hint = Two people typed a value at the same time. Both are kept: choose in the readings.
indicator-series = Readings, period by period

indicator-objectives-none = No linked objective yet.
indicator-objective-link = Link an objective
indicator-objective-search = Search for an objective
indicator-objective-choose = Link: { $statement }
indicator-objective-unlink = Unlink: { $statement }
indicator-objective-none-found = No objective contains these words.
