//! One line for whoever comes into a workspace for the first time in this browser.

use crate::{
    memory,
    session::use_session,
    ui::{Icon, Shape},
};
use dioxus::prelude::*;
use jalon_shared::Role;
use jalon_view::{args, words::use_words};

/// Said once: whoever comes again knows.
#[component]
pub fn Hello() -> Element {
    let words = use_words();
    let session = use_session();
    let mut is_new = use_signal(|| {
        let me = session.me_now();
        let key = memory::own_key(session.workspace_id(), me.person, "hello");
        let is_new = me.role < Role::Facilitator && memory::remembered::<bool>(&key).is_none();
        if is_new {
            memory::remember(&key, &true);
        }
        is_new
    });
    if !is_new() {
        return rsx! {};
    }
    let me = session.me();
    let key = match me.role {
        Role::Reader => "start-hello-reader",
        Role::Contributor | Role::Facilitator => "start-hello-contributor",
    };
    rsx! {
        div { class: "start-hello", role: "region", aria_label: words.t("start-hello-label"),
            p { {words.t_with(key, args![name => me.name])} }
            button { class: "button quiet small", r#type: "button", onclick: move |_| is_new.set(false),
                Icon { shape: Shape::Check }
                {words.t("start-hello-close")}
            }
        }
    }
}
