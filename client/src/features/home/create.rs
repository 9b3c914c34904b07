//! Making a workspace.

use crate::{
    api::{self, NewWorkspace},
    app::Route,
    features::{
        shell::{CADENCES, CurrencyBox},
        tongues::{LanguageChooser, meant},
    },
    ui::{Dialog, Segmented, toast::use_toasts, use_element_id},
};
use dioxus::prelude::*;
use jalon_shared::{Choice, EntityKind, Field, Frequency, Lang};
use jalon_view::{args, words::use_words};

#[component]
pub fn CreateDialog(on_close: EventHandler<()>) -> Element {
    let words = use_words();
    let toasts = use_toasts();
    let navigator = use_navigator();
    let form_id = use_element_id("create");
    let (title_id, organisation_id) = (use_element_id("title"), use_element_id("organisation"));
    let mut title = use_signal(String::new);
    let mut organisation = use_signal(String::new);
    let mut currency = use_signal(|| "EUR".to_owned());
    let mut cadence = use_signal(|| Frequency::Quarterly);
    let mut languages = use_signal(|| {
        words
            .language()
            .tag()
            .parse::<Lang>()
            .into_iter()
            .collect::<Vec<_>>()
    });
    // Of another language, and what of it nobody can tell the language from.
    let mut other = use_signal(String::new);
    let mut unclear = use_signal(String::new);
    let mut busy = use_signal(|| false);
    let label = move |field: Field| words.field(EntityKind::Settings, &field);
    let create = move |event: FormEvent| {
        event.prevent_default();
        // Whoever typed a language and goes on means it.
        let typed = other.peek().trim().to_owned();
        if !typed.is_empty() {
            let Some(lang) = meant(words, &typed) else {
                unclear.set(typed);
                return;
            };
            other.set(String::new());
            if !languages.peek().contains(&lang) {
                languages.write().push(lang);
            }
        }
        let chosen = languages.peek().clone();
        let Some((first, others)) = chosen.split_first() else {
            return;
        };
        if busy() || title.read().trim().is_empty() {
            return;
        }
        let new = NewWorkspace {
            title: title.read().trim().to_owned(),
            language: first.clone(),
            languages: others.to_vec(),
            organisation: organisation.read().trim().to_owned(),
            currency: currency(),
            cadence: cadence(),
        };
        busy.set(true);
        spawn(async move {
            match api::create_workspace(&new).await {
                Ok(id) => {
                    navigator.push(Route::Objectives { id });
                }
                Err(error) => {
                    busy.set(false);
                    toasts.say(error.key());
                }
            }
        });
    };
    rsx! {
        Dialog { title: words.t("create-title"), on_close,
            foot: rsx! {
                button { class: "button", r#type: "button", onclick: move |_| on_close.call(()), {words.t("action-cancel")} }
                button { class: "button primary", r#type: "submit", form: "{form_id}", disabled: busy(), aria_busy: busy(), {words.t("create-button")} }
            },
            form { id: "{form_id}", class: "stack", onsubmit: create,
                div { class: "field",
                    label { class: "label", r#for: "{title_id}", {words.t("create-name")} }
                    input {
                        id: "{title_id}",
                        class: "input",
                        r#type: "text",
                        required: true,
                        autofocus: true,
                        maxlength: "200",
                        autocomplete: "off",
                        placeholder: words.t("create-name-example"),
                        value: "{title}",
                        oninput: move |event| title.set(event.value()),
                    }
                }
                div { class: "field",
                    label { class: "label", r#for: "{organisation_id}", {label(Field::Organisation)} }
                    input {
                        id: "{organisation_id}",
                        class: "input",
                        r#type: "text",
                        maxlength: "200",
                        autocomplete: "organization",
                        value: "{organisation}",
                        oninput: move |event| organisation.set(event.value()),
                    }
                }
                LanguageChooser {
                    chosen: languages(),
                    typed: other,
                    on_add: move |lang| languages.write().push(lang),
                    on_remove: move |lang| languages.write().retain(|other| *other != lang),
                }
                if !unclear.read().is_empty() && *unclear.read() == other.read().trim() {
                    p { class: "error-text", role: "alert", {words.t_with("create-language-unclear", args![typed => unclear()])} }
                }
                div { class: "fields",
                    Segmented {
                        label: label(Field::Cadence),
                        options: CADENCES.iter().map(|one| (one.word().to_owned(), words.choice(*one))).collect::<Vec<_>>(),
                        value: cadence().word(),
                        on_change: move |word: String| {
                            if let Some(one) = Frequency::from_word(&word) {
                                cadence.set(one);
                            }
                        },
                    }
                    CurrencyBox { value: currency(), label: label(Field::Currency), on_change: move |code| currency.set(code) }
                }
                p { class: "hint", {words.t("create-later")} }
            }
        }
    }
}
