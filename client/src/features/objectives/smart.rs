//! The notes of the five letters of SMART, folded until somebody wants them.

use crate::field::TextField;
use crate::session::{Watch, use_watch};
use dioxus::prelude::*;
use jalon_shared::{Field, ObjectiveId};
use jalon_view::{args, words::use_words};

/// The letters, and the field of each one's note.
const LETTERS: [(char, Field); 5] = [
    ('S', Field::Specific),
    ('M', Field::Measurable),
    ('A', Field::Achievable),
    ('R', Field::Relevant),
    ('T', Field::TimeBound),
];

#[component]
pub(super) fn Smart(id: ObjectiveId) -> Element {
    let words = use_words();
    let watches = LETTERS
        .iter()
        .map(|(_, field)| Watch::Field(id.field(field.clone())))
        .collect();
    let filled = use_watch(Watch::Any(watches), move |workspace| {
        let is_filled = |field: &Field| {
            workspace
                .text(&id.field(field.clone()))
                .is_some_and(|note| !note.trim().is_empty())
        };
        LETTERS.iter().filter(|(_, field)| is_filled(field)).count()
    });
    rsx! {
        details { class: "smart",
            summary {
                span { class: "smart-title", {words.t("objective-smart")} }
                span { class: "smart-letters", aria_hidden: true,
                    for (letter, field) in LETTERS.iter() {
                        Letter { key: "{letter}", id, letter: *letter, field: field.clone() }
                    }
                }
                span { class: "hint", {words.t_with("objective-smart-filled", args![count => filled()])} }
            }
            p { class: "hint", {words.t("objective-smart-hint")} }
            for (letter, field) in LETTERS.iter() {
                div { key: "{letter}", class: "smart-note",
                    span { class: "smart-letter", aria_hidden: true, {letter.to_string()} }
                    TextField {
                        field: id.field(field.clone()),
                        label: words.t(&format!("objective-smart-{}", field.name())),
                        placeholder: words.t(&format!("objective-smart-{}-hint", field.name())),
                        multiline: true,
                        rows: 1,
                    }
                }
            }
        }
    }
}

/// A letter of the summary, filled in when it has a note.
#[component]
fn Letter(id: ObjectiveId, letter: char, field: Field) -> Element {
    let field = id.field(field);
    let filled = use_watch(Watch::Field(field.clone()), move |workspace| {
        workspace
            .text(&field)
            .is_some_and(|note| !note.trim().is_empty())
    });
    rsx! {
        span { class: if filled() { "smart-letter is-filled" } else { "smart-letter" }, "{letter}" }
    }
}
