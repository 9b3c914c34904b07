//! The languages of the glossary: which of them a reader looks at, and which there are.

use super::book::Book;
use crate::{
    session::use_session,
    ui::{Dialog, Icon, Segmented, Shape},
};
use dioxus::prelude::*;
use jalon_shared::{Command, Lang};
use jalon_view::{args, words::use_words};

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
    let mut tag = use_signal(String::new);
    let mut fault = use_signal(|| None::<&'static str>);
    // A new box after each language that was added.
    let mut round = use_signal(|| 0_u32);
    let languages = book.languages.read().clone();
    let offered: Vec<Lang> = Lang::OFFERED
        .iter()
        .filter_map(|tag| tag.parse().ok())
        .filter(|lang| !languages.contains(lang))
        .collect();
    let (adder, typer) = (session.clone(), session.clone());
    rsx! {
        ul { class: "stack tight",
            for lang in languages.iter().cloned() {
                li { key: "{lang}", class: "row spread glossary-language",
                    span { {words.lang(&lang)} " " span { class: "muted", "({lang})" } }
                    button { class: "button quiet small", r#type: "button",
                        aria_label: words.t_with("glossary-language-remove", args![language => words.lang(&lang)]),
                        onclick: {
                            let (session, lang) = (session.clone(), lang.clone());
                            move |_| session.send(Command::RemoveLanguage { lang: lang.clone() })
                        },
                        Icon { shape: Shape::Close }
                    }
                }
            }
        }
        if !languages.is_empty() { p { class: "hint", {words.t("glossary-language-remove-hint")} } }
        if !offered.is_empty() {
            div { class: "cluster", role: "group", aria_label: words.t("glossary-language-add"),
                for lang in offered {
                    button { key: "{lang}", class: "button small", r#type: "button",
                        onclick: {
                            let (session, lang) = (adder.clone(), lang.clone());
                            move |_| session.send(Command::AddLanguage { lang: lang.clone() })
                        },
                        Icon { shape: Shape::Add }
                        {words.lang(&lang)}
                    }
                }
            }
        }
        form { class: "row glossary-other-language",
            onsubmit: move |event| {
                event.prevent_default();
                let typed = tag.peek().parse::<Lang>();
                match typed {
                    Err(_) => fault.set(Some("glossary-language-invalid")),
                    Ok(lang) if book.languages.peek().contains(&lang) => fault.set(Some("glossary-language-already")),
                    Ok(lang) => {
                        typer.send(Command::AddLanguage { lang });
                        tag.set(String::new());
                        fault.set(None);
                        round += 1;
                    }
                }
            },
            label { class: "field grow",
                span { class: "label", {words.t("glossary-language-add-tag")} }
                for round in [round()] {
                    input { key: "{round}", class: "input", r#type: "text", autocomplete: "off", maxlength: 20,
                        placeholder: words.t("glossary-language-add-hint"), aria_invalid: fault().is_some(),
                        oninput: move |event| { tag.set(event.value()); fault.set(None); } }
                }
            }
            button { class: "button", r#type: "submit", {words.t("glossary-language-add")} }
        }
        if let Some(fault) = fault() { p { class: "error-text", role: "alert", {words.t(fault)} } }
    }
}
