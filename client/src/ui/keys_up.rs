//! The keyboard of a phone comes up over half of the page: what is being written stays in view.

use dioxus::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element as Node, EventTarget, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Looks after the field that is being written whenever the room for the page changes.
pub fn use_field_in_view() {
    use_hook(|| {
        let listener = Closure::<dyn FnMut()>::new(show_field);
        if let Some(window) = web_sys::window() {
            // Some browsers make the window smaller for the keys, others only the part of it that is seen.
            let seen = js_sys::Reflect::get(&window, &"visualViewport".into());
            let seen = seen.and_then(JsCast::dyn_into::<EventTarget>).ok();
            for target in [Some(EventTarget::from(window)), seen]
                .into_iter()
                .flatten()
            {
                let _ = target
                    .add_event_listener_with_callback("resize", listener.as_ref().unchecked_ref());
            }
        }
        // It stays as long as the page.
        listener.forget();
    });
}

fn show_field() {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(active) = document.and_then(|document| document.active_element()) else {
        return;
    };
    if is_written(&active) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        options.set_inline(ScrollLogicalPosition::Nearest);
        active.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Whether keys go into it.
fn is_written(element: &Node) -> bool {
    element
        .matches("textarea, input:not([type=checkbox], [type=radio]), [contenteditable=true]")
        .unwrap_or(false)
}
