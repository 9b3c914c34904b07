//! Identifiers: one type for each kind of thing, all of them UUIDs, made from a single macro.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

/// A text that is not an identifier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier: {0:?}")]
pub struct InvalidId(String);

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Wraps a UUID. New entities take a version 7 one, so that ids sort by birth.
            pub const fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// The UUID inside.
            pub const fn uuid(self) -> Uuid {
                self.0
            }

            /// An id born at `unix_ms` (milliseconds since 1970), from ten random bytes of the caller:
            /// this crate has neither clock nor chance.
            pub fn born(unix_ms: u64, random: [u8; 10]) -> Self {
                Self(uuid::Builder::from_unix_timestamp_millis(unix_ms, &random).into_uuid())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.as_hyphenated().fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = InvalidId;

            fn from_str(text: &str) -> Result<Self, InvalidId> {
                Uuid::try_parse(text).map(Self).map_err(|_| InvalidId(text.to_owned()))
            }
        }

        impl From<Uuid> for $name {
            fn from(uuid: Uuid) -> Self {
                Self(uuid)
            }
        }
    )*};
}

ids! {
    /// A workspace: the shared thing itself.
    WorkspaceId;
    /// A person who was let in, whatever the device.
    PersonId;
    /// An axis of action, or a project.
    AxisId;
    /// A SMART objective.
    ObjectiveId;
    /// An indicator of the grid.
    IndicatorId;
    /// One entry of a reading: a fact that is never rewritten.
    ReadingId;
    /// A thread of comments.
    ThreadId;
    /// One entry of a thread: a fact that nobody rewrites.
    CommentId;
    /// Words of a person who was interviewed.
    VerbatimId;
    /// A concept of the glossary.
    TermId;
    /// A decision taken together.
    DecisionId;
    /// A block of the dashboard.
    BlockId;
    /// Which history of a workspace: another one once the server's was put back from a backup. Two of
    /// them never merge.
    Generation;
}

impl Generation {
    /// That of every workspace that was never put back.
    pub const FIRST: Self = Self::from_uuid(Uuid::nil());
}
