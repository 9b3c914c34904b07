//! The ledger of a room: which updates are not on the disk yet, and which frames of whom they were. One
//! batch is on its way to the disk at a time; what comes meanwhile makes the next one. A batch that the
//! disk did not take is kept, and goes with the next one.

use super::ConnectionId;
use crate::store::StoreError;
use axum::body::Bytes;
use std::{
    collections::{BTreeMap, BTreeSet},
    future::{Future, pending},
};
use tokio::sync::{oneshot, watch};

/// How much may wait for the disk before the room stops listening. As much again may be on its way.
const MOST_UPDATES: usize = 8192;
const MOST_BYTES: usize = 16 << 20; // 16 MiB

/// The highest frame of each connection.
type Marks = BTreeMap<ConnectionId, u64>;

#[derive(Default)]
pub struct Ledger {
    waiting: Batch,
    on_its_way: Option<OnItsWay>,
    /// Frames that are durable, or changed nothing, and were not acknowledged yet.
    durable: Marks,
    /// What was acknowledged.
    said: Marks,
    /// Frames that are held apart, or were and are not on the disk yet.
    ///
    /// **Invariant:** nothing from the first of them on is acknowledged to their connection.
    held: BTreeMap<ConnectionId, BTreeSet<u64>>,
    /// How many updates were entered since the room opened.
    entered: u64,
    /// How many of them are on the disk.
    kept: watch::Sender<u64>,
}

#[derive(Default)]
struct Batch {
    updates: Vec<Bytes>,
    bytes: usize,
    marks: Marks,
    /// Frames that were held apart and are in here.
    completed: Vec<(ConnectionId, u64)>,
}

struct OnItsWay {
    receipt: oneshot::Receiver<Result<i64, StoreError>>,
    batch: Batch,
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
        self.waiting.bytes += update.len();
        self.waiting.updates.push(update);
    }

    /// A frame that changed nothing: it is acknowledged after those before it.
    pub fn note(&mut self, connection: ConnectionId, frame: u64) {
        mark(&mut self.waiting.marks, connection, frame);
        if self.is_held(connection, frame) {
            self.waiting.completed.push((connection, frame));
        }
    }

    /// A frame that waits for something that it builds on: it is entered or noted later, or let go.
    pub fn hold(&mut self, connection: ConnectionId, frame: u64) {
        self.held.entry(connection).or_default().insert(frame);
    }

    /// A frame that was held will not come: it was refused.
    pub fn let_go(&mut self, connection: ConnectionId, frame: u64) {
        if let Some(frames) = self.held.get_mut(&connection) {
            frames.remove(&frame);
            if frames.is_empty() {
                self.held.remove(&connection);
            }
        }
    }

    /// A connection left: nobody waits for its acknowledgements.
    pub fn forget(&mut self, connection: ConnectionId) {
        self.held.remove(&connection);
        self.durable.remove(&connection);
        self.said.remove(&connection);
    }

    /// Whether the room should wait for the disk before it takes more.
    pub fn is_full(&self) -> bool {
        self.waiting.updates.len() >= MOST_UPDATES || self.waiting.bytes >= MOST_BYTES
    }

    /// Whether everything is on the disk.
    pub fn is_settled(&self) -> bool {
        self.unkept() == 0
    }

    /// How many updates are not on the disk.
    pub fn unkept(&self) -> usize {
        let on_its_way = self.on_its_way.as_ref();
        self.waiting.updates.len() + on_its_way.map_or(0, |way| way.batch.updates.len())
    }

    /// What is not on the disk, oldest first.
    pub fn pending(&self) -> impl Iterator<Item = &Bytes> {
        let on_its_way = self.on_its_way.iter().flat_map(|way| &way.batch.updates);
        on_its_way.chain(&self.waiting.updates)
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

    /// Hands over what waits, unless a batch is on its way.
    pub async fn hand_over<F>(&mut self, hand: impl FnOnce(Vec<Bytes>) -> F)
    where
        F: Future<Output = oneshot::Receiver<Result<i64, StoreError>>>,
    {
        if self.on_its_way.is_some() {
            return;
        }
        let batch = std::mem::take(&mut self.waiting);
        if batch.updates.is_empty() {
            self.arrived(batch);
            return;
        }
        let receipt = hand(batch.updates.clone()).await;
        self.on_its_way = Some(OnItsWay { receipt, batch });
    }

    /// Whether a batch is on its way.
    pub fn is_waiting(&self) -> bool {
        self.on_its_way.is_some()
    }

    /// Waits for the fate of the batch on its way; for ever when there is none. May be dropped and
    /// called again.
    pub async fn fate(&mut self) -> Result<i64, StoreError> {
        match &mut self.on_its_way {
            Some(way) => (&mut way.receipt).await.unwrap_or(Err(StoreError::Closed)),
            None => pending().await,
        }
    }

    /// The batch on its way has arrived; how many updates it had.
    pub fn committed(&mut self) -> usize {
        let Some(way) = self.on_its_way.take() else {
            return 0;
        };
        let count = way.batch.updates.len();
        self.kept.send_modify(|kept| *kept += count as u64);
        self.arrived(way.batch);
        count
    }

    /// The disk did not take the batch: it is the first part of the next one.
    pub fn failed(&mut self) {
        let Some(OnItsWay { mut batch, .. }) = self.on_its_way.take() else {
            return;
        };
        let next = std::mem::take(&mut self.waiting);
        batch.bytes += next.bytes;
        batch.updates.extend(next.updates);
        batch.completed.extend(next.completed);
        for (connection, frame) in next.marks {
            mark(&mut batch.marks, connection, frame);
        }
        self.waiting = batch;
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

    fn arrived(&mut self, batch: Batch) {
        for (connection, frame) in batch.marks {
            mark(&mut self.durable, connection, frame);
        }
        for (connection, frame) in batch.completed {
            self.let_go(connection, frame);
        }
    }
}

/// Frames that were held apart come after later ones: the highest counts.
fn mark(marks: &mut Marks, connection: ConnectionId, frame: u64) {
    let highest = marks.entry(connection).or_default();
    *highest = frame.max(*highest);
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::{Ready, ready};

    const ONE: ConnectionId = ConnectionId(1);
    const OTHER: ConnectionId = ConnectionId(2);

    fn update(byte: u8) -> Bytes {
        vec![byte].into()
    }

    fn nothing_to_write(_: Vec<Bytes>) -> Ready<oneshot::Receiver<Result<i64, StoreError>>> {
        unreachable!("there is nothing to write, or something is on its way")
    }

    /// Hands over what waits, and what the disk says is the answer.
    async fn write(ledger: &mut Ledger, expected: &[Bytes], answer: Result<i64, StoreError>) {
        let (reply, receipt) = oneshot::channel();
        ledger
            .hand_over(|updates| {
                assert_eq!(updates, expected);
                ready(receipt)
            })
            .await;
        let is_good = answer.is_ok();
        reply.send(answer).expect("somebody waits");
        assert_eq!(ledger.fate().await.is_ok(), is_good);
        if is_good {
            ledger.committed();
        } else {
            ledger.failed();
        }
    }

    #[tokio::test]
    async fn nothing_is_acknowledged_before_what_came_before_it_is_durable() {
        let mut ledger = Ledger::default();
        let (reply, receipt) = oneshot::channel();
        ledger.enter(ONE, 1, update(1));
        ledger.hand_over(|_| ready(receipt)).await;
        ledger.note(ONE, 2);
        ledger.note(OTHER, 1);
        ledger.hand_over(nothing_to_write).await;
        assert!(ledger.durable().is_empty() && !ledger.is_settled());
        reply.send(Ok(7)).expect("somebody waits");
        assert_eq!(ledger.fate().await.expect("durable"), 7);
        assert_eq!(ledger.committed(), 1);
        assert_eq!(ledger.durable(), Marks::from([(ONE, 1)]));
        ledger.hand_over(nothing_to_write).await;
        assert_eq!(ledger.durable(), Marks::from([(ONE, 2), (OTHER, 1)]));
        assert!(ledger.is_settled());
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
