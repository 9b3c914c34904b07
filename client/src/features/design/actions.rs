//! What is pressed: buttons of each kind in each state, links, tabs, and things that are ordered by hand.

use super::specimen::Specimen;
use crate::ui::{
    DragHandle, Fold, Icon, MoveButtons, Segmented, Shape, sortable::stepped, use_sorting,
};
use dioxus::prelude::*;
use jalon_shared::Place;
use jalon_view::words::use_words;
use uuid::Uuid;

/// Kinds of buttons: the end of the key of what is written on them, and their class.
const KINDS: [(&str, &str); 5] = [
    ("plain", "button"),
    ("primary", "button primary"),
    ("quiet", "button quiet"),
    ("danger", "button danger"),
    ("small", "button small"),
];
/// What a pointer and the keyboard do to them: the end of the key of its name, and the class.
const STATES: [(&str, &str); 4] = [
    ("rest", ""),
    ("hover", "is-hovered"),
    ("focus", "is-focused"),
    ("pressed", "is-pressed"),
];

#[component]
pub(super) fn Actions() -> Element {
    let words = use_words();
    rsx! {
        div { class: "specimens",
            for (kind, class) in KINDS {
                Specimen { key: "{kind}", shows: "", caption: words.t(&format!("design-button-{kind}")),
                    div { class: "cluster",
                        for (state, of_state) in STATES {
                            button { key: "{state}", class: "{class} {of_state}", r#type: "button",
                                if state == "rest" { Icon { shape: Shape::Add } }
                                {words.t(&format!("design-state-{state}"))}
                            }
                        }
                        button { class, r#type: "button", disabled: true, {words.t("design-state-disabled")} }
                        button { class, r#type: "button", disabled: true, aria_busy: true, {words.t("design-state-busy")} }
                    }
                }
            }
            Specimen { shows: "", caption: words.t("design-button-icon"),
                div { class: "cluster",
                    for (state, of_state) in STATES {
                        button { key: "{state}", class: "icon-button {of_state}", r#type: "button", aria_label: words.t(&format!("design-state-{state}")),
                            Icon { shape: Shape::Settings }
                        }
                    }
                    button { class: "icon-button", r#type: "button", disabled: true, aria_label: words.t("design-state-disabled"), Icon { shape: Shape::Settings } }
                    button { class: "link-button", r#type: "button", {words.t("design-link-button")} }
                    a { href: "/accessibility", {words.t("design-link")} }
                }
            }
            Specimen { shows: "", caption: words.t("design-tabs"),
                nav { aria_label: words.t("design-tabs"),
                    ul { class: "tabs",
                        li { a { class: "tab", href: "#actions", aria_current: "page", {words.t("nav-objectives")} span { class: "tab-count", "3" } } }
                        li { a { class: "tab", href: "#fields", {words.t("nav-indicators")} } }
                        li { a { class: "tab", href: "#data", {words.t("nav-readings")} } }
                    }
                }
            }
            Segments {}
            Ordered {}
            Specimen { shows: "Fold", caption: words.t("fold-tools"),
                Fold { p { class: "hint", {words.t("design-field-hint")} } }
            }
        }
    }
}

#[component]
fn Segments() -> Element {
    let words = use_words();
    let mut value = use_signal(|| "a".to_owned());
    let options = ["design-option-1", "design-option-2", "design-option-3"];
    let options: Vec<(String, String)> = ["a", "b", "c"]
        .into_iter()
        .zip(options)
        .map(|(value, key)| (value.to_owned(), words.t(key)))
        .collect();
    rsx! {
        Specimen { shows: "Segmented", caption: words.t("design-segmented"),
            Segmented { label: words.t("design-segmented-label"), options: options.clone(), value: value(), on_change: move |now| value.set(now) }
            Segmented { label: words.t("design-state-disabled"), options, value: value(), on_change: |_| {}, disabled: true }
        }
    }
}

#[component]
fn Ordered() -> Element {
    let words = use_words();
    let mut order = use_signal(|| [1_u128, 2, 3].map(Uuid::from_u128).to_vec());
    let mut put = move |item: Uuid, place: Place| {
        let mut now = order.peek().clone();
        now.retain(|other| *other != item);
        let find = |other: Uuid| now.iter().position(|one| *one == other);
        let at = match place {
            Place::First => 0,
            Place::Last => now.len(),
            Place::Before(other) => find(other).unwrap_or(now.len()),
            Place::After(other) => find(other).map_or(now.len(), |at| at + 1),
        };
        now.insert(at, item);
        order.set(now);
    };
    let sorting = use_sorting("design", move |moved| put(moved.item, moved.place));
    let ids = order.read().clone();
    let count = ids.len();
    rsx! {
        Specimen { shows: "DragHandle MoveButtons", caption: words.t("design-order"),
            ol { class: "stack tight ordered", "data-sort-group": sorting.group("all"),
                for (position, id) in ids.clone().into_iter().enumerate() {
                    li { key: "{id}", class: "row {sorting.class(id)}", "data-sort-item": sorting.item(id),
                        DragHandle { sorting, id }
                        span { class: "grow", {words.t(&format!("design-option-{}", id.as_u128()))} }
                        MoveButtons {
                            name: words.t(&format!("design-option-{}", id.as_u128())),
                            position,
                            count,
                            on_move: {
                                let ids = ids.clone();
                                move |by| {
                                    if let Some(place) = stepped(&ids, id, by) {
                                        put(id, place);
                                    }
                                }
                            },
                        }
                    }
                }
            }
        }
    }
}
