//! Who else is here now, and on which page.

use super::nav::{Page, Routed};
use crate::session::{Peer, outbox::Saved, use_session};
use dioxus::prelude::*;
use jalon_view::{args, words::use_words};

/// So many faces are shown; beyond it there is a number.
const FACES: usize = 6;

/// Faces in the header, which open the list of names.
#[component]
pub fn Here() -> Element {
    let words = use_words();
    let session = use_session();
    let mut open = use_signal(|| false);
    let peers = session.peers();
    if matches!(
        session.saved(),
        Saved::Connecting | Saved::Offline | Saved::OfflineUnkept
    ) {
        // Without a line nobody knows who else is here.
        return rsx! {};
    }
    if peers.is_empty() {
        return rsx! { span { class: "here here-alone muted", {words.t("here-alone")} } };
    }
    let count = peers.len();
    let more = count.saturating_sub(FACES);
    let names: Vec<String> = peers.iter().map(|peer| peer.name.clone()).collect();
    let label = words.t_with("here-label", args![n => count, names => names.join(", ")]);
    let id = session.workspace_id();
    rsx! {
        div {
            class: "here",
            onkeydown: move |event| {
                if event.key() == Key::Escape && open() {
                    event.stop_propagation();
                    open.set(false);
                }
            },
            button {
                class: "here-button",
                r#type: "button",
                aria_label: "{label}",
                aria_expanded: open(),
                title: "{label}",
                onclick: move |_| open.toggle(),
                span { class: "avatars",
                    for peer in peers.iter().take(FACES) {
                        span { key: "{peer.person}", class: "avatar presence-{peer.color}", "aria-hidden": "true", {initials(&peer.name)} }
                    }
                    if more > 0 {
                        span { class: "avatar here-more", "aria-hidden": "true", "+{more}" }
                    }
                }
                if count <= 3 {
                    span { class: "here-names", "aria-hidden": "true", {names.join(", ")} }
                }
            }
            if open() {
                div { class: "popover here-list",
                    h2 { class: "label", {words.t("here-title")} }
                    ul { class: "stack tight",
                        for peer in peers {
                            li { key: "{peer.person}", PeerLine { peer, id, on_go: move |()| open.set(false) } }
                        }
                    }
                }
            }
        }
    }
}

#[component]
fn PeerLine(peer: Peer, id: jalon_shared::WorkspaceId, on_go: EventHandler<()>) -> Element {
    let words = use_words();
    let page = peer.page.as_deref().and_then(Page::named);
    rsx! {
        div { class: "row",
            span { class: "avatar presence-{peer.color}", "aria-hidden": "true", {initials(&peer.name)} }
            span { class: "grow", "{peer.name}" }
            if let Some(page) = page {
                Link { class: "small", to: page.route(id), onclick: move |_| on_go.call(()), {words.t(page.key())} }
            }
        }
    }
}

/// One or two letters that stand for a name.
fn initials(name: &str) -> String {
    let mut words = name
        .split_whitespace()
        .filter_map(|word| word.chars().next());
    let first = words.next();
    let letters = first.into_iter().chain(words.next_back());
    letters.flat_map(char::to_uppercase).collect()
}
