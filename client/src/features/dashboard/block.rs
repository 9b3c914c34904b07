//! A block with its tools: moved by hand or by keyboard, opened to be changed, sent to the bin.

use super::{
    composing::{Composing, title_id},
    decisions::DecisionsEditor,
};
use crate::{
    features::binning::send_to_bin,
    field::{ChoiceField, LinksField, TextField},
    session::{Watch, use_session, use_watch},
    ui::{DragHandle, Icon, MoveButtons, Shape, Sorting, sortable::stepped},
};
use dioxus::prelude::*;
use jalon_shared::{
    BlockId, BlockKind, Command, EntityKind, Field, IndicatorId, Workspace,
    dashboard::{Figure, Panel},
    indicator::Aggregation,
};
use jalon_view::{args, dashboard::PanelView, words::use_words};
use uuid::Uuid;

#[component]
pub(super) fn BlockEditor(
    panel: Panel,
    figures: Vec<Figure>,
    sorting: Sorting,
    ids: Vec<Uuid>,
) -> Element {
    let words = use_words();
    let session = use_session();
    let mut composing = use_context::<Composing>().0;
    let id = panel.block;
    let is_open = composing() == Some(id);
    let title = match panel.title.trim() {
        "" => words.t("dashboard-edit-block-untitled"),
        title => title.to_owned(),
    };
    let position = ids
        .iter()
        .position(|other| *other == id.uuid())
        .unwrap_or_default();
    let count = ids.len();
    let (mover, deleter) = (session.clone(), session.clone());
    let deleted = words.t_with("dashboard-edit-deleted", args![title => title.clone()]);
    let toggle = if is_open {
        "dashboard-edit-done-named"
    } else {
        "dashboard-edit-change-named"
    };
    rsx! {
        div { class: if is_open { "dashboard-block is-open {sorting.class(id.uuid())}" } else { "dashboard-block {sorting.class(id.uuid())}" },
            role: "group",
            aria_label: words.t_with("dashboard-edit-block", args![title => title.clone()]),
            "data-sort-item": sorting.item(id.uuid()),
            div { class: "row dashboard-block-tools",
                DragHandle { sorting, id: id.uuid() }
                MoveButtons { name: title.clone(), position, count,
                    on_move: move |by| {
                        if let Some(place) = stepped(&ids, id.uuid(), by) {
                            mover.send(Command::Move { entity: id.into(), place });
                        }
                    },
                }
                span { class: "grow" }
                button { class: if is_open { "button small primary" } else { "button small quiet" }, r#type: "button", aria_expanded: is_open,
                    aria_label: words.t_with(toggle, args![title => title.clone()]),
                    onclick: move |_| composing.set(if is_open { None } else { Some(id) }),
                    Icon { shape: if is_open { Shape::Check } else { Shape::Edit } }
                    {words.t(if is_open { "dashboard-edit-done" } else { "dashboard-edit-change" })}
                }
                button { class: "icon-button", r#type: "button",
                    aria_label: words.t_with("dashboard-edit-delete-named", args![title => title.clone()]),
                    title: words.t("dashboard-edit-delete"),
                    onclick: move |_| {
                        send_to_bin(&deleter, id.into(), deleted.clone());
                    },
                    Icon { shape: Shape::Trash }
                }
            }
            if is_open { BlockFields { id } }
            PanelView { panel, figures }
        }
    }
}

/// The indicators that a kind of block can draw.
fn suitable(workspace: &Workspace, kind: BlockKind) -> Vec<(Uuid, String)> {
    let suits = |id: &IndicatorId| {
        let indicator = workspace.indicator(*id)?;
        let fits =
            kind != BlockKind::Distribution || indicator.aggregation == Aggregation::Distribution;
        fits.then(|| (id.uuid(), indicator.name))
    };
    workspace.indicators().iter().filter_map(suits).collect()
}

/// What can be changed in a block.
#[component]
fn BlockFields(id: BlockId) -> Element {
    let words = use_words();
    let block = use_watch(Watch::Entity(id.into()), move |workspace| {
        workspace.block(id)
    });
    let kind = block
        .read()
        .as_ref()
        .map(|block| block.kind)
        .unwrap_or_default();
    let options = use_watch(Watch::Kind(EntityKind::Indicator), move |workspace| {
        suitable(workspace, kind)
    });
    let Some(block) = block.read().clone() else {
        return rsx! {};
    };
    let label = |field: &Field| words.field(EntityKind::Block, field);
    let is_written = matches!(kind, BlockKind::Essential | BlockKind::Text);
    let text_label = if is_written {
        label(&Field::Text)
    } else {
        words.t("dashboard-edit-field-comment")
    };
    let unnamed = words.t("readings-indicator-unnamed");
    let options: Vec<(Uuid, String)> = options
        .read()
        .iter()
        .map(|(id, name)| {
            (
                *id,
                if name.trim().is_empty() {
                    unnamed.clone()
                } else {
                    name.clone()
                },
            )
        })
        .collect();
    rsx! {
        div { class: "dashboard-block-fields stack",
            div { class: "fields",
                TextField { field: id.field(Field::Title), label: label(&Field::Title), id: title_id(id) }
                ChoiceField::<BlockKind> { field: id.field(Field::BlockKind), label: label(&Field::BlockKind), current: Some(kind) }
            }
            TextField { field: id.field(Field::Text), label: text_label, multiline: true, rows: if is_written { 4 } else { 1 } }
            if !is_written {
                LinksField { field: id.field(Field::Indicators), label: label(&Field::Indicators),
                    current: block.indicators.iter().map(|id| id.uuid()).collect(), options,
                    empty: words.t("dashboard-edit-indicators-none") }
            }
            if matches!(kind, BlockKind::Verbatims | BlockKind::Decisions) && block.indicators.is_empty() {
                p { class: "hint", {words.t("dashboard-edit-all-shown")} }
            }
            if kind == BlockKind::Decisions { DecisionsEditor {} }
        }
    }
}
