//! What people talk about, by name, and the page on which it stands.

use crate::{
    app::Route,
    features::{
        glossary::search::headword,
        shell::{Page, Routed},
    },
    session::Session,
};
use gloo_timers::future::TimeoutFuture;
use jalon_shared::{EntityKind, Subject, Workspace};
use jalon_view::{args, dates, words::Words};
use web_sys::{Element, ScrollIntoViewOptions, ScrollLogicalPosition};

/// How often, every 50 ms, a page is looked at for what is to be shown on it.
const LOOKS: u32 = 40;
/// For how long what was gone to is marked, in milliseconds.
const MARKED: u32 = 2_400;

/// What it is called: the first of its words that say something.
pub(crate) fn name(words: Words, workspace: &Workspace, about: Subject) -> String {
    let id = about.entity().id;
    let text = match about.entity().kind {
        EntityKind::Axis => workspace.axis(id.into()).map(|one| one.label),
        EntityKind::Objective => workspace.objective(id.into()).map(|one| one.statement),
        EntityKind::Indicator => workspace.indicator(id.into()).map(|one| one.name),
        EntityKind::Term => {
            let languages = workspace.settings().languages;
            workspace
                .term(id.into())
                .map(|term| headword(&term, &languages))
        }
        EntityKind::Verbatim => workspace.verbatim(id.into()).map(|one| one.text),
        EntityKind::Decision => workspace.decision(id.into()).map(|one| one.text),
        EntityKind::Block => workspace.block(id.into()).map(|one| one.title),
        EntityKind::Settings => Some(workspace.settings().title),
    };
    let text = text.unwrap_or_default();
    let text = match text.trim() {
        "" => words.t_with("talk-unnamed", args![kind => about.entity().kind.name()]),
        said => said.to_owned(),
    };
    match about {
        Subject::Entity(_) => text,
        Subject::Cell(_, period) => words.t_with(
            "talk-cell",
            args![indicator => text, period => dates::period(words, period)],
        ),
    }
}

/// The page on which it stands.
pub(crate) fn page(about: Subject) -> Page {
    match (about, about.entity().kind) {
        (Subject::Cell(..), _) | (_, EntityKind::Verbatim) => Page::Readings,
        (_, EntityKind::Indicator) => Page::Indicators,
        (_, EntityKind::Term) => Page::Glossary,
        (_, EntityKind::Decision | EntityKind::Block) => Page::Dashboard,
        (_, EntityKind::Objective | EntityKind::Axis | EntityKind::Settings) => Page::Objectives,
    }
}

pub(crate) fn route(session: &Session, about: Subject) -> Route {
    page(about).route(session.workspace_id())
}

/// Brings the first element that matches into view, once it is on the page, and marks it for a moment.
pub(crate) fn show(selectors: Vec<String>) {
    wasm_bindgen_futures::spawn_local(async move {
        for _ in 0..LOOKS {
            TimeoutFuture::new(50).await;
            let Some(found) = selectors.iter().find_map(|selector| find(selector)) else {
                continue;
            };
            let middle = ScrollIntoViewOptions::new();
            middle.set_block(ScrollLogicalPosition::Center);
            found.scroll_into_view_with_scroll_into_view_options(&middle);
            let classes = found.class_list();
            let _ = classes.add_1("is-shown");
            TimeoutFuture::new(MARKED).await;
            let _ = classes.remove_1("is-shown");
            return;
        }
    });
}

/// The card, row or cell around what matches.
fn find(selector: &str) -> Option<Element> {
    let document = web_sys::window()?.document()?;
    let found = document.query_selector(selector).ok().flatten()?;
    let around = found
        .closest("td.reading-cell, .field, article, tr")
        .ok()
        .flatten();
    Some(around.unwrap_or(found))
}

/// How the page finds what people talk about: by its bubble.
pub(crate) fn selector(about: Subject) -> String {
    format!("[data-talk=\"{about}\"]")
}
