//! The sections of the page of a frozen version, each drawn by itself.

use super::{
    glossary::Glossary,
    grid::Grid,
    head::Seal,
    objectives::objectives,
    people::{DecisionsTaken, Participants},
    pieces,
    readings::ReadingsByPeriod,
};
use crate::{
    dashboard::{DashboardView, PanelView, panels},
    html,
    words::{Language, Words, provide_words},
};
use dioxus::prelude::*;
use jalon_shared::version::Sealed;
use std::sync::Arc;

/// The sections of the page: the id of each heading, and its message.
pub const SECTIONS: [(&str, &str); 8] = [
    ("dashboard", "version-dashboard"),
    ("objectives", "version-objectives"),
    ("grid", "version-grid"),
    ("readings", "version-readings"),
    ("glossary", "version-glossary"),
    ("decisions", "version-decisions"),
    ("people", "version-people"),
    ("seal", "version-seal"),
];

/// The inside of every section, as HTML.
pub fn drawn(language: Language, sealed: &Arc<Sealed>) -> Vec<String> {
    let each = SECTIONS.into_iter();
    each.map(|(id, key)| section(Words::of(language), id, key, sealed))
        .collect()
}

/// A section under its heading.
fn section(words: Words, id: &'static str, key: &str, sealed: &Arc<Sealed>) -> String {
    let language = words.language();
    let inside = match id {
        "dashboard" if !sealed.version.dashboard.panels.is_empty() => {
            let panels = panels(&sealed.version.dashboard);
            let panels = pieces::components(language, PanelView, &panels);
            format!("<div class=\"dashboard\">{panels}</div>")
        }
        "objectives" => objectives(words, sealed),
        _ => {
            let sealed = sealed.clone();
            let props = SectionProps {
                language,
                id,
                sealed,
            };
            html::fragment(Section, props)
        }
    };
    format!(
        "<h2 id=\"{id}\">{}</h2>{inside}",
        html::escape(&words.t(key))
    )
}

/// The inside of a section that has no more than a few things, or draws what it has many of in pieces.
#[component]
fn Section(language: Language, id: &'static str, sealed: Arc<Sealed>) -> Element {
    provide_words(language);
    let version = &sealed.version;
    match id {
        "dashboard" => rsx! { DashboardView { dashboard: version.dashboard.clone() } },
        "grid" => rsx! { Grid { sealed: sealed.clone() } },
        "readings" => rsx! { ReadingsByPeriod { sealed: sealed.clone() } },
        "glossary" => rsx! {
            Glossary { terms: version.content.terms.clone(), languages: version.content.settings.languages.clone() }
        },
        "decisions" => rsx! { DecisionsTaken { sealed: sealed.clone() } },
        "people" => rsx! { Participants { participants: version.participants.clone() } },
        _ => rsx! { Seal { sealed: sealed.clone() } },
    }
}
