# What the others did since the last visit.

since-title = Since your last visit
since-button = Since your last visit ({ $count })
since-all-seen = All seen
since-none = You have seen everything.
since-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
  }
since-mark = Changed by { $name }, { $when }
since-version = Version { $number }
since-languages = Languages of the glossary
since-two = { $one } and { $other }
since-many = { $count ->
    [one] { $one }, { $other } and 1 more person
   *[other] { $one }, { $other } and { $count } more people
  }
since-changed = { $people ->
    [one] { $who } changed: { $field }
   *[other] { $who } changed: { $field }
  }
since-changed-all = { $people ->
    [one] { $who } made changes
   *[other] { $who } made changes
  }
since-values = { $count ->
    [one] 1 value entered by { $who }
   *[other] { $count } values entered by { $who }
  }
since-added = Added by { $who }
since-binned = Sent to the bin by { $who }
since-restored = Restored by { $who }
since-said = { $people ->
    [one] { $who } talked about it
   *[other] { $who } talked about it
  }
since-frozen = Frozen by { $who }
