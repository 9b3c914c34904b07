//! A period, typed as people say it: `2025`, `T2 2025`, `juin 2025`.

use super::{PresenceMark, typed};
use crate::{
    session::{Watch, use_session, use_watch},
    ui::{toast::use_toasts, use_element_id},
};
use dioxus::prelude::*;
use jalon_shared::{Command, FieldRef, Period, Value};
use jalon_view::{dates, words::use_words};

/// A period of the document.
#[component]
pub fn PeriodField(
    field: FieldRef,
    label: String,
    #[props(default)] hide_label: bool,
    #[props(default)] class: String,
) -> Element {
    let session = use_session();
    let read = field.clone();
    let value = use_watch(Watch::Field(field.clone()), move |workspace| {
        typed::period_in(workspace, &read)
    });
    let presence = field.to_string();
    let disabled = !session.may_write();
    rsx! {
        PeriodBox {
            value: value(),
            label,
            hide_label,
            class,
            disabled,
            presence,
            on_change: move |period: Option<Period>| {
                session.send(Command::Set { field: field.clone(), value: Value::from(period) });
            },
        }
    }
}

/// A period from anywhere.
#[component]
pub fn PeriodBox(
    value: Option<Period>,
    label: String,
    on_change: EventHandler<Option<Period>>,
    #[props(default)] hide_label: bool,
    #[props(default)] class: String,
    #[props(default)] disabled: bool,
    #[props(default)] presence: String,
) -> Element {
    let words = use_words();
    let session = use_session();
    let toasts = use_toasts();
    let id = use_element_id("period");
    let mut draft = use_signal(|| None::<String>);
    let shown = value.map_or_else(String::new, |period| dates::period_short(words, period));
    let text = draft.read().clone().unwrap_or(shown);
    let wrong = draft
        .read()
        .as_ref()
        .is_some_and(|text| !text.trim().is_empty() && typed::period(text).is_none());
    let mut commit = move || {
        let Some(text) = draft.take() else { return };
        let period = typed::period(&text);
        if period.is_none() && !text.trim().is_empty() {
            toasts.say("not-a-period");
        } else if period != value {
            on_change.call(period);
        }
    };
    let (enter, leave) = (session.clone(), session);
    let path = presence.clone();
    rsx! {
        div { class: "field period-field {class}",
            label { class: if hide_label { "visually-hidden" } else { "label" }, r#for: "{id}", "{label}" }
            div { class: "control",
                input {
                    id: "{id}",
                    class: "input",
                    r#type: "text",
                    autocomplete: "off",
                    value: "{text}",
                    placeholder: words.t("period-placeholder"),
                    disabled,
                    aria_invalid: wrong,
                    oninput: move |event| draft.set(Some(event.value())),
                    onchange: move |_| commit(),
                    onkeydown: move |event| {
                        if event.key() == Key::Enter {
                            commit();
                        } else if event.key() == Key::Escape && draft.peek().is_some() {
                            event.stop_propagation();
                            draft.set(None);
                        }
                    },
                    onfocus: move |_| {
                        if !path.is_empty() {
                            enter.focus(Some(path.clone()));
                        }
                    },
                    onblur: move |_| {
                        commit();
                        leave.focus(None);
                    },
                }
                if !presence.is_empty() {
                    PresenceMark { field: presence }
                }
            }
        }
    }
}
