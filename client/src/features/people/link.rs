//! One's own link: the same person goes on from another device.

use super::invitation::CopyButton;
use crate::{
    api::{self, ApiError},
    ui::{Dialog, QrCode},
};
use dioxus::prelude::*;
use jalon_view::words::use_words;

#[component]
pub fn MyLinkDialog(on_close: EventHandler<()>) -> Element {
    let words = use_words();
    let link: Resource<Result<String, ApiError>> = use_resource(api::my_link);
    let now = link.read().clone();
    rsx! {
        Dialog { title: words.t("my-link-title"), on_close,
            p { {words.t("my-link-text")} }
            match now {
                None => rsx! { p { class: "muted", role: "status", {words.t("my-link-making")} } },
                Some(Err(error)) => rsx! { p { class: "note warning", role: "alert", {words.t(error.key())} } },
                Some(Ok(url)) => rsx! {
                    QrCode { text: url.clone(), label: words.t("my-link-qr"), class: "qr-medium" }
                    div { class: "row",
                        input { class: "input", r#type: "text", readonly: true, aria_label: words.t("my-link-address"), value: "{url}" }
                        CopyButton { text: url.clone() }
                    }
                    p { class: "note warning", {words.t("my-link-private")} }
                },
            }
        }
    }
}
