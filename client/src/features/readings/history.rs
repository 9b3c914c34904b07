//! What was entered in a cell before, and the choice between values that were entered at the same time.

use super::{cell::record, place::Place, shown::in_words};
use crate::{features::when, session::use_session};
use dioxus::prelude::*;
use jalon_shared::{Indicator, Reading, ReadingEntry, ReadingId};
use jalon_view::{args, words::use_words};

/// Two values or more for one cell: recording the chosen one again replaces them all.
#[component]
pub(super) fn Disputed(place: Place, indicator: Indicator, reading: Reading) -> Element {
    let words = use_words();
    let session = use_session();
    let may_write = session.may_write();
    let entries = std::iter::once(&reading.current)
        .chain(&reading.others)
        .cloned();
    rsx! {
        div { class: "note warning reading-choices", role: "group", aria_label: words.t("readings-choose"),
            p { strong { {words.t("readings-choose")} } }
            for entry in entries {
                {
                    let session = session.clone();
                    let value = in_words(&entry.measure, &indicator, words);
                    let told = when::told(words, entry.at);
                    rsx! {
                        div { key: "{entry.id}", class: "reading-choice",
                            span {
                                strong { "{value}" }
                                " "
                                span { class: "muted", {words.t_with("readings-by", args![name => words.somebody(&entry.by_name), when => told])} }
                                if !entry.comment.trim().is_empty() { span { class: "hint", " – {entry.comment}" } }
                            }
                            if may_write {
                                button { class: "button small", r#type: "button",
                                    onclick: move |_| record(&session, place, entry.measure.clone(), entry.comment.clone()),
                                    {words.t_with("readings-keep", args![value => value])}
                                }
                            }
                        }
                    }
                }
            }
            p { class: "hint", {words.t("readings-choose-hint")} }
        }
    }
}

/// Every entry of a cell, newest first.
#[component]
pub(super) fn History(
    entries: Vec<ReadingEntry>,
    current: Option<ReadingId>,
    indicator: Indicator,
) -> Element {
    let words = use_words();
    let count = entries.len();
    rsx! {
        details { class: "reading-editor-section",
            summary { class: "label", {words.t_with("readings-history-count", args![count => count])} }
            if entries.is_empty() {
                p { class: "hint", {words.t("readings-history-empty")} }
            } else {
                ol { class: "reading-history",
                    for entry in entries {
                        li { key: "{entry.id}", class: if current == Some(entry.id) { "is-current" },
                            strong { {in_words(&entry.measure, &indicator, words)} }
                            " "
                            span { class: "muted",
                                {words.t_with("readings-by", args![name => words.somebody(&entry.by_name), when => when::told(words, entry.at)])}
                            }
                            if current == Some(entry.id) { span { class: "muted", " · " {words.t("readings-history-current")} } }
                            if !entry.comment.trim().is_empty() { p { class: "hint", {entry.comment.clone()} } }
                        }
                    }
                }
            }
        }
    }
}
