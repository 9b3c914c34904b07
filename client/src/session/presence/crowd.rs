//! Who else is here: each person once, and who is in which field. Above [`CROWD`] people there are counts.

use super::Session;
use crate::session::use_session;
use dioxus::prelude::*;
use jalon_shared::{PersonId, presence::Presence};
use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, HashMap, HashSet},
    rc::Rc,
};

/// From more people than this on they are counted and no longer shown one by one.
pub const CROWD: usize = 20;
/// What screen readers are told of others has at least this much silence around it, in milliseconds.
const SILENCE: f64 = 10_000.0;

/// Somebody else who is here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peer {
    pub person: PersonId,
    pub name: String,
    /// 0 to 7: the class `presence-<color>`.
    pub color: u8,
    /// The name of the page they are on, such as `objectives`.
    pub page: Option<String>,
    /// Whether they go along with this page's way.
    pub follows_me: bool,
}

/// Somebody else who is in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub name: String,
    pub color: u8,
    /// Whether this page goes along with them.
    pub is_followed: bool,
}

/// A mounted mark: its number, and what it shows.
type MountedMark = (u64, Signal<Vec<Mark>>);

pub(super) struct Lists {
    /// The mounted marks, by the path of their field.
    marks: RefCell<HashMap<String, Vec<MountedMark>>>,
    next: Cell<u64>,
    peers: Signal<Vec<Peer>>,
    /// Who was in which field of this page.
    inside: RefCell<HashSet<(PersonId, String)>>,
    /// Who came into a field last, and its path: what screen readers are told.
    entered: Signal<Option<(String, String)>>,
    entered_at: Cell<f64>,
}

impl Lists {
    pub fn new() -> Self {
        Self {
            marks: RefCell::default(),
            next: Cell::new(0),
            peers: Signal::new_in_scope(Vec::new(), ScopeId::ROOT),
            inside: RefCell::default(),
            entered: Signal::new_in_scope(None, ScopeId::ROOT),
            entered_at: Cell::new(0.0),
        }
    }

    /// How many others are here.
    pub fn count(&self) -> usize {
        self.peers.peek().len()
    }
}

impl Session {
    /// The others who are here, each once, by name. Reactive.
    pub fn peers(&self) -> Vec<Peer> {
        self.0.presences.lists.peers.read().clone()
    }

    /// How many others are on a page, when they are too many to be shown one by one; 0 otherwise. Reactive.
    pub fn crowd_on(&self, page: &str) -> usize {
        let peers = self.0.presences.lists.peers.read();
        if peers.len() <= CROWD {
            return 0;
        }
        let there = peers
            .iter()
            .filter(|peer| peer.page.as_deref() == Some(page));
        there.count()
    }

    /// How many others go along with this page. Reactive.
    pub fn followers(&self) -> usize {
        let peers = self.0.presences.lists.peers.read();
        peers.iter().filter(|peer| peer.follows_me).count()
    }

    /// Who came last into a field of this page, and its path; not more often than somebody can listen to. Reactive.
    pub fn entered(&self) -> Option<(String, String)> {
        self.0.presences.lists.entered.read().clone()
    }

    pub(super) fn show_lists(&self, present: &[(u64, u32, Presence)]) {
        let me = self.0.me.peek().person;
        let followed = self.followed_person();
        // Of several windows of one person, that in which they did something last.
        let mut peers: BTreeMap<(String, PersonId), (u32, Peer)> = BTreeMap::new();
        let mut marks: HashMap<&str, Vec<Mark>> = HashMap::new();
        for (_, clock, presence) in present {
            let (person, name, color) = (presence.person, &presence.name, presence.color);
            let place = presence.place.as_ref();
            if let Some(field) = place.and_then(|place| place.field.as_deref()) {
                marks.entry(field).or_default().push(Mark {
                    name: name.clone(),
                    color,
                    is_followed: followed == Some(person),
                });
            }
            let key = (name.to_lowercase(), person);
            let follows_me = presence.follows == Some(me);
            if person == me {
                continue;
            }
            let before = peers.get(&key);
            let is_newer = before.is_none_or(|(before, _)| clock > before);
            let follows_me = follows_me || before.is_some_and(|(_, peer)| peer.follows_me);
            if is_newer {
                let page = place.map(|place| place.page.clone());
                let peer = Peer {
                    person,
                    name: name.clone(),
                    color,
                    page,
                    follows_me,
                };
                peers.insert(key, (*clock, peer));
            }
        }
        let peers: Vec<Peer> = peers.into_values().map(|(_, peer)| peer).collect();
        self.set(self.0.presences.lists.peers, peers);
        let mounted: Vec<_> = {
            let mounted = self.0.presences.lists.marks.borrow();
            let all = mounted.iter().flat_map(|(field, signals)| {
                signals.iter().map(move |(_, signal)| (field, *signal))
            });
            all.map(|(field, signal)| {
                (
                    signal,
                    marks.get(field.as_str()).cloned().unwrap_or_default(),
                )
            })
            .collect()
        };
        for (signal, now) in mounted {
            self.set(signal, now);
        }
        self.notice_entering(present);
    }

    /// Says who came into a field of this page; in a crowd, only into that in which this page is.
    fn notice_entering(&self, present: &[(u64, u32, Presence)]) {
        let lists = &self.0.presences.lists;
        let here = self.0.presences.here.borrow().clone();
        let me = self.0.me.peek().person;
        let is_crowd = lists.count() > CROWD;
        let inside = present.iter().filter_map(|(.., presence)| {
            let place = presence.place.as_ref()?;
            let field = place.field.clone()?;
            let is_mine = here.field.as_ref() == Some(&field);
            let is_near = place.page == here.page && !is_crowd;
            let is_near = (is_mine || is_near) && presence.person != me;
            is_near.then_some(((presence.person, field), is_mine, &presence.name))
        });
        let inside: Vec<_> = inside.collect();
        // What was said and is so no longer does not stay on the page.
        let said = lists.entered.peek().clone();
        let is_old = said.is_some_and(|(name, field)| {
            let mut still = inside.iter();
            !still.any(|((_, at), _, who)| *at == field && **who == name)
        });
        if is_old {
            self.set(lists.entered, None);
        }
        let before = lists
            .inside
            .replace(inside.iter().map(|(who, ..)| who.clone()).collect());
        let news = inside.into_iter().filter(|(who, ..)| !before.contains(who));
        let Some(((_, field), _, name)) = news.max_by_key(|(_, is_mine, _)| *is_mine) else {
            return;
        };
        let now = js_sys::Date::now();
        if now - lists.entered_at.get() >= SILENCE {
            lists.entered_at.set(now);
            self.set(lists.entered, Some((name.clone(), field)));
        }
    }

    fn marks_of(&self, field: &str) -> Vec<Mark> {
        let followed = self.followed_person();
        let present = self.0.presences.present();
        let inside = present.into_iter().filter_map(|(.., presence)| {
            let at = presence.place.and_then(|place| place.field)?;
            (at == field).then_some(Mark {
                name: presence.name,
                color: presence.color,
                is_followed: followed == Some(presence.person),
            })
        });
        inside.collect()
    }
}

/// Who else is in a field, by its path.
pub fn use_marks(field: &str) -> ReadSignal<Vec<Mark>> {
    let session = use_session();
    let registered = use_hook(|| {
        let signal = Signal::new(session.marks_of(field));
        let lists = &session.0.presences.lists;
        let id = lists.next.get();
        lists.next.set(id + 1);
        lists
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
        let mut marks = session.0.presences.lists.marks.borrow_mut();
        if let Some(signals) = marks.get_mut(field) {
            signals.retain(|(other, _)| other != id);
            if signals.is_empty() {
                marks.remove(field);
            }
        }
    });
    signal.into()
}
