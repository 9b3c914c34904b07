//! What this browser remembers between pages and for when there is no network: who I was, answers of the server, and
//! whether something waits to be sent.

use crate::{api::MeHere, session::Me};
use jalon_shared::{PersonId, WorkspaceId};
use serde::{Serialize, de::DeserializeOwned};

/// Where the last answer about me is kept.
const ME: &str = "jalon_me";

/// Keeps an answer for when there is no network.
pub fn remember<T: Serialize>(key: &str, value: &T) {
    if let (Some(storage), Ok(text)) = (crate::ui::storage(), serde_json::to_string(value)) {
        let _ = storage.set_item(key, &text);
    }
}

/// What was kept.
pub fn remembered<T: DeserializeOwned>(key: &str) -> Option<T> {
    let text = crate::ui::storage()?.get_item(key).ok()??;
    serde_json::from_str(&text).ok()
}

/// Forgets what was kept.
pub fn forget(key: &str) {
    if let Some(storage) = crate::ui::storage() {
        let _ = storage.remove_item(key);
    }
}

/// The key of what is kept for somebody in a workspace; it goes with [`forget_everybody`].
pub fn own_key(id: WorkspaceId, person: PersonId, what: &str) -> String {
    format!("{ME}/{id}/{person}/{what}")
}

/// Whether somebody's copy of a workspace holds what the server does not have.
pub fn is_waiting(id: WorkspaceId, person: PersonId) -> bool {
    remembered(&waiting_key(id, person)).unwrap_or(false)
}

pub fn remember_waiting(id: WorkspaceId, person: PersonId, waits: bool) {
    if waits {
        remember(&waiting_key(id, person), &true);
    } else {
        forget(&waiting_key(id, person));
    }
}

fn waiting_key(id: WorkspaceId, person: PersonId) -> String {
    format!("jalon_to_send/{id}/{person}")
}

/// Where one page leaves a word that the next one says.
const SAID_NEXT: &str = "jalon_said_next";

/// The next page says the message of this key.
pub fn say_next(key: &str) {
    remember(SAID_NEXT, &key);
}

/// What the page before left to be said.
pub fn said_before() -> Option<String> {
    let key = remembered(SAID_NEXT);
    forget(SAID_NEXT);
    key
}

/// Forgets who was signed in, here and in each workspace.
pub fn forget_everybody() {
    let Some(storage) = crate::ui::storage() else {
        return;
    };
    let keys: Vec<String> = (0..storage.length().unwrap_or(0))
        .filter_map(|index| storage.key(index).ok()?)
        .collect();
    for key in keys.iter().filter(|key| key.starts_with(ME)) {
        let _ = storage.remove_item(key);
    }
}

/// Who I was in a workspace when the server last said so.
pub fn remember_me(id: WorkspaceId, me: &Me) {
    remember(&format!("{ME}/{id}"), me);
}

pub fn remembered_me(id: WorkspaceId) -> Option<Me> {
    remembered(&format!("{ME}/{id}"))
}

pub fn forget_me(id: WorkspaceId) {
    forget(&format!("{ME}/{id}"));
}

/// Who is signed in, kept for when there is no network.
pub fn remember_here(me: &MeHere) {
    remember(ME, me);
}

pub fn remembered_here() -> Option<MeHere> {
    remembered(ME)
}
