//! A box whose text is a draft until it is left or Enter is pressed, so that "1" on the way to "12" is never
//! anybody's target. What cannot be taken stays in the box, with the reason below it; what a text means is left
//! to whoever uses the box.

use super::PresenceMark;
use crate::{session::use_session, ui::use_element_id};
use dioxus::prelude::*;

#[component]
pub(super) fn DraftBox(
    /// What it shows while nobody types.
    shown: String,
    label: String,
    hide_label: bool,
    class: String,
    input_class: &'static str,
    inputmode: &'static str,
    placeholder: String,
    unit: String,
    disabled: bool,
    /// The path of its field.
    path: String,
    /// Why a text cannot be taken.
    problem: Callback<String, Option<String>>,
    /// What was typed, when there is no problem with it.
    on_commit: EventHandler<String>,
) -> Element {
    let session = use_session();
    let id = use_element_id("draft");
    let mut draft = use_signal(|| None::<String>);
    // A number that somebody has only begun to type is not called wrong.
    let mut is_said = use_signal(|| false);
    let mut commit = move || {
        let Some(text) = draft.peek().clone() else {
            return;
        };
        let wrong = problem.call(text.clone()).is_some();
        is_said.set(wrong);
        if !wrong {
            draft.set(None);
            on_commit.call(text);
        }
    };
    let typed = draft.read().clone();
    let wrong = typed.clone().and_then(|text| problem.call(text));
    let is_wrong = wrong.is_some();
    let wrong = wrong.filter(|_| is_said());
    let text = typed.unwrap_or(shown);
    let (enter, leave) = (session.clone(), session);
    let entered = path.clone();
    let problem_id = wrong.is_some().then(|| format!("{id}-problem"));
    rsx! {
        div { class: "field {class}",
            label { class: if hide_label { "visually-hidden" } else { "label" }, r#for: "{id}",
                "{label}"
                if hide_label && !unit.is_empty() { " ({unit})" }
            }
            div { class: "control",
                input {
                    id: "{id}",
                    class: input_class,
                    r#type: "text",
                    inputmode,
                    autocomplete: "off",
                    value: "{text}",
                    placeholder: "{placeholder}",
                    disabled,
                    aria_invalid: is_wrong,
                    aria_describedby: problem_id.clone(),
                    "data-field": path.clone(),
                    oninput: move |event| draft.set(Some(event.value())),
                    onchange: move |_| commit(),
                    onkeydown: move |event| {
                        if event.key() == Key::Enter {
                            commit();
                        } else if event.key() == Key::Escape && draft.peek().is_some() {
                            event.stop_propagation();
                            draft.set(None);
                            is_said.set(false);
                        }
                    },
                    onfocus: move |_| enter.focus(Some(entered.clone())),
                    onblur: move |_| {
                        commit();
                        leave.focus(None);
                    },
                }
                if !unit.is_empty() {
                    span { class: "unit", "aria-hidden": "true", "{unit}" }
                }
                PresenceMark { field: path.clone() }
            }
            if let Some((wrong, problem_id)) = wrong.zip(problem_id.clone()) {
                p { class: "error-text", id: "{problem_id}", role: "alert", "{wrong}" }
            }
        }
    }
}
