//! Who leads the others from page to page: one facilitator at a time, for as long as they are here.

use super::roster::{ConnectionId, Roster};
use crate::connection::outbox::Outbox;
use jalon_shared::{PersonId, Role, protocol::Message};

/// Who leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guide {
    connection: ConnectionId,
    person: PersonId,
}

impl Roster {
    /// A facilitator begins to lead, also when somebody else does already, or ends their own leading. Nobody else
    /// changes anything by asking.
    pub(super) fn lead(&mut self, connection: ConnectionId, on: bool) {
        if !on {
            return self.guide_went(connection);
        }
        let seat = self.seat(connection);
        let Some(seat) = seat.filter(|seat| seat.role >= Role::Facilitator) else {
            return;
        };
        let person = seat.person;
        self.guided_by(Some(Guide { connection, person }));
    }

    /// Nobody leads any more, if it was this one.
    pub(super) fn guide_went(&mut self, connection: ConnectionId) {
        if self
            .guide
            .is_some_and(|guide| guide.connection == connection)
        {
            self.guided_by(None);
        }
    }

    /// Tells somebody who comes.
    pub(super) fn say_guide_to(&self, outbox: &Outbox) {
        if let Some(Guide { person, .. }) = self.guide {
            let person = Some(person);
            outbox.say(Message::Guide { person });
        }
    }

    fn guided_by(&mut self, guide: Option<Guide>) {
        let person = |guide: Option<Guide>| guide.map(|guide| guide.person);
        let was = std::mem::replace(&mut self.guide, guide);
        // The same person on a new socket leads on.
        if person(was) != person(guide) {
            let person = person(guide);
            for seat in self.seats() {
                seat.outbox.say(Message::Guide { person });
            }
        }
    }
}
