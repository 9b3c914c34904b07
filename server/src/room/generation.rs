//! Generations: a client that has another history of a workspace than the server, since a backup was put
//! in place, is told so before anything of it is taken in.

use super::{ConnectionId, Room, RoomError, Seat, updates::aside};
use crate::{connection::outbox::Close, metrics::Metrics};
use jalon_shared::Generation;

/// What clients that are not ours are told.
pub const OTHER_GENERATION: &str = "this workspace was put back from a backup: what you hold is another history of it. \
     Start with an empty document, and say which generation you have from now on";

/// An update of nothing, as the encoding writes it.
const NOTHING: [u8; 2] = [0, 0];

/// Which history a client has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// It does not say: what it holds has to be part of what is here.
    Silent,
    /// It did not say, and had nothing that is not here. What it deleted is in its answer to the server's
    /// question, and has to be deleted here, too.
    Looked,
    Of(Generation),
    /// It says something that is no generation.
    Unknown,
}

impl Claim {
    /// What an address says.
    pub fn of(text: Option<&str>) -> Self {
        match text {
            None | Some("") => Self::Silent,
            Some(text) => text.parse().map_or(Self::Unknown, Self::Of),
        }
    }
}

/// Whether somebody may take a seat, by what they say they have. Whoever says nothing may, and is looked at when
/// they show what they have, unless there was never another history.
pub(super) fn admit(
    seat: &mut Seat,
    generation: Generation,
    metrics: &Metrics,
) -> Result<(), RoomError> {
    match seat.claim {
        Claim::Silent if generation == Generation::FIRST => {
            seat.claim = Claim::Of(Generation::FIRST);
        }
        Claim::Silent => {}
        Claim::Of(claimed) if claimed == generation => {}
        Claim::Of(_) | Claim::Looked | Claim::Unknown => {
            metrics.refuse("generation");
            return Err(RoomError::OtherGeneration);
        }
    }
    Ok(())
}

impl Room {
    /// Whether a connection may go on that now says what it has.
    pub(super) fn may_sync(&mut self, connection: ConnectionId, state_vector: &[u8]) -> bool {
        if self.claim(connection) != Some(Claim::Silent) {
            return true;
        }
        match self.document.lacks(state_vector) {
            Ok(false) => {
                if let Some(seat) = self.roster.seat(connection) {
                    seat.claim = Claim::Looked;
                }
                true
            }
            Ok(true) => self.keep_out(connection),
            // It is answered with nothing, and proves nothing.
            Err(_) => true,
        }
    }

    /// Whether a connection may bring an update, which may be its `answer` to the server's question.
    pub(super) fn may_bring(
        &mut self,
        connection: ConnectionId,
        update: &[u8],
        answer: bool,
    ) -> bool {
        match self.claim(connection) {
            None | Some(Claim::Of(_)) => true,
            // Edits that were made since it was looked at.
            Some(Claim::Looked) if !answer => true,
            Some(Claim::Looked) => {
                if update != NOTHING && !aside(update.len(), || self.document.knows(update)) {
                    return self.keep_out(connection);
                }
                let generation = self.generation;
                if let Some(seat) = self.roster.seat(connection) {
                    seat.claim = Claim::Of(generation);
                }
                true
            }
            Some(Claim::Silent | Claim::Unknown) => update == NOTHING || self.keep_out(connection),
        }
    }

    fn claim(&mut self, connection: ConnectionId) -> Option<Claim> {
        self.roster.seat(connection).map(|seat| seat.claim)
    }

    /// Sends a connection away; that it may not go on. What still waits in the mailbox from it changes nothing.
    fn keep_out(&mut self, connection: ConnectionId) -> bool {
        self.metrics.refuse("generation");
        if let Some(seat) = self.roster.seat(connection) {
            tracing::info!(workspace = %self.id, person = %seat.person, "another history was kept out");
            seat.claim = Claim::Unknown;
            seat.outbox.close(Close::Generation);
        }
        false
    }
}
