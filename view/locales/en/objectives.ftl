# Writing objectives together: the axes, the cards, what links them.

objectives-title = Objectives
objectives-intro = An objective says what will change, for whom, and by when. Start in your own words: the coach helps you to be precise and never stands in the way.
objectives-filter = Show
objectives-filter-all = All
objectives-filter-count = { $label } ({ $count })
objectives-filter-hidden = { $count ->
    [one] { $count } objective is not shown by this filter.
   *[other] { $count } objectives are not shown by this filter.
  }
objectives-filter-none-here = No objective with this status under this axis.
objectives-filter-clear = Show all
objectives-open-all = Open all details
objectives-close-all = Close all details

objectives-empty = Where to start?
objectives-empty-hint = An axis gathers the objectives of one intention or one project. Add the first one, or write an objective straight away: you can sort it later.
objectives-empty-reader = Nobody has written an objective here yet. They will appear as they are written.

axis-add = Add an axis
axis-label = Name of the axis
axis-label-placeholder = An intention in a few words, such as: breaking isolation
axis-unnamed = Unnamed axis
axis-project = Project
axis-project-placeholder = Project (optional)
axis-none = No axis
axis-none-hint = These objectives are waiting to be sorted under an axis.
axis-menu = Actions for the axis
axis-up = Move the axis up
axis-down = Move the axis down
axis-color = Colour of the axis
axis-color-0 = Blue
axis-color-1 = Terracotta
axis-color-2 = Green
axis-color-3 = Purple
axis-color-4 = Ochre
axis-color-5 = Petrol
axis-delete = Move the axis to the bin
axis-deleted = The axis “{ $label }” is in the bin. Its objectives stay here, without an axis.
axis-deleted-empty = The axis “{ $label }” is in the bin.
axis-empty = What change do you want to see here, and for whom?
axis-empty-hint = Start with one sentence, however imperfect. For example: “By 31 December, 30 family carers say they feel less alone.”

objective-add = Add an objective
objective-add-to = Add an objective to the axis { $label }
objective-add-loose = Add an objective without an axis
objective-statement = Statement of the objective
objective-statement-placeholder = What will change, for whom, by when…
objective-unnamed = Objective without a statement
objective-card = Objective { $number }
objective-audience = For whom
objective-status = Status
objective-role = Role that answers for it
objective-role-placeholder = For example: coordinator
objective-due = Due date

objective-open = Open the details
objective-close = Close the details
objective-menu = Actions for the objective
objective-up = Move up
objective-down = Move down
objective-change-axis = Change axis
objective-delete = Move to the bin
objective-deleted = “{ $name }” is in the bin.
objective-moved-to = The objective is now under { $label }.

moved-to = Place { $place } of { $count }.

objective-coach = The coach asks
objective-coach-more = { $count ->
    [one] and { $count } more question
   *[other] and { $count } more questions
  }
objective-coach-done = The coach has no more questions. Well put!
objective-coach-start = Write a first sentence: the coach will help you to sharpen it.
objective-coach-note = These are questions, not obligations.

objective-smart = SMART notes
objective-smart-hint = For each letter, what you told one another.
objective-smart-filled = { $count } of 5 noted
objective-smart-specific = Specific
objective-smart-specific-hint = Who and what exactly is this about?
objective-smart-measurable = Measurable
objective-smart-measurable-hint = How will the change be seen? Baseline and target.
objective-smart-achievable = Achievable
objective-smart-achievable-hint = What makes the target possible?
objective-smart-relevant = Relevant
objective-smart-relevant-hint = Which part of the mission does it serve?
objective-smart-time_bound = Time-bound
objective-smart-time_bound-hint = By when, with which milestones?

objective-indicators = Linked indicators
objective-indicators-none = No linked indicator yet.
objective-indicators-count = { $count ->
    [0] no indicator
    [one] { $count } indicator
   *[other] { $count } indicators
  }
objective-indicator-link = Link an indicator
objective-indicator-search = Search for an indicator
objective-indicator-search-hint = A few letters of its name
objective-indicator-choose = Link: { $name }
objective-indicator-unlink = Unlink: { $name }
objective-indicator-open = Open the sheet: { $name }
objective-indicator-create = Create the indicator
objective-indicator-create-named = Create the indicator “{ $name }”
objective-indicator-none-found = No indicator has that name. You can create it here.
objective-indicator-all-linked = Every existing indicator is already linked.
objective-picker-close = Close the choice

objective-words = Words of the glossary
objective-word = { $term }: see the agreed definition
