//! A room: a workspace live on the server. One task owns the document, takes what the connections bring,
//! relays it at once, hands it to the store, and acknowledges it when it is on the disk.

use crate::{
    connection::{outbox::Close, packet::Packet},
    metrics::Metrics,
    store::{Store, StoreError, workspaces},
};
use jalon_shared::{Generation, Workspace, WorkspaceId, protocol::Message};
use std::{sync::Arc, time::Duration};
use tokio::{
    runtime::Handle,
    sync::mpsc,
    time::{Instant, MissedTickBehavior, interval, sleep_until},
};

mod apart;
mod attendance;
mod closed;
mod cold;
mod compaction;
mod deeds;
mod durable;
mod event;
mod forget;
mod freeze;
mod generation;
mod guide;
mod ledger;
mod load;
mod roster;
mod runs;
mod trouble;
mod unsaid;
mod updates;

pub use compaction::content_hash;
pub use event::Event;
pub use forget::ForgetError;
pub use freeze::{FreezeError, FreezeRequest};
pub use generation::{Claim, OTHER_GENERATION};
pub use load::{RoomError, decode as load_document};
pub use roster::{ConnectionId, Seat};
pub use updates::{MAX_UPDATE, Repetitions, refuse_unseen};

use apart::Apart;
use closed::{decline, rest, turn_away};
use cold::Cold;
use compaction::Compacting;
use deeds::Unwritten;
use generation::admit;
use ledger::Ledger;
use roster::Roster;
use runs::{Begun, Run};
use trouble::Trouble;
use unsaid::Unsaid;

/// How many events are taken in one go before what they wrote goes to the store.
const BURST: usize = 256;

/// How often a room looks after itself: title, compaction, idleness.
const HOUSEKEEPING: Duration = Duration::from_secs(1);

/// Under what terms a room lives.
#[derive(Debug, Clone, Copy)]
pub struct Terms {
    /// How long it stays in memory when nobody is there.
    pub idle: Duration,
    /// The most bytes of its document.
    pub document: usize,
}

/// The owner of one live workspace.
pub struct Room {
    id: WorkspaceId,
    document: Workspace,
    /// Which history the document has.
    generation: Generation,
    roster: Roster,
    /// What is not on the disk yet, and whom to tell when it is.
    ledger: Ledger,
    /// Updates that build on something that is not here.
    apart: Apart,
    /// Whether the document took something since that was last looked through.
    took_some: bool,
    /// Set while the disk takes nothing.
    ///
    /// **Invariant:** meanwhile the document takes nothing in either, so that the ledger does not grow.
    trouble: Option<Trouble>,
    store: Store,
    metrics: Arc<Metrics>,
    /// Where is done what takes long.
    aside: Handle,
    /// The room's own mailbox, for tasks that work for it. Weak: it does not keep the room alive.
    events: mpsc::WeakSender<Event>,
    /// Freezes of this workspace, one after the other.
    freezing: Arc<tokio::sync::Mutex<()>>,
    /// The whole document as one frame, until it changes: what everybody who comes asks for.
    whole: Option<Packet>,
    /// The number of the last update on the disk.
    seq: i64,
    /// How many updates lie in the log since the last snapshot.
    log_length: usize,
    /// About how large the document is, encoded.
    bytes: usize,
    /// How large it was when it was compacted, or when that was tried.
    compacted_bytes: usize,
    /// Who did what, as far as it is not written down.
    deeds: Unwritten,
    /// What is relayed once it is on the disk.
    unsaid: Unsaid,
    /// How large it may be.
    most_bytes: usize,
    /// Whether the list of workspaces may show an old title.
    title_is_old: bool,
    compacting: Option<Compacting>,
    /// How many updates were not allowed since the room opened.
    objections: u64,
    /// When acknowledgements wait no longer for something that they are written with.
    hurry_at: Option<Instant>,
    /// Since when nobody is here.
    empty_since: Option<Instant>,
}

impl Room {
    /// The life of a room, from loading to its last commit; how many updates could not be kept.
    pub async fn run(
        id: WorkspaceId,
        mut mailbox: mpsc::Receiver<Event>,
        events: mpsc::WeakSender<Event>,
        store: Store,
        metrics: Arc<Metrics>,
        aside: Handle,
        terms: Terms,
    ) -> usize {
        let opened = Cold::open(id, &mut mailbox, &store, metrics.clone(), &aside).await;
        let (cold, loaded) = match opened {
            Ok(opened) => opened,
            Err(error) => {
                tracing::error!(workspace = %id, %error, "a workspace could not be opened");
                rest(mailbox, &error).await;
                return 0;
            }
        };
        tracing::info!(workspace = %id, bytes = loaded.bytes, log = loaded.log_length, "opened");
        let empty_since = cold.roster.is_empty().then(Instant::now);
        let mut room = Self {
            id,
            document: loaded.document,
            generation: loaded.generation,
            roster: cold.roster,
            ledger: Ledger::default(),
            apart: Apart::new(metrics.clone()),
            took_some: false,
            trouble: None,
            store,
            metrics,
            aside,
            events,
            freezing: Arc::default(),
            whole: Some(cold.whole),
            seq: loaded.seq,
            log_length: loaded.log_length,
            bytes: loaded.bytes,
            compacted_bytes: loaded.snapshot_bytes,
            deeds: Unwritten::default(),
            unsaid: Unsaid::default(),
            hurry_at: None,
            most_bytes: terms.document,
            title_is_old: false,
            compacting: None,
            objections: 0,
            empty_since,
        };
        let end = match room.warm(cold.waiting).await {
            Ok(()) => room.work(&mut mailbox, terms.idle).await,
            Err(end) => end,
        };
        // Whoever finds the mailbox shut has heard why.
        room.roster.close(end);
        mailbox.close();
        let all_kept = room.settle_at_last().await;
        if all_kept && end == Close::Restart {
            room.keep_title().await;
            room.compact_now().await;
        }
        let unkept = room.ledger.unkept();
        if unkept > 0 {
            tracing::error!(workspace = %id, unkept, "closed with updates that could not be kept; whoever wrote them still has them");
        }
        turn_away(mailbox, &RoomError::Closed).await;
        tracing::info!(workspace = %id, why = end.word(), "closed");
        unkept
    }

    /// Asks those who came before the document was there for what it lacks, and does what waited for it.
    async fn warm(&mut self, waiting: Vec<Event>) -> Result<(), Close> {
        let question = self.question();
        for seat in self.roster.seats() {
            seat.outbox.answer(question.clone());
        }
        let mut end = Ok(());
        for event in waiting {
            end = match event {
                event if end.is_err() => {
                    decline(event, &RoomError::Closed);
                    end
                }
                Event::Stop => Err(Close::Restart),
                event => self.handle(event).await,
            };
        }
        self.flush().await;
        end
    }

    /// Works until the room ends; why it did.
    async fn work(&mut self, mailbox: &mut mpsc::Receiver<Event>, idle: Duration) -> Close {
        let mut housekeeping = interval(HOUSEKEEPING);
        housekeeping.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            let retry_at = self.trouble.as_ref().map(|trouble| trouble.retry_at);
            let retry_at = retry_at.filter(|_| !self.ledger.is_waiting());
            // In trouble nothing is added to the ledger.
            let may_take = self.trouble.is_some() || !self.ledger.is_full();
            let tell_at = self.roster.tell_at();
            let hurry_at = self.hurry_at;
            tokio::select! {
                biased;
                fate = self.ledger.fate() => {
                    let is_calm = fate.is_ok() && self.trouble.is_none() && self.unsaid.is_empty();
                    self.committed(fate);
                    if is_calm {
                        // Nobody hears of it but whoever wrote.
                        self.hand_over().await;
                        self.acknowledge();
                        continue;
                    }
                }
                result = Compacting::result(&mut self.compacting) => self.compacted(result),
                () = sleep_until(retry_at.unwrap_or_else(Instant::now)), if retry_at.is_some() => {
                    self.hand_over().await;
                }
                () = sleep_until(tell_at.unwrap_or_else(Instant::now)), if tell_at.is_some() => {
                    self.roster.tell();
                }
                // What it is for is done below.
                () = sleep_until(hurry_at.unwrap_or_else(Instant::now)), if hurry_at.is_some() => {}
                event = mailbox.recv(), if may_take => {
                    let Some(event) = event else { return Close::Restart };
                    if let Err(end) = self.take_burst(event, mailbox).await {
                        return end;
                    }
                }
                _ = housekeeping.tick() => {
                    if let Err(end) = self.tidy().await {
                        return end;
                    }
                    let empty = self.empty_since.is_some_and(|since| since.elapsed() >= idle);
                    // Nobody brings anything to a room without connections but the web: it asks again.
                    if empty && self.ledger.is_settled() && self.compacting.is_none() && mailbox.is_empty() {
                        return Close::Restart;
                    }
                }
            }
            self.flush().await;
        }
    }

    /// Does what an event asks, and those that wait behind it; an error ends the room.
    async fn take_burst(
        &mut self,
        event: Event,
        mailbox: &mut mpsc::Receiver<Event>,
    ) -> Result<(), Close> {
        let (mut left, mut next) = (BURST, Some(event));
        while let Some(event) = next.take() {
            if matches!(event, Event::Stop) {
                return Err(Close::Restart);
            }
            match Run::begin(event) {
                Begun::Run(mut run) => {
                    while next.is_none() && run.has_room() {
                        let Ok(event) = mailbox.try_recv() else { break };
                        next = run.add(event);
                    }
                    left = left.saturating_sub(run.len());
                    self.take_run(run).await?;
                }
                Begun::Other(event) => {
                    left = left.saturating_sub(1);
                    self.handle(event).await?;
                }
            }
            let is_enough = left == 0 || (self.trouble.is_none() && self.ledger.is_full());
            // What was taken out of the mailbox is done in any case.
            if next.is_none() && !is_enough {
                next = mailbox.try_recv().ok();
            }
        }
        Ok(())
    }

    /// Does what an event asks; an error ends the room.
    async fn handle(&mut self, event: Event) -> Result<(), Close> {
        let Some(event) = self.roster.attend(event) else {
            return Ok(());
        };
        match event {
            Event::Join {
                connection,
                mut seat,
                reply,
            } => {
                if let Err(error) = admit(&mut seat, self.generation, &self.metrics) {
                    let _ = reply.send(Err(error));
                    return Ok(());
                }
                self.empty_since = None;
                let outbox = seat.outbox.clone();
                self.roster.welcome(&seat, self.generation);
                if self.trouble.is_some() {
                    outbox.say(Message::Storage { writable: false });
                }
                // Whoever does not say which history they have proves it by the answer.
                let is_known = matches!(seat.claim, Claim::Of(_));
                if self.trouble.is_none() || !is_known {
                    outbox.answer(self.question());
                }
                self.roster.join(connection, seat);
                // A connection that is gone already says so itself.
                let _ = reply.send(Ok(()));
            }
            Event::SyncStep1 {
                connection,
                state_vector,
            } => {
                if self.may_sync(connection, &state_vector) {
                    self.say_all().await;
                    self.answer(connection, state_vector);
                }
            }
            Event::Update {
                connection,
                frame,
                update,
                answer,
            } => {
                return self.update(connection, frame, update, answer).await;
            }
            Event::Whole { reply } => {
                self.say_all().await;
                // A document that cannot be encoded has no picture; the client says why.
                if let Ok(whole) = self.sync_frame(&[]) {
                    let _ = reply.send(whole.frame());
                }
            }
            Event::NoteDeeds { reply } => {
                if self.trouble.is_none() {
                    self.note_all_deeds().await;
                }
                // Whoever asked may be gone.
                let _ = reply.send(());
            }
            Event::Resync { connection } => {
                self.say_all().await;
                self.resync(connection);
            }
            Event::Leave { connection } => self.leave(connection),
            Event::Freeze { request, reply } => self.freeze(request, reply),
            Event::Forget {
                person,
                names,
                reply,
            } => {
                let forgotten = self.forget(person, names).await;
                // It is asked again when whoever asked is gone.
                let _ = reply.send(forgotten);
            }
            #[cfg(test)]
            Event::Panic => panic!("a test asked for it"),
            // It ends the work; the others were attended to.
            Event::Stop
            | Event::Awareness { .. }
            | Event::Guide { .. }
            | Event::QueryAwareness { .. }
            | Event::RoleChanged { .. }
            | Event::Renamed { .. }
            | Event::Frozen { .. }
            | Event::Restored { .. } => {}
        }
        Ok(())
    }

    fn leave(&mut self, connection: ConnectionId) {
        self.roster.goodbye(connection);
        self.ledger.forget(connection);
        self.apart.forget(connection);
        if self.roster.is_empty() {
            self.empty_since = Some(Instant::now());
        }
    }

    /// What is done now and then.
    async fn tidy(&mut self) -> Result<(), Close> {
        // Nothing of it can be done while the disk takes nothing.
        if self.trouble.is_none() {
            if std::mem::take(&mut self.took_some) {
                self.complete_all().await?;
            }
            if self.deeds.are_due() {
                self.note_deeds().await;
            }
            self.keep_title().await;
            self.compact_if_long();
        }
        Ok(())
    }

    /// Brings the list of workspaces up to date when somebody gave this one another title.
    async fn keep_title(&mut self) {
        if !std::mem::take(&mut self.title_is_old) {
            return;
        }
        let (id, title) = (self.id, self.document.settings().title);
        let kept: Result<(), StoreError> = self
            .store
            .write(move |connection| workspaces::set_title(connection, id, &title))
            .await;
        if let Err(error) = kept {
            tracing::warn!(workspace = %self.id, %error, "the title in the list is old");
            self.title_is_old = true;
        }
    }
}

impl Drop for Room {
    fn drop(&mut self) {
        if self.trouble.is_some() {
            self.metrics.storage_trouble.dec();
        }
    }
}
