//! Choices: one word of a few, or one of the entities of the workspace.

use super::PresenceMark;
use crate::{session::use_session, ui::use_element_id};
use dioxus::prelude::*;
use jalon_shared::{Command, FieldRef, Value};
use jalon_view::words::{Labelled, use_words};
use uuid::Uuid;

/// A choice among the words of its type. `allow_none` offers to leave it open.
#[component]
pub fn ChoiceField<C: Labelled + Into<Value>>(
    field: FieldRef,
    label: String,
    /// The words that are seen, where a heading says the rest of the label already.
    #[props(default)]
    short_label: String,
    current: Option<C>,
    #[props(default)] allow_none: bool,
    #[props(default)] hide_label: bool,
    #[props(default)] class: String,
    /// Offers these only.
    #[props(default = C::ALL.to_vec())]
    among: Vec<C>,
    /// What else a choice brings.
    also: Option<Callback<C, Vec<Command>>>,
) -> Element {
    let words = use_words();
    let options = among
        .iter()
        .map(|choice| (choice.word().to_owned(), words.choice(*choice)))
        .collect();
    rsx! {
        Select {
            field: field.clone(),
            label,
            short_label,
            hide_label,
            class,
            allow_none,
            options,
            current: current.map_or_else(String::new, |choice| choice.word().to_owned()),
            value_of: Callback::new(|word: String| C::from_word(&word).map_or(Value::None, Into::into)),
            also: Callback::new(move |word: String| {
                let chosen = C::from_word(&word).zip(also);
                chosen.map_or_else(Vec::new, |(choice, also)| also.call(choice))
            }),
        }
    }
}

/// One of the workspace's entities: an axis, an indicator.
#[component]
pub fn ReferenceField(
    field: FieldRef,
    label: String,
    current: Option<Uuid>,
    /// Ids and names.
    options: Vec<(Uuid, String)>,
    #[props(default)] hide_label: bool,
    #[props(default)] class: String,
) -> Element {
    let options = options
        .into_iter()
        .map(|(id, name)| (id.to_string(), name))
        .collect();
    rsx! {
        Select {
            field,
            label,
            short_label: "",
            hide_label,
            class,
            allow_none: true,
            options,
            current: current.map_or_else(String::new, |id| id.to_string()),
            value_of: Callback::new(|id: String| Uuid::try_parse(&id).map_or(Value::None, Value::Id)),
        }
    }
}

#[component]
fn Select(
    field: FieldRef,
    label: String,
    short_label: String,
    hide_label: bool,
    class: String,
    allow_none: bool,
    options: Vec<(String, String)>,
    current: String,
    value_of: Callback<String, Value>,
    also: Option<Callback<String, Vec<Command>>>,
) -> Element {
    let words = use_words();
    let session = use_session();
    let id = use_element_id("choice");
    let path = field.to_string();
    let disabled = !session.may_write();
    let (enter, leave) = (session.clone(), session.clone());
    let entered = path.clone();
    let is_short = !short_label.is_empty();
    let name = is_short.then(|| label.clone());
    let seen = if is_short { short_label } else { label };
    let open = allow_none || current.is_empty();
    rsx! {
        div { class: "field choice-field {class}",
            label { class: if hide_label { "visually-hidden" } else { "label" }, r#for: "{id}", "{seen}" }
            div { class: "control",
                select {
                    id: "{id}",
                    class: "select",
                    disabled,
                    "data-field": path.clone(),
                    aria_label: name.clone(),
                    value: "{current}",
                    onchange: move |event| {
                        let word = event.value();
                        let more = also.map_or_else(Vec::new, |also| also.call(word.clone()));
                        let mut commands = vec![Command::Set { field: field.clone(), value: value_of.call(word) }];
                        commands.extend(more);
                        session.send_all(commands);
                    },
                    onfocus: move |_| enter.focus(Some(entered.clone())),
                    onblur: move |_| leave.focus(None),
                    if open {
                        option { value: "", selected: current.is_empty(), {words.t("choice-none")} }
                    }
                    for (value, text) in options {
                        option { key: "{value}", value: "{value}", selected: value == current, "{text}" }
                    }
                }
                PresenceMark { field: path.clone() }
            }
        }
    }
}
