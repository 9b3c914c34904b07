//! Compaction: one snapshot in the place of a long log. It proves that the snapshot is the live state
//! before the log is deleted.

use super::{Event, Room, updates::lacks_nothing};
use crate::{
    secret,
    store::{Store, StoreError, log},
};
use jalon_shared::{Content, Workspace, WorkspaceId, workspace::LoadError};

/// How long a log grows before it becomes a snapshot: some minutes of a full workshop.
const LONG: usize = 1000;

/// Why a log stays as long as it is. Nothing was deleted.
#[derive(Debug, thiserror::Error)]
pub enum CompactionError {
    #[error("the snapshot cannot be read: {0}")]
    Unreadable(#[from] LoadError),
    #[error("the snapshot is not the live document")]
    Different,
    #[error("the content has no canonical form: {0}")]
    Content(#[from] serde_json::Error),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the work stopped: {0}")]
    Stopped(String),
}

/// A picture of the live document at one moment, to be proved.
struct Picture {
    workspace: WorkspaceId,
    /// Everything up to here is on the disk and in the picture.
    upto_seq: i64,
    snapshot: Vec<u8>,
    state_vector: Vec<u8>,
    content: Content,
    /// What the room counted then.
    before: Size,
}

/// How much is kept of a workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Size {
    /// Updates in the log.
    log_length: usize,
    /// Bytes of the snapshot and of the log together.
    bytes: usize,
}

/// A compaction that ended well.
#[derive(Debug)]
pub struct Compacted {
    upto_seq: i64,
    before: Size,
    /// Bytes of the snapshot.
    bytes: usize,
}

impl Room {
    fn picture(&self) -> Picture {
        Picture {
            workspace: self.id,
            upto_seq: self.seq,
            snapshot: self.document.snapshot(),
            state_vector: self.document.state_vector(),
            content: self.document.content(),
            before: Size {
                log_length: self.log_length,
                bytes: self.bytes,
            },
        }
    }

    /// Starts a compaction beside the room when the log is long.
    pub(super) fn compact_if_long(&mut self) {
        if self.log_length < LONG || self.compacting {
            return;
        }
        let (picture, store) = (self.picture(), self.store.clone());
        let Some(events) = self.events.upgrade() else {
            return;
        };
        self.compacting = true;
        tokio::spawn(async move {
            let result = compact(picture, &store).await;
            let _ = events.send(Event::Compacted { result }).await;
        });
    }

    pub(super) fn compacted(&mut self, result: Result<Compacted, CompactionError>) {
        self.compacting = false;
        match result {
            Ok(Compacted {
                upto_seq,
                before,
                bytes,
            }) => {
                tracing::info!(workspace = %self.id, upto_seq, bytes, "compacted");
                // What came meanwhile is still in the log.
                self.log_length = self.log_length.saturating_sub(before.log_length);
                self.bytes = bytes + self.bytes.saturating_sub(before.bytes);
            }
            Err(error) => {
                tracing::error!(workspace = %self.id, %error, "not compacted; the log is kept");
                // Tried again after as many updates, not every second.
                self.log_length = 0;
            }
        }
    }

    /// Compacts whatever there is, and waits for it: afterwards nothing is kept of what was deleted.
    pub(super) async fn compact_all(&mut self) -> Result<(), CompactionError> {
        let done = compact(self.picture(), &self.store).await?;
        self.log_length = 0;
        self.bytes = done.bytes;
        Ok(())
    }

    /// Compacts before the room leaves memory.
    pub(super) async fn compact_now(&mut self) {
        if self.log_length == 0 || !self.ledger.is_settled() {
            return;
        }
        if let Err(error) = compact(self.picture(), &self.store).await {
            tracing::error!(workspace = %self.id, %error, "not compacted; the log is kept");
        }
    }
}

async fn compact(picture: Picture, store: &Store) -> Result<Compacted, CompactionError> {
    let (workspace, before) = (picture.workspace, picture.before);
    let proof = tokio::task::spawn_blocking(move || prove(picture));
    let stopped = |error: tokio::task::JoinError| CompactionError::Stopped(error.to_string());
    let snapshot = proof.await.map_err(stopped)??;
    let done = Compacted {
        upto_seq: snapshot.upto_seq,
        before,
        bytes: snapshot.bytes.len(),
    };
    store
        .write(move |connection| log::compact(connection, workspace, &snapshot))
        .await?;
    Ok(done)
}

/// Decodes the snapshot and compares it with the live state: neither lacks anything of the other,
/// and both say the same.
fn prove(picture: Picture) -> Result<log::Snapshot, CompactionError> {
    let copy = Workspace::load(&picture.snapshot)?;
    let live_lacks = copy
        .diff(&picture.state_vector)
        .map_err(|_| CompactionError::Different)?;
    let same_state = !state_vectors_differ(&copy.state_vector(), &picture.state_vector);
    if !same_state || !lacks_nothing(&live_lacks) || copy.content() != picture.content {
        return Err(CompactionError::Different);
    }
    let content_hash = content_hash(&picture.content)?;
    Ok(log::Snapshot {
        upto_seq: picture.upto_seq,
        bytes: picture.snapshot,
        content_hash,
    })
}

/// SHA-256 of a content as JSON. Its maps are sorted, so equal contents have equal JSON.
pub fn content_hash(content: &Content) -> Result<String, serde_json::Error> {
    Ok(secret::sha256(&serde_json::to_vec(content)?))
}

/// Whether two encoded state vectors say different things; their entries come in any order.
fn state_vectors_differ(one: &[u8], other: &[u8]) -> bool {
    let (one, other) = (entries(one), entries(other));
    one.is_none() || one != other
}

/// The entries of a state vector, sorted: a count, then as many pairs of client and clock, all in
/// varuint of seven bits (<https://github.com/yjs/yjs>, `encodeStateVector`).
fn entries(state_vector: &[u8]) -> Option<Vec<(u64, u64)>> {
    let mut bytes = state_vector.iter();
    let mut number = || {
        let mut value = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = *bytes.next()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    };
    let count = number()?;
    let mut entries = Vec::new();
    for _ in 0..count {
        entries.push((number()?, number()?));
    }
    entries.sort_unstable();
    Some(entries)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn state_vectors_are_compared_in_any_order() {
        assert!(!state_vectors_differ(
            &[2, 1, 5, 0x80, 1, 7],
            &[2, 0x80, 1, 7, 1, 5]
        ));
        assert!(state_vectors_differ(&[1, 1, 5], &[1, 1, 6]));
        assert!(
            state_vectors_differ(&[1, 1], &[1, 1]),
            "what cannot be read is never equal"
        );
        assert!(!state_vectors_differ(&[0], &[0]));
    }
}
