//! Coming in: a place in the crowd, a seat in the room, and under watch from then on; and what is remembered of it.

use super::{
    Caller, Surroundings, Way,
    crowd::{Crowded, Place},
    outbox::{Close, Outbox},
};
use crate::{
    access,
    line::Pulse,
    room::{ConnectionId, Event, Repetitions, RoomError, Seat},
    store::{Store, StoreError, accesses::AccessId, activity, people},
    watch::{Guest, Watched},
};
use jalon_shared::{PersonId, WorkspaceId};
use std::sync::{
    Arc,
    atomic::{AtomicU64, Ordering},
};
use tokio::sync::{
    mpsc::{self, error::TrySendError},
    oneshot,
};

/// How often a connection knocks at a room that is just leaving memory.
const KNOCKS: usize = 5;

static NEXT: AtomicU64 = AtomicU64::new(1);

/// Somebody who came in.
pub struct Here {
    pub workspace: WorkspaceId,
    pub person: PersonId,
    /// Whether they are somebody, and not a script.
    pub is_person: bool,
    pub pulse: Arc<Pulse>,
    pub outbox: Arc<Outbox>,
    pub seated: Seated,
    pub watched: Watched,
    pub place: Place,
}

impl Here {
    pub fn id(&self) -> ConnectionId {
        self.seated.id
    }

    pub fn room(&self) -> &mpsc::Sender<Event> {
        &self.seated.room
    }
}

/// A seat in a room, left on drop.
pub struct Seated {
    room: mpsc::Sender<Event>,
    id: ConnectionId,
}

impl Drop for Seated {
    fn drop(&mut self) {
        let leave = Event::Leave {
            connection: self.id,
        };
        if let Err(TrySendError::Full(leave)) = self.room.try_send(leave) {
            let room = self.room.clone();
            // The mailbox is bounded, and leaving may not be lost.
            tokio::spawn(async move { room.send(leave).await });
        }
    }
}

/// Finds a place, takes a seat in the room, and is under watch from then on.
pub async fn come_in(caller: Box<Caller>, way: Way, around: &Surroundings) -> Result<Here, Close> {
    let (workspace, person) = (caller.workspace, caller.identity.person);
    let place = around.crowd.enter(person).map_err(|crowded| {
        around.metrics.turned_away.inc();
        tracing::warn!(%person, ?crowded, "no place for a connection");
        Close::from(crowded)
    })?;
    let outbox = Arc::new(Outbox::new(caller.jalon, way.wire().cloned()));
    let id = ConnectionId(NEXT.fetch_add(1, Ordering::Relaxed));
    // Leaves the room on every way out of here.
    let seated = Seated {
        room: enter(&caller, around, id, &outbox).await?,
        id,
    };
    tracing::info!(%workspace, %person, role = ?caller.role, "connected");
    let watched = put_under_watch(&caller, around, id)
        .await
        .map_err(|error| {
            tracing::error!(%error, "a role could not be checked");
            Close::Storage
        })?;
    Ok(Here {
        workspace,
        person,
        is_person: caller.identity.scope.is_none(),
        pulse: way.pulse().clone(),
        outbox,
        seated,
        watched,
        place,
    })
}

/// Takes a seat in the room.
async fn enter(
    caller: &Caller,
    around: &Surroundings,
    id: ConnectionId,
    outbox: &Arc<Outbox>,
) -> Result<mpsc::Sender<Event>, Close> {
    let person = caller.identity.person;
    let names: Result<_, StoreError> = around
        .store
        .read(move |connection| people::names(connection, person))
        .await;
    let names = names.map_err(|error| {
        tracing::error!(%error, %person, "the names of somebody cannot be read");
        Close::Storage
    })?;
    for _ in 0..KNOCKS {
        let room = around
            .hub
            .open(caller.workspace)
            .await
            .map_err(|_| Close::Restart)?;
        let (reply, answer) = oneshot::channel();
        let seat = Seat {
            person: caller.identity.person,
            name: caller.identity.name.clone(),
            names: names.clone(),
            role: caller.role,
            outbox: outbox.clone(),
            state_vector: None,
            claim: caller.claim,
            repetitions: Repetitions::default(),
        };
        let _ = room
            .send(Event::Join {
                connection: id,
                seat,
                reply,
            })
            .await;
        match answer.await {
            Ok(Ok(())) => return Ok(room),
            Err(_) | Ok(Err(RoomError::Closed)) => {}
            // The room has logged what it is.
            Ok(Err(RoomError::Unreadable(_) | RoomError::Empty | RoomError::Damaged(_))) => {
                return Err(Close::Unreadable);
            }
            Ok(Err(RoomError::Store(_))) => return Err(Close::Storage),
            Ok(Err(RoomError::OtherGeneration)) => return Err(Close::Generation),
        }
    }
    Err(Close::Restart)
}

/// Between the question who may come in and the seat in the room a role may have been taken away; from
/// now on the watch sees it.
async fn put_under_watch(
    caller: &Caller,
    around: &Surroundings,
    id: ConnectionId,
) -> Result<Watched, StoreError> {
    let (identity, workspace) = (&caller.identity, caller.workspace);
    let guest = Guest {
        access: identity.access.clone(),
        workspace,
        role: caller.role,
        expires_at: identity.expires_at,
    };
    let watched = around.watch.over(id, guest);
    let unchanged = around.watch.look_at(id).await?;
    // Scripts do not take part; people do. A full disk does not keep them from reading.
    if unchanged && identity.scope.is_none() {
        let access = identity.access.clone();
        let noted = note_connected(&around.store, workspace, identity.person, access).await;
        if let Err(error) = noted {
            tracing::warn!(%error, person = %identity.person, "not noted that somebody opened a workspace");
        }
    }
    Ok(watched)
}

/// Remembers in the list of members that somebody opened the workspace, if their access still opens it.
async fn note_connected(
    store: &Store,
    workspace: WorkspaceId,
    person: PersonId,
    access: AccessId,
) -> Result<(), StoreError> {
    store
        .write(move |connection| {
            // Asked where it is written: who was removed meanwhile must not become a member by it.
            match access::role_by(connection, &access, workspace)? {
                Some((role, _)) => {
                    activity::came(connection, workspace, person)?;
                    people::note_connected(connection, workspace, person, role)
                }
                None => Ok(()),
            }
        })
        .await
}

/// Remembers until when somebody saw what the others do. Nobody waits for it, and a list that begins earlier is
/// no harm.
pub async fn note_left(workspace: WorkspaceId, person: PersonId, store: &Store) {
    let noted =
        store.begin_write_soon(move |connection| activity::left(connection, workspace, person));
    drop::<oneshot::Receiver<Result<(), StoreError>>>(noted.await);
}

impl From<Crowded> for Close {
    fn from(crowded: Crowded) -> Self {
        match crowded {
            Crowded::Everybody => Self::Full,
            Crowded::OnePerson => Self::TooMany,
        }
    }
}
