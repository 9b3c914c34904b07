//! The hub opens a room exactly once, and closes all of them when the server stops. What happens in a
//! room is the room's business.

use crate::{
    lanes::Lanes,
    metrics::Metrics,
    room::{Event, Room, Terms},
    store::Store,
};
use jalon_shared::WorkspaceId;
use std::{
    collections::HashMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};
use tokio::{
    runtime::Handle,
    sync::{mpsc, oneshot, watch},
};

/// How many events wait for a room; beyond that, whoever brings one waits.
const MAILBOX: usize = 1024;

/// The rooms of a server; clones are the same hub.
#[derive(Clone)]
pub struct Hub {
    shared: Arc<Shared>,
}

struct Shared {
    rooms: Mutex<Rooms>,
    store: Store,
    metrics: Arc<Metrics>,
    lanes: Lanes,
    terms: Terms,
    /// How many updates rooms ended with that the disk did not take.
    unkept: AtomicUsize,
}

#[derive(Default)]
struct Rooms {
    live: HashMap<WorkspaceId, Entry>,
    /// Set once, when the server stops: nothing is opened any more.
    stopped: bool,
}

struct Entry {
    events: mpsc::Sender<Event>,
    /// Closed when the room has ended, with everything on the disk.
    ended: watch::Receiver<()>,
}

/// The server stops and opens no more rooms.
#[derive(Debug, thiserror::Error)]
#[error("the server is stopping")]
pub struct Stopping;

impl Hub {
    pub fn new(store: Store, metrics: Arc<Metrics>, lanes: Lanes, terms: Terms) -> Self {
        Self {
            shared: Arc::new(Shared {
                rooms: Mutex::default(),
                store,
                metrics,
                lanes,
                terms,
                unkept: AtomicUsize::new(0),
            }),
        }
    }

    /// Where a workspace is served: its room, and best also who sits in it.
    pub fn lane(&self, workspace: WorkspaceId) -> &Handle {
        self.shared.lanes.of(workspace)
    }

    /// The mailbox of a room, which is opened if it is not live. Events that come after it closed are
    /// not answered: ask again.
    pub async fn open(&self, workspace: WorkspaceId) -> Result<mpsc::Sender<Event>, Stopping> {
        loop {
            let mut ended = {
                let mut rooms = self.rooms();
                match rooms.live.get(&workspace) {
                    Some(entry) if !entry.events.is_closed() => return Ok(entry.events.clone()),
                    // It is leaving memory: its last words must be on the disk before it is read again.
                    Some(entry) => entry.ended.clone(),
                    None if rooms.stopped => return Err(Stopping),
                    None => {
                        let entry = self.start(workspace);
                        let events = entry.events.clone();
                        rooms.live.insert(workspace, entry);
                        return Ok(events);
                    }
                }
            };
            while ended.changed().await.is_ok() {}
        }
    }

    /// Whether a workspace is in memory.
    pub fn is_live(&self, workspace: WorkspaceId) -> bool {
        self.rooms().live.contains_key(&workspace)
    }

    /// Tells a room something, if it is live.
    pub async fn tell(&self, workspace: WorkspaceId, event: Event) {
        let events = self
            .rooms()
            .live
            .get(&workspace)
            .map(|entry| entry.events.clone());
        if let Some(events) = events {
            // A room that just closed has nobody to tell.
            let _ = events.send(event).await;
        }
    }

    /// Waits until it is written down who did what in a workspace, as far as the disk takes it.
    pub async fn note_deeds(&self, workspace: WorkspaceId) {
        let (reply, noted) = oneshot::channel();
        self.tell(workspace, Event::NoteDeeds { reply }).await;
        // A room that is not live has nothing to write, and one that ends writes all of it.
        let _ = noted.await;
    }

    /// Tells every live room something.
    pub async fn tell_all(&self, event: impl Fn() -> Event) {
        let all: Vec<_> = self
            .rooms()
            .live
            .values()
            .map(|entry| entry.events.clone())
            .collect();
        for events in all {
            let _ = events.send(event()).await;
        }
    }

    /// Closes every room, and returns when all they hold is on the disk, or as much of it as the disk
    /// takes: how many updates it did not take.
    pub async fn stop(&self) -> usize {
        let all: Vec<_> = {
            let mut rooms = self.rooms();
            rooms.stopped = true;
            rooms
                .live
                .values()
                .map(|entry| (entry.events.clone(), entry.ended.clone()))
                .collect()
        };
        for (events, _) in &all {
            let _ = events.send(Event::Stop).await;
        }
        for (_, mut ended) in all {
            while ended.changed().await.is_ok() {}
        }
        self.shared.unkept.load(Ordering::Relaxed)
    }

    fn start(&self, workspace: WorkspaceId) -> Entry {
        let (events, mailbox) = mpsc::channel(MAILBOX);
        let (end, ended) = watch::channel(());
        let guard = Live {
            hub: self.clone(),
            workspace,
            end: Some(end),
        };
        let (store, metrics, terms) = (
            self.shared.store.clone(),
            self.shared.metrics.clone(),
            self.shared.terms,
        );
        let aside = self.shared.lanes.aside().clone();
        let own_events = events.downgrade();
        metrics.rooms.inc();
        self.lane(workspace).spawn(async move {
            let guard = guard;
            let unkept =
                Room::run(workspace, mailbox, own_events, store, metrics, aside, terms).await;
            guard.hub.shared.unkept.fetch_add(unkept, Ordering::Relaxed);
        });
        Entry { events, ended }
    }

    fn rooms(&self) -> MutexGuard<'_, Rooms> {
        // Nothing in here panics halfway through a change.
        self.shared
            .rooms
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

/// Takes a room off the list when its task ends, however it ends.
struct Live {
    hub: Hub,
    workspace: WorkspaceId,
    end: Option<watch::Sender<()>>,
}

impl Drop for Live {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.hub.shared.metrics.rebuilt.inc();
            tracing::error!(workspace = %self.workspace, "a room ended by a bug; it is read again from the disk");
        }
        self.hub.rooms().live.remove(&self.workspace);
        self.hub.shared.metrics.rooms.dec();
        // Only now: whoever waits for this finds no entry any more.
        drop(self.end.take());
    }
}

#[cfg(test)]
mod tests;
