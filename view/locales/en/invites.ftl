# The people of a workspace, and how others come in.

people-title = People

invites-title = Invite
invites-none = No invitation is open for now.
invite-role = Offered role
invite-life = Valid for
invite-life-half-day = half a day
invite-life-day = one day
invite-life-week = one week
invite-life-month = one month
invite-life-year = one year
invite-people = For how many people
invite-make = Create the invitation
invite-label = Invitation { $code }
invite-qr = QR code of the invitation
invite-address = Link of the invitation
invite-uses = used { $uses } of { $most } times
invite-until = Valid until { $date }
invite-project = Show large
invite-withdraw = Withdraw
invite-withdraw-sure = Nobody will be able to come in with this code any more.
invite-withdraw-yes = Withdraw the invitation
invite-withdrawn = The invitation is withdrawn.

copy = Copy the link
copied = Link copied.
copy-by-hand = This browser does not allow copying: select the link and copy it by hand.

projector-scan = Scan with your camera
projector-or = or open { $place } and type
projector-here = { $n ->
    [0] Nobody else is here yet.
    [one] One person is here already.
   *[other] { $n } people are here already.
}

role-reader-hint = Read the whole workspace, without writing.
role-contributor-hint = Read and write with the others.
role-facilitator-hint = Write, invite, change settings and freeze versions.

members-title = Who takes part
members-loading = One moment…
member-you = (you)
member-here = (online)
member-owner = Owner
member-role = Role of { $name }
member-rename = Change my name
member-name = Your name
member-remove = Remove { $name }
member-remove-text = This person will have no more access to the workspace, at once and on all their devices. What they wrote stays. Invitations that are open already do not bring them back; a new one would. If somebody else may have read an open code, withdraw it too.
member-remove-yes = Remove from the workspace
member-removed = The access was taken away.

my-link-title = Go on from another device
my-link-text = Scan this QR code with your phone, or open the link on another computer: you will be the same person there.
my-link-making = The link is being made…
my-link-qr = QR code of your personal link
my-link-address = Your personal link
my-link-private = This link is yours: whoever opens it writes in your name. It works once, for 24 hours.
