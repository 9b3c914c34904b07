//! What is said beside a field: whether its words are on this device alone, just saved, or not shared.
//!
//! Whoever types on a good line sees none of it. A key changes nothing here but the first that stays behind, so that
//! typing draws nothing anew.

use super::{Session, Standing, outbox::Kept, use_session};
use dioxus::prelude::*;
use gloo_timers::future::TimeoutFuture;
use jalon_shared::protocol::Refusal;
use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    rc::Rc,
};

/// What waits longer than this for its acknowledgement, in milliseconds, is said to be on this device alone.
const LATE: u32 = 2_500;
/// How long it is said that something was saved, in milliseconds.
const BRIEFLY: u32 = 4_000;

/// What is to be said beside a field.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum FieldState {
    #[default]
    Quiet,
    /// Its words are kept on this device alone.
    Here,
    /// They live as long as this page.
    InPage,
    /// They reached the server just now.
    Saved,
    /// The server does not take them.
    Refused(Refusal),
}

type MountedState = (u64, Signal<FieldState>);

#[derive(Default)]
pub(super) struct States {
    /// What is said, by the path of the field; whatever is not in it is quiet.
    said: RefCell<HashMap<String, FieldState>>,
    mounted: RefCell<HashMap<String, Vec<MountedState>>>,
    next: Cell<u64>,
    /// Whether it is looked again later at what waits.
    looking: Cell<bool>,
    /// How often something was said to be saved: the last time ends it.
    saved: Cell<u32>,
    /// Whether what was refused was saved as a file.
    taken_along: Cell<bool>,
}

impl Session {
    /// Says beside each field what holds for it now.
    pub(super) fn refresh_states(&self) {
        let states = &self.0.states;
        let late = crate::ui::now() - i64::from(LATE);
        let mut now = HashMap::new();
        let mut just_saved = false;
        {
            let outbox = self.0.outbox.borrow();
            if outbox.is_waiting_since(late) && !states.looking.replace(true) {
                self.look_later();
            }
            let here = match self.kept() {
                Kept::Never => FieldState::InPage,
                Kept::Yes | Kept::Writing => FieldState::Here,
            };
            now.extend(
                outbox
                    .told(late)
                    .into_iter()
                    .map(|place| (place.to_owned(), here)),
            );
            if let Standing::Refused(reason) = *self.0.standing.peek() {
                let refused = FieldState::Refused(reason);
                now.extend(outbox.refused().map(|place| (place.to_owned(), refused)));
            }
            for (place, before) in states.said.borrow().iter() {
                if !now.contains_key(place) && *before != FieldState::Quiet {
                    just_saved |= *before != FieldState::Saved;
                    now.insert(place.clone(), FieldState::Saved);
                }
            }
        }
        self.say(now);
        if just_saved {
            self.stop_saying_saved();
        }
    }

    /// Whether words would be lost with this page: nobody has them and this browser does not keep them yet, or they
    /// were refused and nobody took them along. What waits for a line in this browser's own database is not lost.
    pub(super) fn would_lose(&self) -> bool {
        let outbox = self.0.outbox.borrow();
        let is_refused = outbox.is_refused() && !self.0.states.taken_along.get();
        outbox.is_dirty() && (is_refused || self.kept() != Kept::Yes)
    }

    /// What was refused was saved as a file.
    pub fn note_taken_along(&self) {
        self.0.states.taken_along.set(true);
    }

    pub(super) fn say(&self, now: HashMap<String, FieldState>) {
        let states = &self.0.states;
        let before = states.said.replace(now);
        let said = states.said.borrow();
        let state =
            |all: &HashMap<String, FieldState>, place| all.get(place).copied().unwrap_or_default();
        let changed: Vec<(Signal<FieldState>, FieldState)> = {
            let mounted = states.mounted.borrow();
            before
                .keys()
                .chain(said.keys())
                .filter(|place| state(&before, *place) != state(&said, *place))
                .flat_map(|place| {
                    let signals = mounted.get(place).into_iter().flatten();
                    signals.map(|(_, signal)| (*signal, state(&said, place)))
                })
                .collect()
        };
        drop(said);
        for (signal, state) in changed {
            self.set(signal, state);
        }
    }

    fn look_later(&self) {
        let session = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            TimeoutFuture::new(LATE).await;
            session.0.states.looking.set(false);
            if !session.0.closed.get() {
                session.refresh_saved();
            }
        });
    }

    fn stop_saying_saved(&self) {
        let states = &self.0.states;
        let mine = states.saved.get().wrapping_add(1);
        states.saved.set(mine);
        let session = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            TimeoutFuture::new(BRIEFLY).await;
            let states = &session.0.states;
            if states.saved.get() == mine && !session.0.closed.get() {
                let mut now = states.said.borrow().clone();
                now.retain(|_, state| *state != FieldState::Saved);
                session.say(now);
            }
        });
    }
}

/// What is to be said beside a field, by its path.
pub fn use_field_state(field: &str) -> ReadSignal<FieldState> {
    let session = use_session();
    let registered = use_hook(|| {
        let states = &session.0.states;
        let now = states.said.borrow().get(field).copied();
        let signal = Signal::new(now.unwrap_or_default());
        let id = states.next.get();
        states.next.set(id + 1);
        let mut mounted = states.mounted.borrow_mut();
        mounted
            .entry(field.to_owned())
            .or_default()
            .push((id, signal));
        Rc::new((id, field.to_owned(), signal))
    });
    let signal = registered.2;
    use_drop(move || {
        let (id, field, _) = &*registered;
        let mut mounted = session.0.states.mounted.borrow_mut();
        if let Some(signals) = mounted.get_mut(field) {
            signals.retain(|(other, _)| other != id);
            if signals.is_empty() {
                mounted.remove(field);
            }
        }
    });
    signal.into()
}
