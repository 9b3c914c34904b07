//! The decisions of the workspace, written where they are shown.

use crate::{
    features::binning::send_to_bin,
    field::{DateField, ReferenceField, TextField},
    session::{Session, Watch, use_session, use_watch},
    ui::{Icon, MoveButtons, Shape, sortable::stepped},
};
use dioxus::prelude::*;
use jalon_shared::{Command, DecisionId, EntityKind, Field, NewEntity};
use jalon_view::words::use_words;
use uuid::Uuid;

#[component]
pub(super) fn DecisionsEditor() -> Element {
    let words = use_words();
    let session = use_session();
    let ids = use_watch(Watch::List(EntityKind::Decision), |workspace| {
        workspace.decisions()
    });
    let indicators = use_watch(Watch::Kind(EntityKind::Indicator), |workspace| {
        let named = |id| {
            workspace
                .indicator(id)
                .map(|indicator| (id.uuid(), indicator.name))
        };
        workspace
            .indicators()
            .into_iter()
            .filter_map(named)
            .collect::<Vec<_>>()
    });
    let all: Vec<Uuid> = ids.read().iter().map(|id| id.uuid()).collect();
    rsx! {
        section { class: "stack tight",
            h4 { {words.t("dashboard-edit-decisions")} }
            for id in ids.read().iter().copied() {
                OneDecision { key: "{id}", id, all: all.clone(), indicators: indicators.read().clone() }
            }
            div {
                button { class: "button small", r#type: "button",
                    onclick: move |_| {
                        let id = DecisionId::from(Session::fresh_uuid());
                        session.send(NewEntity::new(id).value(Field::Date, today()));
                        crate::ui::focus_soon(text_id(id));
                    },
                    Icon { shape: Shape::Add }
                    {words.t("dashboard-edit-decision-add")}
                }
            }
        }
    }
}

fn text_id(id: DecisionId) -> String {
    format!("decision-text-{id}")
}

/// The day on the clock of this browser, as the document writes it.
fn today() -> jalon_shared::Value {
    let now = js_sys::Date::new_0();
    let text = format!(
        "{:04}-{:02}-{:02}",
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date()
    );
    jalon_shared::Value::Text(text)
}

#[component]
fn OneDecision(id: DecisionId, all: Vec<Uuid>, indicators: Vec<(Uuid, String)>) -> Element {
    let words = use_words();
    let session = use_session();
    let decision = use_watch(Watch::Entity(id.into()), move |workspace| {
        workspace.decision(id)
    });
    let Some(decision) = decision.read().clone() else {
        return rsx! {};
    };
    let label = |field: &Field| words.field(EntityKind::Decision, field);
    let position = all
        .iter()
        .position(|other| *other == id.uuid())
        .unwrap_or_default();
    let count = all.len();
    let mover = session.clone();
    rsx! {
        div { class: "dashboard-decision", role: "group", aria_label: words.kind(EntityKind::Decision),
            TextField { field: id.field(Field::Text), label: label(&Field::Text), multiline: true, rows: 1, id: text_id(id) }
            div { class: "fields",
                DateField { field: id.field(Field::Date), label: label(&Field::Date) }
                TextField { field: id.field(Field::OwnerRole), label: label(&Field::OwnerRole) }
                ReferenceField { field: id.field(Field::Indicator), label: label(&Field::Indicator),
                    current: decision.indicator.map(|id| id.uuid()), options: indicators }
            }
            div { class: "row spread",
                MoveButtons { name: words.kind(EntityKind::Decision), position, count,
                    on_move: move |by| {
                        if let Some(place) = stepped(&all, id.uuid(), by) {
                            mover.send(Command::Move { entity: id.into(), place });
                        }
                    },
                }
                button { class: "button quiet small", r#type: "button",
                    onclick: move |_| send_to_bin(&session, id.into(), words.t("dashboard-edit-decision-deleted")),
                    Icon { shape: Shape::Trash }
                    {words.t("dashboard-edit-decision-delete")}
                }
            }
        }
    }
}
