//! The page of one frozen version: complete, readable without JavaScript, made to be printed.
//! The essential comes first, what it rests on after it, the seal at the end.

use super::{
    head::Head,
    parts::{SECTIONS, drawn},
};
use crate::{
    args,
    pages::{Brand, Foot, OtherLanguages},
    theme::ThemeMenu,
    words::{Language, Words, provide_words},
};
use dioxus::prelude::*;
use jalon_shared::version::Sealed;
use std::sync::Arc;

/// What the page of a frozen version shows.
#[derive(Props, Debug, Clone, PartialEq)]
pub struct VersionPageProps {
    pub language: Language,
    pub sealed: Arc<Sealed>,
    /// The live workspace; `None` for whoever may only read this page.
    pub workspace_href: Option<String>,
    /// The file to keep (`application/json`).
    pub json_href: Option<String>,
    /// What changed since the version before.
    pub diff_href: Option<String>,
    /// The version that corrects this one, and its address, when there is one: said above the frozen page.
    pub replaced_by: Option<(u32, String)>,
    /// The address of this page, when it can be had in the other languages too.
    pub own_path: Option<String>,
}

impl VersionPageProps {
    /// The title of the document.
    pub fn title(&self) -> String {
        let version = &self.sealed.version;
        let workspace = version.content.settings.title.as_str();
        let args = args![workspace => workspace, number => version.number, label => version.label.as_str()];
        Words::of(self.language).t_with("version-document-title", args)
    }
}

#[component]
pub fn VersionPage(props: VersionPageProps) -> Element {
    let words = provide_words(props.language)();
    let parts = drawn(props.language, &props.sealed);
    rsx! {
        header { class: "topbar screen-only",
            Brand {}
            div { class: "grow" }
            if let Some(href) = props.workspace_href.clone() {
                a { class: "button quiet small", href, {words.t("version-open-workspace")} }
            }
            if let Some(path) = props.own_path.clone() {
                OtherLanguages { path }
            }
            ThemeMenu {}
        }
        main { id: "main", class: "page version",
            if let Some((number, href)) = props.replaced_by.clone() {
                p { class: "note warning",
                    {words.t("version-replaced-by")} " "
                    a { href, {words.t_with("version-number", args![number => number])} }
                }
            }
            Head {
                sealed: props.sealed.clone(),
                json_href: props.json_href.clone(),
                diff_href: props.diff_href.clone(),
            }
            nav { class: "contents screen-only", "aria-label": words.t("version-contents"),
                ul {
                    for (id, key) in SECTIONS {
                        li { a { href: "#{id}", {words.t(key)} } }
                    }
                }
            }
            for ((id, _), html) in SECTIONS.into_iter().zip(parts) {
                section { class: "part part-{id}", "aria-labelledby": id, dangerous_inner_html: html }
            }
        }
        Foot {}
    }
}
