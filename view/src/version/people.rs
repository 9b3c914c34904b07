//! What was decided, and who took part, in a frozen version.

use crate::{dashboard::Decisions, words::use_words};
use dioxus::prelude::*;
use jalon_shared::version::{Participant, Sealed};
use std::sync::Arc;

#[component]
pub fn DecisionsTaken(sealed: Arc<Sealed>) -> Element {
    let content = &sealed.version.content;
    let names: Vec<_> = content
        .indicators
        .iter()
        .map(|indicator| (indicator.id, indicator.name.clone()))
        .collect();
    rsx! { Decisions { decisions: content.decisions.clone(), names } }
}

/// Everybody with what they could do, in the order of their names: nobody is ranked.
#[component]
pub fn Participants(participants: Vec<Participant>) -> Element {
    let words = use_words();
    if participants.is_empty() {
        return rsx! { p { class: "hint", {words.t("version-no-participant")} } };
    }
    let mut participants = participants;
    participants.sort_by_key(|participant| participant.name.to_lowercase());
    rsx! {
        ul { class: "participants",
            for participant in participants {
                li {
                    strong { {words.somebody(&participant.name)} }
                    " " span { class: "muted", {words.role(participant.role)} }
                }
            }
        }
    }
}
