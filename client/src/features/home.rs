//! The first page.

use dioxus::prelude::*;

#[component]
pub fn Home() -> Element {
    rsx! {}
}
