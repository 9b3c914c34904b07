//! The statement about accessibility: how far this program is usable by everybody, how that was looked at, what
//! was not, and whom to write to. It follows the model of the RGAA and of directive (EU) 2016/2102.

use super::PageFrame;
use crate::{
    args, dates,
    theme::ThemeLinks,
    words::{Language, Words, provide_words},
};
use dioxus::prelude::*;

/// When what the statement says was last looked at; to be changed with it.
const LOOKED_AT: &str = "2026-11-22T00:00:00Z";

/// What the statement shows.
#[derive(Props, Debug, Clone, PartialEq)]
pub struct AccessibilityPageProps {
    pub language: Language,
    /// Where the operator of this server wants to be written to: a mail address or a web address.
    pub contact: Option<String>,
    /// The address of this page, which it can be had in other languages at.
    pub own_path: Option<String>,
}

impl AccessibilityPageProps {
    /// The title of the document and of the page.
    pub fn title(&self) -> String {
        Words::of(self.language).t("statement-title")
    }
}

#[component]
pub fn AccessibilityPage(props: AccessibilityPageProps) -> Element {
    let words = provide_words(props.language)();
    let title = props.title();
    let date = dates::day_utc(words, LOOKED_AT);
    let contact = props.contact.map(|contact| (link_to(&contact), contact));
    rsx! {
        PageFrame { own_path: props.own_path,
            h1 { {title} }
            p { {words.t("statement-intro")} }
            h2 { {words.t("statement-state-title")} }
            p { {words.t("statement-state")} }
            h2 { {words.t("statement-checked-title")} }
            ul {
                for key in [
                    "statement-checked-axe", "statement-checked-contrast", "statement-checked-keyboard",
                    "statement-checked-reflow", "statement-checked-tree",
                ] {
                    li { {words.t(key)} }
                }
            }
            h2 { {words.t("statement-not-title")} }
            ul {
                for key in [
                    "statement-not-audit", "statement-not-readers", "statement-not-browsers", "statement-not-words",
                ] {
                    li { {words.t(key)} }
                }
            }
            h2 { {words.t("statement-ways-title")} }
            ul {
                for key in ["statement-ways-theme", "statement-ways-keyboard", "statement-ways-charts", "statement-ways-frozen"] {
                    li { {words.t(key)} }
                }
            }
            ThemeLinks {}
            h2 { {words.t("statement-contact-title")} }
            if let Some((href, contact)) = contact {
                p { {words.t("statement-contact")} " " a { href, {contact} } }
            } else {
                p { {words.t("statement-contact-unknown")} }
            }
            p { {words.t("statement-appeal")} }
            p { class: "hint", {words.t_with("statement-date", args![date => date])} }
        }
    }
}

/// An address for a link: of a page as it is, of a person as mail.
fn link_to(contact: &str) -> String {
    if contact.contains("://") {
        contact.to_owned()
    } else {
        format!("mailto:{contact}")
    }
}
