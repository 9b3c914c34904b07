//! What is relayed only once it is on the disk: what nobody but its author, or the server, may bring again. A
//! client that gave it back to a server which had lost it would be refused, with all that it has.

use super::{ConnectionId, Room};
use crate::connection::packet::Packet;
use std::collections::VecDeque;

/// Frames that wait, in their order.
///
/// **Invariant:** while one waits, all that come after it do, since they may build on it. There are never more
/// than updates in the ledger.
#[derive(Default)]
pub(super) struct Unsaid(VecDeque<Waiting>);

struct Waiting {
    /// It is on the disk when so many updates are.
    upto: u64,
    /// Who sent it, and does not get it back.
    author: Option<ConnectionId>,
    frame: Packet,
}

impl Unsaid {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Room {
    /// Relays an update that was entered into the ledger: at once, unless it, or one before it, `waits`.
    pub(super) fn relay(&mut self, author: Option<ConnectionId>, frame: Packet, waits: bool) {
        if waits || !self.unsaid.is_empty() {
            let upto = self.ledger.entered();
            self.unsaid.0.push_back(Waiting {
                upto,
                author,
                frame,
            });
        } else {
            self.roster.relay_update(author, &frame);
        }
    }

    /// Relays what is on the disk by now.
    pub(super) fn say_kept(&mut self) {
        let kept = self.ledger.kept();
        while self.unsaid.0.front().is_some_and(|one| one.upto <= kept) {
            if let Some(Waiting { author, frame, .. }) = self.unsaid.0.pop_front() {
                self.roster.relay_update(author, &frame);
            }
        }
    }

    /// Waits until nothing is unsaid, so that somebody may be given the document as it is. Not while the disk
    /// takes nothing: reading goes on.
    pub(super) async fn say_all(&mut self) {
        if self.trouble.is_none() && !self.unsaid.is_empty() {
            self.settle().await;
        }
    }
}
