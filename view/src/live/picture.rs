//! The first picture of a live page: the frame that the client will draw in the same places, and of the page
//! itself what can be read at once. Nothing in it can be typed into, so that nothing typed can be lost.

use super::{
    Extract, PICTURE_ID, Page,
    parts::{Figures, Objectives},
};
use crate::{
    dashboard::DashboardView,
    pages::PoleMark,
    version::glossary::Glossary,
    words::{Language, Words, provide_words, use_words},
};
use dioxus::prelude::*;
use jalon_shared::WorkspaceId;

/// What a first picture shows.
#[derive(Props, Debug, Clone, PartialEq)]
pub struct LivePictureProps {
    pub language: Language,
    pub workspace: WorkspaceId,
    pub page: Page,
    /// As the list of workspaces has it: it is there also when the document is not.
    pub title: String,
    /// Who is in front of the page, as JSON, for the client.
    pub me: String,
    /// What could be read of the document in time.
    pub extract: Option<Extract>,
}

impl LivePictureProps {
    /// The title of the document, as the client will write it.
    pub fn title(&self) -> String {
        let words = Words::of(self.language);
        let parts = [
            words.t(self.page.key()),
            self.title.clone(),
            words.t("app-name"),
        ];
        let parts: Vec<String> = parts
            .into_iter()
            .filter(|part| !part.trim().is_empty())
            .collect();
        parts.join(" · ")
    }
}

#[component]
pub fn LivePicture(props: LivePictureProps) -> Element {
    let words = provide_words(props.language)();
    let organisation = props
        .extract
        .as_ref()
        .map(|extract| extract.content.settings.organisation.trim().to_owned())
        .unwrap_or_default();
    let title = match props.title.trim() {
        "" => words.t("untitled"),
        title => title.to_owned(),
    };
    let counts = props.extract.as_ref().map(|extract| extract.counts);
    rsx! {
        div { id: PICTURE_ID, class: "picture", "data-me": props.me,
            a { class: "skip-link", href: "#content", {words.t("skip-to-content")} }
            div { class: "workspace",
                header { class: "topbar workspace-bar",
                    a { class: "brand", href: "/", "aria-label": words.t("to-home"), title: words.t("to-home"), PoleMark {} }
                    div { class: "workspace-name",
                        p { class: "workspace-title", {title} }
                        if !organisation.is_empty() {
                            p { class: "workspace-organisation muted small", {organisation} }
                        }
                    }
                    p { class: "saved saved-waiting", role: "status",
                        span { class: "saved-dot", "aria-hidden": "true" }
                        span { class: "saved-text", {words.t("saved-connecting")} }
                    }
                }
                nav { class: "workspace-nav", "aria-label": words.t("nav-label"),
                    ul { class: "tabs",
                        for page in Page::ALL {
                            li { key: "{page.name()}",
                                a { class: "tab", href: "/w/{props.workspace}/{page.name()}",
                                    "aria-current": if page == props.page { "page" } else { "false" },
                                    {words.t(page.key())}
                                    if let Some(count) = count(page, counts) {
                                        span { class: "tab-count", "aria-hidden": "true", "{count}" }
                                    }
                                }
                            }
                        }
                    }
                }
                main { id: "content", class: "workspace-main", tabindex: "-1", "aria-busy": "true",
                    Body { page: props.page, extract: props.extract }
                }
            }
        }
    }
}

/// What the client counts on a tab.
fn count(page: Page, counts: Option<[usize; 3]>) -> Option<usize> {
    let [objectives, indicators, terms] = counts?;
    let count = match page {
        Page::Objectives => objectives,
        Page::Indicators => indicators,
        Page::Glossary => terms,
        _ => 0,
    };
    (count > 0).then_some(count)
}

#[component]
fn Body(page: Page, extract: Option<Extract>) -> Element {
    let words = use_words();
    let heading = match page {
        Page::Objectives => "objectives-title",
        Page::Indicators => "indicators-title",
        Page::Readings => "readings-title",
        Page::Glossary => "glossary-title",
        Page::Dashboard => "dashboard-edit-title",
        Page::People => "people-title",
        Page::Bin => "bin-title",
        Page::Versions => page.key(),
    };
    let intro = match page {
        Page::Objectives => Some("objectives-intro"),
        Page::Indicators => Some("indicators-intro"),
        Page::Readings => Some("readings-intro"),
        Page::Glossary => Some("glossary-intro"),
        Page::Dashboard => Some("dashboard-edit-intro"),
        Page::Versions | Page::People | Page::Bin => None,
    };
    let name = page.name();
    let is_whole = extract.as_ref().is_some_and(|extract| !extract.is_cut);
    let is_listed = intro.is_some();
    rsx! {
        div { class: "page {name}-page",
            header { class: "section-head {name}-head",
                div { class: "stack tight grow",
                    h1 { {words.t(heading)} }
                    if let Some(intro) = intro {
                        p { class: "muted {name}-intro", {words.t(intro)} }
                    }
                }
            }
            if let Some(Extract { content, dashboard, .. }) = extract {
                match page {
                    Page::Objectives => rsx! { Objectives { axes: content.axes, objectives: content.objectives } },
                    Page::Indicators | Page::Readings => rsx! { Figures { content, figures: dashboard.figures } },
                    Page::Glossary => rsx! { Glossary { terms: content.terms, languages: content.settings.languages } },
                    Page::Dashboard => rsx! { DashboardView { dashboard } },
                    Page::Versions | Page::People | Page::Bin => rsx! {},
                }
            }
            if !(is_whole && is_listed) {
                p { class: "muted", {words.t("workspace-opening")} }
            }
        }
    }
}
