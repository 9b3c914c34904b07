//! A part on show, with what it is called.

use dioxus::prelude::*;

/// `shows` names the components inside, for whoever reads the page beside the source.
#[component]
pub(super) fn Specimen(
    shows: &'static str,
    caption: String,
    #[props(default)] wide: bool,
    children: Element,
) -> Element {
    rsx! {
        figure { class: if wide { "specimen is-wide" } else { "specimen" }, "data-shows": shows,
            figcaption { class: "specimen-caption", "{caption}" }
            div { class: "specimen-body", {children} }
        }
    }
}

/// A chapter of the page.
#[component]
pub(super) fn Chapter(id: &'static str, title: String, hint: String, children: Element) -> Element {
    rsx! {
        section { class: "stack chapter", id, aria_labelledby: "{id}-title",
            h2 { id: "{id}-title", "{title}" }
            p { class: "muted prose", "{hint}" }
            {children}
        }
    }
}
