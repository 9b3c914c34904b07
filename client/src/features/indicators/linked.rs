//! The objectives that an indicator serves: linked and unlinked from its side too.

use crate::features::choosing::{Choose, Offer};
use crate::session::{Watch, use_session, use_watch};
use crate::ui::{Icon, Shape};
use dioxus::prelude::*;
use jalon_shared::{Command, EntityKind, Field, IndicatorId, ObjectiveId};
use jalon_view::{args, words::use_words};

/// An objective as far as it matters here.
#[derive(Clone, PartialEq)]
struct Named {
    id: ObjectiveId,
    statement: String,
    is_linked: bool,
}

#[component]
pub(super) fn LinkedObjectives(id: IndicatorId) -> Element {
    let words = use_words();
    let session = use_session();
    let all = use_watch(Watch::Kind(EntityKind::Objective), move |workspace| {
        let all = workspace
            .objectives()
            .into_iter()
            .filter_map(|objective| workspace.objective(objective));
        let named = all.map(|objective| {
            let statement = objective.statement.trim();
            let statement = if statement.is_empty() {
                words.t("objective-unnamed")
            } else {
                statement.to_owned()
            };
            Named {
                id: objective.id,
                statement,
                is_linked: objective.indicators.contains(&id),
            }
        });
        named.collect::<Vec<_>>()
    });
    let mut choosing = use_signal(|| false);
    let may_write = session.may_write();
    let all = all.read();
    let link = session.clone();
    rsx! {
        if !all.iter().any(|objective| objective.is_linked) {
            p { class: "hint", {words.t("indicator-objectives-none")} }
        }
        ul { class: "linked-objectives",
            for objective in all.iter().filter(|objective| objective.is_linked).cloned() {
                li { key: "{objective.id}",
                    span { class: "grow", {objective.statement.clone()} }
                    if may_write {
                        button {
                            class: "icon-button",
                            r#type: "button",
                            aria_label: words.t_with("indicator-objective-unlink", args![statement => objective.statement]),
                            onclick: {
                                let session = session.clone();
                                move |_| session.send(Command::Unlink { field: objective.id.field(Field::Indicators), to: id.uuid() })
                            },
                            Icon { shape: Shape::Close }
                        }
                    }
                }
            }
        }
        if may_write {
            button {
                class: "button small quiet",
                r#type: "button",
                aria_expanded: choosing(),
                onclick: move |_| choosing.toggle(),
                Icon { shape: Shape::Link }
                {words.t("indicator-objective-link")}
            }
        }
        if choosing() {
            Choose {
                label: words.t("indicator-objective-search"),
                placeholder: words.t("indicator-objective-search"),
                none: words.t("indicator-objective-none-found"),
                offers: all
                    .iter()
                    .filter(|objective| !objective.is_linked)
                    .map(|objective| Offer {
                        id: objective.id.uuid(),
                        name: objective.statement.clone(),
                        label: words.t_with("indicator-objective-choose", args![statement => objective.statement.clone()]),
                        aside: String::new(),
                        class: "",
                    })
                    .collect::<Vec<_>>(),
                on_pick: move |objective| {
                    let field = ObjectiveId::from_uuid(objective).field(Field::Indicators);
                    link.send(Command::Link { field, to: id.uuid() });
                },
                on_close: move |()| choosing.set(false),
            }
        }
    }
}
