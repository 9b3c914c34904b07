//! The page that a personal link opens. It asks for one click, so that a program that previews links
//! (a mail server, a chat) does not sign in in somebody's place.

use super::{NameProblem, PageFrame, name::NameField};
use crate::{
    args,
    words::{Language, Words, provide_words},
};
use dioxus::prelude::*;

/// What the page of a personal link shows. It posts a form to `action`.
#[derive(Props, Debug, Clone, PartialEq)]
pub struct EnterPageProps {
    pub language: Language,
    pub whose: Whose,
    /// Where the form goes: the address of the link itself.
    pub action: String,
    /// The address of this page, when it can be had in the other languages too.
    pub own_path: Option<String>,
}

/// Whose link it is.
#[derive(Debug, Clone, PartialEq)]
pub enum Whose {
    /// Somebody's own, to go on from another device.
    Person { name: String },
    /// The one-time link of the owner, who may say here what the others will call them: `name` is posted.
    Owner {
        /// The name to start from: what was typed before a problem, the name they have, or empty.
        name: String,
        /// Why the name that was sent before cannot be taken.
        problem: Option<NameProblem>,
    },
}

impl EnterPageProps {
    /// The title of the document and of the page.
    pub fn title(&self) -> String {
        let words = Words::of(self.language);
        match &self.whose {
            Whose::Person { name } => words.t_with("enter-title", args![name => name.as_str()]),
            Whose::Owner { .. } => words.t("enter-title-owner"),
        }
    }
}

#[component]
pub fn EnterPage(props: EnterPageProps) -> Element {
    let words = provide_words(props.language)();
    let title = props.title();
    rsx! {
        PageFrame { own_path: props.own_path,
            h1 { {title} }
            form { class: "card stack", method: "post", action: props.action,
                match props.whose {
                    Whose::Person { .. } => rsx! {
                        p { {words.t("enter-intro")} }
                        button { class: "button primary", r#type: "submit", {words.t("enter-button")} }
                        p { class: "hint", {words.t("enter-keep-private")} }
                    },
                    Whose::Owner { name, problem } => rsx! {
                        p { {words.t("enter-intro-owner")} }
                        NameField { words, name, problem, required: false }
                        button { class: "button primary", r#type: "submit", {words.t("enter-button-owner")} }
                    },
                }
            }
        }
    }
}
