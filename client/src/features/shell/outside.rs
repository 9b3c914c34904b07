//! Pages for whoever is at the door: not signed in, not invited, taken out, or on a wrong address.

use super::LanguageSwitch;
use crate::{
    api::ApiError,
    app::{Route, picture::TakeOver},
};
use dioxus::prelude::*;
use jalon_view::{
    pages::{ACCESSIBILITY, PoleMark},
    words::use_words,
};

/// Why somebody is outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    SignedOut,
    NotInvited,
    Removed,
    Unreadable,
    Offline,
    Trouble,
}

impl From<ApiError> for Reason {
    fn from(error: ApiError) -> Self {
        match error {
            ApiError::Offline => Self::Offline,
            ApiError::SignedOut => Self::SignedOut,
            ApiError::Forbidden | ApiError::NotFound => Self::NotInvited,
            ApiError::Removed => Self::Removed,
            ApiError::Refused(_) | ApiError::Storage | ApiError::Trouble => Self::Trouble,
        }
    }
}

impl Reason {
    /// Every one, for the page that shows them.
    pub const ALL: [Self; 6] = [
        Self::SignedOut,
        Self::NotInvited,
        Self::Removed,
        Self::Unreadable,
        Self::Offline,
        Self::Trouble,
    ];

    const fn key(self) -> &'static str {
        match self {
            Self::SignedOut => "outside-signed-out",
            Self::NotInvited => "outside-not-invited",
            Self::Removed => "outside-removed",
            Self::Unreadable => "outside-unreadable",
            Self::Offline => "outside-offline",
            Self::Trouble => "outside-trouble",
        }
    }
}

#[component]
pub fn Outside(reason: Reason, children: Element) -> Element {
    rsx! {
        Small { OutsideWords { reason, {children} } }
    }
}

/// What it says, on a page of its own or as a part of one.
#[component]
pub fn OutsideWords(reason: Reason, #[props(default)] is_part: bool, children: Element) -> Element {
    let words = use_words();
    let key = reason.key();
    let may_retry = matches!(
        reason,
        Reason::Offline | Reason::Trouble | Reason::Unreadable
    );
    let may_join = matches!(
        reason,
        Reason::SignedOut | Reason::NotInvited | Reason::Removed
    );
    rsx! {
        if is_part {
            h3 { {words.t(&format!("{key}-title"))} }
        } else {
            h1 { {words.t(&format!("{key}-title"))} }
        }
        p { {words.t(&format!("{key}-text"))} }
        {children}
        if may_join && !is_part {
            JoinForm {}
        }
        div { class: "cluster",
            if may_retry {
                button { class: "button primary", r#type: "button", onclick: move |_| crate::ui::reload(), {words.t("outside-retry")} }
            }
            Link { class: "button", to: Route::Home {}, {words.t("to-home")} }
        }
    }
}

/// The six letters and figures of an invitation. The server's page goes on from here.
#[component]
pub fn JoinForm() -> Element {
    let words = use_words();
    rsx! {
        form { class: "card stack", method: "get", action: "/join",
            div { class: "field",
                label { class: "label", r#for: "code", {words.t("code-label")} }
                input {
                    class: "input code",
                    id: "code",
                    name: "code",
                    r#type: "text",
                    required: true,
                    maxlength: "12",
                    autocomplete: "off",
                    autocapitalize: "characters",
                    spellcheck: false,
                }
                p { class: "hint", {words.t("code-hint")} }
            }
            button { class: "button primary", r#type: "submit", {words.t("code-button")} }
        }
    }
}

#[component]
pub fn NotFound(segments: Vec<String>) -> Element {
    let words = use_words();
    rsx! {
        Small {
            h1 { {words.t("error-not-found-title")} }
            div { class: "card stack",
                p { {words.t("error-not-found-text")} }
                div { class: "cluster",
                    Link { class: "button primary", to: Route::Home {}, {words.t("error-home")} }
                }
            }
        }
    }
}

/// A small page with the name of the house above it.
#[component]
fn Small(children: Element) -> Element {
    let words = use_words();
    rsx! {
        div { class: "small-page",
            header { class: "small-page-head",
                Link { class: "brand", to: Route::Home {}, PoleMark {} {words.t("app-name")} }
            }
            main { id: "content", class: "page narrow stack", {children} }
            footer { class: "small-page-foot",
                p { class: "hint", {words.t("app-tagline")} }
                a { href: ACCESSIBILITY, {words.t("statement-link")} }
                LanguageSwitch {}
            }
        }
        TakeOver {}
    }
}
