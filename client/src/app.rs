//! The root of the page: its addresses, its words and where toasts appear.

pub mod language;
pub mod picture;
pub mod theme;

use crate::{
    features::{
        bin::Bin,
        dashboard::Dashboard,
        design::Design,
        glossary::Glossary,
        home::Home,
        indicators::Indicators,
        objectives::Objectives,
        people::People,
        readings::Readings,
        shell::{NotFound, WorkspaceFrame},
        talk::ThreadLink,
        versions::Versions,
    },
    ui::{
        back::use_back_button,
        crash,
        keys_up::use_field_in_view,
        toast::{ToastRegion, Toasts},
    },
};
use dioxus::prelude::*;
use jalon_shared::{ThreadId, WorkspaceId};
use jalon_view::words::provide_words;

/// Draws the client into the page.
pub fn start() {
    crash::install();
    crate::rest::keep();
    language::begin();
    dioxus::launch(App);
}

/// Every address that the client draws. Frozen versions, joining and signing in are pages of the server:
/// plain links lead there.
#[derive(Debug, Clone, PartialEq, Routable)]
#[rustfmt::skip]
pub enum Route {
    #[route("/")]
    Home {},
    #[nest("/w/:id")]
        #[redirect("/", |id: WorkspaceId| Route::Objectives { id })]
        #[layout(WorkspaceFrame)]
            #[route("/objectives")]
            Objectives { id: WorkspaceId },
            #[route("/indicators")]
            Indicators { id: WorkspaceId },
            #[route("/readings")]
            Readings { id: WorkspaceId },
            #[route("/glossary")]
            Glossary { id: WorkspaceId },
            #[route("/dashboard")]
            Dashboard { id: WorkspaceId },
            #[route("/versions")]
            Versions { id: WorkspaceId },
            #[route("/people")]
            People { id: WorkspaceId },
            #[route("/bin")]
            Bin { id: WorkspaceId },
            #[route("/talk/:thread")]
            ThreadLink { id: WorkspaceId, thread: ThreadId },
        #[end_layout]
    #[end_nest]
    #[route("/design")]
    Design {},
    #[route("/:..segments")]
    NotFound { segments: Vec<String> },
}

#[component]
fn App() -> Element {
    let words = provide_words(language::preferred());
    Toasts::provide();
    theme::provide();
    use_back_button();
    use_field_in_view();
    use_effect(move || {
        let language = words.read().language();
        language::show(language);
        crash::speak(language);
    });
    rsx! {
        Router::<Route> {}
        ToastRegion {}
    }
}
