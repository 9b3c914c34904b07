//! The settings of a workspace, in a dialog for facilitators. They are fields like all others: what is
//! typed is there for everybody at once.

use super::CurrencyBox;
use crate::{
    features::tongues::LanguageChooser,
    field::TextField,
    session::{Watch, use_session, use_watch},
    ui::{Dialog, Segmented},
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
