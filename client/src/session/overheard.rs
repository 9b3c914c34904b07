//! What others do, told to whoever listens to the page: not each key, but once in a while how much it was.
//! It can be turned off in the menu, for this browser.

use super::Session;
use gloo_timers::future::TimeoutFuture;
use jalon_shared::Change;
use jalon_view::{args, words::Words};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeSet,
};

/// How long changes are gathered before they are told, in milliseconds: time for a sentence, and for a pause.
const GATHER: u32 = 12_000;
/// Where this browser keeps that nothing is to be told.
const QUIET: &str = "jalon_quiet";

/// What was not told yet.
#[derive(Default)]
pub(super) struct Overheard {
    /// Each place that changed, once.
    places: RefCell<BTreeSet<String>>,
    is_gathering: Cell<bool>,
}

/// Whether this browser tells what others do.
pub fn is_told() -> bool {
    let quiet = crate::ui::storage().and_then(|storage| storage.get_item(QUIET).ok().flatten());
    quiet.is_none()
}

/// Remembers whether it does.
pub fn tell(told: bool) {
    if let Some(storage) = crate::ui::storage() {
        let _ = if told {
            storage.remove_item(QUIET)
        } else {
            storage.set_item(QUIET, "1")
        };
    }
}

impl Session {
    /// Notes what came from others.
    pub(super) fn overhear(&self, changes: &[Change]) {
        let overheard = &self.0.overheard;
        overheard
            .places
            .borrow_mut()
            .extend(changes.iter().map(place));
        if changes.is_empty() || overheard.is_gathering.replace(true) {
            return;
        }
        let session = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            TimeoutFuture::new(GATHER).await;
            session.say_overheard();
        });
    }

    fn say_overheard(&self) {
        let overheard = &self.0.overheard;
        overheard.is_gathering.set(false);
        let count = overheard.places.take().len();
        if count == 0 || !is_told() || self.0.closed.get() {
            return;
        }
        let words = Words::of(crate::app::language::preferred());
        let text = match self.peers().as_slice() {
            [only] => words.t_with(
                "overheard-one",
                args![name => only.name.clone(), count => count],
            ),
            others => words.t_with("overheard", args![people => others.len(), count => count]),
        };
        self.toasts().announce(text);
    }
}

/// A name for what changed, the same for each key that is typed there.
fn place(change: &Change) -> String {
    match change {
        Change::Value(field) | Change::Text { field, .. } => field.to_string(),
        Change::List(kind) => format!("{kind:?}"),
        Change::Reading { indicator, period } => format!("{indicator}/{period}"),
        Change::Talk(subject) => format!("{subject:?}"),
        Change::Languages => "languages".to_owned(),
    }
}
