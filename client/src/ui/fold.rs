//! What helps to find and sort things: in the open where there is room, behind one button on a phone, where it would
//! take the whole first screen.

use super::use_element_id;
use dioxus::prelude::*;
use jalon_view::words::use_words;

#[component]
pub fn Fold(children: Element) -> Element {
    let words = use_words();
    let id = use_element_id("fold");
    let mut is_open = use_signal(|| false);
    rsx! {
        button { class: "button small fold-button", r#type: "button", aria_expanded: is_open(), aria_controls: "{id}",
            onclick: move |_| is_open.toggle(),
            {words.t("fold-tools")}
        }
        div { id: "{id}", class: if is_open() { "fold" } else { "fold is-folded" }, {children} }
    }
}
