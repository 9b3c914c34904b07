//! A session of a workspace that lives in this page and nowhere else, for pages that show what parts look like: no
//! socket, no copy, and whoever else is in it is made up.

use super::{FieldState, Me, Session, outbox::Saved};
use crate::ui::toast::Toasts;
use jalon_shared::{
    Command, PersonId, WorkspaceId,
    presence::{Place, Presence},
    protocol::AwarenessEntry,
    workspace::NewReading,
};
use uuid::Uuid;

/// Somebody who is said to be in a field.
pub struct Guest {
    pub name: String,
    pub color: u8,
    /// The path of the field.
    pub field: String,
}

impl Session {
    /// Opens an empty workspace and makes some things happen in it.
    pub fn in_page_alone(
        me: Me,
        toasts: Toasts,
        commands: Vec<Command>,
        readings: Vec<NewReading>,
    ) -> Self {
        let session = Self::new(WorkspaceId::from_uuid(Uuid::nil()), me, toasts);
        session.0.is_alone.set(true);
        let stamp = session.stamp();
        {
            let mut workspace = session.0.workspace.borrow_mut();
            let made = commands
                .iter()
                .try_for_each(|command| workspace.apply(command, &stamp).map(drop))
                .and_then(|()| workspace.record_all(readings, &stamp).map(drop));
            if let Err(error) = made {
                crate::ui::log(&format!("not carried out: {error}"));
            }
        }
        session.set(session.0.saved, Saved::Saved);
        session.set(session.0.loaded, true);
        session
    }

    /// Whether it lives in this page alone.
    pub fn is_alone(&self) -> bool {
        self.0.is_alone.get()
    }

    /// Says of fields, by their paths, what holds for their words.
    pub fn pretend_states(&self, states: impl IntoIterator<Item = (String, FieldState)>) {
        self.say(states.into_iter().collect());
    }

    /// Puts people into fields.
    pub fn pretend_guests(&self, guests: impl IntoIterator<Item = Guest>) {
        let entry = |(client, guest): (u64, Guest)| {
            let presence = Presence {
                person: PersonId::from_uuid(Self::fresh_uuid()),
                name: guest.name,
                color: guest.color,
                place: Some(Place {
                    page: String::new(),
                    field: Some(guest.field),
                    caret: None,
                }),
                follows: None,
            };
            AwarenessEntry {
                client,
                clock: 1,
                state: Some(presence.to_state()),
            }
        };
        self.heard((1..).zip(guests).map(entry).collect());
    }
}
