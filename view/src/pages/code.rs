//! The page where the code of an invitation is typed.

use super::PageFrame;
use crate::words::{Language, Words, provide_words};
use dioxus::prelude::*;

/// What the page for typing a code shows. It sends `code` to `action` with GET.
#[derive(Props, Debug, Clone, PartialEq)]
pub struct CodePageProps {
    pub language: Language,
    /// Where the form goes: `/join`.
    pub action: String,
    /// The code that was typed before, or empty.
    pub code: String,
    /// Whether that code leads nowhere.
    pub unknown: bool,
    /// The address of this page, when it can be had in the other languages too.
    pub own_path: Option<String>,
}

impl CodePageProps {
    /// The title of the document and of the page.
    pub fn title(&self) -> String {
        Words::of(self.language).t("code-title")
    }
}

#[component]
pub fn CodePage(props: CodePageProps) -> Element {
    let words = provide_words(props.language)();
    let title = props.title();
    rsx! {
        PageFrame { own_path: props.own_path,
            h1 { {title} }
            p { {words.t("code-intro")} }
            form { class: "card stack", method: "get", action: props.action,
                div { class: "field",
                    label { class: "label", r#for: "code", {words.t("code-label")} }
                    input {
                        class: "input code", id: "code", name: "code", r#type: "text", value: props.code,
                        required: true, autofocus: true, maxlength: "12",
                        autocomplete: "off", autocapitalize: "characters", spellcheck: "false",
                        "enterkeyhint": "go",
                        "aria-describedby": "code-hint",
                        "aria-invalid": props.unknown.then_some("true"),
                    }
                    if props.unknown {
                        p { class: "error-text", id: "code-hint", role: "alert", {words.t("code-unknown")} }
                    } else {
                        p { class: "hint", id: "code-hint", {words.t("code-hint")} }
                    }
                }
                button { class: "button primary", r#type: "submit", {words.t("code-button")} }
            }
        }
    }
}
