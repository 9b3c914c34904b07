//! Freezing: the content of this moment becomes a sealed version at the end of the workspace's chain.

use super::{Event, Room, RoomError, updates::aside};
use crate::{
    clock, secret,
    store::{
        Store, StoreError,
        activity::{self, Deed, Deeds},
        people,
        versions::{self, Form},
    },
};
use jalon_shared::{
    PersonId, Version, WorkspaceId,
    version::{FORMAT, Sealed, Sealing, SealingError, Whose},
    workspace::Moment,
};
use std::{sync::Arc, time::Duration};
use tokio::{sync::oneshot, time::timeout};

/// How long a freeze waits for what it freezes to be on the disk: far longer than a commit takes.
const PATIENCE: Duration = Duration::from_secs(10);

/// What a facilitator asks for.
#[derive(Debug, Clone)]
pub struct FreezeRequest {
    pub label: String,
    pub period: String,
    pub note: String,
    /// The version that this one corrects.
    pub replaces: Option<u32>,
    /// Whoever freezes, and their name.
    pub by: PersonId,
    pub by_name: String,
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
    /// What would be frozen is not on the disk.
    #[error("what is in the workspace could not be kept yet")]
    Unkept,
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
        let moment = aside(self.bytes, || self.document.moment());
        let (id, store) = (self.id, self.store.clone());
        let (turn, events) = (self.freezing.clone(), self.events.clone());
        let since = clock::now_ms();
        let all_kept = self.ledger.all_kept();
        let patience = if self.trouble.is_some() {
            Duration::ZERO
        } else {
            PATIENCE
        };
        self.aside.spawn(async move {
            // A version must not hold what the document could still lose.
            let entry = if let Ok(Ok(())) = timeout(patience, all_kept).await {
                let _turn = turn.lock().await;
                freeze(&store, id, moment, request, since).await
            } else {
                Err(FreezeError::Unkept)
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
    moment: Moment,
    request: FreezeRequest,
    since: i64,
) -> Result<versions::Entry, FreezeError> {
    let (replaces, person) = (request.replaces, request.by);
    let (last, replaced, participants) = store
        .read(move |connection| {
            let replaced = match replaces {
                Some(number) => versions::exists(connection, workspace, number)?,
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
        let content = moment.content();
        let dashboard = jalon_shared::dashboard::compute(&content);
        let (people, participants) = participants.into_iter().unzip();
        let whose = Whose {
            frozen_by: request.by,
            participants: people,
        };
        let version = Version {
            format: FORMAT.to_owned(),
            workspace,
            number,
            label: request.label,
            period: request.period,
            note: request.note,
            frozen_at: clock::rfc3339(clock::now_ms()),
            frozen_by: request.by_name,
            participants,
            replaces,
            previous_hash,
            content,
            dashboard,
        };
        seal(version, &whose)
    });
    let (sealing, form) = sealing
        .await
        .map_err(|error| FreezeError::Stopped(error.to_string()))??;
    // What is large is put down elsewhere than on the thread that everybody's writes wait for, and after the answer.
    let sealing = Arc::new(sealing);
    let kept = sealing.clone();
    let entry = store
        .write(move |connection| {
            let entry = versions::insert(connection, &kept, &form, since)?;
            let mut deeds = Deeds::default();
            let path = format!("version/{}", entry.number);
            deeds.note(path, person, Deed::Frozen, clock::now_ms());
            activity::note(connection, workspace, &deeds)?;
            Ok::<_, StoreError>(entry)
        })
        .await?;
    tokio::task::spawn_blocking(move || drop(sealing));
    Ok(entry)
}

/// Seals a version, which reads it back, and gives it the form in which it is kept, which is read back too: what is
/// kept is what can be read again.
fn seal(version: Version, whose: &Whose) -> Result<(Sealing, Form), FreezeError> {
    let sealing = Sealed::seal(version, whose, secret::salt).map_err(|error| match error {
        SealingError::Salt(error) => StoreError::from(error).into(),
        error => stopped(error),
    })?;
    let form = Form::of(sealing.sealed.nameless()).map_err(stopped)?;
    Ok((sealing, form))
}

fn stopped(why: impl ToString) -> FreezeError {
    FreezeError::Stopped(why.to_string())
}
