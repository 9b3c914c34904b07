//! The ledger of a room: which updates are not on the disk yet, and which frames of whom they were. One
//! batch is on its way to the disk at a time; what comes meanwhile makes the next one.

use super::ConnectionId;
use crate::store::StoreError;
use std::{
    collections::BTreeMap,
    future::{Future, pending},
};
use tokio::sync::oneshot;

/// How much may wait for the disk before the room stops listening.
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
}

#[derive(Default)]
struct Batch {
    updates: Vec<Vec<u8>>,
    bytes: usize,
    marks: Marks,
    /// Every frame that brought something, for the day when the disk fails.
    frames: Vec<(ConnectionId, u64)>,
}

struct OnItsWay {
    receipt: oneshot::Receiver<Result<i64, StoreError>>,
    count: usize,
    marks: Marks,
    frames: Vec<(ConnectionId, u64)>,
}

impl Ledger {
    /// An update that has to go to the disk.
    pub fn enter(&mut self, connection: ConnectionId, frame: u64, update: Vec<u8>) {
        self.waiting.bytes += update.len();
        self.waiting.updates.push(update);
        self.waiting.frames.push((connection, frame));
        self.note(connection, frame);
    }

    /// An update of the server's own, which nobody waits for.
    pub fn enter_own(&mut self, update: Vec<u8>) {
        self.waiting.bytes += update.len();
        self.waiting.updates.push(update);
    }

    /// A frame that changed nothing: it is acknowledged after those before it.
    pub fn note(&mut self, connection: ConnectionId, frame: u64) {
        self.waiting.marks.insert(connection, frame);
    }

    /// Whether the room should wait for the disk before it takes more.
    pub fn is_full(&self) -> bool {
        self.waiting.updates.len() >= MOST_UPDATES || self.waiting.bytes >= MOST_BYTES
    }

    /// Whether everything is on the disk.
    pub fn is_settled(&self) -> bool {
        self.on_its_way.is_none() && self.waiting.updates.is_empty()
    }

    /// Hands over what waits, unless a batch is on its way.
    pub async fn hand_over<F>(&mut self, hand: impl FnOnce(Vec<Vec<u8>>) -> F)
    where
        F: Future<Output = oneshot::Receiver<Result<i64, StoreError>>>,
    {
        if self.on_its_way.is_some() {
            return;
        }
        let Batch {
            updates,
            marks,
            frames,
            ..
        } = std::mem::take(&mut self.waiting);
        if updates.is_empty() {
            self.durable.extend(marks);
            return;
        }
        let count = updates.len();
        let receipt = hand(updates).await;
        self.on_its_way = Some(OnItsWay {
            receipt,
            count,
            marks,
            frames,
        });
    }

    /// Waits for the fate of the batch on its way; for ever when there is none. May be dropped and
    /// called again.
    pub async fn fate(&mut self) -> Result<i64, StoreError> {
        match &mut self.on_its_way {
            Some(batch) => (&mut batch.receipt)
                .await
                .unwrap_or(Err(StoreError::Closed)),
            None => pending().await,
        }
    }

    /// The batch on its way has arrived; how many updates it had.
    pub fn committed(&mut self) -> usize {
        let Some(batch) = self.on_its_way.take() else {
            return 0;
        };
        self.durable.extend(batch.marks);
        batch.count
    }

    /// The batch on its way is lost; every frame that is not on the disk.
    pub fn lost(&mut self) -> Vec<(ConnectionId, u64)> {
        let mut frames = self
            .on_its_way
            .take()
            .map_or_else(Vec::new, |batch| batch.frames);
        frames.append(&mut std::mem::take(&mut self.waiting).frames);
        frames
    }

    /// What can be acknowledged now, once.
    pub fn durable(&mut self) -> Marks {
        std::mem::take(&mut self.durable)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::future::{Ready, ready};

    #[tokio::test]
    async fn nothing_is_acknowledged_before_what_came_before_it_is_durable() {
        let mut ledger = Ledger::default();
        let (one, other) = (ConnectionId(1), ConnectionId(2));
        let (reply, receipt) = oneshot::channel();
        ledger.enter(one, 1, vec![1]);
        ledger
            .hand_over(|updates| {
                assert_eq!(updates, [[1]]);
                ready(receipt)
            })
            .await;
        ledger.note(one, 2);
        ledger.note(other, 1);
        ledger
            .hand_over(|_| -> Ready<_> { unreachable!("one batch at a time") })
            .await;
        assert!(ledger.durable().is_empty() && !ledger.is_settled());
        reply.send(Ok(7)).expect("somebody waits");
        assert_eq!(ledger.fate().await.expect("durable"), 7);
        assert_eq!(ledger.committed(), 1);
        assert_eq!(ledger.durable(), Marks::from([(one, 1)]));
        ledger
            .hand_over(|_| -> Ready<_> { unreachable!("there is nothing to write") })
            .await;
        assert_eq!(ledger.durable(), Marks::from([(one, 2), (other, 1)]));
        assert!(ledger.is_settled());
    }

    #[tokio::test]
    async fn when_the_disk_fails_every_frame_is_named() {
        let mut ledger = Ledger::default();
        let (reply, receipt) = oneshot::channel();
        ledger.enter(ConnectionId(1), 1, vec![1]);
        ledger.hand_over(|_| ready(receipt)).await;
        ledger.enter(ConnectionId(2), 4, vec![2]);
        drop(reply);
        assert!(ledger.fate().await.is_err());
        assert_eq!(ledger.lost(), [(ConnectionId(1), 1), (ConnectionId(2), 4)]);
    }
}
