//! A button that opens a short list of actions.

use super::{Icon, Shape, element_of, use_element_id};
use dioxus::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element as Node, HtmlElement};

/// What the items of a menu share with it.
#[derive(Clone, Copy)]
struct Close(EventHandler<()>);

/// The button and its list. With an `icon` alone the label is read, not shown.
#[component]
pub fn Menu(
    label: String,
    #[props(default = Shape::More)] shape: Shape,
    /// Shows the label beside the icon.
    #[props(default)]
    with_label: bool,
    #[props(default)] class: String,
    children: Element,
) -> Element {
    let id = use_element_id("menu");
    let mut open = use_signal(|| false);
    let mut list = use_signal(|| None::<Node>);
    let mut button = use_signal(|| None::<HtmlElement>);
    use_context_provider(|| {
        Close(EventHandler::new(move |()| {
            open.set(false);
            if let Some(button) = &*button.peek() {
                let _ = button.focus();
            }
        }))
    });
    let close = use_context::<Close>().0;
    rsx! {
        div {
            class: "menu-anchor {class}",
            onfocusout: move |_| {
                // The keyboard is nowhere while it moves: look once it has arrived.
                spawn(async move {
                    gloo_timers::future::TimeoutFuture::new(0).await;
                    let inside = list.peek().as_ref().is_some_and(|list| list.matches(":focus-within").unwrap_or(false));
                    if open() && !inside {
                        open.set(false);
                    }
                });
            },
            onkeydown: move |event| {
                if !open() {
                    return;
                }
                match event.key() {
                    Key::Escape => {
                        event.stop_propagation();
                        event.prevent_default();
                        close.call(());
                    }
                    Key::ArrowDown => { event.prevent_default(); step(&list.peek(), 1); }
                    Key::ArrowUp => { event.prevent_default(); step(&list.peek(), -1); }
                    _ => {}
                }
            },
            button {
                class: if with_label { "button" } else { "icon-button" },
                r#type: "button",
                aria_label: if with_label { None } else { Some(label.clone()) },
                title: if with_label { None } else { Some(label.clone()) },
                aria_haspopup: "menu",
                aria_expanded: open(),
                aria_controls: "{id}",
                onmounted: move |event| button.set(element_of(&event)),
                onclick: move |_| open.toggle(),
                Icon { shape }
                if with_label { "{label}" }
            }
            if open() {
                div {
                    id: "{id}",
                    class: "menu",
                    role: "menu",
                    aria_label: "{label}",
                    onmounted: move |event| {
                        list.set(element_of(&event));
                        step(&list.peek(), 1);
                    },
                    {children}
                }
            }
        }
    }
}

/// Moves the keyboard to the next or the previous item.
fn step(list: &Option<Node>, by: i32) {
    let Some(items) = list.as_ref().and_then(|list| {
        list.query_selector_all("[role^=menuitem]:not(:disabled)")
            .ok()
    }) else {
        return;
    };
    let count = i32::try_from(items.length()).unwrap_or(0);
    let item = |index: i32| {
        items
            .item(u32::try_from(index).ok()?)?
            .dyn_into::<HtmlElement>()
            .ok()
    };
    let now = (0..count).find(|index| item(*index).is_some_and(|item| super::has_focus(&item)));
    let next = match now {
        Some(now) => (now + by).rem_euclid(count.max(1)),
        None => 0,
    };
    if let Some(item) = item(next) {
        let _ = item.focus();
    }
}

/// One action.
#[component]
pub fn MenuItem(
    on_pick: EventHandler<()>,
    shape: Option<Shape>,
    #[props(default)] disabled: bool,
    #[props(default)] danger: bool,
    children: Element,
) -> Element {
    let close = use_context::<Close>().0;
    rsx! {
        button {
            class: if danger { "menu-item danger" } else { "menu-item" },
            r#type: "button",
            role: "menuitem",
            tabindex: "-1",
            disabled,
            onclick: move |_| {
                close.call(());
                on_pick.call(());
            },
            if let Some(shape) = shape {
                Icon { shape }
            }
            {children}
        }
    }
}
