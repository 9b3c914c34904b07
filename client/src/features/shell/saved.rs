//! Whether what was typed is safe, in a word and a shape.

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
        Saved::Offline => ("saved-offline", "offline", Some(Shape::Offline)),
        Saved::OfflineUnkept => ("saved-unkept", "unkept", Some(Shape::Warning)),
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
