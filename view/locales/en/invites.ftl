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
member-remove-text = This person will have no more access to the workspace, at once and on all their devices. What they wrote stays. Accesses of tools that they made here end too.
member-remove-invitations = Also withdraw all open invitations
member-remove-invitations-hint = With a code that is still open, they could come back under another name. You can make a new invitation right after.
member-remove-yes = Remove from the workspace
member-removed = The access was taken away.

# Removing a name: one’s own, or that of somebody who asked for it.
forget-me-title = Remove my name and my traces
forget-me-text = Your name disappears from all your workspaces: from the readings that you typed, from the bin, from the list of people and from frozen versions. They say “somebody” in its place.
forget-me-end = You will leave Jalon on all your devices, and the invitations that you opened will be withdrawn. This cannot be undone.
forget-member-title = Remove the name and the traces of { $name }
forget-member-hint = Does this person ask that their name disappear?
forget-member-text = Their name disappears from this workspace: from the readings that they typed, from the bin, from the list of people and from frozen versions. They say “somebody” in its place.
forget-member-end = This person will have no more access to the workspace, and the invitations that they opened will be withdrawn. This cannot be undone.
forget-stays-work = What was written about the project stays: it is the work of the whole team.
forget-stays-words = A name typed into a text or a comment is not recognised: correct it by hand, before. In a version that is already frozen it stays.
forget-stays-versions = Frozen versions keep their fingerprint, and can still be checked.
forget-stays-copies = Files that were downloaded and backups of the server do not change.
forget-yes = Remove for good
forget-done = The name is removed.

my-link-title = Go on from another device
my-link-text = Scan this QR code with your phone, or open the link on another computer: you will be the same person there.
my-link-making = The link is being made…
my-link-qr = QR code of your personal link
my-link-address = Your personal link
my-link-private = This link is yours: whoever opens it writes in your name. It works once, for 24 hours.

others-text = A device that was lost, lent or shared?
others-leave = Sign out my other devices
others-sure = Only this device will stay signed in.
others-yes = Sign them out
others-left = Your other devices are signed out.

tokens-title = Access for tools
tokens-text = A spreadsheet or a script can read the workspace, or write in it, with an access of its own.
token-name = Name of the tool
token-role = Role
token-make = Create an access
token-made-by = Created by { $name } on { $date }
token-made = Created on the server on { $date }
token-used = Last used on { $date }
token-never-used = Not used yet
token-end = End the access of { $name }
token-end-text = The tool will not get in any more, from now on. What it wrote stays.
token-end-yes = End the access
token-ended = The access has ended.
token-made-title = The access is ready
token-made-text = Copy it into your tool now: for your safety, it will not be shown again.
token-label = Access to copy
token-copy = Copy the access
token-copied = Access copied.
token-copy-by-hand = This browser does not allow copying: select the access and copy it by hand.
token-private = Whoever has this access enters the workspace with the chosen role. If it goes astray, end it here and create another one.
token-taken = I have copied it
