//! What of a room is on the disk: handing over, waiting, and acknowledging.

use super::Room;
use crate::store::{StoreError, log::Appended};
use jalon_shared::protocol::Message;
use std::time::Duration;
use tokio::time::Instant;

/// So many updates of a room do not wait for those of others: `binlog_group_commit_sync_no_delay_count` of MySQL.
const ENOUGH: usize = 8;

/// While many rooms write, an acknowledgement waits so long for something that it is written with, mostly what a
/// neighbour typed: by itself it costs as much as that. Nobody sees that “saved” comes a fifth of a second later.
const RIDE: Duration = Duration::from_millis(200);

impl Room {
    /// Writes to everybody what there is for them, and hands what waits to the store, unless it is still busy with
    /// what went before, or cannot write.
    pub(super) async fn flush(&mut self) {
        if self.hurry_at.is_some_and(|at| at <= Instant::now()) {
            self.hurry_at = None;
            self.roster.hurry();
        }
        self.roster.push();
        if self.trouble.is_none() {
            self.hand_over().await;
        }
        self.acknowledge();
    }

    pub(super) async fn hand_over(&mut self) {
        let (store, id) = (&self.store, self.id);
        self.ledger
            .hand_over(|backlog| store.begin_append(id, backlog))
            .await;
        if self.ledger.should_hurry(ENOUGH) {
            store.hurry();
        }
    }

    /// Waits until everything is on the disk; whether it is.
    pub(super) async fn settle(&mut self) -> bool {
        loop {
            self.flush().await;
            if self.ledger.is_settled() {
                self.note_all_deeds().await;
                return true;
            }
            if self.trouble.is_some() && !self.ledger.is_waiting() {
                return false;
            }
            self.store.hurry();
            let fate = self.ledger.fate().await;
            self.committed(fate);
        }
    }

    /// What was handed over is on the disk, or the disk did not take it.
    pub(super) fn committed(&mut self, fate: Result<Appended, StoreError>) {
        match fate {
            Ok(Appended { seq, updates }) => {
                self.seq = seq;
                self.log_length += updates;
                self.ledger.committed(updates);
                self.acknowledge();
                self.say_kept();
                self.recovered();
            }
            Err(error) => {
                self.ledger.failed();
                self.in_trouble(&error);
            }
        }
    }

    /// Tells those whose updates are on the disk: at once, or soon while many rooms write.
    pub(super) fn acknowledge(&mut self) {
        let is_busy = self.store.is_busy();
        for (connection, through) in self.ledger.durable() {
            let Some(seat) = self.roster.seat(connection) else {
                continue;
            };
            if is_busy {
                seat.outbox.acknowledge_soon(through);
                self.hurry_at.get_or_insert_with(|| Instant::now() + RIDE);
            } else {
                seat.outbox.say(Message::Acknowledged { through });
                seat.outbox.push();
            }
        }
    }
}
