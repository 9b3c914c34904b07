//! A small dot beside what changed, with who and when in words.

use super::board::use_since;
use crate::features::when;
use dioxus::prelude::*;
use jalon_shared::EntityRef;
use jalon_view::{args, words::use_words};

/// Beside a field or a cell.
#[component]
pub fn ChangedMark(path: String) -> Element {
    let since = use_since();
    let told = use_memo(use_reactive!(|path| since.at(&path)));
    let words = use_words();
    match told() {
        Some(told) => {
            let by = words.somebody(&told.name);
            let says = words.t_with(
                "since-mark",
                args![name => by, when => when::told(words, told.at)],
            );
            rsx! {
                span { class: "changed-mark", title: says.clone(), "data-changed": told.path,
                    span { class: "visually-hidden", "{says}" }
                }
            }
        }
        None => rsx! {},
    }
}

/// Beside a card or a row: something in it changed, or all of it is new.
#[component]
pub fn ChangedWithin(entity: EntityRef) -> Element {
    let since = use_since();
    let told = use_memo(use_reactive!(|entity| since.within(entity)));
    let words = use_words();
    match told() {
        Some(told) => {
            let by = words.somebody(&told.name);
            let says = words.t_with(
                "since-mark",
                args![name => by, when => when::told(words, told.at)],
            );
            rsx! {
                span { class: "changed-mark of-card", title: says.clone(), "data-changed-within": "{entity}",
                    span { class: "visually-hidden", "{says}" }
                }
            }
        }
        None => rsx! {},
    }
}
