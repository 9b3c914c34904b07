//! Who takes part in a workspace, and how others come in: invitations, roles, the link to one's own other devices,
//! accesses of tools.

mod code;
mod forget;
mod invitation;
mod invite;
mod link;
mod members;
mod page;
mod projector;
mod tokens;

pub use forget::ForgetMeDialog;
pub use link::MyLinkDialog;
pub use page::People;
