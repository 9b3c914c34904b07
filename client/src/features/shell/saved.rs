//! Whether what was typed is safe, in a word and a shape; and a line for everybody while the server's disk
//! takes nothing.

use crate::{
    session::{outbox::Saved, use_session},
    ui::{Icon, Shape},
};
use dioxus::prelude::*;
use jalon_view::words::use_words;

#[component]
pub fn SavedStatus() -> Element {
    let words = use_words();
    let session = use_session();
    let (key, kind, shape) = match session.saved() {
        Saved::Connecting => ("saved-connecting", "waiting", None),
        Saved::Saved => ("saved-yes", "good", Some(Shape::Check)),
        Saved::Saving => ("saved-soon", "waiting", None),
        Saved::Away => ("saved-away", "offline", Some(Shape::Offline)),
        Saved::Offline => ("saved-offline", "offline", Some(Shape::Offline)),
        Saved::OfflineUnkept => ("saved-unkept", "unkept", Some(Shape::Warning)),
        Saved::Held => ("saved-held", "offline", Some(Shape::Warning)),
        Saved::HeldUnkept => ("saved-held-unkept", "unkept", Some(Shape::Warning)),
        Saved::Refused => ("saved-refused", "unkept", Some(Shape::Warning)),
    };
    let hint = words.t(&format!("{key}-hint"));
    rsx! {
        p { class: "saved saved-{kind}", role: "status", title: "{hint}",
            if let Some(shape) = shape {
                Icon { shape }
            } else {
                span { class: "saved-dot", "aria-hidden": "true" }
            }
            span { class: "saved-text", {words.t(key)} }
        }
    }
}

/// What everybody is told while the server cannot write. The place of it is always there, so that a screen
/// reader says what comes into it.
#[component]
pub fn StorageNote() -> Element {
    let words = use_words();
    let session = use_session();
    let text = match session.saved() {
        Saved::HeldUnkept => "storage-text-unkept",
        _ => "storage-text",
    };
    rsx! {
        div { class: "storage-status", role: "status",
            if session.is_unwritable() {
                // On a phone it would hide half of the page: it folds.
                details { class: "note warning storage-note", open: crate::ui::is_wide(),
                    summary { class: "label", {words.t("storage-title")} }
                    if session.may_write() {
                        p { {words.t(text)} }
                    }
                    p { {words.t("storage-tell")} }
                }
            }
        }
    }
}
