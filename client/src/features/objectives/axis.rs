//! An axis: its name and project, written in place, and the cards that stand under it.

use super::{
    board::{Board, add_objective, group_name},
    card::Card,
    tools::AxisMenu,
};
use crate::features::indicators::keep_one_line;
use crate::field::TextField;
use crate::rest::Later;
use crate::session::{Watch, use_session, use_watch};
use crate::ui::{DragHandle, Icon, Shape, is_repeated};
use dioxus::prelude::*;
use jalon_shared::{AxisId, Field, ObjectiveId};
use jalon_view::{args, words::use_words};

/// One axis, or what has none.
#[component]
pub(super) fn AxisSection(
    axis: Option<AxisId>,
    /// The objectives to show, in order.
    shown: Vec<ObjectiveId>,
    /// How many there are, shown or not.
    total: usize,
    /// Every axis, in order.
    order: Vec<AxisId>,
) -> Element {
    let board = use_context::<Board>();
    let color = use_color(axis);
    let hue = axis.map_or_else(String::new, |_| format!("axis-{}", color()));
    let drop = axis.map_or("", |axis| board.axes.class(axis.uuid()));
    let group = group_name(axis);
    let inside = board.cards.group_class(&group);
    rsx! {
        section {
            class: "axis {hue} {drop}",
            aria_labelledby: "axis-{group}-title",
            "data-sort-item": axis.map(|axis| board.axes.item(axis.uuid())),
            match axis {
                Some(axis) => rsx! { AxisHead { axis, color: color(), order } },
                None => rsx! { NoAxisHead {} },
            }
            div { class: "cards {inside}", "data-sort-group": board.cards.group(&group),
                for id in shown.iter().copied() {
                    Card { key: "{id}", id, axis, neighbours: shown.clone() }
                }
                Foot { axis, total, is_filtered: shown.len() < total && shown.is_empty() }
            }
        }
    }
}

fn use_color(axis: Option<AxisId>) -> ReadSignal<u8> {
    let watch = axis.map_or(Watch::Any(Vec::new()), |axis| {
        Watch::Field(axis.field(Field::Color))
    });
    use_watch(watch, move |workspace| {
        axis.and_then(|axis| workspace.axis(axis))
            .map_or(0, |axis| axis.color)
    })
}

#[component]
fn AxisHead(axis: AxisId, color: u8, order: Vec<AxisId>) -> Element {
    let words = use_words();
    let session = use_session();
    let board = use_context::<Board>();
    let label = use_label(axis);
    let may_write = session.may_write();
    rsx! {
        header { class: "axis-head", id: "axis-{axis}",
            if may_write {
                DragHandle { sorting: board.axes, id: axis.uuid() }
            } else {
                span { class: "dot" }
            }
            // The name is written in the field; the heading says it to whoever walks through headings.
            h2 { class: "visually-hidden", id: "axis-{axis}-title", {label.read().clone()} }
            div { class: "axis-words",
                onkeydown: keep_one_line,
                TextField {
                    field: axis.field(Field::Label),
                    label: words.t("axis-label"),
                    placeholder: words.t("axis-label-placeholder"),
                    hide_label: true,
                    multiline: true,
                    rows: 1,
                    class: "bare one-line axis-label",
                    id: "axis-{axis}-label",
                }
                TextField {
                    field: axis.field(Field::Project),
                    label: words.t("axis-project"),
                    placeholder: words.t("axis-project-placeholder"),
                    hide_label: true,
                    class: "bare axis-project",
                }
            }
            if may_write {
                Later { place: "icon-button",
                    AxisMenu { axis, color, order }
                }
            }
        }
    }
}

#[component]
fn NoAxisHead() -> Element {
    let words = use_words();
    rsx! {
        header { class: "axis-head is-none",
            div { class: "axis-words",
                h2 { id: "axis-none-title", {words.t("axis-none")} }
                p { class: "hint", {words.t("axis-none-hint")} }
            }
        }
    }
}

/// What stands under the cards: an encouragement when there are none, and the way to add one.
#[component]
fn Foot(axis: Option<AxisId>, total: usize, is_filtered: bool) -> Element {
    let words = use_words();
    let session = use_session();
    let board = use_context::<Board>();
    let may_write = session.may_write();
    rsx! {
        if is_filtered {
            p { class: "hint", {words.t("objectives-filter-none-here")} }
        }
        if total == 0 {
            div { class: "axis-empty",
                p { strong { {words.t("axis-empty")} } }
                p { class: "hint", {words.t("axis-empty-hint")} }
            }
        }
        if may_write {
            AddButton { axis, on_add: move |()| add_objective(&session, board, axis) }
        }
    }
}

#[component]
fn AddButton(axis: Option<AxisId>, on_add: EventHandler<()>) -> Element {
    let words = use_words();
    let watch = axis.map_or(Watch::Any(Vec::new()), |axis| {
        Watch::Field(axis.field(Field::Label))
    });
    let label = use_watch(watch, move |workspace| {
        axis.and_then(|axis| workspace.text(&axis.field(Field::Label)))
    });
    let name = match &*label.read() {
        Some(label) if !label.trim().is_empty() => {
            words.t_with("objective-add-to", args![label => label.trim().to_owned()])
        }
        Some(_) => words.t_with("objective-add-to", args![label => words.t("axis-unnamed")]),
        None => words.t("objective-add-loose"),
    };
    rsx! {
        button { class: "button quiet add-objective", r#type: "button", aria_label: "{name}",
            onclick: move |event| {
                if !is_repeated(&event) {
                    on_add.call(());
                }
            },
            Icon { shape: Shape::Add }
            {words.t("objective-add")}
        }
    }
}

/// The name of an axis, or that it has none yet.
pub(super) fn use_label(axis: AxisId) -> ReadSignal<String> {
    let words = use_words();
    use_watch(Watch::Field(axis.field(Field::Label)), move |workspace| {
        let label = workspace
            .text(&axis.field(Field::Label))
            .unwrap_or_default();
        if label.trim().is_empty() {
            words.t("axis-unnamed")
        } else {
            label.trim().to_owned()
        }
    })
}
