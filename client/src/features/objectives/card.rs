//! A card: the statement in full, and in one line what else is known of the objective; the details on demand.

use super::{
    board::Board,
    coach::{Coach, CoachLine},
    details::Details,
    tools::CardMenu,
};
use crate::features::{indicators::keep_one_line, mentions::Mentions, talk::TalkButton};
use crate::field::{ChoiceField, TextField};
use crate::rest::Later;
use crate::session::{Watch, use_session, use_watch};
use crate::ui::{DragHandle, Icon, Shape};
use dioxus::prelude::*;
use jalon_shared::{AxisId, Choice, Field, ObjectiveId, Subject, objective::ObjectiveStatus};
use jalon_view::{args, dates, words::use_words};

#[component]
pub(super) fn Card(
    id: ObjectiveId,
    axis: Option<AxisId>,
    /// The cards under the same axis that are shown, in order, this one among them.
    neighbours: Vec<ObjectiveId>,
) -> Element {
    let words = use_words();
    let session = use_session();
    let mut board = use_context::<Board>();
    let is_open = use_memo(move || board.open.read().contains(&id));
    let status = use_watch(Watch::Field(id.field(Field::Status)), move |workspace| {
        workspace
            .objective(id)
            .map(|objective| objective.status)
            .unwrap_or_default()
    });
    let position = neighbours
        .iter()
        .position(|other| *other == id)
        .unwrap_or(0)
        + 1;
    let may_write = session.may_write();
    let drop = board.cards.class(id.uuid());
    let toggle = move |_| {
        let mut open = board.open.write();
        if !open.remove(&id) {
            open.insert(id);
        }
    };
    rsx! {
        article {
            id: "objective-{id}",
            class: if is_open() { "card objective is-open {drop}" } else { "card objective {drop}" },
            aria_label: words.t_with("objective-card", args![number => position]),
            "data-sort-item": board.cards.item(id.uuid()),
            if may_write {
                DragHandle { sorting: board.cards, id: id.uuid() }
            }
            // A statement is one sentence.
            div { class: "objective-main", onkeydown: keep_one_line,
                TextField {
                    field: id.field(Field::Statement),
                    label: words.t("objective-statement"),
                    placeholder: words.t("objective-statement-placeholder"),
                    hide_label: true,
                    multiline: true,
                    rows: 1,
                    class: "bare one-line statement",
                    id: "objective-{id}-statement",
                }
                if !is_open() {
                    Facts { id }
                }
                Mentions { fields: vec![id.field(Field::Statement)], heading: words.t("objective-words") }
                // Beside an open card on a wide page the coach has a place of its own, and the style hides this.
                CoachLine { id, on_open: move |()| { board.open.write().insert(id); } }
            }
            div { class: "objective-tools",
                div { class: "objective-status is-{status.read().word()}",
                    StatusField { id, status: status() }
                }
                button {
                    class: "icon-button disclosure",
                    r#type: "button",
                    aria_expanded: is_open(),
                    aria_controls: "objective-{id}-details",
                    aria_label: words.t(if is_open() { "objective-close" } else { "objective-open" }),
                    title: words.t(if is_open() { "objective-close" } else { "objective-open" }),
                    onclick: toggle,
                    Icon { shape: if is_open() { Shape::Up } else { Shape::Down } }
                }
                Later { place: "icon-button",
                    TalkButton { about: Subject::from(id) }
                }
                if may_write {
                    Later { place: "icon-button",
                        CardMenu { id, axis, neighbours }
                    }
                }
            }
            if is_open() {
                div { class: "objective-details", id: "objective-{id}-details",
                    Later {
                        Details { id }
                        Coach { id }
                    }
                }
            }
        }
    }
}

#[component]
fn StatusField(id: ObjectiveId, status: ObjectiveStatus) -> Element {
    let words = use_words();
    rsx! {
        ChoiceField::<ObjectiveStatus> {
            field: id.field(Field::Status),
            label: words.t("objective-status"),
            current: Some(status),
            hide_label: true,
        }
    }
}

/// What a closed card says in one line.
#[derive(Clone, PartialEq)]
struct Known {
    audience: Option<jalon_shared::objective::Audience>,
    role: String,
    due: Option<jiff::civil::Date>,
    indicators: usize,
}

#[component]
fn Facts(id: ObjectiveId) -> Element {
    let words = use_words();
    let known = use_watch(Watch::Entity(id.into()), move |workspace| {
        let objective = workspace.objective(id)?;
        Some(Known {
            audience: objective.expected_for,
            role: objective.owner_role.trim().to_owned(),
            due: objective.due_date,
            indicators: objective.indicators.len(),
        })
    });
    let known = known.read();
    let Some(known) = known.as_ref() else {
        return rsx! {};
    };
    rsx! {
        ul { class: "facts",
            if let Some(audience) = known.audience {
                li { Icon { shape: Shape::People } {words.choice(audience)} }
            }
            if !known.role.is_empty() {
                li { Icon { shape: Shape::Person } {known.role.clone()} }
            }
            if let Some(due) = known.due {
                li { Icon { shape: Shape::Calendar } {dates::date_short(words, due)} }
            }
            if known.indicators > 0 {
                li { Icon { shape: Shape::Link } {words.t_with("objective-indicators-count", args![count => known.indicators])} }
            }
        }
    }
}
