//! Boxes for numbers: what is typed is a draft until the box is left or Enter is pressed, so that "1" on
//! the way to "12" is never anybody's target. Comma, point and any space are accepted.

use super::{PresenceMark, typed};
use crate::{
    session::{Watch, use_session, use_watch},
    ui::{toast::use_toasts, use_element_id},
};
use dioxus::prelude::*;
use jalon_shared::{Command, FieldRef, Value};
use jalon_view::{numbers, words::use_words};

/// A number of the document.
#[component]
pub fn NumberField(
    field: FieldRef,
    label: String,
    #[props(default)] hide_label: bool,
    #[props(default)] unit: String,
    /// Digits after the mark when it is shown; as many as it has when not given.
    decimals: Option<u8>,
    /// A share of one that people read and type in percent.
    #[props(default)]
    share: bool,
    #[props(default)] class: String,
) -> Element {
    let session = use_session();
    let read = field.clone();
    let value = use_watch(Watch::Field(field.clone()), move |workspace| {
        typed::number_in(workspace, &read)
    });
    let scale = if share { 100.0 } else { 1.0 };
    let path = field.to_string();
    let disabled = !session.may_write();
    rsx! {
        NumberBox {
            value: value().map(|value| value * scale),
            label,
            hide_label,
            unit: if share { "%".to_owned() } else { unit },
            decimals,
            class,
            disabled,
            presence: path,
            on_change: move |number: Option<f64>| {
                let value = Value::from(number.map(|number| number / scale));
                session.send(Command::Set { field: field.clone(), value });
            },
        }
    }
}

/// A number from anywhere.
#[component]
pub fn NumberBox(
    value: Option<f64>,
    label: String,
    on_change: EventHandler<Option<f64>>,
    #[props(default)] hide_label: bool,
    #[props(default)] unit: String,
    decimals: Option<u8>,
    #[props(default)] disabled: bool,
    #[props(default)] class: String,
    #[props(default)] placeholder: String,
    /// The path under which others see that somebody is in it.
    #[props(default)]
    presence: String,
    #[props(default)] id: String,
) -> Element {
    let words = use_words();
    let session = use_session();
    let toasts = use_toasts();
    let own_id = use_element_id("number");
    let id = if id.is_empty() { own_id } else { id };
    let mut draft = use_signal(|| None::<String>);
    let shown = value.map_or_else(String::new, |value| match decimals {
        Some(decimals) => numbers::number(words, value, decimals),
        None => numbers::short(words, value, 6),
    });
    let text = draft.read().clone().unwrap_or(shown);
    let wrong = draft
        .read()
        .as_ref()
        .is_some_and(|typed| !typed.trim().is_empty() && numbers::parse(words, typed).is_none());
    let mut commit = move || {
        let Some(typed) = draft.take() else { return };
        let number = numbers::parse(words, &typed);
        if number.is_none() && !typed.trim().is_empty() {
            toasts.say("not-a-number");
        } else if number != value {
            on_change.call(number);
        }
    };
    let (enter, leave) = (session.clone(), session);
    let path = presence.clone();
    rsx! {
        div { class: "field number-field {class}",
            label { class: if hide_label { "visually-hidden" } else { "label" }, r#for: "{id}",
                "{label}"
                if hide_label && !unit.is_empty() { " ({unit})" }
            }
            div { class: "control",
                input {
                    id: "{id}",
                    class: "input number",
                    r#type: "text",
                    inputmode: "decimal",
                    autocomplete: "off",
                    value: "{text}",
                    placeholder: "{placeholder}",
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
                if !unit.is_empty() {
                    span { class: "unit", "aria-hidden": "true", "{unit}" }
                }
                if !presence.is_empty() {
                    PresenceMark { field: presence }
                }
            }
        }
    }
}
