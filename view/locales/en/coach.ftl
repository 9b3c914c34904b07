# The SMART coach: eight questions, each with a hint. It asks, and never blocks.

coach-title = Questions to go further
coach-intro = They help to make the objective clearer. You decide together whether to answer them.
coach-done = Nothing to point out: the objective is clear and measurable.
coach-s1 = Who or what exactly is it about?
coach-s1-hint = Name the people or the situation: “carers we have welcomed for three months” says more than “users”.
coach-s2 = Which observable change, rather than which activity?
coach-s2-hint = Replace “improve” or “foster” by what will be seen: go from… to…, reduce, reach.
coach-m1 = Which baseline and which target?
coach-m1-hint = A number, or a level described in words: where do we start, where do we want to arrive?
coach-m2 = Which indicator is linked?
coach-m2-hint = Link at least one indicator of the grid: it will show how far you have come.
coach-a1 = What makes the target possible?
coach-a1-hint = The target is more than twice the baseline. Note the means, the experience or the support that make it achievable.
coach-r1 = Which part of the mission does it serve?
coach-r1-hint = Sort the objective under an axis: it will find its place in the project.
coach-t1 = By which date, with which milestones?
coach-t1-hint = A due date, and one or two steps to adjust along the way.
coach-t2 = Who answers for it?
coach-t2-hint = A role is enough (“social link coordinator”), without naming anybody.
