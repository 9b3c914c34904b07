//! The page that a personal link opens. It asks for one click, so that a program that previews links
//! (a mail server, a chat) does not sign in in somebody's place.

use super::PageFrame;
use crate::{
    args,
    words::{Language, Words, provide_words},
};
use dioxus::prelude::*;

/// What the page of a personal link shows. It posts an empty form to `action`.
#[derive(Props, Debug, Clone, PartialEq)]
pub struct EnterPageProps {
    pub language: Language,
    /// Whose link it is; `None` for the one-time link of the owner.
    pub name: Option<String>,
    /// Where the form goes: the address of the link itself.
    pub action: String,
    /// This page in the other language.
    pub other_language_href: Option<String>,
}

impl EnterPageProps {
    /// The title of the document and of the page.
    pub fn title(&self) -> String {
        let words = Words::of(self.language);
        match &self.name {
            Some(name) => words.t_with("enter-title", args![name => name.as_str()]),
            None => words.t("enter-title-owner"),
        }
    }
}

#[component]
pub fn EnterPage(props: EnterPageProps) -> Element {
    let words = provide_words(props.language)();
    let title = props.title();
    let is_owner = props.name.is_none();
    let (intro, button) = if is_owner {
        (words.t("enter-intro-owner"), words.t("enter-button-owner"))
    } else {
        (words.t("enter-intro"), words.t("enter-button"))
    };
    rsx! {
        PageFrame { other_language_href: props.other_language_href,
            h1 { {title} }
            form { class: "card stack", method: "post", action: props.action,
                p { {intro} }
                button { class: "button primary", r#type: "submit", {button} }
                if !is_owner {
                    p { class: "hint", {words.t("enter-keep-private")} }
                }
            }
        }
    }
}
