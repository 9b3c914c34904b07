//! A choice among a few, all of them visible: a row of radio buttons.

use super::use_element_id;
use dioxus::prelude::*;

#[component]
pub fn Segmented(
    label: String,
    /// Values and their labels.
    options: Vec<(String, String)>,
    value: String,
    on_change: EventHandler<String>,
    #[props(default)] disabled: bool,
    #[props(default)] hide_label: bool,
) -> Element {
    let name = use_element_id("choice");
    rsx! {
        fieldset { class: "field", disabled,
            legend { class: if hide_label { "visually-hidden" } else { "label" }, "{label}" }
            div { class: "segmented",
                for (option, text) in options {
                    label { key: "{option}", class: "segment",
                        input {
                            r#type: "radio",
                            name: "{name}",
                            value: "{option}",
                            checked: option == value,
                            onchange: {
                                let option = option.clone();
                                move |_| on_change.call(option.clone())
                            },
                        }
                        span { "{text}" }
                    }
                }
            }
        }
    }
}
