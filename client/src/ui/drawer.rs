//! A panel at the side of the page, for the details of what is selected; the page stays usable.

use super::{
    Icon, Shape, back::use_back_closes, element_of, focus_soon, use_element_id, use_window_event,
};
use dioxus::prelude::*;
use jalon_view::words::use_words;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

/// It is open while it is mounted; Escape and the cross ask `on_close` to take it away, and the keyboard
/// goes back to where it was.
#[component]
pub fn Drawer(
    title: String,
    on_close: EventHandler<()>,
    #[props(default)] class: String,
    children: Element,
) -> Element {
    let words = use_words();
    let title_id = use_element_id("drawer");
    use_back_closes(on_close);
    let before = use_hook(|| {
        let active = web_sys::window()
            .and_then(|window| window.document())
            .and_then(|page| page.active_element());
        active.and_then(|element| element.dyn_into::<HtmlElement>().ok())
    });
    use_drop(move || {
        if let Some(before) = before {
            let _ = before.focus();
        }
    });
    // What had the keyboard may be gone from the page (a thread that was settled): then nothing has it.
    use_window_event("keydown", move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() && is_nowhere() {
            on_close.call(());
        }
    });
    let focus = title_id.clone();
    rsx! {
        div {
            class: "drawer {class}",
            role: "dialog",
            aria_labelledby: "{title_id}",
            onmounted: move |event| {
                if element_of::<HtmlElement>(&event).is_some() {
                    focus_soon(focus.clone());
                }
            },
            onkeydown: move |event| {
                if event.key() == Key::Escape && !event.is_composing() {
                    event.stop_propagation();
                    on_close.call(());
                }
            },
            div { class: "dialog-head",
                h2 { id: "{title_id}", tabindex: "-1", "{title}" }
                button {
                    class: "icon-button",
                    r#type: "button",
                    aria_label: words.t("dialog-close"),
                    onclick: move |_| on_close.call(()),
                    Icon { shape: Shape::Close }
                }
            }
            div { class: "dialog-body", {children} }
        }
    }
}

/// Whether nothing on the page has the keyboard, and nothing is open above it.
fn is_nowhere() -> bool {
    let Some(page) = web_sys::window().and_then(|window| window.document()) else {
        return false;
    };
    let has_nothing = page
        .active_element()
        .is_none_or(|active| active.tag_name() == "BODY");
    let is_covered = page.query_selector("dialog[open]").ok().flatten().is_some();
    has_nothing && !is_covered
}
