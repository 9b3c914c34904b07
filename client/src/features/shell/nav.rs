//! The pages of a workspace, side by side: a row of tabs, at the bottom of the screen on phones.

use crate::{
    app::Route,
    session::{Watch, use_session, use_watch},
    ui::{Icon, Shape, element_of},
};
use dioxus::prelude::*;
use jalon_shared::{EntityKind, WorkspaceId};
use jalon_view::{args, words::use_words};
use web_sys::HtmlElement;

pub use jalon_view::live::Page;

/// Where a page stands in the client.
pub trait Routed: Sized {
    /// The page at an address.
    fn of(route: &Route) -> Option<Self>;
    fn route(self, id: WorkspaceId) -> Route;
}

impl Routed for Page {
    fn of(route: &Route) -> Option<Self> {
        Some(match route {
            Route::Objectives { .. } => Self::Objectives,
            Route::Indicators { .. } => Self::Indicators,
            Route::Readings { .. } => Self::Readings,
            Route::Glossary { .. } => Self::Glossary,
            Route::Dashboard { .. } => Self::Dashboard,
            Route::Versions { .. } => Self::Versions,
            Route::People { .. } => Self::People,
            Route::Bin { .. } => Self::Bin,
            Route::ThreadLink { .. }
            | Route::Home {}
            | Route::Design {}
            | Route::NotFound { .. } => return None,
        })
    }

    fn route(self, id: WorkspaceId) -> Route {
        match self {
            Self::Objectives => Route::Objectives { id },
            Self::Indicators => Route::Indicators { id },
            Self::Readings => Route::Readings { id },
            Self::Glossary => Route::Glossary { id },
            Self::Dashboard => Route::Dashboard { id },
            Self::Versions => Route::Versions { id },
            Self::People => Route::People { id },
            Self::Bin => Route::Bin { id },
        }
    }
}

/// What there is to count on a page.
const fn counted(page: Page) -> Option<EntityKind> {
    match page {
        Page::Objectives => Some(EntityKind::Objective),
        Page::Indicators => Some(EntityKind::Indicator),
        Page::Glossary => Some(EntityKind::Term),
        _ => None,
    }
}

#[component]
pub fn Nav(current: Option<Page>) -> Element {
    let words = use_words();
    rsx! {
        nav { class: "workspace-nav", aria_label: words.t("nav-label"),
            ul { class: "tabs",
                for page in Page::ALL {
                    li { key: "{page.name()}",
                        Tab { page, current: current == Some(page) }
                    }
                }
            }
        }
    }
}

#[component]
fn Tab(page: Page, current: bool) -> Element {
    let words = use_words();
    let session = use_session();
    let watch = counted(page).map_or(Watch::Any(Vec::new()), Watch::List);
    let count = use_watch(watch, move |workspace| match counted(page) {
        Some(EntityKind::Objective) => workspace.objectives().len(),
        Some(EntityKind::Indicator) => workspace.indicators().len(),
        Some(EntityKind::Term) => workspace.terms().len(),
        _ => 0,
    });
    let count = count();
    let crowd = {
        let session = session.clone();
        use_memo(move || session.crowd_on(page.name()))
    };
    let crowd = crowd();
    let mut element = use_signal(|| None::<HtmlElement>);
    use_effect(use_reactive!(|current| {
        if let Some(tab) = &*element.read()
            && current
        {
            bring_in(tab);
        }
    }));
    rsx! {
        Link {
            class: "tab",
            onmounted: move |event| element.set(element_of(&event)),
            to: page.route(session.workspace_id()),
            aria_current: if current { "page" } else { "false" },
            {words.t(page.key())}
            if count > 0 {
                span { class: "tab-count", "aria-hidden": "true", "{count}" }
            }
            if crowd > 0 {
                span { class: "tab-crowd", title: words.t_with("nav-crowd", args![n => crowd]),
                    Icon { shape: Shape::Person }
                    span { "aria-hidden": "true", "{crowd}" }
                    span { class: "visually-hidden", {words.t_with("nav-crowd", args![n => crowd])} }
                }
            }
        }
    }
}

/// Scrolls the row of tabs, and nothing else, so that this one is in its middle.
fn bring_in(tab: &HtmlElement) {
    if let Ok(Some(row)) = tab.closest("ul") {
        let (tab, around) = (
            tab.get_bounding_client_rect(),
            row.get_bounding_client_rect(),
        );
        let off = tab.left() + tab.width() / 2.0 - around.left() - around.width() / 2.0;
        row.set_scroll_left(row.scroll_left() + off as i32);
    }
}
