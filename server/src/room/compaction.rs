//! Compaction: one snapshot in the place of a long log. It proves that the snapshot is the live state
//! before the log is deleted.

use super::{
    Room,
    updates::{aside, lacks_nothing},
};
use crate::{
    secret,
    store::{Store, StoreError, activity, log},
};
use jalon_shared::{
    Content, Talk, Workspace, WorkspaceId,
    workspace::{LoadError, Moment},
};
use std::future::pending;
use tokio::{
    runtime::Handle,
    task::{JoinError, JoinHandle},
};

/// How many updates a log has before it becomes a snapshot: some minutes of a full workshop.
const LONG: usize = 1000;

/// How many bytes of the snapshot stand against one update of the log: a large document is not written anew
/// for a thousand tiny ones.
const BYTES_OF_ONE: usize = 1 << 10; // 1 KiB

/// Which part of the largest document a log may at least, and at most, have in bytes.
const LEAST_PART: usize = 16;
const MOST_PART: usize = 4;

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
    moment: Moment,
    talk: Vec<Talk>,
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

impl Size {
    /// Whether it is time for a snapshot, when there were so many bytes `before` and there may be `most`:
    /// what is done stands in proportion to what came.
    fn is_long(self, before: usize, most: usize) -> bool {
        let log = self.bytes.saturating_sub(before);
        self.log_length >= LONG.max(before / BYTES_OF_ONE)
            || log >= before.clamp(most / LEAST_PART, most / MOST_PART)
    }
}

/// A compaction that ended well.
#[derive(Debug)]
pub struct Compacted {
    upto_seq: i64,
    before: Size,
    /// Bytes of the snapshot.
    bytes: usize,
}

/// A compaction beside the room.
pub struct Compacting(JoinHandle<Result<Compacted, CompactionError>>);

impl Compacting {
    /// Waits for its result; for ever when there is none. May be dropped and called again until it gave it.
    pub async fn result(this: &mut Option<Self>) -> Result<Compacted, CompactionError> {
        match this {
            Some(Self(task)) => task.await.unwrap_or_else(|error| Err(stopped(&error))),
            None => pending().await,
        }
    }
}

fn stopped(error: &JoinError) -> CompactionError {
    CompactionError::Stopped(error.to_string())
}

impl Room {
    fn picture(&self) -> Picture {
        Picture {
            workspace: self.id,
            upto_seq: self.seq,
            snapshot: self.document.snapshot(),
            state_vector: self.document.state_vector(),
            moment: self.document.moment(),
            talk: self.document.talk(),
            before: self.size(),
        }
    }

    fn size(&self) -> Size {
        Size {
            log_length: self.log_length,
            bytes: self.bytes,
        }
    }

    /// Whether the document would be larger than it may be with so many bytes more. Much of a log may stand
    /// for nothing that is still there: before it counts, it becomes a snapshot.
    pub(super) async fn is_full(&mut self, more: usize) -> bool {
        if self.bytes + more > self.most_bytes {
            self.end_compaction().await;
        }
        let log = self.bytes.saturating_sub(self.compacted_bytes);
        let may_help = log >= self.most_bytes / LEAST_PART;
        if self.bytes + more > self.most_bytes
            && may_help
            && let Err(error) = self.compact_all().await
        {
            self.not_compacted(&error);
        }
        self.bytes + more > self.most_bytes
    }

    /// It is tried again after as much as before, not every second.
    fn not_compacted(&mut self, error: &CompactionError) {
        tracing::error!(workspace = %self.id, %error, "not compacted; the log is kept");
        self.log_length = 0;
        self.compacted_bytes = self.bytes;
    }

    /// Starts a compaction beside the room when the log is long.
    pub(super) fn compact_if_long(&mut self) {
        let is_long = self.size().is_long(self.compacted_bytes, self.most_bytes);
        if !is_long || self.compacting.is_some() {
            return;
        }
        let picture = aside(self.bytes, || self.picture());
        let store = self.store.clone();
        let aside = self.aside.clone();
        let compacting = tokio::spawn(async move { compact(picture, &store, &aside).await });
        self.compacting = Some(Compacting(compacting));
    }

    /// Waits for the compaction beside the room, if there is one.
    pub(super) async fn end_compaction(&mut self) {
        if self.compacting.is_some() {
            let result = Compacting::result(&mut self.compacting).await;
            self.compacted(result);
        }
    }

    pub(super) fn compacted(&mut self, result: Result<Compacted, CompactionError>) {
        self.compacting = None;
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
                self.compacted_bytes = bytes;
            }
            Err(error) => self.not_compacted(&error),
        }
    }

    /// Compacts whatever there is, and waits for it: afterwards nothing is kept of what was deleted.
    pub(super) async fn compact_all(&mut self) -> Result<(), CompactionError> {
        self.end_compaction().await;
        let picture = aside(self.bytes, || self.picture());
        let done = compact(picture, &self.store, &self.aside).await?;
        self.log_length = 0;
        (self.bytes, self.compacted_bytes) = (done.bytes, done.bytes);
        Ok(())
    }

    /// Compacts before the room leaves memory.
    pub(super) async fn compact_now(&mut self) {
        self.end_compaction().await;
        if self.log_length == 0 || !self.ledger.is_settled() {
            return;
        }
        if let Err(error) = compact(self.picture(), &self.store, &self.aside).await {
            tracing::error!(workspace = %self.id, %error, "not compacted; the log is kept");
        }
    }
}

async fn compact(
    picture: Picture,
    store: &Store,
    aside: &Handle,
) -> Result<Compacted, CompactionError> {
    let (workspace, before) = (picture.workspace, picture.before);
    let proof = aside.spawn_blocking(move || prove(picture));
    let snapshot = proof.await.map_err(|error| stopped(&error))??;
    let done = Compacted {
        upto_seq: snapshot.upto_seq,
        before,
        bytes: snapshot.bytes.len(),
    };
    store
        .write(move |connection| {
            log::compact(connection, workspace, &snapshot)?;
            activity::prune(connection, workspace)
        })
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
    // Sorted by client, so that equal ones are the same bytes.
    let same_state = copy.state_vector() == picture.state_vector;
    let content = picture.moment.content();
    let says_the_same = copy.content() == content && copy.talk() == picture.talk;
    if !same_state || !lacks_nothing(&live_lacks) || !says_the_same {
        return Err(CompactionError::Different);
    }
    let content_hash = content_hash(&content)?;
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

#[cfg(test)]
mod tests {
    use super::*;

    const MEGABYTE: usize = 1 << 20;

    #[test]
    fn a_log_is_long_beside_its_document() {
        let of = |log_length, before: usize, log: usize| {
            let size = Size {
                log_length,
                bytes: before + log,
            };
            size.is_long(before, 64 * MEGABYTE)
        };
        assert!(of(LONG, 10_000, 50_000) && !of(LONG - 1, 10_000, 50_000));
        assert!(!of(LONG, 10 * MEGABYTE, 50_000), "tiny ones on a large one");
        assert!(of(10 * 1_024, 10 * MEGABYTE, 500_000));
        assert!(of(2, 10_000, 4 * MEGABYTE), "large ones on a small one");
        assert!(!of(2, 10 * MEGABYTE, 4 * MEGABYTE));
        assert!(of(8, 60 * MEGABYTE, 16 * MEGABYTE));
    }
}
