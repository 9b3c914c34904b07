//! Presence: who else is here, on which page, in which field and where in its text; and telling the others where
//! this page is.

mod carets;
mod crowd;
mod follow;

pub(super) use carets::Carets;
pub use crowd::{CROWD, Mark, Peer, use_marks};
pub use follow::{Followed, Guide};

use super::Session;
use crowd::Lists;
use dioxus::prelude::*;
use follow::Follow;
use gloo_timers::future::TimeoutFuture;
use jalon_shared::{
    FieldRef,
    presence::{Caret, Place, Presence},
    protocol::{AwarenessEntry, Frame},
};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
};

/// A caret that moves is told at most this often, in milliseconds, and of what it did meanwhile only the last ...
const PACE: f64 = 150.0;
/// ... and less often from so many people on, in proportion: each move goes to everybody.
const PACE_PEOPLE: f64 = 20.0;

pub(super) struct Presences {
    /// What each client said last, with its clock. One that left keeps its clock, so that an old word of it is known as such.
    said: RefCell<BTreeMap<u64, (u32, Option<Presence>)>>,
    /// Where this page is.
    here: RefCell<Place>,
    /// Where it was when the others were told last.
    told: RefCell<Place>,
    /// When that was looked at last, in milliseconds since 1970.
    told_at: Cell<f64>,
    /// Whether it is about to be looked at.
    telling: Cell<bool>,
    clock: Cell<u32>,
    lists: Lists,
    carets: Carets,
    follow: Follow,
}

impl Presences {
    pub fn new() -> Self {
        Self {
            said: RefCell::default(),
            here: RefCell::default(),
            told: RefCell::default(),
            told_at: Cell::new(0.0),
            telling: Cell::new(false),
            clock: Cell::new(0),
            lists: Lists::new(),
            carets: Carets::default(),
            follow: Follow::new(),
        }
    }

    pub fn carets(&self) -> &Carets {
        &self.carets
    }

    /// Everybody who is here, this page excepted, with their client and how new their word is.
    fn present(&self) -> Vec<(u64, u32, Presence)> {
        let said = self.said.borrow();
        let present = said.iter().filter_map(|(client, (clock, presence))| {
            presence.clone().map(|presence| (*client, *clock, presence))
        });
        present.collect()
    }
}

impl Session {
    /// Tells the others where this page is: its name, and the path of the field that has the focus.
    pub fn here(&self, page: &str, field: Option<String>) {
        let place = Place {
            page: page.to_owned(),
            field,
            caret: None,
        };
        self.0.presences.here.replace(place);
        self.tell_soon();
    }

    /// Whether this is the page that is in view.
    pub(super) fn is_here(&self, page: &str) -> bool {
        self.0.presences.here.borrow().page == page
    }

    /// As [`Self::here`], on the page that was named last.
    pub fn focus(&self, field: Option<String>) {
        let page = self.0.presences.here.borrow().page.clone();
        self.here(&page, field);
    }

    /// A field is no longer on the page: nobody can be in it.
    pub fn left(&self, field: &str) {
        if self.0.presences.here.borrow().field.as_deref() == Some(field) {
            self.focus(None);
        }
    }

    /// The caret may have moved: tells the others soon. Of many moves they hear the last.
    pub fn tell_soon(&self) {
        let presences = &self.0.presences;
        if presences.telling.replace(true) {
            return;
        }
        let people = presences.lists.count() as f64;
        let pace = PACE * (people / PACE_PEOPLE).max(1.0);
        // Even the first waits for the browser to have put focus and caret where they go.
        let rest = (presences.told_at.get() + pace - js_sys::Date::now()).clamp(0.0, pace);
        let session = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            TimeoutFuture::new(rest as u32).await;
            let presences = &session.0.presences;
            presences.telling.set(false);
            presences.told_at.set(js_sys::Date::now());
            if session.0.closed.get() {
                return;
            }
            let caret = session.own_caret();
            presences.here.borrow_mut().caret = caret;
            let moved = *presences.here.borrow() != *presences.told.borrow();
            if moved {
                session.hello();
            }
        });
    }

    /// Where the caret of this page is, when it is in a shared text.
    fn own_caret(&self) -> Option<Caret> {
        let field = self.0.presences.here.borrow().field.clone()?;
        let field: FieldRef = field.parse().ok()?;
        let (anchor, head) = self.0.fields.selected_in(&field)?;
        self.read(|workspace| {
            Some(Caret {
                anchor: workspace.anchor(&field, anchor)?,
                head: workspace.anchor(&field, head)?,
            })
        })
    }

    /// Says where this page is, whether or not it moved.
    pub(super) fn hello(&self) {
        let presences = &self.0.presences;
        let clock = presences.clock.get().wrapping_add(1);
        presences.clock.set(clock);
        let here = presences.here.borrow().clone();
        presences.told.replace(here.clone());
        let me = self.0.me.peek();
        // The server overwrites who speaks: it knows better.
        let state = Presence {
            person: me.person,
            name: me.name.clone(),
            color: 0,
            place: Some(here).filter(|place| !place.page.is_empty()),
            follows: self.followed_person(),
        }
        .to_state();
        let client = self.read(|workspace| workspace.client_id());
        let entries = vec![AwarenessEntry {
            client,
            clock,
            state: Some(state),
        }];
        self.transmit(&Frame::Awareness { entries });
    }

    /// The server says who is where.
    pub(super) fn heard(&self, entries: Vec<AwarenessEntry>) {
        if entries.is_empty() {
            return;
        }
        let me = self.read(|workspace| workspace.client_id());
        let mut gone = false;
        for AwarenessEntry {
            client,
            clock,
            state,
        } in entries
        {
            if client == me {
                // The server stamps who speaks: that is how a new name of mine arrives.
                if let Some(said) = state.as_ref().and_then(Presence::from_state) {
                    self.called(said.name);
                }
                // Somebody was told that this page left; it did not.
                if state.is_none() && clock >= self.0.presences.clock.get() {
                    self.0.presences.clock.set(clock);
                    gone = true;
                }
                continue;
            }
            let mut said = self.0.presences.said.borrow_mut();
            let known = said.get(&client);
            let is_news = known.is_none_or(|(last, presence)| {
                clock > *last || (clock == *last && state.is_none() && presence.is_some())
            });
            if is_news {
                said.insert(
                    client,
                    (clock, state.as_ref().and_then(Presence::from_state)),
                );
            }
        }
        if gone {
            self.hello();
        }
        self.show_presence();
    }

    fn called(&self, name: String) {
        let mut me = self.0.me.peek().clone();
        if me.name != name {
            me.name = name;
            crate::memory::remember_me(self.0.id, &me);
            self.set(self.0.me, me);
        }
    }

    /// The connection is lost: nobody is seen any more.
    pub(super) fn alone(&self) {
        self.0.presences.said.borrow_mut().clear();
        self.show_presence();
    }

    /// Shows who is here and where.
    fn show_presence(&self) {
        let present = self.0.presences.present();
        self.show_lists(&present);
        self.show_followed(&present);
        self.show_carets(&present);
    }
}
