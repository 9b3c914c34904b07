//! The box for a first name on the pages where somebody comes in.

use crate::{args, words::Words};
use dioxus::prelude::*;

/// Why a name cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameProblem {
    Missing,
    TooLong {
        /// How many characters are enough.
        limit: usize,
    },
}

impl NameProblem {
    fn text(self, words: Words) -> String {
        match self {
            Self::Missing => words.t("join-name-missing"),
            Self::TooLong { limit } => words.t_with("join-name-too-long", args![limit => limit]),
        }
    }
}

/// Posts as `name`. A name that was sent before comes back with its problem.
#[component]
pub(super) fn NameField(
    words: Words,
    name: String,
    problem: Option<NameProblem>,
    required: bool,
) -> Element {
    let invalid = problem.is_some().then_some("true");
    rsx! {
        div { class: "field",
            label { class: "label", r#for: "name", {words.t("join-name")} }
            input {
                class: "input", id: "name", name: "name", r#type: "text", value: name,
                required, autofocus: true, maxlength: "60",
                autocomplete: "given-name", autocapitalize: "words", spellcheck: "false",
                "enterkeyhint": "go",
                "aria-describedby": "name-hint",
                "aria-invalid": invalid,
            }
            if let Some(problem) = problem {
                p { class: "error-text", id: "name-hint", role: "alert", {problem.text(words)} }
            } else {
                p { class: "hint", id: "name-hint", {words.t("join-name-hint")} }
            }
        }
    }
}
