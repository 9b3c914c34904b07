//! What a room does for the people in it that needs no document: who they are, what they may do, what they hear of
//! each other. It is the same before the document was read and afterwards.

use super::{
    Event,
    roster::{ConnectionId, Roster, Seat},
};
use crate::clock;
use jalon_shared::{Generation, Role, protocol::Message};

impl Roster {
    /// Does what an event asks that needs no document; any other is given back.
    pub fn attend(&mut self, event: Event) -> Option<Event> {
        match event {
            Event::Awareness {
                connection,
                entries,
            } => self.speak(connection, entries, presence_clock()),
            Event::Guide { connection, on } => self.lead(connection, on),
            Event::QueryAwareness { connection } => self.tell_who_is_here(connection),
            Event::RoleChanged { connection, role } => self.role_changed(connection, role),
            Event::Renamed { person, name } => self.rename(person, &name, presence_clock()),
            Event::Frozen { number, label } => {
                self.say(&Message::VersionFrozen { number, label });
            }
            Event::Restored {
                number,
                label,
                person,
                name,
            } => self.say(&Message::VersionRestored {
                number,
                label,
                person,
                name,
            }),
            other => return Some(other),
        }
        None
    }

    /// Greets somebody who takes a seat.
    pub fn welcome(&self, seat: &Seat, generation: Generation) {
        seat.outbox.say(Message::Welcome {
            person: seat.person,
            name: seat.name.clone(),
            role: seat.role,
            client: None,
            generation,
        });
        self.say_guide_to(&seat.outbox);
    }

    /// Takes a connection away that said goodbye, or is gone.
    pub fn goodbye(&mut self, connection: ConnectionId) {
        self.leave(connection, presence_clock());
    }

    fn tell_who_is_here(&mut self, connection: ConnectionId) {
        if let Some(frame) = self.everybody_but(connection)
            && let Some(seat) = self.seat(connection)
        {
            seat.outbox.answer(frame);
        }
    }

    fn role_changed(&mut self, connection: ConnectionId, role: Option<Role>) {
        let Some(seat) = self.seat(connection) else {
            return;
        };
        match role {
            Some(role) => {
                seat.role = role;
                seat.outbox.say(Message::AccessChanged { role: Some(role) });
            }
            None => seat.send_away(),
        }
        if role < Some(Role::Facilitator) {
            self.guide_went(connection);
        }
    }

    fn say(&mut self, message: &Message) {
        for seat in self.seats() {
            seat.outbox.say(message.clone());
        }
    }
}

/// Tenths of a second since 2025: a presence count that nobody saw before, after a restart too.
fn presence_clock() -> u32 {
    const START: i64 = 1_735_689_600_000; // 2025-01-01, in milliseconds since 1970
    u32::try_from((clock::now_ms() - START) / 100).unwrap_or(0)
}
