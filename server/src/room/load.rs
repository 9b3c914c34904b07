//! Reading a workspace from the store. What cannot be read is an error, never an empty document.

use crate::store::{Ailment, Store, StoreError, log, workspaces};
use axum::body::Bytes;
use jalon_shared::{
    Generation, Workspace, WorkspaceId,
    workspace::{Limits, LoadError, merge_updates},
};

/// Why a room is not open.
#[derive(Debug, Clone, thiserror::Error)]
pub enum RoomError {
    /// It left memory, or the server stops: ask again.
    #[error("the room is closed")]
    Closed,
    #[error("the document cannot be read: {0}")]
    Unreadable(#[from] LoadError),
    #[error("nothing is kept of this workspace")]
    Empty,
    #[error("the disk is damaged: {0}")]
    Damaged(String),
    #[error("the store did not answer: {0}")]
    Store(String),
    /// The client has another history than the one that is kept here.
    #[error("the client has another history of this workspace")]
    OtherGeneration,
}

impl From<StoreError> for RoomError {
    fn from(error: StoreError) -> Self {
        match error.ailment() {
            Some(Ailment::Damaged) => Self::Damaged(error.to_string()),
            _ => Self::Store(error.to_string()),
        }
    }
}

/// A workspace as it was kept.
pub struct Loaded {
    pub document: Workspace,
    pub generation: Generation,
    pub seq: i64,
    pub log_length: usize,
    /// How much was kept.
    pub bytes: usize,
    /// How much of it was the snapshot.
    pub snapshot_bytes: usize,
}

/// Reads a workspace, and takes in what is `pending`: taken before, and not kept yet. Decoding happens away
/// from the network threads.
pub async fn load(
    store: &Store,
    id: WorkspaceId,
    pending: Vec<Bytes>,
) -> Result<Loaded, RoomError> {
    let kept: Result<_, StoreError> = store
        .read(move |connection| {
            Ok((
                log::load(connection, id)?,
                workspaces::generation(connection, id)?,
            ))
        })
        .await;
    let (kept, generation) = kept?;
    let work = tokio::task::spawn_blocking(move || {
        let mut document = decode(&kept.updates)?;
        // Before the guard, who knows nothing of the server's own changes.
        for update in pending {
            if let Err(error) = document.receive(&update) {
                tracing::error!(workspace = %id, %error, "an update that waits for the disk");
            }
        }
        document.guard(Limits::default())?;
        let sizes = || kept.updates.iter().map(Vec::len);
        let snapshots = kept.updates.len() - kept.log_length;
        Ok(Loaded {
            document,
            generation,
            seq: kept.seq,
            log_length: kept.log_length,
            bytes: sizes().sum(),
            snapshot_bytes: sizes().take(snapshots).sum(),
        })
    });
    // A panic in there is not worse than an error: the document is not opened.
    work.await
        .unwrap_or_else(|error| Err(LoadError::Unreadable(error.to_string()).into()))
}

/// The document of a snapshot and its log.
pub fn decode(updates: &[Vec<u8>]) -> Result<Workspace, RoomError> {
    match updates {
        [] => Err(RoomError::Empty),
        [only] => Ok(Workspace::load(only)?),
        many => {
            let many: Vec<&[u8]> = many.iter().map(Vec::as_slice).collect();
            Ok(Workspace::load(&merge_updates(&many)?)?)
        }
    }
}
