//! Runs of updates: what one connection brought in one go is taken in together, and goes to the others and to the disk
//! as one. Somebody who types brings one at a time; a crowd, a program, or somebody who was away brings many.

use super::{ConnectionId, Event, Room, generation::Claim, updates::aside};
use crate::{access::may_write, connection::outbox::Close};
use jalon_shared::{
    Role,
    workspace::{ReceiveError, Sender},
};

/// How much is taken in together: little enough that nobody else waits long for it.
const MOST_UPDATES: usize = 64;
const MOST_BYTES: usize = 32 << 10; // 32 KiB

/// Updates of one connection, one behind the other.
pub(super) struct Run {
    connection: ConnectionId,
    /// Each with the number of its frame.
    updates: Vec<(u64, Vec<u8>)>,
    bytes: usize,
}

/// What an event begins.
pub(super) enum Begun {
    Run(Run),
    Other(Event),
}

impl Run {
    pub fn begin(event: Event) -> Begun {
        match event {
            Event::Update {
                connection,
                frame,
                update,
                answer: false,
            } => Begun::Run(Self {
                connection,
                bytes: update.len(),
                updates: vec![(frame, update)],
            }),
            other => Begun::Other(other),
        }
    }

    /// Adds what came next; gives it back when it is something else.
    pub fn add(&mut self, event: Event) -> Option<Event> {
        match event {
            Event::Update {
                connection,
                frame,
                update,
                answer: false,
            } if connection == self.connection => {
                self.bytes += update.len();
                self.updates.push((frame, update));
                None
            }
            other => Some(other),
        }
    }

    pub fn has_room(&self) -> bool {
        self.updates.len() < MOST_UPDATES && self.bytes < MOST_BYTES
    }

    pub fn len(&self) -> usize {
        self.updates.len()
    }
}

impl Room {
    /// Takes a run in: together if nothing about it is unusual, else each by itself.
    pub(super) async fn take_run(&mut self, run: Run) -> Result<(), Close> {
        let (connection, mut updates) = (run.connection, run.updates);
        if updates.len() > 1 && self.is_usual(connection, run.bytes).await {
            let taken = self.take_together(connection, &updates).await?;
            updates.drain(..taken);
        }
        for (frame, update) in updates {
            self.update(connection, frame, update, false).await?;
        }
        Ok(())
    }

    /// Whether updates may be taken in without asking more about any of them.
    async fn is_usual(&mut self, connection: ConnectionId, bytes: usize) -> bool {
        let Some(seat) = self.roster.seat(connection) else {
            return false;
        };
        let may = may_write(seat.role) && matches!(seat.claim, Claim::Of(_));
        may && self.trouble.is_none() && !self.is_full(bytes).await
    }

    /// How many were taken in, from the first.
    async fn take_together(
        &mut self,
        connection: ConnectionId,
        updates: &[(u64, Vec<u8>)],
    ) -> Result<usize, Close> {
        let Some(seat) = self.roster.seat(connection) else {
            return Ok(0);
        };
        let person = seat.person;
        let sender = Sender {
            person,
            names: &seat.names,
            facilitates: seat.role == Role::Facilitator,
        };
        let bytes: Vec<&[u8]> = updates.iter().map(|(_, update)| &update[..]).collect();
        let size = bytes.iter().map(|update| update.len()).sum();
        let document = &mut self.document;
        let received = aside(size, || document.receive_all(&bytes, sender));
        if received.refused == Some(ReceiveError::Broken) {
            self.reload().await?;
            return Ok(0);
        }
        if let Some((frame, _)) = received
            .taken
            .checked_sub(1)
            .and_then(|last| updates.get(last))
        {
            self.took(connection, *frame, person, received.effect);
        }
        Ok(received.taken)
    }
}
