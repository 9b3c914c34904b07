//! A disk that takes nothing: everybody is told, new updates are refused, what was taken before is kept in
//! memory and tried again, until it is on the disk. Reading and presence go on.

use super::Room;
use crate::store::StoreError;
use jalon_shared::protocol::Message;
use std::time::Duration;
use tokio::time::Instant;

/// How long a disk that failed is left alone: short enough that people hardly wait once there is room again,
/// long enough that sixty rooms do not keep a sick disk busy.
const REST: Duration = Duration::from_secs(2);

/// After how many tries that failed the log names the trouble again.
const SAID_EACH: u32 = 30; // a minute

/// A trouble that lasts.
pub(super) struct Trouble {
    began: Instant,
    /// When to try again.
    pub retry_at: Instant,
    tries: u32,
}

impl Room {
    /// The disk did not take what it was given.
    pub(super) fn in_trouble(&mut self, error: &StoreError) {
        let (now, unkept) = (Instant::now(), self.ledger.unkept());
        let retry_at = now + REST;
        match &mut self.trouble {
            Some(trouble) => {
                trouble.retry_at = retry_at;
                trouble.tries += 1;
                if trouble.tries.is_multiple_of(SAID_EACH) {
                    let lasts = trouble.began.elapsed();
                    tracing::error!(workspace = %self.id, %error, unkept, ?lasts, "updates are still not kept");
                }
            }
            None => {
                tracing::error!(workspace = %self.id, %error, unkept, "updates are not kept; trying again and again");
                self.metrics.storage_trouble.inc();
                self.trouble = Some(Trouble {
                    began: now,
                    retry_at,
                    tries: 0,
                });
                self.tell_storage(false);
            }
        }
    }

    /// The disk took something: if it did not before, everybody is told, and asked for what was refused.
    pub(super) fn recovered(&mut self) {
        let Some(trouble) = self.trouble.take() else {
            return;
        };
        self.metrics.storage_trouble.dec();
        tracing::warn!(workspace = %self.id, lasted = ?trouble.began.elapsed(), "the disk takes updates again");
        self.tell_storage(true);
        let question = self.question();
        for seat in self.roster.seats() {
            seat.outbox.relay(&question);
        }
    }

    fn tell_storage(&mut self, writable: bool) {
        for seat in self.roster.seats() {
            seat.outbox.say(Message::Storage { writable });
        }
    }

    /// One last try before the room ends; whether everything is on the disk.
    pub(super) async fn settle_at_last(&mut self) -> bool {
        if self.trouble.is_some() && !self.ledger.is_waiting() {
            self.hand_over().await;
        }
        self.settle().await
    }
}
