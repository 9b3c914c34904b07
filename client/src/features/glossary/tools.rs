//! Searching, filtering and ordering the glossary: for this reader alone.

use super::{
    book::Book,
    languages::{LanguageBar, Languages},
    search::Filter,
};
use crate::ui::{Fold, Icon, Shape};
use dioxus::prelude::*;
use jalon_shared::{Choice, Lang, glossary::TermStatus};
use jalon_view::words::use_words;

#[component]
pub(super) fn Tools(
    /// How many terms are shown, in words.
    counted: String,
) -> Element {
    let words = use_words();
    let book = use_context::<Book>();
    let mut filter = book.filter;
    // The box keeps its own text; clearing draws a new one.
    let mut round = use_signal(|| 0_u32);
    let languages = book.languages.read().clone();
    let now = filter.read().clone();
    rsx! {
        Fold {
            div { class: "toolbar glossary-tools", role: "search",
                label { class: "field grow",
                    span { class: "label", {words.t("glossary-search")} }
                    for round in [round()] {
                        input { key: "{round}", class: "input", r#type: "search", autocomplete: "off",
                            initial_value: filter.peek().words.clone(),
                            placeholder: words.t("glossary-search-hint"),
                            oninput: move |event| filter.write().words = event.value() }
                    }
                }
                label { class: "field",
                    span { class: "label", {words.t("glossary-filter-status")} }
                    select { class: "select",
                        onchange: move |event| filter.write().status = TermStatus::from_word(&event.value()),
                        option { value: "", selected: now.status.is_none(), {words.t("glossary-filter-any-status")} }
                        for status in TermStatus::ALL {
                            option { key: "{status.word()}", value: status.word(), selected: now.status == Some(status), {words.choice(status)} }
                        }
                    }
                }
                label { class: "field",
                    span { class: "label", {words.t("glossary-filter-missing")} }
                    select { class: "select",
                        onchange: move |event| filter.write().missing = event.value().parse::<Lang>().ok(),
                        option { value: "", selected: now.missing.is_none(), {words.t("glossary-filter-any-lang")} }
                        for lang in languages.iter() {
                            option { key: "{lang}", value: "{lang}", selected: now.missing.as_ref() == Some(lang), {words.lang(lang)} }
                        }
                    }
                }
                label { class: "field",
                    span { class: "label", {words.t("glossary-order")} }
                    select { class: "select",
                        onchange: move |event| filter.write().alphabetical = event.value().parse::<Lang>().ok(),
                        option { value: "", selected: now.alphabetical.is_none(), {words.t("glossary-order-chosen")} }
                        for lang in languages.iter() {
                            option { key: "{lang}", value: "{lang}", selected: now.alphabetical.as_ref() == Some(lang),
                                {format!("{} ({})", words.t("glossary-order-alphabetical"), words.lang(lang))}
                            }
                        }
                    }
                }
            }
        }
        div { class: "row spread glossary-language-row",
            LanguageBar {}
            Languages {}
        }
        div { class: "cluster glossary-count",
            p { class: "hint", role: "status", "{counted}" }
            if now.hides() {
                button { class: "button quiet small", r#type: "button",
                    onclick: move |_| {
                        let alphabetical = filter.peek().alphabetical.clone();
                        filter.set(Filter { alphabetical, ..Filter::default() });
                        round += 1;
                    },
                    Icon { shape: Shape::Close }
                    {words.t("glossary-clear")}
                }
            }
        }
    }
}
