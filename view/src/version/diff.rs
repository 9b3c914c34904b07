//! The page that compares two versions: what was added, removed and changed, field by field.

use crate::{
    args,
    words::{Language, Words, provide_words},
};
use dioxus::prelude::*;
use jalon_shared::{Version, version::diff::Diff};

/// What the page that compares two versions shows.
#[derive(Props, Debug, Clone, PartialEq)]
pub struct DiffPageProps {
    pub language: Language,
    /// The older of the two, and the newer.
    pub before: Version,
    pub after: Version,
    /// `jalon_shared::version::diff::diff(&before.content, &after.content)`.
    pub diff: Diff,
    /// The pages of the two versions.
    pub before_href: String,
    pub after_href: String,
    /// The live workspace; `None` for whoever may only read this page.
    pub workspace_href: Option<String>,
    /// This page in the other language.
    pub other_language_href: Option<String>,
}

impl DiffPageProps {
    /// The title of the document.
    pub fn title(&self) -> String {
        let args = args![before => self.before.number, after => self.after.number];
        Words::of(self.language).t_with("diff-document-title", args)
    }
}

#[component]
pub fn DiffPage(props: DiffPageProps) -> Element {
    let words = provide_words(props.language)();
    rsx! { main { id: "main", h1 { {props.title()} } {words.t("app-name")} } }
}
