//! One invitation: its link, its code in large letters, its QR code.

use super::{code::spaced, projector::Projector};
use crate::{
    api::{self, Invite},
    session::use_session,
    ui::{self, Icon, QrCode, Shape, toast::use_toasts},
};
use dioxus::prelude::*;
use jalon_view::{args, dates, words::use_words};

/// Puts a text on the clipboard, and says so.
#[component]
pub fn CopyButton(text: String) -> Element {
    let words = use_words();
    let toasts = use_toasts();
    rsx! {
        button {
            class: "button",
            r#type: "button",
            onclick: move |_| {
                let text = text.clone();
                async move {
                    toasts.say(if ui::copy(&text).await { "copied" } else { "copy-by-hand" });
                }
            },
            Icon { shape: Shape::Copy }
            {words.t("copy")}
        }
    }
}

/// `on_gone` is called when it was withdrawn.
#[component]
pub fn InvitationCard(invite: Invite, on_gone: EventHandler<()>) -> Element {
    let words = use_words();
    let toasts = use_toasts();
    let id = use_session().workspace_id();
    let mut large = use_signal(|| false);
    let mut asked = use_signal(|| false);
    let code = spaced(&invite.code);
    let withdraw = {
        let code = invite.code.clone();
        move |_| {
            let code = code.clone();
            async move {
                match api::revoke_invite(id, &code).await {
                    Ok(()) => {
                        toasts.say("invite-withdrawn");
                        on_gone.call(());
                    }
                    Err(error) => toasts.say(error.key()),
                }
            }
        }
    };
    let until = match invite.expires_at.parse::<jiff::Timestamp>() {
        Ok(at) => dates::moment(words, at.as_millisecond(), ui::minutes_east()),
        Err(_) => invite.expires_at.clone(),
    };
    rsx! {
        article { class: "card invite-card", aria_label: words.t_with("invite-label", args![code => code.clone()]),
            QrCode { text: invite.url.clone(), label: words.t("invite-qr"), class: "qr-small" }
            div { class: "stack tight invite-facts",
                p { class: "invite-code mono", "{code}" }
                div { class: "cluster",
                    span { class: "chip accent", {words.role(invite.role)} }
                    span { class: "muted small", {words.t_with("invite-uses", args![uses => invite.uses, most => invite.max_uses])} }
                }
                p { class: "muted small", {words.t_with("invite-until", args![date => until])} }
                input { class: "input", r#type: "text", readonly: true, aria_label: words.t("invite-address"), value: "{invite.url}" }
            }
            div { class: "cluster invite-tools",
                CopyButton { text: invite.url.clone() }
                button { class: "button", r#type: "button", onclick: move |_| large.set(true),
                    Icon { shape: Shape::Expand }
                    {words.t("invite-project")}
                }
                if asked() {
                    span { class: "cluster", role: "group",
                        span { {words.t("invite-withdraw-sure")} }
                        button { class: "button danger", r#type: "button", onclick: withdraw, {words.t("invite-withdraw-yes")} }
                        button { class: "button quiet", r#type: "button", onclick: move |_| asked.set(false), {words.t("action-cancel")} }
                    }
                } else {
                    button { class: "button quiet", r#type: "button", onclick: move |_| asked.set(true),
                        Icon { shape: Shape::Trash }
                        {words.t("invite-withdraw")}
                    }
                }
            }
        }
        if large() {
            Projector { invite: invite.clone(), on_close: move |()| large.set(false) }
        }
    }
}
