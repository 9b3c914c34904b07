//! What somebody wants to see of the rows: which ones, and in which order. Nobody else's table changes.

use super::Kept;
use crate::features::readings::layout::{SortBy, View};
use dioxus::prelude::*;
use jalon_shared::{Choice, indicator::Category};
use jalon_view::{args, words::use_words};

/// What stands for every category and every role in the lists.
const ALL: &str = "";

#[component]
pub(in super::super) fn Filter(
    kept: Signal<Kept>,
    /// The roles that are responsible for something.
    owners: Vec<String>,
    /// How many rows are shown, of how many.
    shown: usize,
    all: usize,
) -> Element {
    let words = use_words();
    let View {
        sort,
        descending,
        text,
        category,
        owner,
        only_waiting,
    } = kept.read().view.clone();
    let is_filtered = kept.read().view.is_filtered();
    rsx! {
        div { class: "grid-filter cluster", role: "search", aria_label: words.t("grid-filter"),
            label { class: "grid-filter-field",
                span { class: "label", {words.t("grid-search")} }
                input { class: "input", r#type: "search", autocomplete: "off", initial_value: text,
                    oninput: move |event| kept.write().view.text = event.value() }
            }
            label { class: "grid-filter-field",
                span { class: "label", {words.t("grid-category")} }
                select { class: "select",
                    onchange: move |event| kept.write().view.category = Category::from_word(&event.value()),
                    option { value: ALL, selected: category.is_none(), {words.t("grid-all-categories")} }
                    for each in Category::ALL {
                        option { key: "{each:?}", value: each.word(), selected: category == Some(each), {words.choice(each)} }
                    }
                }
            }
            if !owners.is_empty() || owner.is_some() {
                label { class: "grid-filter-field",
                    span { class: "label", {words.t("grid-owner")} }
                    select { class: "select",
                        onchange: move |event| kept.write().view.owner = Some(event.value()).filter(|owner| owner != ALL),
                        option { value: ALL, selected: owner.is_none(), {words.t("grid-all-owners")} }
                        for each in owners {
                            option { key: "{each}", value: each.clone(), selected: owner.as_ref() == Some(&each), "{each}" }
                        }
                    }
                }
            }
            label { class: "grid-filter-field",
                span { class: "label", {words.t("grid-sort")} }
                select { class: "select",
                    onchange: move |event| {
                        let value = event.value();
                        let (word, direction) = value.split_once(' ').unwrap_or((&value, ""));
                        let mut kept = kept.write();
                        kept.view.sort = SortBy::ALL.into_iter().find(|by| by.word() == word).unwrap_or_default();
                        kept.view.descending = direction == "down";
                    },
                    for by in SortBy::ALL {
                        for down in [false, true] {
                            // The shared order has one direction.
                            if by != SortBy::Category || !down {
                                option { key: "{by:?}{down}",
                                    value: if down { format!("{} down", by.word()) } else { by.word().to_owned() },
                                    selected: sort == by && (descending == down || by == SortBy::Category),
                                    {words.t(&format!("grid-sort-{}{}", by.word(), if down { "-down" } else { "" }))}
                                }
                            }
                        }
                    }
                }
            }
            label { class: "check",
                input { r#type: "checkbox", checked: only_waiting,
                    onchange: move |event| kept.write().view.only_waiting = event.checked() }
                span { {words.t("readings-only-waiting")} }
            }
            if is_filtered {
                span { class: "hint", role: "status", {words.t_with("grid-shown", args![count => shown, all => all])} }
                button { class: "button quiet small", r#type: "button",
                    onclick: move |_| {
                        let mut kept = kept.write();
                        kept.view = View { sort: kept.view.sort, descending: kept.view.descending, ..View::default() };
                    },
                    {words.t("grid-filter-clear")}
                }
            }
        }
    }
}
