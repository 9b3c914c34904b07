# Entering readings: the table, its cells, what a cell holds.

readings-title = Readings
readings-intro = One line for each indicator, one cell for each period. Type a number straight into its cell, or open the cell for the rest. Comma, point and spaces are all understood.
readings-years = Year shown
readings-year-before = Previous year
readings-year-after = Next year
readings-waiting = { $count ->
    [0] Everything is in so far
    [one] { $count } cell to fill
   *[other] { $count } cells to fill
  }
readings-only-waiting = Only indicators with cells to fill
readings-nothing-waiting = Nothing to fill for this year: everything is here.
readings-empty = No indicator to read yet
readings-empty-hint = Start with the indicator grid: as soon as an indicator exists, its line appears here.
readings-empty-link = Open the indicator grid
readings-table = Readings of { $year }, by indicator and period
readings-indicator = Indicator
readings-indicator-unnamed = Unnamed indicator
readings-to-date = To date / target
readings-also = Also entered:

readings-cell = { $indicator }, { $period }
readings-details = Details: { $indicator }, { $period }
readings-fill = to fill
readings-disputed = { $count } values entered at the same time
readings-disputed-short = { $count } values
readings-commented = with a comment
readings-not-a-number = A number is expected here, such as 12.5.
readings-meanwhile = { $name } entered { $value } while you were typing.
readings-of = { $numerator } of { $denominator }
readings-n = n = { $count }
readings-mean = indicative mean
readings-mean-short = mean { $value }

readings-target = target { $value }
readings-expected = expected by now { $value }
readings-no-target = no target yet

readings-editor = { $indicator } · { $period }
readings-value = Value
readings-value-unit = Value ({ $unit })
readings-numerator = How many
readings-denominator = Out of how many
readings-level = Level { $level }: { $label }
readings-level-plain = Level { $level }
readings-mean-label = Mean
readings-mean-unit = Mean ({ $unit })
readings-n-label = Number of answers (n)
readings-levels-legend = How many answers at each level
readings-preview = What will be saved
readings-preview-waiting = Fill in the fields to see the result.
readings-ratio-hint = The percentage is computed. Over several periods, each of the two numbers is added up first.
readings-mean-hint = Over several periods, the mean is weighted by the number of answers.
readings-levels-hint = Over several periods, the answers of each level are added up. The mean stays indicative.
readings-zero-denominator = This number must be greater than zero: it is what we count out of.
readings-beyond-all = This is more than 100%: is it what you meant? If not, the two numbers may be the wrong way round.
readings-whole = A whole number is expected here: zero or more.
readings-comment = Comment
readings-comment-hint = Whatever helps to read this value: a late survey, a change of method…
readings-save = Save the value
readings-withdraw = Withdraw the value
readings-withdraw-hint = The cell becomes empty again; its history keeps everything.
readings-take-it = Take this value
readings-previous-cell = Previous period: { $period }
readings-next-cell = Next period: { $period }
readings-choose = Two values were entered at the same time: which one to keep?
readings-choose-hint = Nothing is lost: the other one stays in the history.
readings-keep = Keep { $value }
readings-by = entered by { $name }, { $when }
readings-history-count = History ({ $count })
readings-history-empty = Nobody has entered a value here yet.
readings-history-withdrawn = value withdrawn
readings-history-current = current value

readings-verbatims-hint = The words of the people we listen to, as they agreed to be quoted. They are saved as you write.
readings-verbatim-add = Add a quote
readings-verbatim-speaker-hint = For example: carer, 58
readings-verbatim-delete = Move this quote to the bin
readings-verbatim-deleted = The quote is in the bin.
readings-cell-says = { $cell }:
