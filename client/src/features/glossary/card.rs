//! The card of a term: a brief view to read, and all of its fields once it is open.

use super::{
    book::{Book, card_id},
    brief::Brief,
    details::Details,
    search::{headword, is_missing},
};
use crate::{
    features::{binning::send_to_bin, talk::TalkButton},
    session::{Watch, use_session, use_watch},
    ui::{DragHandle, Icon, Menu, MenuItem, MoveButtons, Shape, Sorting, sortable::stepped},
};
use dioxus::prelude::*;
use jalon_shared::{Command, Subject, TermId, glossary::TermStatus};
use jalon_view::{args, words::use_words};
use uuid::Uuid;

/// The chip of a status.
pub(super) fn status_class(status: TermStatus) -> &'static str {
    match status {
        TermStatus::Proposed => "chip unknown",
        TermStatus::InDebate => "chip pole",
        TermStatus::Agreed => "chip good",
    }
}

/// `neighbours` are the terms among which it can be moved; none when it cannot.
#[component]
pub(super) fn Card(id: TermId, sorting: Sorting, neighbours: Vec<Uuid>) -> Element {
    let words = use_words();
    let session = use_session();
    let book = use_context::<Book>();
    let mut open = book.open;
    let read = use_watch(Watch::Entity(id.into()), move |workspace| {
        workspace.term(id)
    });
    let Some(term) = read.read().clone() else {
        return rsx! {};
    };
    let languages = book.languages.read().clone();
    let name = headword(&term, &languages);
    let name = if name.is_empty() {
        words.t("glossary-term-unnamed")
    } else {
        name
    };
    let is_open = open.read().contains(&id);
    let missing: Vec<String> = languages
        .iter()
        .filter(|lang| is_missing(&term, lang))
        .map(|lang| words.lang(lang))
        .collect();
    let position = neighbours.iter().position(|other| *other == id.uuid());
    let (mover, deleter) = (session.clone(), session.clone());
    let may_write = session.may_write();
    let count = neighbours.len();
    let deleted = words.t_with("glossary-deleted", args![term => name.clone()]);
    let toggle_key = if is_open {
        "glossary-close-named"
    } else {
        "glossary-open-named"
    };
    rsx! {
        article { id: card_id(id), class: if is_open { "card term-card is-open {sorting.class(id.uuid())}" } else { "card term-card {sorting.class(id.uuid())}" },
            aria_label: name.clone(),
            "data-sort-item": sorting.item(id.uuid()),
            h2 { class: "visually-hidden", "{name}" }
            header { class: "row term-head",
                if position.is_some() { DragHandle { sorting, id: id.uuid() } }
                span { class: status_class(term.status), {words.choice(term.status)} }
                span { class: "hint term-subject", {term.subject_field.clone()} }
                if !missing.is_empty() {
                    span { class: "hint term-missing", {words.t_with("glossary-missing", args![languages => missing.join(", ")])} }
                }
                span { class: "grow" }
                if let Some(position) = position {
                    MoveButtons { name: name.clone(), position, count,
                        on_move: move |by| {
                            if let Some(place) = stepped(&neighbours, id.uuid(), by) {
                                mover.send(Command::Move { entity: id.into(), place });
                            }
                        },
                    }
                }
                button { class: "button quiet small", r#type: "button", aria_expanded: is_open,
                    aria_label: words.t_with(toggle_key, args![term => name.clone()]),
                    onclick: move |_| {
                        let mut open = open.write();
                        if !open.remove(&id) { open.insert(id); }
                    },
                    Icon { shape: if is_open { Shape::Up } else { Shape::Down } }
                    {words.t(if is_open { "glossary-close" } else { "glossary-open" })}
                }
                TalkButton { about: Subject::from(id) }
                if may_write {
                    Menu { label: words.t_with("glossary-more", args![term => name.clone()]),
                        MenuItem { shape: Shape::Trash, danger: true,
                            on_pick: move |()| {
                                send_to_bin(&deleter, id.into(), deleted.clone());
                            },
                            {words.t("glossary-delete")}
                        }
                    }
                }
            }
            if is_open {
                Details { term: term.clone() }
            } else {
                Brief { term: term.clone() }
            }
        }
    }
}
