//! The first page, for whoever opens it.

use super::{list::Workspaces, welcome::Welcome};
use crate::{
    api::{self, ApiError, MeHere},
    features::{
        people::{ForgetMeDialog, MyLinkDialog},
        shell::{LanguageSwitch, ThemeSwitch},
    },
    memory,
    session::copies,
    ui::{Dialog, Menu, MenuItem, Shape, toast::use_toasts},
};
use dioxus::prelude::*;
use jalon_view::{
    args,
    pages::{Foot, PoleMark},
    words::use_words,
};

/// What is known of whoever opened the page.
#[derive(Clone, PartialEq)]
enum Visitor {
    Asking,
    /// Signed in; `fresh` unless the network is away and this is what was known before.
    Known {
        me: MeHere,
        fresh: bool,
    },
    Unknown,
    Trouble(ApiError),
}

#[component]
pub fn Home() -> Element {
    let words = use_words();
    let mut visitor = use_signal(|| Visitor::Asking);
    use_hook(|| {
        spawn(async move { visitor.set(ask().await) });
    });
    use_effect(move || {
        if let Some(document) = web_sys::window().and_then(|window| window.document()) {
            document.set_title(&words.t("app-name"));
        }
    });
    let said = use_hook(memory::said_before);
    let now = visitor.read().clone();
    let me = match &now {
        Visitor::Known { me, .. } => Some(me.clone()),
        _ => None,
    };
    rsx! {
        a { class: "skip-link", href: "#content", {words.t("skip-to-content")} }
        header { class: "topbar home-bar",
            span { class: "brand", PoleMark {} {words.t("app-name")} }
            if let Some(me) = me {
                You { me }
            } else {
                div { class: "cluster",
                    ThemeSwitch {}
                    LanguageSwitch {}
                }
            }
        }
        main { id: "content", class: "page home", tabindex: "-1",
            if let Some(key) = said {
                p { class: "note", role: "status", {words.t(&key)} }
            }
            match now {
                Visitor::Asking => rsx! { p { class: "muted", role: "status", {words.t("home-opening")} } },
                Visitor::Unknown => rsx! { Welcome {} },
                Visitor::Known { me, fresh } => rsx! {
                    if !fresh {
                        p { class: "note warning", role: "status", {words.t("home-offline")} }
                    }
                    Workspaces { me, fresh }
                },
                Visitor::Trouble(error) => rsx! {
                    div { class: "stack",
                        p { class: "note warning", role: "alert", {words.t(error.key())} }
                        button { class: "button", r#type: "button", onclick: move |_| crate::ui::reload(), {words.t("outside-retry")} }
                    }
                },
            }
        }
        Foot {}
    }
}

async fn ask() -> Visitor {
    match api::me().await {
        Ok(me) => {
            memory::remember_here(&me);
            Visitor::Known { me, fresh: true }
        }
        Err(ApiError::SignedOut) => {
            copies::orphan_all();
            memory::forget_everybody();
            Visitor::Unknown
        }
        Err(ApiError::Offline) => match memory::remembered_here() {
            Some(me) => Visitor::Known { me, fresh: false },
            None => Visitor::Trouble(ApiError::Offline),
        },
        Err(error) => Visitor::Trouble(error),
    }
}

/// Who is signed in, and what they can do about it.
#[component]
fn You(me: MeHere) -> Element {
    let words = use_words();
    let toasts = use_toasts();
    let mut link_open = use_signal(|| false);
    let mut forgetting = use_signal(|| false);
    let mut leaving = use_signal(|| false);
    let waits = {
        let me = me.clone();
        move || {
            me.workspaces
                .iter()
                .any(|one| memory::is_waiting(one.id, me.person))
        }
    };
    let leave = move || {
        spawn(async move {
            match api::log_out().await {
                Ok(()) => {
                    memory::forget_everybody();
                    // A page that is loaded again goes back to where it was.
                    if let Some(window) = web_sys::window() {
                        window.scroll_to_with_x_and_y(0.0, 0.0);
                    }
                    crate::ui::reload();
                }
                Err(error) => toasts.say(error.key()),
            }
        });
    };
    rsx! {
        div { class: "row",
            p { class: "home-you", {words.t_with("home-you", args![name => me.name])} }
            Menu { label: words.t("home-menu"), shape: Shape::Menu,
                MenuItem { shape: Shape::Link, on_pick: move |()| link_open.set(true), {words.t("my-link-title")} }
                MenuItem { shape: Shape::Back, on_pick: move |()| if waits() { leaving.set(true) } else { leave() }, {words.t("home-leave")} }
                // Without its owner nobody could look after the installation from a browser.
                if !me.owner {
                    MenuItem { shape: Shape::Trash, danger: true, on_pick: move |()| forgetting.set(true), {words.t("forget-me-title")} }
                }
                ThemeSwitch { in_menu: true }
                LanguageSwitch { in_menu: true }
            }
        }
        if link_open() {
            MyLinkDialog { on_close: move |()| link_open.set(false) }
        }
        if leaving() {
            Dialog {
                title: words.t("home-leave-unsent-title"),
                on_close: move |()| leaving.set(false),
                foot: rsx! {
                    button { class: "button primary", r#type: "button", onclick: move |_| leaving.set(false), {words.t("home-leave-unsent-stay")} }
                    button { class: "button", r#type: "button", onclick: move |_| leave(), {words.t("home-leave")} }
                },
                p { {words.t("home-leave-unsent-text")} }
            }
        }
        if forgetting() {
            ForgetMeDialog { on_close: move |()| forgetting.set(false) }
        }
    }
}
