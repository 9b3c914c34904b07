//! What of a room is on the disk: handing over, waiting, and acknowledging.

use super::Room;
use crate::store::{StoreError, log};
use jalon_shared::protocol::{Message, Refusal};

impl Room {
    /// Hands what waits to the store, unless it is still busy with what went before.
    pub(super) async fn flush(&mut self) {
        let (store, id) = (&self.store, self.id);
        self.ledger
            .hand_over(|updates| {
                store.begin_write(move |connection| log::append(connection, id, &updates))
            })
            .await;
        self.acknowledge();
    }

    /// Waits until everything is on the disk; whether it is.
    pub(super) async fn settle(&mut self) -> bool {
        loop {
            self.flush().await;
            if self.ledger.is_settled() {
                return true;
            }
            let fate = self.ledger.fate().await;
            if let Err(error) = self.committed(fate) {
                tracing::error!(workspace = %self.id, %error, "updates were not kept");
                return false;
            }
        }
    }

    /// What was handed over is on the disk, or will never be.
    pub(super) fn committed(&mut self, fate: Result<i64, StoreError>) -> Result<(), StoreError> {
        match fate {
            Ok(seq) => {
                self.seq = seq;
                self.log_length += self.ledger.committed();
                self.acknowledge();
                Ok(())
            }
            Err(error) => {
                for (connection, frame) in self.ledger.lost() {
                    self.refuse(connection, frame, Refusal::Storage);
                }
                Err(error)
            }
        }
    }

    pub(super) fn acknowledge(&mut self) {
        for (connection, through) in self.ledger.durable() {
            if let Some(seat) = self.roster.seat(connection) {
                seat.outbox.say(Message::Acknowledged { through });
            }
        }
    }
}
