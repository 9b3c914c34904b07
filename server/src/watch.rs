//! The watch: it knows the access behind every open socket, and looks at their doors again when one may have
//! shut: because of something done here, by another program on the same data, or because time is up. What
//! changed it tells the room, which tells the client.

use crate::{
    access, clock,
    hub::Hub,
    room::{ConnectionId, Event},
    store::{
        Store, StoreError,
        accesses::{self, AccessId},
    },
};
use futures::future::join_all;
use jalon_shared::{Role, WorkspaceId};
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::time::{MissedTickBehavior, interval, timeout};

/// How often the watch asks whether something changed: one number from the database. Whoever is sent away
/// by another program is gone within a second.
const ROUND: Duration = Duration::from_millis(200);

/// How long a room may take to hear of a change before the watch goes on. It hears of it all the same; it is
/// busy while the disk is.
const PATIENCE: Duration = Duration::from_secs(1);

/// The watch of a server; clones are the same one.
#[derive(Clone)]
pub struct Watch {
    shared: Arc<Shared>,
}

struct Shared {
    store: Store,
    hub: Hub,
    guests: Mutex<BTreeMap<ConnectionId, Guest>>,
    /// One look at a time, so that an old answer never follows a newer one. Holds the count of
    /// [`accesses::changes`] at the last look.
    looking: tokio::sync::Mutex<Option<i64>>,
}

/// A connection, and what it was last told.
#[derive(Clone)]
pub struct Guest {
    pub access: AccessId,
    pub workspace: WorkspaceId,
    pub role: Role,
    /// When the access ends, in milliseconds since 1970.
    pub expires_at: Option<i64>,
}

/// A guest under watch, until this is dropped.
pub struct Watched {
    watch: Watch,
    id: ConnectionId,
}

impl Drop for Watched {
    fn drop(&mut self) {
        self.watch.guests().remove(&self.id);
    }
}

impl Watch {
    pub fn new(store: Store, hub: Hub) -> Self {
        Self {
            shared: Arc::new(Shared {
                store,
                hub,
                guests: Mutex::default(),
                looking: tokio::sync::Mutex::default(),
            }),
        }
    }

    /// Takes a connection that has its seat under watch.
    ///
    /// **Invariant:** the door was asked before, so it is looked at once more afterwards (see
    /// [`Self::look_again`]): what changed in between is not missed.
    pub fn over(&self, id: ConnectionId, guest: Guest) -> Watched {
        self.guests().insert(id, guest);
        Watched {
            watch: self.clone(),
            id,
        }
    }

    /// Looks at one door; whether it is as open as the connection was told.
    pub async fn look_at(&self, id: ConnectionId) -> Result<bool, StoreError> {
        let _looking = self.shared.looking.lock().await;
        let guest = self.guests().get(&id).cloned();
        let guests: Vec<_> = guest.map(|guest| (id, guest)).into_iter().collect();
        let (_, doors) = self.ask(guests).await?;
        Ok(self.tell(doors).await == 0)
    }

    /// Looks at every door, and returns when the rooms were told what changed. Whoever took an access or a
    /// role away here calls it before they answer.
    pub async fn look_again(&self) -> Result<(), StoreError> {
        let mut last = self.shared.looking.lock().await;
        let guests: Vec<_> = self
            .guests()
            .iter()
            .map(|(id, guest)| (*id, guest.clone()))
            .collect();
        let (changes, doors) = self.ask(guests).await?;
        *last = Some(changes);
        self.tell(doors).await;
        Ok(())
    }

    /// Watches until it is dropped.
    pub async fn keep(self) {
        let mut rounds = interval(ROUND);
        rounds.set_missed_tick_behavior(MissedTickBehavior::Delay);
        // Trouble is logged when it begins, and not five times a second.
        let mut in_trouble = false;
        loop {
            rounds.tick().await;
            match self.round().await {
                Ok(()) => in_trouble = false,
                Err(error) if !in_trouble => {
                    tracing::error!(%error, "whether somebody lost their access cannot be read");
                    in_trouble = true;
                }
                Err(_) => {}
            }
        }
    }

    async fn round(&self) -> Result<(), StoreError> {
        let now = clock::now_ms();
        let (nobody, is_over) = {
            let guests = self.guests();
            let is_over = |guest: &Guest| guest.expires_at.is_some_and(|end| end <= now);
            (guests.is_empty(), guests.values().any(is_over))
        };
        if nobody {
            return Ok(());
        }
        let changes: i64 = self.shared.store.read(accesses::changes).await?;
        let last = *self.shared.looking.lock().await;
        if is_over || last != Some(changes) {
            self.look_again().await?;
        }
        Ok(())
    }

    /// What the doors of guests are now, and the count of changes that this answer knows of.
    async fn ask(&self, guests: Vec<(ConnectionId, Guest)>) -> Result<(i64, Doors), StoreError> {
        self.shared
            .store
            .read(move |connection| {
                // Before the doors: a change in between is then looked at once more.
                let changes = accesses::changes(connection)?;
                let mut doors = Vec::new();
                for (id, guest) in guests {
                    let door = access::role_by(connection, &guest.access, guest.workspace)?;
                    doors.push((id, guest.workspace, door));
                }
                Ok((changes, doors))
            })
            .await
    }

    /// Tells the rooms which doors are not what they were; how many those are.
    async fn tell(&self, doors: Doors) -> usize {
        let mut news = Vec::new();
        {
            let mut guests = self.guests();
            for (connection, workspace, door) in doors {
                let Some(guest) = guests.get_mut(&connection) else {
                    continue;
                };
                match door {
                    Some((role, expires_at)) => {
                        guest.expires_at = expires_at;
                        if std::mem::replace(&mut guest.role, role) != role {
                            news.push((workspace, connection, Some(role)));
                        }
                    }
                    None => {
                        guests.remove(&connection);
                        news.push((workspace, connection, None));
                    }
                }
            }
        }
        let count = news.len();
        let telling = news.into_iter().map(|(workspace, connection, role)| {
            tracing::info!(%workspace, connection = connection.0, ?role, "an open door changed");
            let hub = self.shared.hub.clone();
            let event = Event::RoleChanged { connection, role };
            // A task of its own: who loses patience below must not lose the message.
            tokio::spawn(async move { hub.tell(workspace, event).await })
        });
        if timeout(PATIENCE, join_all(telling)).await.is_err() {
            tracing::warn!("a room is busy and hears later that somebody's role changed");
        }
        count
    }

    fn guests(&self) -> MutexGuard<'_, BTreeMap<ConnectionId, Guest>> {
        // Nothing in here panics halfway through a change.
        self.shared
            .guests
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

/// Each connection with its workspace and, if the door is open, the role and when the access ends.
type Doors = Vec<(ConnectionId, WorkspaceId, Option<(Role, Option<i64>)>)>;
