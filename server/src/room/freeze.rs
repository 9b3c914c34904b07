//! Freezing: the content of this moment becomes a sealed version at the end of the workspace's chain.

use super::{Event, Room, RoomError};
use crate::{
    clock,
    store::{Store, StoreError, people, versions},
};
use jalon_shared::{
    Content, Version, WorkspaceId,
    version::{FORMAT, Sealed},
};
use tokio::sync::oneshot;

/// What a facilitator asks for.
#[derive(Debug, Clone)]
pub struct FreezeRequest {
    pub label: String,
    pub period: String,
    pub note: String,
    /// The version that this one corrects.
    pub replaces: Option<u32>,
    /// The name of whoever freezes.
    pub by: String,
}

/// Why there is no new version.
#[derive(Debug, thiserror::Error)]
pub enum FreezeError {
    #[error(transparent)]
    Room(RoomError),
    #[error("there is no version {0} to replace")]
    NothingToReplace(u32),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the work stopped: {0}")]
    Stopped(String),
}

impl Room {
    /// Freezes beside the room, so that people keep typing; one freeze of a workspace after the other.
    pub(super) fn freeze(
        &mut self,
        request: FreezeRequest,
        reply: oneshot::Sender<Result<versions::Entry, FreezeError>>,
    ) {
        let (id, content, store) = (self.id, self.document.content(), self.store.clone());
        let (turn, events) = (self.freezing.clone(), self.events.clone());
        tokio::spawn(async move {
            let entry = {
                let _turn = turn.lock().await;
                freeze(&store, id, content, request).await
            };
            match &entry {
                Ok(entry) => {
                    tracing::info!(workspace = %id, number = entry.number, "froze a version");
                    if let Some(events) = events.upgrade() {
                        let event = Event::Frozen {
                            number: entry.number,
                            label: entry.label.clone(),
                        };
                        let _ = events.send(event).await;
                    }
                }
                Err(error) => tracing::warn!(workspace = %id, %error, "no version was frozen"),
            }
            // Whoever asked may be gone; the version is there.
            let _ = reply.send(entry);
        });
    }
}

async fn freeze(
    store: &Store,
    workspace: WorkspaceId,
    content: Content,
    request: FreezeRequest,
) -> Result<versions::Entry, FreezeError> {
    let replaces = request.replaces;
    let (last, replaced, participants) = store
        .read(move |connection| {
            let replaced = match replaces {
                Some(number) => versions::sealed(connection, workspace, number)?.is_some(),
                None => true,
            };
            let participants = people::participants(connection, workspace)?;
            Ok::<_, StoreError>((
                versions::last(connection, workspace)?,
                replaced,
                participants,
            ))
        })
        .await?;
    if let Some(number) = replaces.filter(|_| !replaced) {
        return Err(FreezeError::NothingToReplace(number));
    }
    let (number, previous_hash) = last.map_or((1, None), |last| (last.number + 1, Some(last.hash)));
    let sealing = tokio::task::spawn_blocking(move || {
        let dashboard = jalon_shared::dashboard::compute(&content);
        seal(Version {
            format: FORMAT.to_owned(),
            workspace,
            number,
            label: request.label,
            period: request.period,
            note: request.note,
            frozen_at: clock::rfc3339(clock::now_ms()),
            frozen_by: request.by,
            participants,
            replaces,
            previous_hash,
            content,
            dashboard,
        })
    });
    let sealed = sealing
        .await
        .map_err(|error| FreezeError::Stopped(error.to_string()))??;
    Ok(store
        .write(move |connection| versions::insert(connection, &sealed))
        .await?)
}

/// Seals a version, and reads the file back: what is kept is what `jalon verify` will accept.
fn seal(version: Version) -> Result<Sealed, FreezeError> {
    let sealed = Sealed::seal(version);
    match Sealed::parse(&sealed.to_json()) {
        Ok(back) if back == sealed => Ok(sealed),
        Ok(_) => Err(FreezeError::Stopped(
            "the sealed file reads back differently".to_owned(),
        )),
        Err(error) => Err(FreezeError::Stopped(error.to_string())),
    }
}
