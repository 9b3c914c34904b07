//! A room that is still cold: nothing of its document was decoded. Whoever has nothing gets it as it lies on the
//! disk, while it is read away from the network threads; what needs the document waits, in its order.

use super::{
    Event, RoomError,
    closed::decline,
    generation::admit,
    load::{self, Kept, Loaded},
    roster::{ConnectionId, Roster},
};
use crate::{
    connection::{outbox::Close, packet::Packet},
    metrics::Metrics,
    room::Claim,
    store::Store,
};
use jalon_shared::{Generation, WorkspaceId};
use std::{collections::BTreeSet, pin::pin, sync::Arc};
use tokio::{
    runtime::Handle,
    sync::mpsc,
    time::{Instant, sleep_until},
};

/// How much waits for the document. Beyond that the room listens to nobody until it is there, and whoever brings
/// something waits.
const MOST_EVENTS: usize = 512;
const MOST_BYTES: usize = 16 << 20; // 16 MiB

/// A room whose document is being read.
///
/// **Invariant:** nothing changes the document, so that whoever got `whole` lacks nothing when it is there.
pub struct Cold {
    pub roster: Roster,
    /// The whole document, as it was written.
    pub whole: Packet,
    /// What waits for the document, oldest first.
    pub waiting: Vec<Event>,
    /// How many bytes of updates that is.
    bytes: usize,
    /// Connections of which something waits: what else they say about the document waits behind it.
    behind: BTreeSet<ConnectionId>,
    /// Set when the server stops: nothing more is listened to.
    stops: bool,
    generation: Generation,
    metrics: Arc<Metrics>,
}

impl Cold {
    /// Reads what is kept and lets people in, until the document is there.
    ///
    /// # Errors
    /// When it cannot be read. Then everybody who was let in was sent away, and nobody else may come.
    pub async fn open(
        id: WorkspaceId,
        mailbox: &mut mpsc::Receiver<Event>,
        store: &Store,
        metrics: Arc<Metrics>,
        aside: &Handle,
    ) -> Result<(Self, Loaded), RoomError> {
        let kept = load::read(store, id).await?;
        let mut cold = Self {
            roster: Roster::default(),
            whole: kept.whole.clone(),
            waiting: Vec::new(),
            bytes: 0,
            behind: BTreeSet::new(),
            stops: false,
            generation: kept.generation,
            metrics,
        };
        match cold.serve(mailbox, kept, aside).await {
            Ok(loaded) => Ok((cold, loaded)),
            Err(error) => {
                cold.roster.close(Close::Unreadable);
                for event in cold.waiting {
                    decline(event, &error);
                }
                Err(error)
            }
        }
    }

    async fn serve(
        &mut self,
        mailbox: &mut mpsc::Receiver<Event>,
        kept: Kept,
        aside: &Handle,
    ) -> Result<Loaded, RoomError> {
        // Nobody gets bytes of which nobody knows whether they are what was written.
        let lets_in = kept.is_proved;
        let mut decoding = pin!(kept.decode_on(aside, Vec::new()));
        loop {
            let tell_at = self.roster.tell_at();
            tokio::select! {
                biased;
                loaded = &mut decoding => return loaded,
                () = sleep_until(tell_at.unwrap_or_else(Instant::now)), if tell_at.is_some() => {
                    self.roster.tell();
                }
                Some(event) = mailbox.recv(), if lets_in && self.listens() => self.handle(event),
            }
            self.roster.push();
        }
    }

    fn listens(&self) -> bool {
        !self.stops && self.waiting.len() < MOST_EVENTS && self.bytes < MOST_BYTES
    }

    fn handle(&mut self, event: Event) {
        let Some(event) = self.roster.attend(event) else {
            return;
        };
        match event {
            Event::Join {
                connection,
                mut seat,
                reply,
            } => {
                let admitted = admit(&mut seat, self.generation, &self.metrics);
                if admitted.is_ok() {
                    self.roster.welcome(&seat, self.generation);
                    self.roster.join(connection, seat);
                }
                // A connection that is gone already says so itself.
                let _ = reply.send(admitted);
            }
            Event::SyncStep1 {
                connection,
                state_vector,
            } if self.may_have_all(connection, &state_vector) => {
                if let Some(seat) = self.roster.seat(connection) {
                    seat.state_vector = Some(state_vector);
                    seat.outbox.answer(self.whole.clone());
                }
            }
            Event::Whole { reply } => drop(reply.send(self.whole.frame())),
            Event::Leave { connection } if !self.behind.contains(&connection) => {
                self.roster.goodbye(connection);
            }
            other => self.put_off(other),
        }
    }

    /// Whether somebody has nothing, and said nothing before that waits, and need not prove which history they have.
    fn may_have_all(&mut self, connection: ConnectionId, state_vector: &[u8]) -> bool {
        let seat = self.roster.seat(connection);
        let is_known = seat.is_some_and(|seat| matches!(seat.claim, Claim::Of(_)));
        is_known && has_nothing(state_vector) && !self.behind.contains(&connection)
    }

    fn put_off(&mut self, event: Event) {
        match &event {
            Event::SyncStep1 { connection, .. } | Event::Resync { connection } => {
                self.behind.insert(*connection);
            }
            Event::Update {
                connection, update, ..
            } => {
                self.behind.insert(*connection);
                self.bytes += update.len();
            }
            Event::Stop => self.stops = true,
            _ => {}
        }
        self.waiting.push(event);
    }
}

/// Whether a state vector says that nothing is there; an empty one, that nothing is known of it.
pub fn has_nothing(state_vector: &[u8]) -> bool {
    state_vector.is_empty() || state_vector == [0]
}
