//! Roles: what somebody may do in a workspace. The server enforces them.

use serde::{Deserialize, Serialize};

/// What somebody may do in a workspace. Each may do all that the ones before may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Reader,
    Contributor,
    Facilitator,
}
