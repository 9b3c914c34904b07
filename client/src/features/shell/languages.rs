//! Languages: of the page, and which ones a glossary has.

use crate::{
    app::language,
    ui::{Icon, Shape, use_element_id},
};
use dioxus::prelude::*;
use jalon_shared::Lang;
use jalon_view::{
    args,
    words::{Language, lang_named, use_words},
};

/// The languages of the page as two small buttons, alone or among the items of a menu.
#[component]
pub fn LanguageSwitch(#[props(default)] in_menu: bool) -> Element {
    let words = use_words();
    let is_now = move |one: Language| words.language() == one;
    rsx! {
        div { class: "language-switch", role: "group", aria_label: words.t("language-switch"),
            for one in Language::ALL {
                button {
                    key: "{one.tag()}",
                    class: "link-button",
                    r#type: "button",
                    lang: one.tag(),
                    role: in_menu.then_some("menuitemradio"),
                    aria_checked: in_menu.then(|| is_now(one)),
                    aria_pressed: (!in_menu).then(|| is_now(one)),
                    onclick: move |_| language::choose(one),
                    {one.own_name()}
                }
            }
        }
    }
}

/// Chooses the languages of a glossary: the usual ones first, and any other by its name or its tag.
#[component]
pub fn LanguageChooser(
    chosen: Vec<Lang>,
    on_add: EventHandler<Lang>,
    on_remove: EventHandler<Lang>,
    #[props(default)] disabled: bool,
) -> Element {
    let words = use_words();
    let id = use_element_id("language");
    let mut typed = use_signal(String::new);
    let mut is_unknown = use_signal(|| false);
    let offered = Lang::OFFERED
        .iter()
        .filter_map(|tag| tag.parse::<Lang>().ok());
    let offered: Vec<Lang> = offered.filter(|lang| !chosen.contains(lang)).collect();
    let taken = chosen.clone();
    let mut add_typed = move || {
        let lang = lang_named(&typed.peek());
        is_unknown.set(lang.is_none() && !typed.peek().trim().is_empty());
        if let Some(lang) = lang {
            if !taken.contains(&lang) {
                on_add.call(lang);
            }
            typed.set(String::new());
        }
    };
    let mut add_by_enter = add_typed.clone();
    let alone = chosen.len() == 1;
    rsx! {
        fieldset { class: "field language-chooser", disabled,
            legend { class: "label", {words.t("glossary-languages-manage")} }
            div { class: "cluster",
                for lang in chosen {
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
            div { class: "row language-other", "data-own-undo": "",
                label { class: "hint", r#for: "{id}", {words.t("lang-other")} }
                input {
                    id: "{id}",
                    class: "input",
                    r#type: "text",
                    autocomplete: "off",
                    autocapitalize: "none",
                    maxlength: "30",
                    placeholder: words.t("lang-example"),
                    value: "{typed}",
                    aria_invalid: is_unknown(),
                    aria_describedby: is_unknown().then(|| format!("{id}-problem")),
                    oninput: move |event| {
                        typed.set(event.value());
                        is_unknown.set(false);
                    },
                    onkeydown: move |event| {
                        if event.key() == Key::Enter {
                            event.prevent_default();
                            add_by_enter();
                        }
                    },
                }
                button { class: "button small", r#type: "button", onclick: move |_| add_typed(), {words.t("action-add")} }
            }
            if is_unknown() {
                p { class: "error-text", id: "{id}-problem", role: "alert", {words.t("lang-unknown")} }
            }
        }
    }
}
