//! The languages of the glossary: which of them a reader looks at, and which there are.

use super::book::Book;
use crate::{
    features::tongues::LanguageChooser,
    session::use_session,
    ui::{Dialog, Segmented},
};
use dioxus::prelude::*;
use jalon_shared::{Command, Lang};
use jalon_view::words::use_words;

/// Which columns are shown: a check for each language; on a narrow screen one language at a time.
#[component]
pub(super) fn LanguageBar() -> Element {
    let words = use_words();
    let book = use_context::<Book>();
    let (mut hidden, mut single) = (book.hidden, book.single);
    let languages = book.languages.read().clone();
    let shown = book.shown();
    if languages.len() < 2 {
        return rsx! {};
    }
    let options: Vec<(String, String)> = languages
        .iter()
        .map(|lang| (lang.to_string(), words.lang(lang)))
        .collect();
    let chosen = book
        .on_narrow_screen()
        .map(|lang| lang.to_string())
        .unwrap_or_default();
    rsx! {
        fieldset { class: "cluster glossary-languages for-wide",
            legend { class: "visually-hidden", {words.t("glossary-languages")} }
            span { class: "hint", "aria-hidden": "true", {words.t("glossary-languages")} }
            for lang in languages {
                label { key: "{lang}", class: "check",
                    input { r#type: "checkbox", checked: shown.contains(&lang),
                        // The last column stays: a glossary without words is no help.
                        disabled: shown.len() == 1 && shown.contains(&lang),
                        onchange: {
                            let lang = lang.clone();
                            move |event: FormEvent| {
                                if event.checked() { hidden.write().remove(&lang); } else { hidden.write().insert(lang.clone()); }
                            }
                        },
                    }
                    span { {words.lang(&lang)} }
                }
            }
        }
        div { class: "for-narrow",
            Segmented { label: words.t("glossary-language-shown"), options, value: chosen, hide_label: true,
                on_change: move |tag: String| single.set(tag.parse().ok()) }
        }
    }
}

/// The button that opens the languages of the glossary, and what it opens.
#[component]
pub(super) fn Languages() -> Element {
    let words = use_words();
    let session = use_session();
    let book = use_context::<Book>();
    let mut open = use_signal(|| false);
    if !session.may_write() {
        return rsx! {};
    }
    rsx! {
        button { class: if book.languages.read().is_empty() { "button primary" } else { "button small" }, r#type: "button", aria_haspopup: "dialog",
            onclick: move |_| open.set(true),
            {words.t("glossary-languages-manage")}
        }
        if open() {
            Dialog { title: words.t("glossary-languages-manage"), on_close: move |()| open.set(false), Manage {} }
        }
    }
}

#[component]
fn Manage() -> Element {
    let words = use_words();
    let session = use_session();
    let book = use_context::<Book>();
    let (adder, remover) = (session.clone(), session);
    rsx! {
        LanguageChooser {
            chosen: book.languages.read().clone(),
            hint: words.t("glossary-language-remove-hint"),
            on_add: move |lang: Lang| adder.send(Command::AddLanguage { lang }),
            on_remove: move |lang: Lang| remover.send(Command::RemoveLanguage { lang }),
        }
    }
}
