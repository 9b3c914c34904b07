//! What happens to a room: all of it comes through its mailbox.

use super::{ConnectionId, ForgetError, FreezeError, FreezeRequest, RoomError, Seat};
use crate::store::versions;
use axum::body::Bytes;
use jalon_shared::{PersonId, Role, protocol::AwarenessEntry};
use std::collections::BTreeSet;
use tokio::sync::oneshot;

/// Everything that happens to a room.
pub enum Event {
    /// A connection wants in.
    Join {
        connection: ConnectionId,
        seat: Seat,
        reply: oneshot::Sender<Result<(), RoomError>>,
    },
    /// What the client has; it wants the rest.
    SyncStep1 {
        connection: ConnectionId,
        state_vector: Vec<u8>,
    },
    /// An update, the `frame`th of its connection. `answer` is set for a SyncStep2: the answer of a client
    /// to the server's own question, which a reader gives too.
    Update {
        connection: ConnectionId,
        frame: u64,
        update: Vec<u8>,
        answer: bool,
    },
    Awareness {
        connection: ConnectionId,
        entries: Vec<AwarenessEntry>,
    },
    /// Somebody begins to lead the others from page to page, or ends it.
    Guide {
        connection: ConnectionId,
        on: bool,
    },
    QueryAwareness {
        connection: ConnectionId,
    },
    /// A page that is drawn here wants all that there is, as whoever comes gets it.
    Whole {
        reply: oneshot::Sender<Bytes>,
    },
    /// Somebody wants to read who did what: the answer comes when that is written down, as far as the disk takes it.
    NoteDeeds {
        reply: oneshot::Sender<()>,
    },
    /// The connection was too slow and lost frames.
    Resync {
        connection: ConnectionId,
    },
    Leave {
        connection: ConnectionId,
    },
    Freeze {
        request: FreezeRequest,
        reply: oneshot::Sender<Result<versions::Entry, FreezeError>>,
    },
    /// A version was frozen; everybody hears of it.
    Frozen {
        number: u32,
        label: String,
    },
    /// A version was restored; everybody hears of it, also whoever did it.
    Restored {
        number: u32,
        label: String,
        person: PersonId,
        name: String,
    },
    /// What a connection may do is something else now; `None` when it may not be here any more.
    RoleChanged {
        connection: ConnectionId,
        role: Option<Role>,
    },
    Renamed {
        person: PersonId,
        name: String,
    },
    /// Somebody is to be forgotten. The answer comes when no byte that is kept of the document has their
    /// names.
    Forget {
        person: PersonId,
        names: BTreeSet<String>,
        reply: oneshot::Sender<Result<(), ForgetError>>,
    },
    /// The server stops.
    Stop,
    /// A bug.
    #[cfg(test)]
    Panic,
}
