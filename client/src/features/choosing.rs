//! A list to choose from by typing a few letters; it may also make what it does not find.

use crate::features::glossary::search::fold;
use crate::ui::{Icon, Shape, focus_soon, use_element_id};
use dioxus::prelude::*;
use jalon_view::{args, words::use_words};
use uuid::Uuid;

/// How many are shown before somebody has to type.
const MOST: usize = 12;

/// One thing to choose.
#[derive(Clone, PartialEq)]
pub(crate) struct Offer {
    pub id: Uuid,
    pub name: String,
    /// What the button says to a screen reader.
    pub label: String,
    /// A word beside the name.
    pub aside: String,
    /// The hue of a dot before it.
    pub class: &'static str,
}

#[component]
pub(crate) fn Choose(
    /// What the search box is called.
    label: String,
    placeholder: String,
    /// What to say when nothing fits.
    none: String,
    offers: Vec<Offer>,
    on_pick: EventHandler<Uuid>,
    on_close: EventHandler<()>,
    /// The label of the button that makes a new one, without and (by key) with its name.
    #[props(default)]
    create: String,
    #[props(default)] create_key: &'static str,
    on_create: Option<EventHandler<String>>,
) -> Element {
    let words = use_words();
    let id = use_element_id("choose");
    let mut typed = use_signal(String::new);
    {
        let id = id.clone();
        use_hook(move || focus_soon(id));
    }
    let wanted = fold(typed.read().trim());
    let found: Vec<Offer> = offers
        .into_iter()
        .filter(|offer| fold(&offer.name).contains(&wanted))
        .take(MOST)
        .collect();
    let first = found.first().map(|offer| offer.id);
    let name = typed.read().trim().to_owned();
    let named = name.clone();
    let create = if name.is_empty() {
        create
    } else {
        words.t_with(create_key, args![name => name.clone()])
    };
    rsx! {
        div {
            class: "choose",
            onkeydown: move |event| {
                if event.key() == Key::Escape {
                    event.stop_propagation();
                    on_close.call(());
                }
            },
            div { class: "choose-head",
                div { class: "field grow",
                    label { class: "visually-hidden", r#for: "{id}", "{label}" }
                    input {
                        id: "{id}",
                        class: "input",
                        r#type: "search",
                        autocomplete: "off",
                        placeholder: "{placeholder}",
                        value: "{typed}",
                        oninput: move |event| typed.set(event.value()),
                        onkeydown: move |event| {
                            if event.key() == Key::Enter && !event.is_composing() && !named.is_empty() {
                                event.prevent_default();
                                match (first, on_create) {
                                    (Some(first), _) => on_pick.call(first),
                                    (None, Some(on_create)) => on_create.call(named.clone()),
                                    (None, None) => return,
                                }
                                typed.set(String::new());
                            }
                        },
                    }
                }
                button {
                    class: "icon-button",
                    r#type: "button",
                    aria_label: words.t("objective-picker-close"),
                    onclick: move |_| on_close.call(()),
                    Icon { shape: Shape::Close }
                }
            }
            if found.is_empty() {
                p { class: "hint choose-none", "{none}" }
            }
            ul { class: "choose-list",
                for offer in found {
                    li { key: "{offer.id}",
                        button {
                            class: "menu-item",
                            r#type: "button",
                            aria_label: "{offer.label}",
                            onclick: move |_| {
                                on_pick.call(offer.id);
                                typed.set(String::new());
                            },
                            span { class: "dot {offer.class}" }
                            span { class: "grow", "{offer.name}" }
                        }
                        span { class: "hint", "{offer.aside}" }
                    }
                }
            }
            if let Some(on_create) = on_create {
                button {
                    class: "button small",
                    r#type: "button",
                    onclick: move |_| on_create.call(name.clone()),
                    Icon { shape: Shape::Add }
                    "{create}"
                }
            }
        }
    }
}
