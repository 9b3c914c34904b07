//! Who takes part in a workspace, and how others come in: invitations, roles, the link to one's own other devices.

mod code;
mod invitation;
mod invite;
mod link;
mod members;
mod page;
mod projector;

pub use link::MyLinkDialog;
pub use page::People;
