//! Reading a workspace from the store. What cannot be read is an error, never an empty document.

use super::updates::aside;
use crate::{
    connection::packet::Packet,
    store::{Ailment, Store, StoreError, log, workspaces},
};
use axum::body::Bytes;
use jalon_shared::{
    Generation, Workspace, WorkspaceId,
    protocol::Frame,
    workspace::{Limits, LoadError, join_updates},
};
use tokio::runtime::Handle;

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

/// What is kept of a workspace, with nothing of it decoded.
pub struct Kept {
    id: WorkspaceId,
    pub generation: Generation,
    seq: i64,
    log_length: usize,
    bytes: usize,
    snapshot_bytes: usize,
    /// All of it, as one update.
    update: Bytes,
    /// The frame around it.
    pub whole: Packet,
    /// Whether it is, bit for bit, what was written.
    pub is_proved: bool,
}

/// Reads what is kept.
pub async fn read(store: &Store, id: WorkspaceId) -> Result<Kept, RoomError> {
    let kept: Result<_, StoreError> = store
        .read(move |connection| {
            Ok((
                log::load(connection, id)?,
                workspaces::generation(connection, id)?,
            ))
        })
        .await;
    let (log, generation) = kept?;
    let sizes = || log.updates.iter().map(Vec::len);
    let (bytes, snapshots) = (sizes().sum(), log.updates.len() - log.log_length);
    let snapshot_bytes = sizes().take(snapshots).sum();
    let update = aside(bytes, || join(log.updates, log.log_length))?;
    let length = update.len();
    let whole = Packet::from(Frame::SyncStep2 { update }.encode());
    let frame = whole.frame();
    Ok(Kept {
        id,
        generation,
        seq: log.seq,
        log_length: log.log_length,
        bytes,
        snapshot_bytes,
        update: frame.slice(frame.len() - length..),
        whole,
        is_proved: log.is_proved,
    })
}

impl Kept {
    /// Decodes it, and takes in what is `pending`: taken before, and not kept yet.
    pub fn decode(&self, pending: &[Bytes]) -> Result<Loaded, RoomError> {
        let limits = Limits::default();
        let document = if pending.is_empty() {
            Workspace::load_guarded(&self.update, limits)?
        } else {
            let mut document = Workspace::load(&self.update)?;
            // Before the guard, who knows nothing of the server's own changes.
            for update in pending {
                if let Err(error) = document.receive(update) {
                    tracing::error!(workspace = %self.id, %error, "an update that waits for the disk");
                }
            }
            document.guard(limits)?;
            document
        };
        Ok(Loaded {
            document,
            generation: self.generation,
            seq: self.seq,
            log_length: self.log_length,
            bytes: self.bytes,
            snapshot_bytes: self.snapshot_bytes,
        })
    }

    /// The same elsewhere, away from the network threads. A panic in there is not worse than an error: the document is not
    /// opened.
    pub async fn decode_on(self, aside: &Handle, pending: Vec<Bytes>) -> Result<Loaded, RoomError> {
        let work = aside.spawn_blocking(move || self.decode(&pending));
        work.await
            .unwrap_or_else(|error| Err(LoadError::Unreadable(error.to_string()).into()))
    }
}

/// One update of a snapshot and its log. A snapshot alone is one, and was proved when it was made.
fn join(mut updates: Vec<Vec<u8>>, log_length: usize) -> Result<Vec<u8>, RoomError> {
    if updates.is_empty() {
        return Err(RoomError::Empty);
    }
    if log_length == 0 && updates.len() == 1 {
        return Ok(updates.swap_remove(0));
    }
    let updates: Vec<&[u8]> = updates.iter().map(Vec::as_slice).collect();
    Ok(join_updates(&updates)?)
}

/// The document of a snapshot and its log.
pub fn decode(updates: &[Vec<u8>]) -> Result<Workspace, RoomError> {
    if updates.is_empty() {
        return Err(RoomError::Empty);
    }
    let updates: Vec<&[u8]> = updates.iter().map(Vec::as_slice).collect();
    Ok(Workspace::load(&join_updates(&updates)?)?)
}
