//! Asking that a name be removed: one's own everywhere, or, as a facilitator, somebody's in a workspace. It
//! says in plain words what goes and what stays, since nothing brings it back.

use crate::{
    api::{self, ApiError},
    memory, session,
    ui::{Dialog, toast::use_toasts},
};
use dioxus::prelude::*;
use jalon_shared::{PersonId, WorkspaceId};
use jalon_view::{args, words::use_words};

/// Removes my own name and every way in that I have.
#[component]
pub fn ForgetMeDialog(on_close: EventHandler<()>) -> Element {
    let words = use_words();
    let toasts = use_toasts();
    let mut working = use_signal(|| false);
    let forget = move |_| {
        working.set(true);
        // The page, and this dialog with it, goes away as soon as the server sends this person out.
        dioxus::core::spawn_forever(async move {
            match forget_me().await {
                Ok(()) => {
                    memory::say_next("forget-me-done");
                    crate::ui::leave();
                }
                Err(error) => {
                    toasts.say(error.key());
                    if let Ok(mut working) = working.try_write() {
                        *working = false;
                    }
                }
            }
        });
    };
    rsx! {
        Dialog {
            title: words.t("forget-me-title"),
            on_close,
            foot: rsx! {
                button { class: "button", r#type: "button", onclick: move |_| on_close.call(()), {words.t("action-cancel")} }
                button { class: "button danger", r#type: "button", disabled: working(), onclick: forget, {words.t("forget-yes")} }
            },
            p { {words.t("forget-me-text")} }
            WhatStays {}
            p { class: "note warning", {words.t("forget-me-end")} }
        }
    }
}

/// Removes somebody's name from one workspace.
#[component]
pub fn ForgetMemberDialog(
    id: WorkspaceId,
    person: PersonId,
    name: String,
    on_close: EventHandler<()>,
) -> Element {
    let words = use_words();
    let toasts = use_toasts();
    let mut working = use_signal(|| false);
    let forget = move |_| {
        working.set(true);
        spawn(async move {
            match api::forget_person(id, person).await {
                Ok(()) => toasts.say("forget-done"),
                Err(error) => toasts.say(error.key()),
            }
            on_close.call(());
        });
    };
    rsx! {
        Dialog {
            title: words.t_with("forget-member-title", args![name => name]),
            on_close,
            foot: rsx! {
                button { class: "button", r#type: "button", onclick: move |_| on_close.call(()), {words.t("action-cancel")} }
                button { class: "button danger", r#type: "button", disabled: working(), onclick: forget, {words.t("forget-yes")} }
            },
            p { {words.t("forget-member-text")} }
            WhatStays {}
            p { class: "note warning", {words.t("forget-member-end")} }
        }
    }
}

/// What removing a name does not change.
#[component]
fn WhatStays() -> Element {
    let words = use_words();
    rsx! {
        ul {
            for key in ["forget-stays-work", "forget-stays-words", "forget-stays-versions", "forget-stays-copies"] {
                li { key: "{key}", {words.t(key)} }
            }
        }
    }
}

/// Asks the server, then empties what this browser kept.
async fn forget_me() -> Result<(), ApiError> {
    let me = api::me().await?;
    api::forget_myself().await?;
    memory::forget_everybody();
    let kept = me.workspaces.iter().map(|workspace| workspace.id);
    session::forget_copies(me.person, kept).await;
    Ok(())
}
