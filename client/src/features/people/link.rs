//! One's own link: the same person goes on from another device.

use super::invitation::CopyButton;
use crate::{
    api::{self, ApiError},
    ui::{Dialog, QrCode, toast::use_toasts},
};
use dioxus::prelude::*;
use jalon_view::words::use_words;

#[component]
pub fn MyLinkDialog(on_close: EventHandler<()>) -> Element {
    let words = use_words();
    let toasts = use_toasts();
    let mut leaving = use_signal(|| false);
    let leave_others = move |_| {
        spawn(async move {
            match api::log_out_others().await {
                Ok(()) => {
                    toasts.say("others-left");
                    on_close.call(());
                }
                Err(error) => toasts.say(error.key()),
            }
        });
    };
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
            div { class: "stack tight",
                p { {words.t("others-text")} }
                if leaving() {
                    div { class: "cluster", role: "group",
                        span { {words.t("others-sure")} }
                        button { class: "button danger", r#type: "button", onclick: leave_others, {words.t("others-yes")} }
                        button { class: "button quiet", r#type: "button", onclick: move |_| leaving.set(false), {words.t("action-cancel")} }
                    }
                } else {
                    div {
                        button { class: "button", r#type: "button", onclick: move |_| leaving.set(true), {words.t("others-leave")} }
                    }
                }
            }
        }
    }
}
