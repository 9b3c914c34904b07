//! The settings of a workspace, in a dialog for facilitators. They are fields like all others: what is
//! typed is there for everybody at once.

use super::LanguageChooser;
use crate::{
    field::TextField,
    session::{Watch, use_session, use_watch},
    ui::{Dialog, Segmented, use_element_id},
};
use dioxus::prelude::*;
use jalon_shared::{Choice, Command, EntityRef, Field, Frequency, Lang, Value};
use jalon_view::words::use_words;

/// The cadences that a table of readings can have.
pub const CADENCES: [Frequency; 2] = [Frequency::Monthly, Frequency::Quarterly];

#[component]
pub fn SettingsDialog(on_close: EventHandler<()>) -> Element {
    let words = use_words();
    let session = use_session();
    let watch = Watch::Any(vec![Watch::Entity(EntityRef::SETTINGS), Watch::Languages]);
    let settings = use_watch(watch, |workspace| workspace.settings());
    let set = {
        let session = session.clone();
        move |field: Field, value: Value| {
            session.send(Command::Set {
                field: EntityRef::SETTINGS.field(field),
                value,
            })
        }
    };
    let (set_cadence, set_currency) = (set.clone(), set);
    let (add, remove) = (session.clone(), session.clone());
    let label = move |field: &Field| words.field(EntityRef::SETTINGS.kind, field);
    let now = settings.read().clone();
    rsx! {
        Dialog { title: words.t("settings-title"), on_close,
            foot: rsx! {
                button { class: "button primary", r#type: "button", onclick: move |_| on_close.call(()), {words.t("settings-done")} }
            },
            for field in [Field::Title, Field::Organisation] {
                TextField { key: "{field.name()}", field: EntityRef::SETTINGS.field(field.clone()), label: label(&field) }
            }
            TextField { field: EntityRef::SETTINGS.field(Field::Mission), label: label(&Field::Mission), multiline: true, rows: 3 }
            div { class: "fields",
                Segmented {
                    label: label(&Field::Cadence),
                    options: CADENCES.iter().map(|cadence| (cadence.word().to_owned(), words.choice(*cadence))).collect::<Vec<_>>(),
                    value: now.cadence.word(),
                    disabled: !session.may_write(),
                    on_change: move |word: String| set_cadence(Field::Cadence, Value::Text(word)),
                }
                CurrencyBox {
                    value: now.currency.clone(),
                    label: label(&Field::Currency),
                    disabled: !session.may_write(),
                    on_change: move |code: String| set_currency(Field::Currency, Value::Text(code)),
                }
            }
            LanguageChooser {
                chosen: now.languages,
                disabled: !session.may_write(),
                on_add: move |lang: Lang| add.send(Command::AddLanguage { lang }),
                on_remove: move |lang: Lang| remove.send(Command::RemoveLanguage { lang }),
            }
        }
    }
}

/// Currencies that are offered first.
const CURRENCIES: [&str; 6] = ["EUR", "CHF", "GBP", "USD", "CAD", "XOF"];

/// A currency by its ISO 4217 code.
#[component]
pub fn CurrencyBox(
    value: String,
    label: String,
    on_change: EventHandler<String>,
    #[props(default)] disabled: bool,
) -> Element {
    let id = use_element_id("currency");
    let before = value.clone();
    rsx! {
        div { class: "field",
            label { class: "label", r#for: "{id}", "{label}" }
            input {
                id: "{id}",
                class: "input currency",
                r#type: "text",
                list: "{id}-list",
                maxlength: "3",
                autocomplete: "off",
                autocapitalize: "characters",
                value: "{value}",
                disabled,
                onchange: move |event| {
                    let code = event.value().trim().to_ascii_uppercase();
                    if code.len() == 3 && code.bytes().all(|letter| letter.is_ascii_uppercase()) && code != before {
                        on_change.call(code);
                    }
                },
            }
            datalist { id: "{id}-list",
                for code in CURRENCIES {
                    option { key: "{code}", value: "{code}" }
                }
            }
        }
    }
}
