//! The ledger of a room: which updates are not on the disk yet, and which frames of whom they were. One write
//! is on its way to the disk at a time, and takes along what comes until its turn. What the disk did not take is
//! kept, and goes with the next one.

use super::ConnectionId;
use crate::store::{self, StoreError, backlog::Backlog, log::Appended};
use axum::body::Bytes;
use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    future::{Future, pending},
};
use tokio::sync::watch;

/// How much may wait for the disk before the room stops listening.
const MOST_UPDATES: usize = 8192;
const MOST_BYTES: usize = 16 << 20; // 16 MiB

/// The highest frame of each connection.
type Marks = BTreeMap<ConnectionId, u64>;

type Held = BTreeMap<ConnectionId, BTreeSet<u64>>;

type Receipt = store::Receipt<Appended, StoreError>;

#[derive(Default)]
pub struct Ledger {
    /// What is not on the disk, oldest first.
    entries: VecDeque<Entry>,
    /// How many bytes their updates have.
    bytes: usize,
    /// What of it the store has not taken.
    backlog: Backlog,
    /// The answer of the store to the write that is on its way.
    receipt: Option<Receipt>,
    /// Whether that was asked to hurry.
    hurries: bool,
    /// Frames that are durable, or changed nothing, and were not acknowledged yet.
    durable: Marks,
    /// What was acknowledged.
    said: Marks,
    /// Frames that are held apart, or were and are not on the disk yet.
    ///
    /// **Invariant:** nothing from the first of them on is acknowledged to their connection.
    held: Held,
    /// How many updates were entered since the room opened.
    entered: u64,
    /// How many of them are on the disk.
    kept: watch::Sender<u64>,
}

/// An update, and what is acknowledged once it is durable.
struct Entry {
    update: Bytes,
    /// The highest frame of each connection.
    frames: Vec<(ConnectionId, u64)>,
    /// Those of them that were held apart.
    were_held: Vec<(ConnectionId, u64)>,
}

impl Ledger {
    /// An update that has to go to the disk.
    pub fn enter(&mut self, connection: ConnectionId, frame: u64, update: Bytes) {
        self.enter_own(update);
        self.note(connection, frame);
    }

    /// An update of the server's own, which nobody waits for.
    pub fn enter_own(&mut self, update: Bytes) {
        self.entered += 1;
        self.bytes += update.len();
        self.backlog.add(update.clone());
        self.entries.push_back(Entry {
            update,
            frames: Vec::new(),
            were_held: Vec::new(),
        });
    }

    /// A frame that changed nothing: it is acknowledged after those before it.
    pub fn note(&mut self, connection: ConnectionId, frame: u64) {
        let is_held = self.is_held(connection, frame);
        let Some(last) = self.entries.back_mut() else {
            mark(&mut self.durable, connection, frame);
            return release(&mut self.held, connection, frame);
        };
        let mut frames = last.frames.iter_mut();
        match frames.find(|(whose, _)| *whose == connection) {
            // As in `mark`.
            Some((_, highest)) => *highest = frame.max(*highest),
            None => last.frames.push((connection, frame)),
        }
        if is_held {
            last.were_held.push((connection, frame));
        }
    }

    /// A frame that waits for something that it builds on: it is entered or noted later, or let go.
    pub fn hold(&mut self, connection: ConnectionId, frame: u64) {
        self.held.entry(connection).or_default().insert(frame);
    }

    /// A frame that was held will not come: it was refused.
    pub fn let_go(&mut self, connection: ConnectionId, frame: u64) {
        release(&mut self.held, connection, frame);
    }

    /// A connection left: nobody waits for its acknowledgements.
    pub fn forget(&mut self, connection: ConnectionId) {
        self.held.remove(&connection);
        self.durable.remove(&connection);
        self.said.remove(&connection);
    }

    /// Whether the room should wait for the disk before it takes more.
    pub fn is_full(&self) -> bool {
        self.unkept() >= MOST_UPDATES || self.bytes >= MOST_BYTES
    }

    /// Whether everything is on the disk.
    pub fn is_settled(&self) -> bool {
        self.unkept() == 0
    }

    /// How many updates are not on the disk.
    pub fn unkept(&self) -> usize {
        self.entries.len()
    }

    /// What is not on the disk, oldest first.
    pub fn pending(&self) -> impl Iterator<Item = &Bytes> {
        self.entries.iter().map(|entry| &entry.update)
    }

    /// How many updates were entered since the room opened.
    pub const fn entered(&self) -> u64 {
        self.entered
    }

    /// How many of them are on the disk.
    pub fn kept(&self) -> u64 {
        *self.kept.borrow()
    }

    /// Becomes true when everything that was entered until now is on the disk; an error when the room
    /// ended before.
    pub fn all_kept(&self) -> impl Future<Output = Result<(), watch::error::RecvError>> + use<> {
        let (entered, mut kept) = (self.entered, self.kept.subscribe());
        async move { kept.wait_for(|kept| *kept >= entered).await.map(drop) }
    }

    /// Hands over what waits, unless a write is on its way.
    pub async fn hand_over<F>(&mut self, hand: impl FnOnce(Backlog) -> F)
    where
        F: Future<Output = Receipt>,
    {
        if self.receipt.is_none() && !self.is_settled() {
            self.receipt = Some(hand(self.backlog.clone()).await);
        }
    }

    /// Whether the write on its way has to take so many along that it should begin; true once.
    pub fn should_hurry(&mut self, enough: usize) -> bool {
        let should = self.receipt.is_some() && !self.hurries && self.backlog.count() >= enough;
        self.hurries |= should;
        should
    }

    /// Whether a write is on its way.
    pub fn is_waiting(&self) -> bool {
        self.receipt.is_some()
    }

    /// Waits for the fate of the write on its way; for ever when there is none. May be dropped and
    /// called again.
    pub async fn fate(&mut self) -> Result<Appended, StoreError> {
        match &mut self.receipt {
            Some(receipt) => receipt.await.unwrap_or(Err(StoreError::Closed)),
            None => pending().await,
        }
    }

    /// The write on its way has arrived, with the first so many updates.
    pub fn committed(&mut self, updates: usize) {
        self.arrive();
        for entry in self.entries.drain(..updates.min(self.entries.len())) {
            self.bytes -= entry.update.len();
            for (connection, frame) in entry.frames {
                mark(&mut self.durable, connection, frame);
            }
            for (connection, frame) in entry.were_held {
                release(&mut self.held, connection, frame);
            }
        }
        self.kept
            .send_replace(self.entered - self.entries.len() as u64);
    }

    /// The disk did not take the write: what it had is the first part of the next one.
    pub fn failed(&mut self) {
        self.arrive();
        let all = self.pending().cloned().collect();
        self.backlog.refill(all);
    }

    /// What can be acknowledged now, once.
    pub fn durable(&mut self) -> Marks {
        let mut all = std::mem::take(&mut self.durable);
        for (connection, frames) in &self.held {
            let (Some(through), Some(first)) = (all.get_mut(connection), frames.first()) else {
                continue;
            };
            if *through >= *first {
                // The rest is said when the held one is on the disk.
                self.durable.insert(*connection, *through);
                *through = first.saturating_sub(1);
            }
        }
        all.retain(|connection, through| {
            let said = self.said.entry(*connection).or_default();
            let is_news = *through > *said;
            *said = (*through).max(*said);
            is_news
        });
        all
    }

    fn is_held(&self, connection: ConnectionId, frame: u64) -> bool {
        let frames = self.held.get(&connection);
        frames.is_some_and(|frames| frames.contains(&frame))
    }

    fn arrive(&mut self) {
        self.receipt = None;
        self.hurries = false;
    }
}

/// Frames that were held apart come after later ones: the highest counts.
fn mark(marks: &mut Marks, connection: ConnectionId, frame: u64) {
    let highest = marks.entry(connection).or_default();
    *highest = frame.max(*highest);
}

fn release(held: &mut Held, connection: ConnectionId, frame: u64) {
    if let Some(frames) = held.get_mut(&connection) {
        frames.remove(&frame);
        if frames.is_empty() {
            held.remove(&connection);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::{Ready, ready};
    use tokio::sync::oneshot;

    const ONE: ConnectionId = ConnectionId(1);
    const OTHER: ConnectionId = ConnectionId(2);

    fn update(byte: u8) -> Bytes {
        vec![byte].into()
    }

    fn nothing_to_write(_: Backlog) -> Ready<Receipt> {
        unreachable!("there is nothing to write, or something is on its way")
    }

    /// Hands over what waits; the store takes these, and this is its answer.
    async fn write(ledger: &mut Ledger, expected: &[Bytes], answer: Result<i64, StoreError>) {
        let (reply, receipt) = oneshot::channel();
        let mut handed = Backlog::default();
        ledger
            .hand_over(|backlog| {
                handed = backlog;
                ready(receipt)
            })
            .await;
        assert_eq!(handed.take(), expected);
        let answer = answer.map(|seq| Appended {
            seq,
            updates: expected.len(),
        });
        reply.send(answer).map_err(drop).expect("somebody waits");
        match ledger.fate().await {
            Ok(appended) => ledger.committed(appended.updates),
            Err(_) => ledger.failed(),
        }
    }

    #[tokio::test]
    async fn nothing_is_acknowledged_before_what_came_before_it_is_durable() {
        let mut ledger = Ledger::default();
        ledger.enter(ONE, 1, update(1));
        ledger.note(ONE, 2);
        ledger.note(OTHER, 1);
        assert!(ledger.durable().is_empty() && !ledger.is_settled());
        write(&mut ledger, &[update(1)], Ok(7)).await;
        assert_eq!(ledger.durable(), Marks::from([(ONE, 2), (OTHER, 1)]));
        assert!(ledger.is_settled());
        ledger.hand_over(nothing_to_write).await;
        ledger.note(ONE, 3);
        assert_eq!(ledger.durable(), Marks::from([(ONE, 3)]));
    }

    #[tokio::test]
    async fn a_write_takes_along_what_comes_until_its_turn() {
        let mut ledger = Ledger::default();
        let (reply, receipt) = oneshot::channel();
        let mut handed = Backlog::default();
        ledger.enter(ONE, 1, update(1));
        ledger
            .hand_over(|backlog| {
                handed = backlog;
                ready(receipt)
            })
            .await;
        assert!(!ledger.should_hurry(2));
        ledger.enter(OTHER, 1, update(2));
        ledger.hand_over(nothing_to_write).await;
        assert!(ledger.should_hurry(2) && !ledger.should_hurry(2));
        assert_eq!(handed.take(), [update(1), update(2)]);
        // Its turn is over.
        ledger.enter(ONE, 2, update(3));
        let appended = Appended { seq: 7, updates: 2 };
        reply.send(Ok(appended)).map_err(drop).expect("a ledger");
        let appended = ledger.fate().await.expect("durable");
        ledger.committed(appended.updates);
        assert_eq!(ledger.durable(), Marks::from([(ONE, 1), (OTHER, 1)]));
        assert_eq!((ledger.kept(), ledger.unkept()), (2, 1));
        write(&mut ledger, &[update(3)], Ok(8)).await;
        assert_eq!(ledger.durable(), Marks::from([(ONE, 2)]));
    }

    #[tokio::test]
    async fn what_the_disk_did_not_take_is_kept_and_goes_with_the_next() {
        let mut ledger = Ledger::default();
        ledger.enter(ONE, 1, update(1));
        let all_kept = ledger.all_kept();
        write(&mut ledger, &[update(1)], Err(StoreError::Closed)).await;
        ledger.enter(OTHER, 4, update(2));
        assert!(ledger.durable().is_empty());
        assert_eq!(ledger.unkept(), 2);
        write(&mut ledger, &[update(1), update(2)], Ok(2)).await;
        assert_eq!(ledger.durable(), Marks::from([(ONE, 1), (OTHER, 4)]));
        all_kept.await.expect("a ledger");
        assert!(ledger.is_settled());
    }

    #[tokio::test]
    async fn nothing_from_a_held_frame_on_is_acknowledged_before_it_is_durable() {
        let mut ledger = Ledger::default();
        ledger.enter(ONE, 1, update(1));
        ledger.hold(ONE, 2);
        ledger.enter(ONE, 3, update(3));
        write(&mut ledger, &[update(1), update(3)], Ok(2)).await;
        assert_eq!(ledger.durable(), Marks::from([(ONE, 1)]));
        assert!(ledger.durable().is_empty(), "once is enough");
        ledger.note(ONE, 4);
        ledger.hand_over(nothing_to_write).await;
        // What is complete now is still not durable.
        ledger.enter(ONE, 2, update(2));
        assert!(ledger.durable().values().all(|through| *through < 2));
        write(&mut ledger, &[update(2)], Err(StoreError::Closed)).await;
        assert!(ledger.durable().values().all(|through| *through < 2));
        write(&mut ledger, &[update(2)], Ok(3)).await;
        assert_eq!(ledger.durable(), Marks::from([(ONE, 4)]));
    }

    #[tokio::test]
    async fn a_held_frame_that_is_refused_holds_nothing_up() {
        let mut ledger = Ledger::default();
        ledger.hold(ONE, 1);
        ledger.note(ONE, 2);
        ledger.hand_over(nothing_to_write).await;
        assert!(ledger.durable().is_empty());
        ledger.let_go(ONE, 1);
        assert_eq!(ledger.durable(), Marks::from([(ONE, 2)]));
    }
}
