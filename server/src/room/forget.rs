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
        self.enter_own(update);
        if self.settle().await {
            Ok(self.compact_all().await?)
        } else {
            Err(ForgetError::NotKept)
        }
    }

    /// Enters a change of the server's own. It is relayed once it is on the disk: nobody but the server rewrites
    /// a fact.
    pub(super) fn enter_own(&mut self, update: Vec<u8>) {
        if update.is_empty() {
            return;
        }
        self.whole = None;
        self.bytes += update.len();
        self.metrics.updates.inc();
        self.ledger.enter_own(update.clone().into());
        let frame = Frame::Update { update }.encode().into();
        self.relay(None, frame, true);
    }
}
