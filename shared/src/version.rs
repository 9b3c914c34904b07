//! Frozen versions: what is frozen, how it is sealed with a hash, checked, and compared with another.

use crate::{Role, WorkspaceId, content::Content, dashboard::Dashboard};
use serde::{Deserialize, Serialize};

mod canonical;
pub mod diff;
mod names;
mod parts;
mod seal;

pub use names::{Disclosure, Disclosures, Salt, Whose};
pub use seal::{SealError, Sealed, Sealing, SealingError};

/// The name of this format, inside every version.
pub const FORMAT: &str = "jalon.version/2";

/// The format before: names stand in the hashed content itself, and cannot be removed. It is read, and
/// not written any more.
pub const FORMAT_WITH_NAMES: &str = "jalon.version/1";

/// A frozen version: all that people agreed on that day, and all that was computed from it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Version {
    /// [`FORMAT`], or [`FORMAT_WITH_NAMES`] in files of before.
    pub format: String,
    pub workspace: WorkspaceId,
    /// From 1, without gaps, in each workspace.
    pub number: u32,
    pub label: String,
    /// The period it reports on, in the words of whoever froze it (`2025-T2`).
    pub period: String,
    pub note: String,
    /// When, in RFC 3339 and UTC, to the second.
    pub frozen_at: String,
    /// Who froze it; empty, as every name in here, when the name is withheld.
    pub frozen_by: String,
    /// Who took part in the workspace until then.
    pub participants: Vec<Participant>,
    /// The version that this one corrects.
    pub replaces: Option<u32>,
    /// The hash of the version before, in lower-case hexadecimal; `None` for the first.
    pub previous_hash: Option<String>,
    pub content: Content,
    /// Computed when it was frozen, so that a later way of computing changes nothing.
    pub dashboard: Dashboard,
}

/// Somebody who took part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    pub name: String,
    pub role: Role,
}
