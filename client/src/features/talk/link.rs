//! The address of a thread: it leads to the page of what the thread is about, and opens it there.

use super::{
    board::{View, use_talking},
    place,
};
use crate::session::use_session;
use dioxus::prelude::*;
use jalon_shared::{ThreadId, WorkspaceId};
use jalon_view::words::use_words;

#[component]
pub fn ThreadLink(id: WorkspaceId, thread: ThreadId) -> Element {
    let words = use_words();
    let session = use_session();
    let talking = use_talking();
    let navigator = use_navigator();
    let _ = id;
    use_effect(use_reactive!(|thread| {
        let threads = talking.threads.read();
        if let Some(found) = threads.iter().find(|one| one.id == thread) {
            let (about, mut view) = (found.about, talking.view);
            view.set(Some(View::About(about, Some(thread))));
            navigator.replace(place::route(&session, about));
        }
    }));
    rsx! {
        div { class: "page", p { class: "muted", role: "status", {words.t("talk-link-searching")} } }
    }
}
