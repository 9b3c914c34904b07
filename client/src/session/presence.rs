//! Presence: who else is here, on which page and field; and telling the others where this page is.

use super::{Session, use_session};
use dioxus::prelude::*;
use jalon_shared::{
    PersonId,
    presence::{Place, Presence},
    protocol::{AwarenessEntry, Frame},
};
use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, HashMap},
    rc::Rc,
};

/// Somebody else who is here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peer {
    pub person: PersonId,
    pub name: String,
    /// 0 to 7: the class `presence-<color>`.
    pub color: u8,
    /// The name of the page they are on, such as `objectives`.
    pub page: Option<String>,
}

/// Somebody else who is in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub name: String,
    pub color: u8,
}

/// A mounted mark: its number, and what it shows.
type MountedMark = (u64, Signal<Vec<Mark>>);

pub(super) struct Presences {
    /// What each client said last, with its clock. One that left keeps its clock, so that an old word of it is known as such.
    said: RefCell<BTreeMap<u64, (u32, Option<Presence>)>>,
    /// Where this page is.
    here: RefCell<Place>,
    clock: Cell<u32>,
    /// The mounted marks, by the path of their field.
    marks: RefCell<HashMap<String, Vec<MountedMark>>>,
    next: Cell<u64>,
    peers: Signal<Vec<Peer>>,
}

impl Presences {
    pub fn new() -> Self {
        Self {
            said: RefCell::default(),
            here: RefCell::new(Place {
                page: String::new(),
                field: None,
            }),
            clock: Cell::new(0),
            marks: RefCell::default(),
            next: Cell::new(0),
            peers: Signal::new_in_scope(Vec::new(), ScopeId::ROOT),
        }
    }
}

impl Session {
    /// The others who are here, each once, by name. Reactive.
    pub fn peers(&self) -> Vec<Peer> {
        self.0.presences.peers.read().clone()
    }

    /// Tells the others where this page is: its name, and the path of the field that has the focus.
    pub fn here(&self, page: &str, field: Option<String>) {
        let place = Place {
            page: page.to_owned(),
            field,
        };
        if *self.0.presences.here.borrow() != place {
            self.0.presences.here.replace(place);
            self.hello();
        }
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

    /// Says where this page is, whether or not it moved.
    pub(super) fn hello(&self) {
        let presences = &self.0.presences;
        let clock = presences.clock.get().wrapping_add(1);
        presences.clock.set(clock);
        let me = self.0.me.peek();
        let place = Some(presences.here.borrow().clone()).filter(|place| !place.page.is_empty());
        // The server overwrites who speaks: it knows better.
        let state = Presence {
            person: me.person,
            name: me.name.clone(),
            color: 0,
            place,
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
            crate::api::remember_me(self.0.id, &me);
            self.set(self.0.me, me);
        }
    }

    /// The connection is lost: nobody is seen any more.
    pub(super) fn alone(&self) {
        self.0.presences.said.borrow_mut().clear();
        self.show_presence();
    }

    fn show_presence(&self) {
        let presences = &self.0.presences;
        let mut peers: BTreeMap<(String, PersonId), Peer> = BTreeMap::new();
        let mut marks: HashMap<String, Vec<Mark>> = HashMap::new();
        for presence in presences
            .said
            .borrow()
            .values()
            .filter_map(|(_, presence)| presence.as_ref())
        {
            let Presence {
                person,
                name,
                color,
                place,
            } = presence.clone();
            let (page, field) = place.map_or((None, None), |place| (Some(place.page), place.field));
            if let Some(field) = field {
                marks.entry(field).or_default().push(Mark {
                    name: name.clone(),
                    color,
                });
            }
            if person != self.0.me.peek().person {
                peers.insert(
                    (name.to_lowercase(), person),
                    Peer {
                        person,
                        name,
                        color,
                        page,
                    },
                );
            }
        }
        self.set(presences.peers, peers.into_values().collect());
        let mounted: Vec<_> = {
            let mounted = presences.marks.borrow();
            let all = mounted.iter().flat_map(|(field, signals)| {
                signals.iter().map(move |(_, signal)| (field, *signal))
            });
            all.map(|(field, signal)| (signal, marks.get(field).cloned().unwrap_or_default()))
                .collect()
        };
        for (signal, now) in mounted {
            self.set(signal, now);
        }
    }

    fn marks_of(&self, field: &str) -> Vec<Mark> {
        let said = self.0.presences.said.borrow();
        let present = said.values().filter_map(|(_, presence)| presence.as_ref());
        let inside = present.filter(|presence| {
            presence
                .place
                .as_ref()
                .and_then(|place| place.field.as_deref())
                == Some(field)
        });
        inside
            .map(|presence| Mark {
                name: presence.name.clone(),
                color: presence.color,
            })
            .collect()
    }
}

/// Who else is in a field, by its path.
pub fn use_marks(field: &str) -> ReadSignal<Vec<Mark>> {
    let session = use_session();
    let registered = use_hook(|| {
        let signal = Signal::new(session.marks_of(field));
        let presences = &session.0.presences;
        let id = presences.next.get();
        presences.next.set(id + 1);
        presences
            .marks
            .borrow_mut()
            .entry(field.to_owned())
            .or_default()
            .push((id, signal));
        Rc::new((id, field.to_owned(), signal))
    });
    let signal = registered.2;
    use_drop(move || {
        let (id, field, _) = &*registered;
        let mut marks = session.0.presences.marks.borrow_mut();
        if let Some(signals) = marks.get_mut(field) {
            signals.retain(|(other, _)| other != id);
            if signals.is_empty() {
                marks.remove(field);
            }
        }
    });
    signal.into()
}
