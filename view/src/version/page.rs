//! The page of one frozen version: complete, readable without JavaScript, made to be printed.
//! The essential comes first, what it rests on after it, the seal at the end.

use super::{
    glossary::Glossary,
    grid::Grid,
    head::{Head, Seal},
    objectives::Objectives,
    people::{DecisionsTaken, Participants},
    readings::ReadingsByPeriod,
};
use crate::{
    args,
    dashboard::DashboardView,
    pages::{Brand, Foot, OtherLanguages},
    theme::ThemeMenu,
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

/// The sections of the page: the id of each heading, and its message.
const SECTIONS: [(&str, &str); 8] = [
    ("dashboard", "version-dashboard"),
    ("objectives", "version-objectives"),
    ("grid", "version-grid"),
    ("readings", "version-readings"),
    ("glossary", "version-glossary"),
    ("decisions", "version-decisions"),
    ("people", "version-people"),
    ("seal", "version-seal"),
];

#[component]
pub fn VersionPage(props: VersionPageProps) -> Element {
    let words = provide_words(props.language)();
    let version = &props.sealed.version;
    let (content, dashboard) = (&version.content, &version.dashboard);
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
                version: version.clone(),
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
            Section { id: "dashboard", DashboardView { dashboard: dashboard.clone() } }
            Section { id: "objectives",
                Objectives { axes: content.axes.clone(), objectives: content.objectives.clone(), figures: dashboard.figures.clone() }
            }
            Section { id: "grid", Grid { content: content.clone(), figures: dashboard.figures.clone() } }
            Section { id: "readings", ReadingsByPeriod { content: content.clone() } }
            Section { id: "glossary", Glossary { terms: content.terms.clone(), languages: content.settings.languages.clone() } }
            Section { id: "decisions", DecisionsTaken { content: content.clone() } }
            Section { id: "people", Participants { participants: version.participants.clone() } }
            Section { id: "seal", Seal { sealed: props.sealed.clone() } }
        }
        Foot {}
    }
}

/// A section of the page under its heading.
#[component]
fn Section(id: &'static str, children: Element) -> Element {
    let words = crate::words::use_words();
    let key = SECTIONS
        .iter()
        .find(|(known, _)| *known == id)
        .map_or(id, |(_, key)| key);
    rsx! {
        section { class: "part part-{id}", "aria-labelledby": id,
            h2 { id, {words.t(key)} }
            {children}
        }
    }
}
