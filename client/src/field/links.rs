//! A set of entities, chosen from a list: the indicators of an objective, related terms.

use crate::{
    session::use_session,
    ui::{Icon, Shape, use_element_id},
};
use dioxus::prelude::*;
use jalon_shared::{Command, FieldRef};
use jalon_view::words::use_words;
use std::collections::BTreeSet;
use uuid::Uuid;

#[component]
pub fn LinksField(
    field: FieldRef,
    label: String,
    current: BTreeSet<Uuid>,
    /// Ids and names, in the order in which they are offered.
    options: Vec<(Uuid, String)>,
    /// What to say when there is nothing to choose from.
    #[props(default)]
    empty: String,
    #[props(default)] class: String,
) -> Element {
    let words = use_words();
    let session = use_session();
    let id = use_element_id("links");
    let mut open = use_signal(|| false);
    let may_write = session.may_write();
    let chosen: Vec<_> = options
        .iter()
        .filter(|(id, _)| current.contains(id))
        .cloned()
        .collect();
    let toggle = {
        let (session, field) = (session.clone(), field.clone());
        move |to: Uuid, on: bool| {
            let field = field.clone();
            session.send(if on {
                Command::Link { field, to }
            } else {
                Command::Unlink { field, to }
            });
        }
    };
    let unlink = toggle.clone();
    rsx! {
        div { class: "field links-field {class}", role: "group", aria_labelledby: "{id}",
            span { class: "label", id: "{id}", "{label}" }
            div { class: "cluster",
                for (to, name) in chosen {
                    span { key: "{to}", class: "chip link-chip",
                        "{name}"
                        if may_write {
                            button {
                                class: "chip-remove",
                                r#type: "button",
                                aria_label: words.t_with("links-remove", jalon_view::args![name => name.clone()]),
                                onclick: {
                                    let unlink = unlink.clone();
                                    move |_| unlink(to, false)
                                },
                                Icon { shape: Shape::Close }
                            }
                        }
                    }
                }
                if may_write {
                    button {
                        class: "button small quiet",
                        r#type: "button",
                        aria_expanded: open(),
                        onclick: move |_| open.toggle(),
                        Icon { shape: Shape::Link }
                        {words.t(if open() { "links-done" } else { "links-choose" })}
                    }
                }
            }
            if open() {
                div {
                    class: "links-list",
                    onkeydown: move |event| {
                        if event.key() == Key::Escape {
                            event.stop_propagation();
                            open.set(false);
                        }
                    },
                    if options.is_empty() {
                        p { class: "hint", if empty.is_empty() { {words.t("links-nothing")} } else { "{empty}" } }
                    }
                    for (to, name) in options {
                        label { key: "{to}", class: "check",
                            input {
                                r#type: "checkbox",
                                checked: current.contains(&to),
                                onchange: {
                                    let toggle = toggle.clone();
                                    move |event: FormEvent| toggle(to, event.checked())
                                },
                            }
                            span { if name.is_empty() { {words.t("untitled")} } else { "{name}" } }
                        }
                    }
                }
            }
        }
    }
}
