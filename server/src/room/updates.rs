//! Updates in a room: taken in, relayed at once, entered into the ledger; and clients brought into step.

use super::{ConnectionId, Room, cold::has_nothing, deeds, load};
use crate::{
    access::may_write,
    bucket::{Bucket, Rate},
    clock,
    connection::{
        outbox::{Close, Outbox},
        packet::Packet,
    },
    metrics::Metrics,
};
use axum::body::Bytes;
use jalon_shared::{
    Change, EntityRef, PersonId, Role, Subject,
    protocol::{Frame, Message, Refusal},
    workspace::{Effect, ReceiveError, Sender},
};
use std::time::Instant;

/// The most bytes of one update, checked before anything is decoded.
pub const MAX_UPDATE: usize = 2 << 20; // 2 MiB: a whole workspace of a hundred pages

/// How often a connection says again what is known: what was on its way when its line broke, and rarely. Each
/// time costs a pass over what one client wrote.
const REPETITIONS: Rate = Rate {
    at_once: 300.0,
    each_second: 50.0,
};

/// How often one connection may still say again what is known.
pub struct Repetitions(Bucket);

impl Default for Repetitions {
    fn default() -> Self {
        Self(Bucket::full(REPETITIONS, Instant::now()))
    }
}

impl Repetitions {
    fn take(&mut self) -> bool {
        self.0.take(REPETITIONS, Instant::now())
    }
}

/// An update that brings neither content nor deletions.
const NOTHING: [u8; 2] = [0, 0];

/// From this size on an update is worth telling the runtime that this thread will be busy.
const HEAVY: usize = 64 << 10; // 64 KiB

impl Room {
    /// Sends a client what it lacks.
    pub(super) fn answer(&mut self, connection: ConnectionId, state_vector: Vec<u8>) {
        match self.sync_frame(&state_vector) {
            Ok(frame) => {
                if let Some(seat) = self.roster.seat(connection) {
                    seat.state_vector = Some(state_vector);
                    seat.outbox.answer(frame);
                }
            }
            Err(error) => {
                self.metrics.refuse("unreadable");
                tracing::debug!(workspace = %self.id, %error, "a state vector could not be read");
            }
        }
    }

    pub(super) fn resync(&mut self, connection: ConnectionId) {
        self.metrics.resyncs.inc();
        // Not while the answer would be refused.
        let question = self.trouble.is_none().then(|| self.question());
        let everybody = self.roster.everybody_but(connection);
        let Some(state_vector) = self
            .roster
            .seat(connection)
            .map(|seat| seat.state_vector.get_or_insert_default().clone())
        else {
            return;
        };
        let missing = self.sync_frame(&state_vector);
        let Some(seat) = self.roster.seat(connection) else {
            return;
        };
        match missing {
            Ok(missing) => {
                seat.outbox
                    .resync(question.into_iter().chain([missing]).chain(everybody));
            }
            // It comes back and says anew what it has.
            Err(_) => seat.outbox.close(Close::Slow),
        }
    }

    /// Asks a client for what the server lacks.
    pub(super) fn question(&self) -> Packet {
        let state_vector = self.document.state_vector();
        Frame::SyncStep1 { state_vector }.encode().into()
    }

    /// What somebody lacks who has `state_vector`; empty means nothing is known of what they have.
    pub(super) fn sync_frame(&mut self, state_vector: &[u8]) -> Result<Packet, ReceiveError> {
        let has_nothing = has_nothing(state_vector);
        if let Some(whole) = self.whole.as_ref().filter(|_| has_nothing) {
            return Ok(whole.clone());
        }
        let from = if state_vector.is_empty() {
            &[0]
        } else {
            state_vector
        };
        let frame: Packet = Frame::SyncStep2 {
            update: self.document.diff(from)?,
        }
        .encode()
        .into();
        if has_nothing {
            self.whole = Some(frame.clone());
        }
        Ok(frame)
    }

    /// Takes an update in: relays it at once, and enters it into the ledger.
    pub(super) async fn update(
        &mut self,
        connection: ConnectionId,
        frame: u64,
        update: Vec<u8>,
        answer: bool,
    ) -> Result<(), Close> {
        let Some(role) = self.roster.seat(connection).map(|seat| seat.role) else {
            return Ok(());
        };
        if !self.may_bring(connection, &update, answer) {
            return Ok(());
        }
        if !may_write(role) {
            // A reader answers the server's question like everybody, with nothing.
            if answer && aside(update.len(), || self.document.knows(&update)) {
                self.ledger.note(connection, frame);
            } else {
                self.refuse(connection, frame, Refusal::Role);
            }
            return Ok(());
        }
        if self.trouble.is_some() {
            // Whoever brings nothing is acknowledged with what came before.
            if update == NOTHING {
                self.ledger.note(connection, frame);
            } else {
                self.refuse(connection, frame, Refusal::Storage);
            }
            return Ok(());
        }
        // Whoever only deletes, or has nothing to say, makes it no larger.
        if !lacks_nothing(&update) && self.is_full(update.len()).await {
            self.refuse(connection, frame, Refusal::TooLarge);
            return Ok(());
        }
        let update = Bytes::from(update);
        if !self.take_in(connection, frame, &update).await? {
            self.hold_apart(connection, frame, update, answer);
        } else if answer {
            self.complete(connection).await?;
        }
        Ok(())
    }

    /// Takes an update into the document, or refuses it; whether it is not to be seen again. If not, it
    /// builds on something that is not here.
    pub(super) async fn take_in(
        &mut self,
        connection: ConnectionId,
        frame: u64,
        update: &[u8],
    ) -> Result<bool, Close> {
        if self.document.repeats(update) && !self.is_said_again(connection, frame, update) {
            return Ok(true);
        }
        let Some(seat) = self.roster.seat(connection) else {
            return Ok(true);
        };
        let sender = Sender {
            person: seat.person,
            names: &seat.names,
            facilitates: seat.role == Role::Facilitator,
        };
        let person = seat.person;
        let document = &mut self.document;
        match aside(update.len(), || document.receive_from(update, sender)) {
            Ok(effect) => self.took(connection, frame, person, effect),
            Err(ReceiveError::Incomplete) => return Ok(false),
            Err(ReceiveError::Schema(why)) => {
                self.object(connection, why);
                self.refuse(connection, frame, Refusal::Schema);
            }
            Err(ReceiveError::Full(what)) => {
                self.object(connection, what);
                self.refuse(connection, frame, Refusal::Full);
            }
            Err(ReceiveError::Unreadable(_)) => {
                self.refuse(connection, frame, Refusal::Unreadable);
            }
            Err(ReceiveError::Broken) => {
                self.refuse(connection, frame, Refusal::Unreadable);
                self.reload().await?;
            }
        }
        Ok(true)
    }

    /// What was taken in goes to the others, and into the ledger as the `frame`th of its connection.
    pub(super) fn took(
        &mut self,
        connection: ConnectionId,
        frame: u64,
        person: PersonId,
        effect: Effect,
    ) {
        if effect.update.is_empty() {
            return self.ledger.note(connection, frame);
        }
        self.whole = None;
        self.took_some = true;
        self.bytes += effect.update.len();
        self.title_is_old |= effect
            .changes
            .iter()
            .any(|change| change.entity() == Some(EntityRef::SETTINGS));
        self.metrics.updates.inc();
        self.deeds.add(deeds::of(&effect, person, clock::now_ms()));
        let kept = effect.update.clone().into();
        let relayed = Frame::Update {
            update: effect.update,
        }
        .encode()
        .into();
        self.ledger.enter(connection, frame, kept);
        let said = spoken_of(&effect.changes);
        self.relay(Some(connection), relayed, !said.is_empty());
        if !said.is_empty() {
            let erased = self.document.erase_replaced(&said);
            self.enter_own(erased.update);
        }
    }

    /// Whether what an update says again is what it said before. Else somebody wrote other words under the number
    /// of its author's document, and the author must not hear that theirs are kept.
    fn is_said_again(&mut self, connection: ConnectionId, frame: u64, update: &[u8]) -> bool {
        let Some(seat) = self.roster.seat(connection) else {
            return true;
        };
        if !seat.repetitions.take() {
            // It comes back, and says only what is not known.
            seat.outbox.close(Close::Slow);
            return false;
        }
        let is_other = aside(self.bytes, || self.document.contradicts(update));
        if is_other {
            self.object(
                connection,
                "other words than those known under the same number",
            );
            self.refuse(connection, frame, Refusal::Schema);
        }
        !is_other
    }

    /// Writes down what no client of ours does: the first, the second, the fourth, the eighth time…, so that
    /// nobody fills a disk with it. The metrics count each.
    fn object(&mut self, connection: ConnectionId, why: &str) {
        self.objections += 1;
        let times = self.objections;
        if let Some(seat) = self
            .roster
            .seat(connection)
            .filter(|_| times.is_power_of_two())
        {
            tracing::warn!(workspace = %self.id, person = %seat.person, why, times, "somebody sent an update that is not allowed");
        }
    }

    pub(super) fn refuse(&mut self, connection: ConnectionId, frame: u64, reason: Refusal) {
        self.ledger.let_go(connection, frame);
        self.metrics.refuse(refusal_word(reason));
        if let Some(seat) = self.roster.seat(connection) {
            tracing::debug!(workspace = %self.id, person = %seat.person, reason = refusal_word(reason), "refused an update");
            seat.outbox.say(Message::Refused { frame, reason });
        }
    }

    /// Throws the document in memory away and reads it again from the disk.
    pub(super) async fn reload(&mut self) -> Result<(), Close> {
        tracing::warn!(workspace = %self.id, "an update broke the document in memory; loading it again");
        self.settle().await;
        // What the disk did not take yet is not lost with the document.
        let pending = self.ledger.pending().cloned().collect();
        let loaded = match load::read(&self.store, self.id).await {
            Ok(kept) => kept.decode_on(&self.aside, pending).await,
            Err(error) => Err(error),
        };
        match loaded {
            Ok(loaded) => {
                self.document = loaded.document;
                (self.seq, self.log_length) = (loaded.seq, loaded.log_length);
                (self.bytes, self.compacted_bytes) = (loaded.bytes, loaded.snapshot_bytes);
                self.whole = None;
                Ok(())
            }
            Err(error) => {
                tracing::error!(workspace = %self.id, %error, "a workspace could not be loaded again");
                Err(Close::Unreadable)
            }
        }
    }
}

/// What is talked about anew.
fn spoken_of(changes: &[Change]) -> Vec<Subject> {
    let subjects = changes.iter().filter_map(|change| match change {
        Change::Talk(about) => Some(*about),
        _ => None,
    });
    subjects.collect()
}

/// Runs something that may take long without holding up the other tasks of this thread.
pub(super) fn aside<T>(size: usize, work: impl FnOnce() -> T) -> T {
    use tokio::runtime::{Handle, RuntimeFlavor};
    let many_threads = Handle::try_current()
        .is_ok_and(|handle| handle.runtime_flavor() == RuntimeFlavor::MultiThread);
    if size >= HEAVY && many_threads {
        tokio::task::block_in_place(work)
    } else {
        work()
    }
}

/// Whether an update brings no content: in version 1 of the format it starts with the number of clients
/// that it has something of (<https://github.com/yjs/yjs>, `src/utils/encoding.js`).
pub(super) fn lacks_nothing(update: &[u8]) -> bool {
    matches!(update.first(), None | Some(0))
}

fn refusal_word(reason: Refusal) -> &'static str {
    match reason {
        Refusal::Role => "role",
        Refusal::TooLarge => "too_large",
        Refusal::Unreadable => "unreadable",
        Refusal::Incomplete => "incomplete",
        Refusal::Schema => "schema",
        Refusal::Full => "full",
        Refusal::Storage => "storage",
    }
}

/// Counts a frame that never reached a room.
pub fn refuse_unseen(metrics: &Metrics, outbox: &Outbox, frame: u64, reason: Refusal) {
    metrics.refuse(refusal_word(reason));
    outbox.say(Message::Refused { frame, reason });
    outbox.push();
}
