//! Updates that build on something that is not here: kept apart in memory until it has come, within a
//! budget. They are in no document and on no disk, nobody else sees them, and they are not acknowledged.

use super::{ConnectionId, Room};
use crate::{access::may_write, connection::outbox::Close, metrics::Metrics};
use axum::body::Bytes;
use jalon_shared::protocol::Refusal;
use std::{collections::BTreeMap, sync::Arc};

/// How many updates of one connection are kept apart: what a client sends while its answer to our question
/// is on its way.
const MOST_OF_ONE: usize = 64;
/// How many bytes of one connection.
const MOST_BYTES_OF_ONE: usize = 1 << 20; // 1 MiB
/// How many bytes in one room: several lost bases at once, and still quick to look through.
const MOST_BYTES: usize = 4 << 20; // 4 MiB

/// An update that waits.
pub(super) struct Held {
    pub frame: u64,
    pub update: Bytes,
}

/// What waits in one room.
pub(super) struct Apart {
    held: BTreeMap<ConnectionId, Vec<Held>>,
    bytes: usize,
    metrics: Arc<Metrics>,
}

impl Apart {
    pub fn new(metrics: Arc<Metrics>) -> Self {
        Self {
            held: BTreeMap::new(),
            bytes: 0,
            metrics,
        }
    }

    /// Keeps an update; whether there was room for it.
    fn keep(&mut self, connection: ConnectionId, held: Held) -> bool {
        let of_one = self.held.get(&connection).map_or(&[][..], Vec::as_slice);
        let bytes_of_one: usize = of_one.iter().map(|held| held.update.len()).sum();
        let size = held.update.len();
        let has_room = of_one.len() < MOST_OF_ONE
            && bytes_of_one + size <= MOST_BYTES_OF_ONE
            && self.bytes + size <= MOST_BYTES;
        if has_room {
            self.bytes += size;
            self.count(1, size);
            self.held.entry(connection).or_default().push(held);
        }
        has_room
    }

    /// Takes out what waits of a connection, in the order of its coming.
    fn take(&mut self, connection: ConnectionId) -> Vec<Held> {
        let held = self.held.remove(&connection).unwrap_or_default();
        let size = held.iter().map(|held| held.update.len()).sum();
        self.bytes -= size;
        self.count(-(held.len() as i64), size);
        held
    }

    /// A connection left, and takes its own with it.
    pub fn forget(&mut self, connection: ConnectionId) {
        self.take(connection);
    }

    fn holds_of(&self, connection: ConnectionId) -> bool {
        self.held.contains_key(&connection)
    }

    fn count(&self, updates: i64, bytes: usize) {
        let bytes = i64::try_from(bytes).unwrap_or(i64::MAX) * updates.signum();
        self.metrics.apart.inc_by(updates);
        self.metrics.apart_bytes.inc_by(bytes);
    }
}

impl Drop for Apart {
    fn drop(&mut self) {
        while let Some((connection, _)) = self.held.first_key_value() {
            self.take(*connection);
        }
    }
}

impl Room {
    /// Keeps an update apart and asks its author for what is missing; refuses it when there is no room.
    /// An `answer` to that question is not asked for again.
    pub(super) fn hold_apart(
        &mut self,
        connection: ConnectionId,
        frame: u64,
        update: Bytes,
        answer: bool,
    ) {
        let is_first = !self.apart.holds_of(connection);
        if !self.apart.keep(connection, Held { frame, update }) {
            self.refuse(connection, frame, Refusal::Incomplete);
            return;
        }
        self.ledger.hold(connection, frame);
        let question = (is_first && !answer).then(|| self.question());
        if let (Some(question), Some(seat)) = (question, self.roster.seat(connection)) {
            seat.outbox.answer(question);
        }
    }

    /// A connection has answered, and given all that it has: what still waits of it never will be complete.
    pub(super) async fn complete(&mut self, connection: ConnectionId) -> Result<(), Close> {
        for held in self.try_again(connection).await? {
            self.refuse(connection, held.frame, Refusal::Incomplete);
        }
        Ok(())
    }

    /// Takes in what is complete now of what waits of a connection; the rest.
    async fn try_again(&mut self, connection: ConnectionId) -> Result<Vec<Held>, Close> {
        let mut waiting = self.apart.take(connection);
        let mut before = usize::MAX;
        // Each may be what another one waits for.
        while waiting.len() < before {
            before = waiting.len();
            for held in std::mem::take(&mut waiting) {
                let role = self.roster.seat(connection).map(|seat| seat.role);
                if !role.is_some_and(may_write) {
                    self.refuse(connection, held.frame, Refusal::Role);
                } else if !self.take_in(connection, held.frame, &held.update).await? {
                    waiting.push(held);
                }
            }
        }
        Ok(waiting)
    }

    /// Looks through all that waits: what is missing may come in any frame, of anybody. Now and then, since
    /// looking at each frame would cost whoever sends tiny ones nothing, and the server a megabyte.
    pub(super) async fn complete_all(&mut self) -> Result<(), Close> {
        let connections: Vec<_> = self.apart.held.keys().copied().collect();
        for connection in connections {
            for held in self.try_again(connection).await? {
                let frame = held.frame;
                if !self.apart.keep(connection, held) {
                    self.refuse(connection, frame, Refusal::Incomplete);
                }
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(size: usize) -> Held {
        Held {
            frame: 1,
            update: vec![0; size].into(),
        }
    }

    #[test]
    fn what_is_kept_apart_has_a_budget_for_each_and_for_all() {
        let metrics = Arc::new(Metrics::new());
        let mut apart = Apart::new(metrics.clone());
        let one = ConnectionId(0);
        for _ in 0..MOST_OF_ONE {
            assert!(apart.keep(one, held(1)));
        }
        assert!(!apart.keep(one, held(1)), "too many of one");
        assert_eq!(metrics.apart.get(), MOST_OF_ONE as i64);
        apart.forget(one);
        assert!(apart.keep(one, held(MOST_BYTES_OF_ONE)));
        assert!(!apart.keep(one, held(1)), "too much of one");
        for other in 1..MOST_BYTES / MOST_BYTES_OF_ONE {
            assert!(apart.keep(ConnectionId(other as u64), held(MOST_BYTES_OF_ONE)));
        }
        assert!(!apart.keep(ConnectionId(99), held(1)), "too much of all");
        apart.forget(one);
        assert!(apart.keep(ConnectionId(99), held(1)));
        assert_ne!(metrics.apart_bytes.get(), 0);
        drop(apart);
        assert_eq!((metrics.apart.get(), metrics.apart_bytes.get()), (0, 0));
    }
}
