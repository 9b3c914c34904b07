//! Forgetting people who asked for it: their names leave every document, every version and every page of
//! the database file. What is asked lies in the database, so that it is done after a crash, too, and so
//! that a command beside a running server can ask.

use crate::{
    hub::{Hub, Stopping},
    metrics::Metrics,
    room::{Event, ForgetError, RoomError},
    store::{
        Store, StoreError,
        forgetting::{self, Forgetting},
        log, people, workspaces,
    },
};
use jalon_shared::{PersonId, WorkspaceId};
use std::{collections::BTreeSet, sync::Arc, time::Duration};
use tokio::{
    sync::oneshot,
    time::{Instant, sleep},
};

/// How soon the server sees that a command asked for something.
const LOOK: Duration = Duration::from_secs(1);

/// How long it waits before it tries again what did not work: a full disk is not emptied at once.
const AGAIN: Duration = Duration::from_secs(60);

/// How often it knocks at a room that is just leaving memory.
const KNOCKS: usize = 5;

/// Why somebody is not forgotten yet. It stays asked, and is tried again.
#[derive(Debug, thiserror::Error)]
pub enum NotForgotten {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Stopping(#[from] Stopping),
    #[error("workspace {0}: {1}")]
    Document(WorkspaceId, ForgetError),
}

/// Forgets whoever asks for it, as long as the server runs.
pub async fn keep(store: Store, hub: Hub, metrics: Arc<Metrics>) {
    let mut not_before = Instant::now();
    loop {
        sleep(LOOK).await;
        if Instant::now() < not_before {
            continue;
        }
        let done = forget_all(&store, &hub).await;
        metrics.not_forgotten.set(i64::from(done.is_err()));
        if let Err(error) = done {
            tracing::error!(%error, "somebody is not forgotten yet");
            not_before = Instant::now() + AGAIN;
        }
    }
}

/// Forgets everybody who asked for it until now; how many.
pub async fn forget_all(store: &Store, hub: &Hub) -> Result<usize, NotForgotten> {
    let to_do: Result<Vec<Forgetting>, StoreError> = store.read(forgetting::to_do).await;
    let to_do = to_do?;
    let count = to_do.len();
    for one in to_do {
        forget(store, hub, one).await?;
        tracing::info!(person = %one.person, everywhere = one.workspace.is_none(), "forgot somebody");
    }
    Ok(count)
}

async fn forget(store: &Store, hub: &Hub, one: Forgetting) -> Result<(), NotForgotten> {
    let person = one.person;
    let (names, all): (BTreeSet<String>, Vec<WorkspaceId>) = store
        .read(move |connection| {
            let names = people::names(connection, person)?;
            let all = match one.workspace {
                Some(only) => vec![only],
                None => {
                    let all = workspaces::all(connection)?.into_iter();
                    all.map(|listed| listed.id).collect()
                }
            };
            Ok::<_, StoreError>((names, all))
        })
        .await?;
    for workspace in all {
        if hub.is_live(workspace) || has_traces(store, workspace, person, &names).await? {
            let failed = |error| NotForgotten::Document(workspace, error);
            in_document(hub, workspace, person, &names)
                .await?
                .map_err(failed)?;
        }
    }
    store
        .write(move |connection| forgetting::delete_names(connection, one))
        .await?;
    store.alone(scrub).await?;
    Ok(store
        .write(move |connection| forgetting::done(connection, one))
        .await?)
}

/// Whether the bytes that are kept of a document have the number of a person or one of their names.
async fn has_traces(
    store: &Store,
    workspace: WorkspaceId,
    person: PersonId,
    names: &BTreeSet<String>,
) -> Result<bool, StoreError> {
    let mut traces: Vec<String> = names.iter().cloned().collect();
    traces.push(person.to_string());
    store
        .read(move |connection| {
            let kept = log::load(connection, workspace)?;
            let has = |trace: &String| kept.updates.iter().any(|bytes| holds(bytes, trace));
            Ok(traces.iter().any(has))
        })
        .await
}

fn holds(bytes: &[u8], text: &str) -> bool {
    let text = text.as_bytes();
    !text.is_empty() && bytes.windows(text.len()).any(|window| window == text)
}

async fn in_document(
    hub: &Hub,
    workspace: WorkspaceId,
    person: PersonId,
    names: &BTreeSet<String>,
) -> Result<Result<(), ForgetError>, Stopping> {
    for _ in 0..KNOCKS {
        let room = hub.open(workspace).await?;
        let (reply, answer) = oneshot::channel();
        let names = names.clone();
        let _ = room
            .send(Event::Forget {
                person,
                names,
                reply,
            })
            .await;
        match answer.await {
            Ok(Err(ForgetError::Room(RoomError::Closed))) | Err(_) => {}
            Ok(done) => return Ok(done),
        }
    }
    Ok(Err(ForgetError::Room(RoomError::Closed)))
}

/// Writes the database anew, without what was deleted, and empties its journal. Whoever writes waits
/// for that: about a second for 100 MB.
fn scrub(connection: &rusqlite::Connection) -> Result<(), StoreError> {
    connection.execute_batch("VACUUM")?;
    let busy: bool =
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if busy {
        let busy = std::io::ErrorKind::ResourceBusy.into();
        return Err(StoreError::file(
            "the journal is being read, and still has what was deleted",
            busy,
        ));
    }
    Ok(())
}
