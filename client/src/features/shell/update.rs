//! A line that says that there is a new version of the program; whoever writes goes on writing.

use crate::session::use_session;
use dioxus::prelude::*;
use jalon_view::words::use_words;

/// Its place is always there, so that a screen reader says what comes into it.
#[component]
pub fn UpdateNote() -> Element {
    let words = use_words();
    let session = use_session();
    let mut is_later = use_signal(|| false);
    let is_shown = session.is_outdated() && !is_later();
    rsx! {
        div { class: "update-status", role: "status",
            if is_shown {
                div { class: "note update-note",
                    p { {words.t("update-ready")} }
                    button { class: "button small", r#type: "button", onclick: move |_| session.reload_when_kept(), {words.t("update-reload")} }
                    button { class: "button quiet small", r#type: "button", onclick: move |_| is_later.set(true), {words.t("update-later")} }
                }
            }
        }
    }
}
