//! The page of the people.

use super::{invite::Invitations, link::MyLinkDialog, members::Members, tokens::Tokens};
use crate::{
    session::use_session,
    ui::{Icon, Shape},
};
use dioxus::prelude::*;
use jalon_shared::WorkspaceId;
use jalon_view::words::use_words;

#[component]
pub fn People(id: WorkspaceId) -> Element {
    let words = use_words();
    let session = use_session();
    let mut link_open = use_signal(|| false);
    // Counts removals: invitations may have gone with somebody, and accesses of tools.
    let mut removals = use_signal(|| 0_u32);
    rsx! {
        div { class: "page people",
            div { class: "section-head",
                h1 { {words.t("people-title")} }
                button { class: "button", r#type: "button", onclick: move |_| link_open.set(true),
                    Icon { shape: Shape::Link }
                    {words.t("my-link-title")}
                }
            }
            div { class: "people-columns",
                if session.is_facilitator() {
                    Invitations { id, removals: removals() }
                }
                div { class: "stack loose",
                    Members { id, on_removed: move |()| *removals.write() += 1 }
                    if session.is_facilitator() {
                        Tokens { id, removals: removals() }
                    }
                }
            }
        }
        if link_open() {
            MyLinkDialog { on_close: move |()| link_open.set(false) }
        }
    }
}
