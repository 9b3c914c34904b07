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

/// How many times as long as it took it rests afterwards: whoever asks again and again must not keep everybody
/// else from writing.
const REST: u32 = 20;

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
        let began = Instant::now();
        let done = forget_all(&store, &hub).await;
        not_before = Instant::now() + began.elapsed() * REST;
        metrics.not_forgotten.set(i64::from(done.is_err()));
        if let Err(error) = done {
            tracing::error!(%error, "somebody is not forgotten yet");
            not_before = Instant::now() + AGAIN;
        }
    }
}

/// Forgets everybody who asked for it until now; how many. Whoever cannot be forgotten yet keeps nobody else
/// waiting; the first error is told.
pub async fn forget_all(store: &Store, hub: &Hub) -> Result<usize, NotForgotten> {
    let to_do: Result<Vec<Forgetting>, StoreError> = store.read(forgetting::to_do).await;
    let (mut without_names, mut first_error) = (Vec::new(), None);
    for one in to_do? {
        match forget(store, hub, one).await {
            Ok(()) => without_names.push(one),
            Err(error) => {
                tracing::warn!(person = %one.person, %error, "somebody is not forgotten yet");
                first_error.get_or_insert(error);
            }
        }
    }
    let count = without_names.len();
    if count > 0 {
        // Once for all of them: everybody who writes waits for it.
        store.alone(scrub).await?;
        let forgotten = without_names.clone();
        let done: Result<(), StoreError> = store
            .write(move |connection| {
                forgotten
                    .into_iter()
                    .try_for_each(|one| forgetting::done(connection, one))
            })
            .await;
        done?;
    }
    for one in without_names {
        tracing::info!(person = %one.person, everywhere = one.workspace.is_none(), "forgot somebody");
    }
    first_error.map_or(Ok(count), Err)
}

/// Takes the names of somebody out of the documents and the tables; the file still has what was deleted.
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
        let has_traces = has_traces(store, workspace, person, &names).await?;
        if !has_traces && !hub.is_live(workspace) {
            continue;
        }
        match in_document(hub, workspace, person, &names).await? {
            Ok(()) => {}
            // It only says why it cannot be opened, and has nothing in memory.
            Err(ForgetError::Room(
                RoomError::Unreadable(_) | RoomError::Empty | RoomError::Damaged(_),
            )) if !has_traces => {}
            Err(error) => return Err(NotForgotten::Document(workspace, error)),
        }
    }
    store
        .write(move |connection| forgetting::delete_names(connection, one))
        .await
        .map_err(NotForgotten::Store)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Config, lanes::Lanes, store::database};
    use rusqlite::Connection;
    use tempfile::TempDir;

    /// How often a database was written anew, or its schema changed.
    fn rewrites(connection: &Connection) -> i64 {
        connection
            .query_row("PRAGMA schema_version", [], |row| row.get(0))
            .expect("a number")
    }

    fn asks(connection: &Connection) -> PersonId {
        let person = people::create(connection, "Zénobie", false).expect("a person");
        forgetting::ask(connection, person.id, None).expect("asked");
        person.id
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn one_who_cannot_be_forgotten_keeps_nobody_waiting_and_all_take_one_rewrite() {
        let folder = TempDir::new().expect("a folder");
        let (store, threads) = Store::open(folder.path(), Arc::new(|_| ())).expect("a store");
        let hub = Hub::new(
            store.clone(),
            Arc::new(Metrics::new()),
            Lanes::here(),
            Config::new(folder.path()).terms(),
        );
        let database = database::open(folder.path()).expect("a database");
        let stuck = asks(&database);
        let workspace = WorkspaceId::born(1, crate::secret::id_bytes().expect("chance"));
        let new = workspaces::New {
            id: workspace,
            title: "Abîmé".to_owned(),
            by: None,
            // Not a document, and it names somebody.
            update: stuck.to_string().into_bytes(),
            demo: false,
        };
        workspaces::create(&database, &new).expect("a workspace");
        let others = [asks(&database), asks(&database), asks(&database)];
        let before = rewrites(&database);
        let done = forget_all(&store, &hub).await;
        assert!(matches!(done, Err(NotForgotten::Document(..))), "{done:?}");
        assert_eq!(rewrites(&database), before + 1);
        for person in others {
            assert_eq!(people::find(&database, person).expect("read"), None);
        }
        let left = forgetting::to_do(&database).expect("read");
        let left: Vec<_> = left.into_iter().map(|one| one.person).collect();
        assert_eq!(left, [stuck]);
        hub.stop().await;
        store.close().await;
        threads.join();
    }
}
