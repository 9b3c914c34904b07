//! The page that an invitation opens: a first name, and one is in.

use super::{NameProblem, PageFrame, name::NameField};
use crate::{
    args, typography,
    words::{Language, Words, provide_words},
};
use dioxus::prelude::*;
use jalon_shared::Role;

/// What the join page shows. It posts `name` to `action` as a form.
#[derive(Props, Debug, Clone, PartialEq)]
pub struct JoinPageProps {
    pub language: Language,
    /// The title of the workspace; may be empty.
    pub workspace: String,
    /// What the invitation allows.
    pub role: Role,
    /// Where the form goes: `/join/{code}`.
    pub action: String,
    /// The name to start from: what was typed before a problem, or empty.
    pub name: String,
    /// Why the name that was sent before cannot be taken.
    pub problem: Option<NameProblem>,
    /// The name of whoever is already signed in with this browser; they may go on with it in one click.
    pub known_as: Option<String>,
    /// The address of this page, when it can be had in the other languages too.
    pub own_path: Option<String>,
}

impl JoinPageProps {
    /// The title of the document and of the page.
    pub fn title(&self) -> String {
        let words = Words::of(self.language);
        match self.workspace.trim() {
            "" => words.t("join-title-untitled"),
            title => words.t_with("join-title", args![workspace => typography::bound(title)]),
        }
    }
}

#[component]
pub fn JoinPage(props: JoinPageProps) -> Element {
    let words = provide_words(props.language)();
    let title = props.title();
    let JoinPageProps {
        role,
        action,
        name,
        problem,
        known_as,
        own_path,
        ..
    } = props;
    let allowed = words.t(match role {
        Role::Reader => "join-as-reader",
        Role::Contributor => "join-as-contributor",
        Role::Facilitator => "join-as-facilitator",
    });
    rsx! {
        PageFrame { own_path,
            h1 { {title} }
            p { {words.t("join-welcome")} }
            if let Some(known) = known_as {
                form { class: "card stack", method: "post", action: action.clone(),
                    p { {words.t_with("join-already", args![name => known.as_str()])} }
                    input { r#type: "hidden", name: "name", value: known }
                    button { class: "button primary", r#type: "submit", {words.t("join-continue")} }
                }
            }
            form { class: "card stack", method: "post", action,
                NameField { words, name, problem, required: true }
                button { class: "button primary", r#type: "submit", {words.t("join-button")} }
                p { class: "hint", {allowed} " " {words.t("join-no-account")} }
            }
        }
    }
}
