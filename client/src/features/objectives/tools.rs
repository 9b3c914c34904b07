//! What can be done with a card or an axis besides writing in it: order, colour, moving elsewhere, deleting.

use super::groups::take_to;
use crate::features::{
    binning::{BinItem, in_short, send_to_bin},
    steps::Steps,
};
use crate::session::{Watch, use_session, use_watch};
use crate::ui::{Menu, MenuItem, Shape};
use dioxus::prelude::*;
use jalon_shared::{
    Axis, AxisId, Command, EntityKind, EntityRef, Field, ObjectiveId, Place, Value,
};
use jalon_view::{
    args,
    words::{Words, use_words},
};
use uuid::Uuid;

/// The actions of one objective.
#[component]
pub(super) fn CardMenu(
    id: ObjectiveId,
    axis: Option<AxisId>,
    neighbours: Vec<ObjectiveId>,
) -> Element {
    let words = use_words();
    let ids: Vec<Uuid> = neighbours.iter().map(|id| id.uuid()).collect();
    rsx! {
        Menu { label: words.t("objective-menu"), class: "objective-menu",
            Steps { entity: EntityRef::from(id), ids, up: words.t("objective-up"), down: words.t("objective-down") }
            OtherAxes { id, axis }
            BinItem { name: id.field(Field::Statement), prefix: "objective" }
        }
    }
}

/// The other axes, where the objective may go.
#[component]
fn OtherAxes(id: ObjectiveId, axis: Option<AxisId>) -> Element {
    let words = use_words();
    let session = use_session();
    let axes = use_watch(Watch::Kind(EntityKind::Axis), |workspace| {
        workspace
            .axes()
            .into_iter()
            .filter_map(|id| workspace.axis(id))
            .collect::<Vec<_>>()
    });
    let mut offers: Vec<(Option<AxisId>, String)> = axes
        .read()
        .iter()
        .map(|axis| (Some(axis.id), name_of(words, axis)))
        .collect();
    offers.push((None, words.t("axis-none")));
    offers.retain(|(other, _)| *other != axis);
    if offers.is_empty() {
        return rsx! {};
    }
    rsx! {
        div { class: "menu-part", role: "group", aria_label: words.t("objective-change-axis"),
            p { class: "menu-title", aria_hidden: true, {words.t("objective-change-axis")} }
            for (other, label) in offers {
                MenuItem {
                    key: "{label}",
                    on_pick: {
                        let (session, label) = (session.clone(), label.clone());
                        move |()| {
                            session.send_all(take_to(id, other, Place::Last));
                            session.toasts().announce(words.t_with("objective-moved-to", args![label => label.clone()]));
                        }
                    },
                    "{label}"
                }
            }
        }
    }
}

/// The actions of one axis.
#[component]
pub(super) fn AxisMenu(axis: AxisId, color: u8, order: Vec<AxisId>) -> Element {
    let words = use_words();
    let session = use_session();
    let ids: Vec<Uuid> = order.iter().map(|id| id.uuid()).collect();
    let delete = session.clone();
    rsx! {
        Menu { label: words.t("axis-menu"), class: "axis-menu",
            Steps { entity: EntityRef::from(axis), ids, up: words.t("axis-up"), down: words.t("axis-down") }
            div { class: "menu-part", role: "group", aria_label: words.t("axis-color"),
                p { class: "menu-title", aria_hidden: true, {words.t("axis-color")} }
                div { class: "swatches",
                    for other in 0..Axis::COLORS {
                        button {
                            key: "{other}",
                            class: "swatch axis-{other}",
                            r#type: "button",
                            role: "menuitemradio",
                            aria_checked: other == color,
                            aria_label: words.t(&format!("axis-color-{other}")),
                            title: words.t(&format!("axis-color-{other}")),
                            onclick: {
                                let session = session.clone();
                                move |_| session.send(Command::Set { field: axis.field(Field::Color), value: Value::from(other) })
                            },
                        }
                    }
                }
            }
            MenuItem {
                shape: Shape::Trash,
                danger: true,
                on_pick: move |()| {
                    let label = delete.read(|workspace| workspace.axis(axis)).map(|axis| name_of(words, &axis)).unwrap_or_default();
                    let is_empty = delete.read(|workspace| {
                        let mut objectives = workspace.objectives().into_iter().filter_map(|id| workspace.objective(id));
                        !objectives.any(|objective| objective.axis == Some(axis))
                    });
                    let said = if is_empty { "axis-deleted-empty" } else { "axis-deleted" };
                    send_to_bin(&delete, axis.into(), words.t_with(said, args![label => in_short(&label)]));
                },
                {words.t("axis-delete")}
            }
        }
    }
}

fn name_of(words: Words, axis: &Axis) -> String {
    let label = axis.label.trim();
    if label.is_empty() {
        words.t("axis-unnamed")
    } else {
        label.to_owned()
    }
}
