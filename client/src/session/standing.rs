//! Who the person is in this workspace, and whether they may go on.

use jalon_shared::{PersonId, Role, protocol::Refusal};
use serde::{Deserialize, Serialize};

/// The person in front of this page, in this workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    pub person: PersonId,
    pub name: String,
    pub role: Role,
}

/// Whether this page may go on, and why not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Standing {
    #[default]
    Welcome,
    /// The person was taken out of the workspace.
    Removed,
    /// The server knows nothing of the person here, and nobody decided that: it may have been put back from a
    /// backup of before. The copy on this device stays.
    Unknown,
    /// The server no longer knows this browser.
    SignedOut,
    /// The server cannot read the document.
    Unreadable,
    /// The server has another history of the workspace, put back from a backup: this one is not merged in.
    OtherGeneration,
    /// The server did not take what was typed here.
    Refused(Refusal),
}
