//! Opening a workspace, and the frame that stays while its pages change.

use super::{
    beside::Beside,
    header::Header,
    left::LeftHere,
    nav::{Nav, Page, Routed},
    other_generation::{DownloadCopy, OtherGeneration, StillHere},
    outside::{Outside, Reason},
};
use crate::{
    api::{self, ApiError},
    app::{
        Route,
        picture::{self, TakeOver},
    },
    features::talk::TalkPanel,
    memory,
    rest::{Later, provide_later, use_later, use_rest},
    session::{Me, Session, Standing, Watch, use_session, use_watch},
    ui::{toast::use_toasts, use_window_event},
};
use dioxus::prelude::*;
use jalon_shared::{EntityRef, WorkspaceId, protocol::Refusal};
use jalon_view::{pages::Foot, words::use_words};

/// The frame of whatever workspace the address names.
#[component]
pub fn WorkspaceFrame(id: WorkspaceId) -> Element {
    rsx! {
        // Another workspace is another session.
        for id in [id] {
            Opening { key: "{id}", id }
        }
    }
}

/// How far the opening is.
#[derive(Clone, PartialEq)]
enum Stage {
    Asking,
    Known(Me),
    Closed(ApiError),
}

#[component]
fn Opening(id: WorkspaceId) -> Element {
    let words = use_words();
    // Whoever was here before sees their copy at once; the server says on the way whether that still holds.
    let mut stage = use_signal(|| {
        let me = picture::me().inspect(|me| memory::remember_me(id, me));
        me.or_else(|| memory::remembered_me(id))
            .map_or(Stage::Asking, Stage::Known)
    });
    use_hook(|| {
        if memory::remembered_here().is_none() && *stage.peek() != Stage::Asking {
            // For when there is no network; nothing here waits for it.
            spawn(async {
                if let Ok(here) = api::me().await {
                    memory::remember_here(&here);
                }
            });
        }
        if *stage.peek() == Stage::Asking {
            spawn(async move {
                stage.set(match ask(id).await {
                    Ok(me) => Stage::Known(me),
                    Err(error) => Stage::Closed(error),
                });
            });
        }
    });
    let stage = stage.read().clone();
    match stage {
        Stage::Asking => rsx! {
            main { class: "page", p { class: "muted", role: "status", {words.t("workspace-opening")} } }
        },
        Stage::Known(me) => rsx! { Opened { id, me } },
        Stage::Closed(error) => rsx! { Outside { reason: Reason::from(error) } },
    }
}

async fn ask(id: WorkspaceId) -> Result<Me, ApiError> {
    let workspace = api::workspace(id).await?;
    let here = api::me().await?;
    memory::remember_here(&here);
    let me = Me {
        person: here.person,
        name: here.name,
        role: workspace.role,
    };
    memory::remember_me(id, &me);
    Ok(me)
}

#[component]
fn Opened(id: WorkspaceId, me: Me) -> Element {
    let toasts = use_toasts();
    let session = use_hook(|| Session::open(id, me, toasts));
    use_context_provider(|| session.clone());
    {
        let session = session.clone();
        use_drop(move || session.close());
    }
    match session.standing() {
        Standing::Removed => rsx! { Outside { reason: Reason::Removed, LeftHere {} } },
        Standing::SignedOut => rsx! {
            Outside { reason: Reason::SignedOut,
                LeftHere {}
                StillHere {}
            }
        },
        Standing::Unknown => rsx! { Outside { reason: Reason::NotInvited, StillHere {} } },
        Standing::Unreadable => rsx! { Outside { reason: Reason::Unreadable } },
        Standing::Welcome => rsx! { Frame {} },
        Standing::OtherGeneration => rsx! {
            OtherGeneration {}
            Frame {}
        },
        Standing::Refused(reason) => rsx! {
            Refused { reason }
            Frame {}
        },
    }
}

#[component]
fn Frame() -> Element {
    let words = use_words();
    let session = use_session();
    let route = use_route::<Route>();
    let page = Page::of(&route);
    let settings = Watch::Entity(EntityRef::SETTINGS);
    let title = use_watch(settings, |workspace| workspace.settings().title);
    use_effect(use_reactive!(|page, words| {
        let name = page.map(|page| words.t(page.key())).unwrap_or_default();
        set_document_title(&name, &title.read());
    }));
    {
        let session = session.clone();
        use_effect(use_reactive!(|page| {
            session.here(page.map(Page::name).unwrap_or_default(), None);
            // Whoever reads the first picture already stays where they read.
            if !picture::is_shown() {
                scroll_to_top();
            }
        }));
    }
    let loaded = session.is_loaded();
    // The page on which a workspace opens needs nothing else; the others come while it is used.
    let rest = use_rest(loaded || page != Some(Page::Objectives));
    provide_later();
    let later = use_later();
    let is_there = loaded && (later || page == Some(Page::Objectives));
    use_window_event("keydown", move |event| undo_keys(&session, &event));
    rsx! {
        a { class: "skip-link", href: "#content", {words.t("skip-to-content")} }
        div { class: "workspace",
            Header {}
            Nav { current: page }
            if rest {
                Beside { current: page }
            }
            main {
                id: "content",
                class: "workspace-main",
                tabindex: "-1",
                if is_there {
                    Outlet::<Route> {}
                    TakeOver {}
                } else {
                    p { class: "page muted", role: "status", {words.t("workspace-opening")} }
                }
            }
            Foot {}
        }
        Later { TalkPanel {} }
    }
}

/// Takes the browser's own undo away from boxes that are bound to the document: it would know nothing of what
/// the others typed meanwhile. Boxes of their own (a search, a form) keep it.
fn undo_keys(session: &Session, event: &web_sys::KeyboardEvent) {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || event.is_composing() {
        return;
    }
    let redo = match event.key().to_lowercase().as_str() {
        "z" => event.shift_key(),
        "y" => true,
        _ => return,
    };
    if is_own_box() {
        return;
    }
    event.prevent_default();
    if redo {
        session.redo();
    } else {
        session.undo();
    }
}

/// Whether the keyboard is in a box that belongs to no document.
fn is_own_box() -> bool {
    let active = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|page| page.active_element());
    active.is_some_and(|active| {
        active
            .closest("[type=search], [data-own-undo]")
            .ok()
            .flatten()
            .is_some()
    })
}

fn set_document_title(page: &str, workspace: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        let parts: Vec<&str> = [page, workspace, "Jalon"]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        document.set_title(&parts.join(" · "));
    }
}

fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Something that was typed here did not reach the others.
#[component]
fn Refused(reason: Refusal) -> Element {
    let words = use_words();
    let session = use_session();
    let why = match reason {
        Refusal::Role => "refused-role",
        Refusal::TooLarge => "refused-too-large",
        Refusal::Schema => "refused-schema",
        Refusal::Full => "refused-full",
        Refusal::Unreadable | Refusal::Incomplete | Refusal::Storage => "refused-unreadable",
    };
    rsx! {
        div { class: "note warning refused", role: "alert",
            h2 { {words.t("refused-title")} }
            p { {words.t(why)} }
            p { {words.t("refused-what-now")} }
            LeftHere {}
            div { class: "cluster",
                button { class: "button primary", r#type: "button", onclick: move |_| session.start_afresh(), {words.t("refused-start-afresh")} }
                DownloadCopy {}
            }
        }
    }
}
