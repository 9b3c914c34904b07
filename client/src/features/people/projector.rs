//! An invitation as large as the screen, for a room with a projector.

use super::code::spaced;
use crate::{
    api::Invite,
    session::{Watch, use_session, use_watch},
    ui::{self, Icon, QrCode, Shape, back::use_back_closes, element_of},
};
use dioxus::prelude::*;
use jalon_shared::EntityRef;
use jalon_view::{args, typography, words::use_words};
use web_sys::HtmlDialogElement;

#[component]
pub fn Projector(invite: Invite, on_close: EventHandler<()>) -> Element {
    let words = use_words();
    use_back_closes(on_close);
    let session = use_session();
    let settings = Watch::Entity(EntityRef::SETTINGS);
    let title = use_watch(settings, |workspace| workspace.settings().title);
    let here = session.peers().len();
    let place = ui::origin()
        .split_once("://")
        .map(|(_, host)| host.to_owned())
        .unwrap_or_default();
    rsx! {
        dialog {
            class: "projector",
            aria_label: words.t("invite-project"),
            onmounted: move |event| {
                if let Some(dialog) = element_of::<HtmlDialogElement>(&event) {
                    let _ = dialog.show_modal();
                }
            },
            oncancel: move |event| {
                event.prevent_default();
                on_close.call(());
            },
            button {
                class: "icon-button projector-close",
                r#type: "button",
                aria_label: words.t("dialog-close"),
                onclick: move |_| on_close.call(()),
                Icon { shape: Shape::Close }
            }
            h2 { class: "projector-title", {typography::bound(&title.read())} }
            QrCode { text: invite.url.clone(), label: words.t("invite-qr"), class: "qr-large" }
            div { class: "projector-words",
                p { {words.t("projector-scan")} }
                p { {words.t_with("projector-or", args![place => format!("{place}/join")])} }
                p { class: "projector-code mono", {spaced(&invite.code)} }
                p { class: "projector-here", role: "status", {words.t_with("projector-here", args![n => here])} }
            }
        }
    }
}
