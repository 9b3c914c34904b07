# Composing the dashboard: the controls around the blocks.

dashboard-edit-title = Dashboard
dashboard-edit-intro = Compose it together: add a block, give it a title, choose what it shows. It follows every reading.
dashboard-edit-presentation = Presentation
dashboard-edit-leave-presentation = Leave the presentation
dashboard-edit-add = Add a block
dashboard-edit-empty = The dashboard is still empty
dashboard-edit-empty-hint = Start with the essential in a few sentences, then one or two pictures. Three well-chosen blocks say more than ten.
dashboard-edit-starter = Suggest three blocks to start with
dashboard-edit-starter-essential = The essential
dashboard-edit-starter-gauges = Where are we?
dashboard-edit-starter-decisions = What we decide
dashboard-edit-block = Block: { $title }
dashboard-edit-block-untitled = Untitled block
dashboard-edit-change = Edit
dashboard-edit-change-named = Edit the block: { $title }
dashboard-edit-done = Done
dashboard-edit-done-named = Done: { $title }
dashboard-edit-field-comment = Comment
dashboard-edit-all-shown = With none chosen, everything is shown.
dashboard-edit-indicators-none = No indicator of the grid suits this form yet.
dashboard-edit-delete = Move to the bin
dashboard-edit-delete-named = Move to the bin: { $title }
dashboard-edit-deleted = The block “{ $title }” is in the bin.

dashboard-edit-kind-essential-hint = a few sentences to remember
dashboard-edit-kind-gauges-hint = where each indicator stands against its target
dashboard-edit-kind-line-hint = how values move over time
dashboard-edit-kind-distribution-hint = how answers are spread over the levels
dashboard-edit-kind-verbatims-hint = the words of the people who were heard
dashboard-edit-kind-decisions-hint = what was decided together
dashboard-edit-kind-text-hint = a word of introduction, an explanation

dashboard-edit-decisions = Decisions to keep up to date
dashboard-edit-decision-add = Add a decision
dashboard-edit-decision-delete = Move this decision to the bin
dashboard-edit-decision-deleted = The decision is in the bin.
dashboard-edit-blocks = The blocks
