//! A period of the document, typed as people say it: `2025`, `T2 2025`, `juin 2025`.

use super::{draft::DraftBox, typed};
use crate::session::{Watch, use_session, use_watch};
use dioxus::prelude::*;
use jalon_shared::{Command, FieldRef, Value};
use jalon_view::{dates, words::use_words};

#[component]
pub fn PeriodField(
    field: FieldRef,
    label: String,
    #[props(default)] hide_label: bool,
    #[props(default)] class: String,
    /// An example that fits a narrow box.
    #[props(default)]
    short: bool,
) -> Element {
    let words = use_words();
    let session = use_session();
    let read = field.clone();
    let value = use_watch(Watch::Field(field.clone()), move |workspace| {
        typed::period_in(workspace, &read)
    });
    let path = field.to_string();
    let disabled = !session.may_write();
    let shown = value().map_or_else(String::new, |period| dates::period_short(words, period));
    let problem = move |text: String| {
        (!text.trim().is_empty() && typed::period(&text).is_none()).then(|| words.t("not-a-period"))
    };
    rsx! {
        DraftBox {
            shown,
            label,
            hide_label,
            class: "period-field {class}",
            input_class: "input",
            inputmode: "text",
            placeholder: words.t(if short { "period-placeholder-short" } else { "period-placeholder" }),
            unit: "",
            disabled,
            path,
            problem,
            on_commit: move |text: String| {
                let period = typed::period(&text);
                if period != *value.peek() {
                    session.send(Command::Set { field: field.clone(), value: Value::from(period) });
                }
            },
        }
    }
}
