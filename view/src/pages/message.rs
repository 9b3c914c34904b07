//! The page that says, without technical words, what is in the way and what can be done about it.

use super::PageFrame;
use crate::words::{Language, Words, provide_words};
use dioxus::prelude::*;

/// What is in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    NotFound,
    NoAccess,
    /// An invitation that expired, was withdrawn, or was used as often as it allows.
    InvitationGone,
    /// A link that works once and not for long, opened too late.
    LinkGone,
    /// The same, and it was the owner's.
    OwnerLinkGone,
    TooMany,
    Server,
    /// A document that cannot be read: an error, never an empty page.
    Unreadable,
}

/// What a message page shows.
#[derive(Props, Debug, Clone, PartialEq)]
pub struct MessagePageProps {
    pub language: Language,
    pub notice: Notice,
    /// Ways on from here, the likeliest first.
    pub actions: Vec<MessageAction>,
    /// The address of this page, when it can be had in the other languages too.
    pub own_path: Option<String>,
}

/// A way on from a message page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MessageAction {
    Home { href: String },
    TypeCode { href: String },
}

impl Notice {
    fn words(self, words: Words) -> (String, String) {
        let (title, text) = match self {
            Self::NotFound => ("error-not-found-title", "error-not-found-text"),
            Self::NoAccess => ("error-no-access-title", "error-no-access-text"),
            Self::InvitationGone => ("error-invite-gone-title", "error-invite-gone-text"),
            Self::LinkGone => ("error-link-gone-title", "error-link-gone-text"),
            Self::OwnerLinkGone => ("error-link-gone-title", "error-owner-link-gone-text"),
            Self::TooMany => ("error-too-many-title", "error-too-many-text"),
            Self::Server => ("error-server-title", "error-server-text"),
            Self::Unreadable => ("error-unreadable-title", "error-unreadable-text"),
        };
        (words.t(title), words.t(text))
    }
}

impl MessagePageProps {
    /// The title of the document and of the page.
    pub fn title(&self) -> String {
        self.notice.words(Words::of(self.language)).0
    }
}

#[component]
pub fn MessagePage(props: MessagePageProps) -> Element {
    let words = provide_words(props.language)();
    let (title, text) = props.notice.words(words);
    rsx! {
        PageFrame { own_path: props.own_path,
            h1 { {title} }
            div { class: "card stack",
                p { {text} }
                if !props.actions.is_empty() {
                    div { class: "cluster",
                        for (index, action) in props.actions.into_iter().enumerate() {
                            {way_on(words, action, index == 0)}
                        }
                    }
                }
            }
        }
    }
}

fn way_on(words: Words, action: MessageAction, is_first: bool) -> Element {
    let (href, label) = match action {
        MessageAction::Home { href } => (href, words.t("error-home")),
        MessageAction::TypeCode { href } => (href, words.t("error-have-code")),
    };
    rsx! {
        a { class: if is_first { "button primary" } else { "button" }, href, {label} }
    }
}
