//! The indicators that show whether an objective is reached: chips, and a list to link or make others.

use super::board::Board;
use crate::features::{
    choosing::{Choose, Offer},
    indicators::{hue, new_indicator},
};
use crate::session::{Watch, use_session, use_watch};
use crate::ui::{Icon, Shape};
use dioxus::prelude::*;
use jalon_shared::{Command, EntityKind, Field, IndicatorId, ObjectiveId, indicator::Category};
use jalon_view::{args, words::use_words};

#[component]
pub(super) fn Links(id: ObjectiveId) -> Element {
    let words = use_words();
    let session = use_session();
    let watch = Watch::Any(vec![
        Watch::Field(id.field(Field::Indicators)),
        Watch::List(EntityKind::Indicator),
    ]);
    let linked = use_watch(watch, move |workspace| {
        let chosen = workspace
            .objective(id)
            .map(|objective| objective.indicators)
            .unwrap_or_default();
        workspace
            .indicators()
            .into_iter()
            .filter(|indicator| chosen.contains(indicator))
            .collect::<Vec<_>>()
    });
    let mut choosing = use_signal(|| false);
    rsx! {
        div { class: "links", role: "group", aria_label: words.t("objective-indicators"),
            p { class: "label", {words.t("objective-indicators")} }
            if linked.read().is_empty() {
                p { class: "hint", {words.t("objective-indicators-none")} }
            }
            ul { class: "cluster link-chips",
                for indicator in linked.read().iter().copied() {
                    IndicatorChip { key: "{indicator}", id, indicator }
                }
                if session.may_write() {
                    li {
                        button {
                            class: "button small quiet",
                            r#type: "button",
                            aria_expanded: choosing(),
                            onclick: move |_| choosing.toggle(),
                            Icon { shape: Shape::Add }
                            {words.t("objective-indicator-link")}
                        }
                    }
                }
            }
            if choosing() {
                ChooseIndicator { id, linked: linked.read().clone(), on_close: move |()| choosing.set(false) }
            }
        }
    }
}

#[component]
fn IndicatorChip(id: ObjectiveId, indicator: IndicatorId) -> Element {
    let words = use_words();
    let session = use_session();
    let board = use_context::<Board>();
    let mut sheet = board.sheet;
    let known = use_named(indicator);
    let (name, category) = known();
    rsx! {
        li { class: "chip link-chip {hue(category)}",
            button {
                class: "chip-name",
                r#type: "button",
                aria_label: words.t_with("objective-indicator-open", args![name => name.clone()]),
                onclick: move |_| sheet.set(Some(indicator)),
                "{name}"
            }
            if session.may_write() {
                button {
                    class: "chip-remove",
                    r#type: "button",
                    aria_label: words.t_with("objective-indicator-unlink", args![name => name.clone()]),
                    onclick: move |_| session.send(Command::Unlink { field: id.field(Field::Indicators), to: indicator.uuid() }),
                    Icon { shape: Shape::Close }
                }
            }
        }
    }
}

fn use_named(indicator: IndicatorId) -> ReadSignal<(String, Category)> {
    let words = use_words();
    let watches = [Field::Name, Field::Category].map(|field| Watch::Field(indicator.field(field)));
    use_watch(Watch::Any(watches.to_vec()), move |workspace| {
        let known = workspace.indicator(indicator);
        let name = known
            .as_ref()
            .map(|known| known.name.trim().to_owned())
            .filter(|name| !name.is_empty());
        let name = name.unwrap_or_else(|| words.t("indicator-unnamed"));
        (name, known.map(|known| known.category).unwrap_or_default())
    })
}

#[component]
fn ChooseIndicator(
    id: ObjectiveId,
    linked: Vec<IndicatorId>,
    on_close: EventHandler<()>,
) -> Element {
    let words = use_words();
    let session = use_session();
    let mut sheet = use_context::<Board>().sheet;
    let all = use_watch(Watch::Kind(EntityKind::Indicator), |workspace| {
        let all = workspace
            .indicators()
            .into_iter()
            .filter_map(|id| workspace.indicator(id));
        all.map(|indicator| (indicator.id, indicator.name, indicator.category))
            .collect::<Vec<_>>()
    });
    let offers: Vec<Offer> = all
        .read()
        .iter()
        .filter(|(id, ..)| !linked.contains(id))
        .map(|(id, name, category)| {
            let name = if name.trim().is_empty() {
                words.t("indicator-unnamed")
            } else {
                name.trim().to_owned()
            };
            let label = words.t_with("objective-indicator-choose", args![name => name.clone()]);
            Offer {
                id: id.uuid(),
                name,
                label,
                aside: words.choice(*category),
                class: hue(*category),
            }
        })
        .collect();
    let none = if offers.is_empty() && !all.read().is_empty() {
        "objective-indicator-all-linked"
    } else {
        "objective-indicator-none-found"
    };
    let create = session.clone();
    rsx! {
        Choose {
            label: words.t("objective-indicator-search"),
            placeholder: words.t("objective-indicator-search-hint"),
            none: words.t(none),
            offers,
            on_pick: move |to| session.send(Command::Link { field: id.field(Field::Indicators), to }),
            on_close,
            create: words.t("objective-indicator-create"),
            create_key: "objective-indicator-create-named",
            on_create: move |name: String| {
                let indicator = new_indicator(&create, Category::default(), &name);
                create.send(Command::Link { field: id.field(Field::Indicators), to: indicator.uuid() });
                on_close.call(());
                sheet.set(Some(indicator));
            },
        }
    }
}
