//! Choosing the languages of a glossary.

use super::{
    find::{Tongue, is_exact, search},
    names::{lang_of_tag, tongue_of, tongues},
};
use crate::ui::{Icon, Shape, use_element_id};
use dioxus::prelude::*;
use jalon_shared::Lang;
use jalon_view::{
    args,
    words::{Words, direction, use_words},
};

/// Chooses the languages of a glossary: the usual ones first, and any other by its name or its tag.
#[component]
pub fn LanguageChooser(
    chosen: Vec<Lang>,
    on_add: EventHandler<Lang>,
    on_remove: EventHandler<Lang>,
    #[props(default)] disabled: bool,
    /// A sentence below the languages that there are.
    #[props(default)]
    hint: String,
    /// What is typed of another language, for whoever takes it as meant with [`meant`].
    typed: Option<Signal<String>>,
) -> Element {
    let words = use_words();
    let own = use_signal(String::new);
    let typed = typed.unwrap_or(own);
    let offered = Lang::OFFERED
        .iter()
        .filter_map(|tag| tag.parse::<Lang>().ok());
    let offered: Vec<Lang> = offered.filter(|lang| !chosen.contains(lang)).collect();
    let alone = chosen.len() == 1;
    rsx! {
        fieldset { class: "field language-chooser", disabled,
            legend { class: "label", {words.t("glossary-languages-manage")} }
            div { class: "cluster",
                for lang in chosen.clone() {
                    span { key: "{lang}", class: "chip accent",
                        {words.lang(&lang)}
                        if !alone {
                            button {
                                class: "chip-remove",
                                r#type: "button",
                                aria_label: words.t_with("lang-remove", args![language => words.lang(&lang)]),
                                onclick: {
                                    let lang = lang.clone();
                                    move |_| on_remove.call(lang.clone())
                                },
                                Icon { shape: Shape::Close }
                            }
                        }
                    }
                }
                for lang in offered {
                    button {
                        key: "{lang}",
                        class: "button small",
                        r#type: "button",
                        aria_label: words.t_with("lang-add", args![language => words.lang(&lang)]),
                        onclick: {
                            let lang = lang.clone();
                            move |_| on_add.call(lang.clone())
                        },
                        Icon { shape: Shape::Add }
                        {words.lang(&lang)}
                    }
                }
            }
            if !hint.is_empty() { p { class: "hint", {hint} } }
            OtherLanguage { chosen, on_add, typed }
        }
    }
}

/// The languages that somebody may mean, and whether that is a guess by a tag that nobody knows.
fn answers(words: Words, all: &[Tongue], typed: &str) -> (Vec<Tongue>, bool) {
    let mut found: Vec<Tongue> = search(all, typed).into_iter().cloned().collect();
    let by_tag = lang_of_tag(typed).filter(|(lang, is_known)| {
        (*is_known || found.is_empty()) && found.iter().all(|tongue| tongue.lang != *lang)
    });
    let is_guess = matches!(by_tag, Some((_, false)));
    found.extend(by_tag.map(|(lang, _)| tongue_of(words, lang)));
    (found, is_guess)
}

fn beyond_doubt(found: &[Tongue], is_guess: bool, typed: &str) -> Option<Lang> {
    let tongue = match found {
        _ if is_guess => None,
        [only] => Some(only),
        several => several.iter().find(|tongue| is_exact(tongue, typed)),
    };
    tongue.map(|tongue| tongue.lang.clone())
}

/// The language that was typed and not added, where there is no doubt which one is meant.
pub fn meant(words: Words, typed: &str) -> Option<Lang> {
    let (found, is_guess) = answers(words, &tongues(words), typed);
    beyond_doubt(&found, is_guess, typed)
}

/// Any other language: what is typed is looked for in all of its names, and what is found stands below.
#[component]
fn OtherLanguage(
    chosen: Vec<Lang>,
    on_add: EventHandler<Lang>,
    mut typed: Signal<String>,
) -> Element {
    let words = use_words();
    let id = use_element_id("language");
    let mut is_unknown = use_signal(|| false);
    // The names are asked of the browser when somebody begins to type, not for every dialog.
    let all = use_memo(move || {
        let is_asked = !typed.read().is_empty();
        if is_asked { tongues(words) } else { Vec::new() }
    });
    let (mut found, is_guess) = answers(words, &all.read(), &typed.read());
    found.retain(|tongue| !chosen.contains(&tongue.lang));
    let mut add = move |lang: Lang| {
        on_add.call(lang);
        typed.set(String::new());
        is_unknown.set(false);
    };
    // Enter takes what was meant without doubt; else the list below stays to choose from.
    let meant = beyond_doubt(&found, is_guess, &typed.read());
    let is_empty = found.is_empty() || is_guess;
    let mut enter = move || match meant.clone() {
        Some(lang) => add(lang),
        None => is_unknown.set(is_empty && !typed.peek().trim().is_empty()),
    };
    let mut enter_by_key = enter.clone();
    rsx! {
        div { class: "row language-other", "data-own-undo": "",
            label { class: "hint", r#for: "{id}", {words.t("lang-other")} }
            input {
                id: "{id}",
                class: "input",
                r#type: "text",
                dir: "auto",
                autocomplete: "off",
                autocapitalize: "none",
                maxlength: "30",
                placeholder: words.t("lang-example"),
                value: "{typed}",
                aria_invalid: is_unknown(),
                aria_describedby: is_unknown().then(|| format!("{id}-problem")),
                aria_controls: "{id}-found",
                oninput: move |event| {
                    typed.set(event.value());
                    is_unknown.set(false);
                },
                onkeydown: move |event| {
                    if event.key() == Key::Enter {
                        event.prevent_default();
                        enter_by_key();
                    }
                },
            }
            button { class: "button small", r#type: "button", onclick: move |_| enter(), {words.t("action-add")} }
        }
        div { id: "{id}-found", class: "cluster language-found",
            for tongue in found {
                button {
                    key: "{tongue.lang}",
                    class: "button small",
                    r#type: "button",
                    aria_label: words.t_with("lang-add", args![language => words.lang(&tongue.lang)]),
                    onclick: {
                        let lang = tongue.lang.clone();
                        move |_| add(lang.clone())
                    },
                    Icon { shape: Shape::Add }
                    {words.lang(&tongue.lang)}
                    if !tongue.own.is_empty() && tongue.own != words.lang(&tongue.lang) {
                        bdi { class: "muted", lang: "{tongue.lang}", dir: direction(&tongue.lang), "{tongue.own}" }
                    }
                }
            }
        }
        if is_unknown() {
            p { class: "error-text", id: "{id}-problem", role: "alert", {words.t("lang-unknown")} }
        }
    }
}
