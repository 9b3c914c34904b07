//! Forgetting somebody: their name is taken out of the document by a change that everybody receives, and
//! the log, which still has it, becomes a snapshot, which has not.

use super::{Room, RoomError, compaction::CompactionError};
use jalon_shared::{PersonId, protocol::Frame};
use std::collections::BTreeSet;

/// Why the name of somebody may still be in a document. It is tried again later.
#[derive(Debug, thiserror::Error)]
pub enum ForgetError {
    #[error(transparent)]
    Room(RoomError),
    #[error("the change is not on the disk")]
    NotKept,
    #[error(transparent)]
    NotCompacted(#[from] CompactionError),
}

impl Room {
    /// Takes the names of somebody out of the document and out of what is kept of it.
    pub(super) async fn forget(
        &mut self,
        person: PersonId,
        mut names: BTreeSet<String>,
    ) -> Result<(), ForgetError> {
        // Nobody of that name writes any more, also not through a socket that was open.
        let open = self.roster.seats().filter(|seat| seat.person == person);
        for seat in open {
            seat.send_away();
        }
        if self.trouble.is_some() {
            return Err(ForgetError::NotKept);
        }
        names.extend(self.document.names_of(person));
        let update = self.document.forget(person, &names).update;
        let is_changed = !update.is_empty();
        if is_changed {
            self.whole = None;
            self.bytes += update.len();
            self.metrics.updates.inc();
            self.ledger.enter_own(update.clone().into());
        }
        let is_kept = self.settle().await;
        if is_changed {
            self.unsaid.push(Frame::Update { update }.encode().into());
        }
        if is_kept {
            self.say_own();
        } else {
            return Err(ForgetError::NotKept);
        }
        Ok(self.compact_all().await?)
    }

    /// Relays the server's own changes, which are on the disk. Not before: a client that gave one back to a
    /// server which had lost it would be refused, since nobody but the server rewrites a reading.
    pub(super) fn say_own(&mut self) {
        for relayed in std::mem::take(&mut self.unsaid) {
            self.roster.relay_update(None, &relayed);
        }
    }
}
