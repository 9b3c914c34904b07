//! What all that tells of the others' deeds shares: the deeds, and what was looked at.

use super::news::{Told, entity_of};
use crate::{
    api, memory,
    session::{Session, use_session},
    ui::use_window_event,
};
use dioxus::prelude::*;
use jalon_shared::EntityRef;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use wasm_bindgen::JsCast;

/// What is kept in this browser: it is told without a line, too.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
struct Kept {
    deeds: Vec<Told>,
    /// Until when (milliseconds since 1970) what happened to a path was looked at.
    looked: BTreeMap<String, i64>,
}

/// A handle.
#[derive(Clone, Copy)]
pub struct Since {
    kept: Signal<Kept>,
    /// Whether the list is open.
    pub(super) open: Signal<bool>,
}

/// What the others did in the workspace of this page; the frame of the page calls it once.
///
/// A workspace that lives in the page alone has the deeds that are `made_up`.
pub fn use_deeds(made_up: Vec<Told>) -> Since {
    let session = use_session();
    let key = key(&session);
    let kept = use_signal(|| {
        if session.is_alone() {
            return Kept {
                deeds: made_up,
                looked: BTreeMap::new(),
            };
        }
        memory::remembered::<Kept>(&key).unwrap_or_default()
    });
    let open = use_signal(|| false);
    let since = Since { kept, open };
    let mut asked = use_signal(|| false);
    let asker = session.clone();
    use_effect(move || {
        if asker.is_loaded() && !asker.is_alone() && !*asked.peek() {
            asked.set(true);
            let session = asker.clone();
            spawn(async move {
                if let Ok(deeds) = api::activity(session.workspace_id()).await {
                    since.keep(&session, |kept| kept.deeds = deeds);
                }
            });
        }
    });
    // Whoever comes near enough to write has looked.
    use_window_event("focusin", move |event: web_sys::Event| {
        if !since.kept.peek().deeds.is_empty() {
            since.look_around(&session, &event);
        }
    });
    since
}

pub(super) fn use_since() -> Since {
    use_context::<Since>()
}

fn key(session: &Session) -> String {
    memory::own_key(session.workspace_id(), session.me_now().person, "since")
}

impl Since {
    /// All that is told, the newest first; what was looked at stays in the list until all of it was.
    pub fn all(&self) -> Vec<Told> {
        self.kept.read().deeds.clone()
    }

    /// What was not looked at, the newest first.
    pub fn news(&self) -> Vec<Told> {
        let kept = self.kept.read();
        kept.deeds
            .iter()
            .filter(|told| kept.is_news(told))
            .cloned()
            .collect()
    }

    /// Whether one of these was not looked at.
    pub fn has_news(&self, paths: &[String]) -> bool {
        self.newest(|told| paths.contains(&told.path)).is_some()
    }

    /// The newest deed at a path.
    pub fn at(&self, path: &str) -> Option<Told> {
        self.newest(|told| told.path == path)
    }

    /// The newest deed in an entity.
    pub fn within(&self, entity: EntityRef) -> Option<Told> {
        self.newest(|told| entity_of(&told.path) == Some(entity))
    }

    fn newest(&self, is_meant: impl Fn(&Told) -> bool) -> Option<Told> {
        let kept = self.kept.read();
        let mut deeds = kept.deeds.iter();
        deeds
            .find(|told| is_meant(told) && kept.is_news(told))
            .cloned()
    }

    /// These were looked at.
    pub fn look(self, session: &Session, paths: &[String]) {
        self.keep(session, |kept| {
            for told in kept.deeds.iter().filter(|told| paths.contains(&told.path)) {
                let looked = kept.looked.entry(told.path.clone()).or_insert(told.at);
                *looked = told.at.max(*looked);
            }
        });
    }

    /// All of it was looked at; the server remembers it for other devices.
    pub fn look_at_all(self, session: &Session) {
        let until = self.kept.peek().deeds.iter().map(|told| told.at).max();
        self.keep(session, |kept| *kept = Kept::default());
        let Some(until) = until else { return };
        let id = session.workspace_id();
        spawn(async move {
            // Without a line the list comes back, once.
            let _ = api::looked(id, until).await;
        });
    }

    fn keep(self, session: &Session, change: impl FnOnce(&mut Kept)) {
        let mut kept = self.kept;
        let mut now = kept.peek().clone();
        change(&mut now);
        if *kept.peek() != now && session.is_alone() {
            kept.set(now);
        } else if *kept.peek() != now {
            memory::remember(&key(session), &now);
            kept.set(now);
        }
    }

    /// The keyboard came somewhere: what is marked there was looked at.
    fn look_around(self, session: &Session, event: &web_sys::Event) {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let Some(target) = target else { return };
        let around = |selector: &str| target.closest(selector).ok().flatten();
        let mut paths = Vec::new();
        if let Some(field) = around(".field, td") {
            paths.extend(marked(&field, "data-changed"));
        }
        if let Some(card) = around("article, tr") {
            // The card itself, and not its fields.
            paths.extend(marked(&card, "data-changed-within"));
        }
        if !paths.is_empty() {
            self.look(session, &paths);
        }
    }
}

impl Kept {
    fn is_news(&self, told: &Told) -> bool {
        self.looked
            .get(&told.path)
            .is_none_or(|looked| *looked < told.at)
    }
}

/// The paths that elements in here say have changed.
fn marked(around: &web_sys::Element, attribute: &str) -> Vec<String> {
    let Ok(found) = around.query_selector_all(&format!("[{attribute}]")) else {
        return Vec::new();
    };
    let elements = (0..found.length()).filter_map(|index| found.item(index));
    let elements = elements.filter_map(|node| node.dyn_into::<web_sys::Element>().ok());
    elements
        .filter_map(|element| element.get_attribute(attribute))
        .collect()
}
