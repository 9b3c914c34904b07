//! The words of the people who were heard, beside the figures of a cell.

use super::place::Place;
use crate::{
    features::binning::send_to_bin,
    field::TextField,
    session::{Session, Watch, use_session, use_watch},
    ui::{Icon, Shape, focus_soon},
};
use dioxus::prelude::*;
use jalon_shared::{EntityKind, Field, NewEntity, Value, VerbatimId};
use jalon_view::words::use_words;

/// The verbatims of one indicator in one period; an indicator that only counts shows them if it has some.
#[component]
pub(super) fn Verbatims(place: Place, is_qualitative: bool) -> Element {
    let words = use_words();
    let session = use_session();
    let ids = use_watch(Watch::Kind(EntityKind::Verbatim), move |workspace| {
        let here = |id: &VerbatimId| {
            let verbatim = workspace.verbatim(*id);
            verbatim.is_some_and(|verbatim| {
                verbatim.indicator == Some(place.indicator) && verbatim.period == Some(place.period)
            })
        };
        workspace
            .verbatims()
            .into_iter()
            .filter(here)
            .collect::<Vec<_>>()
    });
    if !is_qualitative && ids.read().is_empty() {
        return rsx! {};
    }
    let may_write = session.may_write();
    rsx! {
        section { class: "reading-editor-section stack tight",
            h3 { {words.kinds(EntityKind::Verbatim)} }
            p { class: "hint", {words.t("readings-verbatims-hint")} }
            for id in ids.read().iter().copied() {
                OneVerbatim { key: "{id}", id }
            }
            if may_write {
                div {
                    button { class: "button small", r#type: "button",
                        onclick: move |_| {
                            let id = VerbatimId::from(Session::fresh_uuid());
                            let new = NewEntity::new(id)
                                .value(Field::Indicator, Value::Id(place.indicator.uuid()))
                                .value(Field::Period, place.period);
                            session.send(new);
                            focus_soon(text_id(id));
                        },
                        Icon { shape: Shape::Add }
                        {words.t("readings-verbatim-add")}
                    }
                }
            }
        }
    }
}

/// The id of the box of what was said.
fn text_id(id: VerbatimId) -> String {
    format!("verbatim-{id}-text")
}

#[component]
fn OneVerbatim(id: VerbatimId) -> Element {
    let words = use_words();
    let session = use_session();
    let may_write = session.may_write();
    rsx! {
        div { class: "reading-verbatim", role: "group", aria_label: words.kind(EntityKind::Verbatim),
            TextField { field: id.field(Field::Text), label: words.field(EntityKind::Verbatim, &Field::Text), multiline: true, id: text_id(id) }
            div { class: "fields",
                TextField { field: id.field(Field::Theme), label: words.field(EntityKind::Verbatim, &Field::Theme) }
                TextField { field: id.field(Field::Speaker), label: words.field(EntityKind::Verbatim, &Field::Speaker), placeholder: words.t("readings-verbatim-speaker-hint") }
            }
            if may_write {
                div {
                    button { class: "button quiet small", r#type: "button",
                        onclick: move |_| send_to_bin(&session, id.into(), words.t("readings-verbatim-deleted")),
                        Icon { shape: Shape::Trash }
                        {words.t("readings-verbatim-delete")}
                    }
                }
            }
        }
    }
}
