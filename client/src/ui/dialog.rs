//! A dialog above the page: the browser's own, which keeps the keyboard inside and gives it back.

use super::{
    Icon, Shape,
    back::use_back_closes,
    element_of,
    toast::{ToastList, use_toasts_above},
    use_element_id,
};
use dioxus::prelude::*;
use jalon_view::words::use_words;
use web_sys::HtmlDialogElement;

/// A modal dialog. It is open while it is mounted; Escape and the cross ask `on_close` to take it away.
#[component]
pub fn Dialog(
    title: String,
    on_close: EventHandler<()>,
    /// Twice as wide.
    #[props(default)]
    wide: bool,
    #[props(default)] class: String,
    /// The buttons at the bottom.
    foot: Option<Element>,
    children: Element,
) -> Element {
    let words = use_words();
    let title_id = use_element_id("dialog");
    use_back_closes(on_close);
    let place = use_toasts_above();
    let mut element = use_signal(|| None::<HtmlDialogElement>);
    use_drop(move || {
        // Closing gives the keyboard back to where it was.
        if let Some(element) = element.take() {
            element.close();
        }
    });
    rsx! {
        dialog {
            class: if wide { "dialog wide {class}" } else { "dialog {class}" },
            aria_labelledby: "{title_id}",
            onmounted: move |event| {
                if let Some(dialog) = element_of::<HtmlDialogElement>(&event) {
                    let _ = dialog.show_modal();
                    element.set(Some(dialog));
                }
            },
            oncancel: move |event| {
                event.prevent_default();
                on_close.call(());
            },
            div { class: "dialog-head",
                h2 { id: "{title_id}", "{title}" }
                button {
                    class: "icon-button",
                    r#type: "button",
                    aria_label: words.t("dialog-close"),
                    onclick: move |_| on_close.call(()),
                    Icon { shape: Shape::Close }
                }
            }
            div { class: "dialog-body", {children} }
            if let Some(foot) = foot {
                div { class: "dialog-foot", {foot} }
            }
            ToastList { place }
        }
    }
}
