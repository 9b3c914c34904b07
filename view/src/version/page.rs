//! The page of one frozen version: complete, readable without JavaScript, made to be printed.

use crate::{
    args,
    words::{Language, Words, provide_words},
};
use dioxus::prelude::*;
use jalon_shared::version::Sealed;

/// What the page of a frozen version shows.
#[derive(Props, Debug, Clone, PartialEq)]
pub struct VersionPageProps {
    pub language: Language,
    pub sealed: Sealed,
    /// The live workspace; `None` for whoever may only read this page.
    pub workspace_href: Option<String>,
    /// The file to keep (`application/json`).
    pub json_href: Option<String>,
    /// What changed since the version before.
    pub diff_href: Option<String>,
    /// The version that corrects this one, and its address, when there is one: said above the frozen page.
    pub replaced_by: Option<(u32, String)>,
    /// This page in the other language.
    pub other_language_href: Option<String>,
}

impl VersionPageProps {
    /// The title of the document.
    pub fn title(&self) -> String {
        let version = &self.sealed.version;
        let args = args![workspace => version.content.settings.title.as_str(), number => version.number, label => version.label.as_str()];
        Words::of(self.language).t_with("version-document-title", args)
    }
}

#[component]
pub fn VersionPage(props: VersionPageProps) -> Element {
    let words = provide_words(props.language)();
    rsx! { main { id: "main", h1 { {props.title()} } {words.t("app-name")} } }
}
