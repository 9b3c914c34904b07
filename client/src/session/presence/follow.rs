//! Going along with somebody: this page goes where theirs is. A facilitator can lead everybody; who is asked
//! decides. What moves the page stands with the frame of the workspace.

use super::Session;
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;
use jalon_shared::{
    PersonId, Role,
    presence::{Place, Presence},
    protocol::{Frame, Message},
};
use std::cell::Cell;

/// Somebody whose line breaks is followed on if they are back within this time, in milliseconds.
const ABSENCE: u32 = 15_000;
/// Whether somebody who leads no longer has ended it or lost their line shows within this time, in milliseconds.
const DOUBT: u32 = 500;

/// Somebody with whom this page goes along.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    pub person: PersonId,
    pub name: String,
    pub color: u8,
    /// The name of the page they are on.
    pub page: Option<String>,
    /// The path of the field they are in.
    pub field: Option<String>,
}

/// Somebody who leads everybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guide {
    pub person: PersonId,
    pub name: String,
    pub color: u8,
    /// Whether this page said that it goes its own way.
    pub is_declined: bool,
}

pub(super) struct Follow {
    followed: Signal<Option<Followed>>,
    /// Who leads everybody; it may be this person.
    guide: Signal<Option<PersonId>>,
    /// Whom this page does not want to go along with now.
    declined: Signal<Option<PersonId>>,
    /// Whether it is this page that leads: it says so again after its line broke.
    leads: Cell<bool>,
    /// Whether the followed one is waited for.
    waits: Cell<bool>,
}

impl Follow {
    pub fn new() -> Self {
        Self {
            followed: Signal::new_in_scope(None, ScopeId::ROOT),
            guide: Signal::new_in_scope(None, ScopeId::ROOT),
            declined: Signal::new_in_scope(None, ScopeId::ROOT),
            leads: Cell::new(false),
            waits: Cell::new(false),
        }
    }
}

impl Session {
    /// With whom this page goes along. Reactive.
    pub fn followed(&self) -> Option<Followed> {
        self.0.presences.follow.followed.read().clone()
    }

    pub(super) fn followed_person(&self) -> Option<PersonId> {
        let followed = self.0.presences.follow.followed.peek();
        followed.as_ref().map(|followed| followed.person)
    }

    /// Goes along with somebody from now on.
    pub fn follow(&self, person: PersonId) {
        let follow = &self.0.presences.follow;
        let followed = newest(&self.0.presences.present(), person);
        if followed.is_some() {
            self.set(follow.declined, None);
            self.go_along(followed);
        }
    }

    /// Goes its own way again. Whoever leads everybody does not ask anew.
    pub fn stop_following(&self) {
        let follow = &self.0.presences.follow;
        let Some(person) = self.followed_person() else {
            return;
        };
        if *follow.guide.peek() == Some(person) {
            self.set(follow.declined, Some(person));
        }
        self.go_along(None);
    }

    /// Does not go along with whoever leads.
    pub fn decline(&self) {
        let guide = *self.0.presences.follow.guide.peek();
        self.set(self.0.presences.follow.declined, guide);
    }

    fn go_along(&self, followed: Option<Followed>) {
        let before = self.followed_person();
        let now = followed.as_ref().map(|followed| followed.person);
        self.set(self.0.presences.follow.followed, followed);
        if before != now {
            // They see by how many they are followed, and the marks of the one who is are drawn stronger.
            self.hello();
            self.show_lists(&self.0.presences.present());
        }
    }

    /// Leads everybody, or ends it.
    pub fn lead(&self, on: bool) {
        let me = self.0.me.peek().person;
        self.0.presences.follow.leads.set(on);
        if on {
            self.go_along(None);
        }
        let person = on.then_some(me);
        self.transmit(&Frame::Jalon(Message::Guide { person }));
        self.set(self.0.presences.follow.guide, person);
    }

    /// Whether this page leads everybody. Reactive.
    pub fn leads(&self) -> bool {
        let guide = *self.0.presences.follow.guide.read();
        guide == Some(self.0.me.read().person) && self.0.presences.follow.leads.get()
    }

    /// Who leads everybody, when it is somebody else who is here. Reactive.
    pub fn guide(&self) -> Option<Guide> {
        let follow = &self.0.presences.follow;
        let person = (*follow.guide.read())?;
        let peers = self.peers();
        let peer = peers.into_iter().find(|peer| peer.person == person)?;
        Some(Guide {
            person,
            name: peer.name,
            color: peer.color,
            is_declined: *follow.declined.read() == Some(person),
        })
    }

    /// On a new line: whoever leads says so again, and hears soon who else does.
    pub(in crate::session) fn lead_on(&self) {
        let follow = &self.0.presences.follow;
        let may_lead = self.0.me.peek().role >= Role::Facilitator;
        let leads = follow.leads.get() && may_lead;
        follow.leads.set(leads);
        let person = leads.then_some(self.0.me.peek().person);
        self.set(follow.guide, person);
        if person.is_some() {
            self.transmit(&Frame::Jalon(Message::Guide { person }));
        }
    }

    /// The server says who leads.
    pub(in crate::session) fn guided_by(&self, person: Option<PersonId>) {
        let follow = &self.0.presences.follow;
        let before = *follow.guide.peek();
        if person != Some(self.0.me.peek().person) {
            follow.leads.set(false);
        }
        self.set(follow.guide, person);
        let Some(before) = before.filter(|before| Some(*before) != person) else {
            return;
        };
        if person.is_some() {
            return self.released_by(before);
        }
        let session = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            TimeoutFuture::new(DOUBT).await;
            let is_here = newest(&session.0.presences.present(), before).is_some();
            // Who lost their line leads on when they are back, and who went for good is seen to be gone.
            if is_here && session.0.presences.follow.guide.peek().is_none() {
                session.released_by(before);
            }
        });
    }

    /// Somebody leads no longer: nobody goes along with them for that reason, and who did not want to is asked anew
    /// the next time.
    fn released_by(&self, person: PersonId) {
        let follow = &self.0.presences.follow;
        if *follow.declined.peek() == Some(person) {
            self.set(follow.declined, None);
        }
        if self.followed_person() == Some(person) {
            self.go_along(None);
        }
    }

    pub(super) fn show_followed(&self, present: &[(u64, u32, Presence)]) {
        let Some(person) = self.followed_person() else {
            return;
        };
        if let Some(followed) = newest(present, person) {
            self.set(self.0.presences.follow.followed, Some(followed));
        } else if !self.0.presences.follow.waits.replace(true) {
            let session = self.clone();
            wasm_bindgen_futures::spawn_local(async move {
                TimeoutFuture::new(ABSENCE).await;
                session.0.presences.follow.waits.set(false);
                let is_gone = newest(&session.0.presences.present(), person).is_none();
                if is_gone && session.followed_person() == Some(person) {
                    session.go_along(None);
                }
            });
        }
    }
}

/// Where somebody is: of their windows, that in which they did something last.
fn newest(present: &[(u64, u32, Presence)], person: PersonId) -> Option<Followed> {
    let theirs = present
        .iter()
        .filter(|(.., presence)| presence.person == person);
    let (.., presence) = theirs.max_by_key(|(_, clock, _)| *clock)?;
    let place = presence.place.clone();
    let (page, field) = place.map_or((None, None), |Place { page, field, .. }| {
        (Some(page), field)
    });
    Some(Followed {
        person,
        name: presence.name.clone(),
        color: presence.color,
        page,
        field,
    })
}
