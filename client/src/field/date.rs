//! A day, by the browser's own calendar.

use super::{PresenceMark, typed};
use crate::{
    session::{Watch, use_session, use_watch},
    ui::use_element_id,
};
use dioxus::prelude::*;
use jalon_shared::{Command, FieldRef, Value};
use jiff::civil::Date;

#[component]
pub fn DateField(
    field: FieldRef,
    label: String,
    #[props(default)] hide_label: bool,
    #[props(default)] class: String,
) -> Element {
    let session = use_session();
    let id = use_element_id("date");
    let read = field.clone();
    let value = use_watch(Watch::Field(field.clone()), move |workspace| {
        typed::date_in(workspace, &read)
    });
    let shown = value().map_or_else(String::new, |date| date.to_string());
    let path = field.to_string();
    let disabled = !session.may_write();
    let (enter, leave) = (session.clone(), session.clone());
    let entered = path.clone();
    rsx! {
        div { class: "field date-field {class}",
            label { class: if hide_label { "visually-hidden" } else { "label" }, r#for: "{id}", "{label}" }
            div { class: "control",
                input {
                    id: "{id}",
                    class: "input",
                    r#type: "date",
                    value: "{shown}",
                    disabled,
                    "data-field": path.clone(),
                    onchange: move |event| {
                        let date = event.value().parse::<Date>().ok();
                        if date != *value.peek() {
                            session.send(Command::Set { field: field.clone(), value: Value::from(date) });
                        }
                    },
                    onfocus: move |_| enter.focus(Some(entered.clone())),
                    onblur: move |_| leave.focus(None),
                }
                PresenceMark { field: path.clone() }
            }
        }
    }
}
