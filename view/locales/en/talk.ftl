# Talking about an objective, an indicator, a reading or a term.

talk-title = Discussion
talk-all-title = Discussions
talk-unnamed = { $kind ->
    [axis] Axis without a name
    [objective] Objective without a statement
    [indicator] Indicator without a name
    [verbatim] Quote
    [term] Term without a name
    [decision] Decision
   *[other] Without a name
  }
talk-cell = { $indicator }, { $period }
talk-button = { $count ->
    [0] Discuss: { $name }
    [one] 1 comment: { $name }
   *[other] { $count } comments: { $name }
  }
talk-button-short = { $count ->
    [0] Discuss
    [one] 1 comment
   *[other] { $count } comments
  }
talk-unread = (new)
talk-all-button = { $count ->
    [0] Discussions
    [one] Discussions: 1 comment to read
   *[other] Discussions: { $count } comments to read
  }
talk-to-all = All discussions
talk-none = Nobody has said anything here yet.
talk-start = Start a discussion
talk-start-hint = A question, an idea, a doubt… @ to call somebody
talk-send = Publish
talk-send-keys = Ctrl+Enter
talk-answer = Reply
talk-answer-hint = Reply…
talk-answer-send = Reply
talk-cancel = Cancel
talk-people = People to call
talk-too-long = This comment is too long: { $most } characters at most.
talk-thread-of = Discussion started by { $name }
talk-resolve = Mark as settled
talk-reopen = Open again
talk-resolved-by = Settled by { $name }, { $when }
talk-resolved-count = { $count ->
    [one] 1 settled discussion
   *[other] { $count } settled discussions
  }
talk-copy-link = Copy the link
talk-link-copied = The link of the discussion is copied.
talk-link-searching = We are looking for this discussion. It may have been withdrawn.
talk-not-frozen = Discussions stay in the workspace: they are never part of a frozen version.
talk-arrived = { $name } has just replied.
talk-calls-you = { $name } calls you in a discussion.
talk-read = Read
talk-corrected = (edited)
talk-correct = Edit
talk-correct-send = Save
talk-remove = Withdraw
talk-remove-sure = Withdraw this comment? Its words will be erased.
talk-remove-yes = Withdraw
talk-remove-no = Keep
talk-withdrawn = { $name } withdrew their comment.
talk-removed = Comment withdrawn by { $name }.

talk-filter = Discussions shown
talk-filter-open = Open ({ $count })
talk-filter-resolved = Settled ({ $count })
talk-filter-calls-me = Calling me ({ $count })
talk-all-read = Mark all as read
talk-all-none = No discussion here.
talk-comments = { $count ->
    [one] 1 comment
   *[other] { $count } comments
  }
talk-unread-count = { $count ->
    [one] 1 to read
   *[other] { $count } to read
  }
