//! Who else is here now, and on which page: faces, and in a crowd their number, with a list to look somebody up.

use super::{
    follow::FollowButton,
    nav::{Page, Routed},
};
use crate::{
    session::{CROWD, Peer, outbox::Saved, use_session},
    ui::{Icon, Shape, initials},
};
use dioxus::prelude::*;
use jalon_view::{args, words::use_words};

/// So many faces are shown; beyond it there is a number.
const FACES: usize = 6;
/// So many lines of the list are drawn; who is further down is found by their name.
const LINES: usize = 60;

/// Faces in the header, which open the list of names.
#[component]
pub fn Here() -> Element {
    let words = use_words();
    let session = use_session();
    let mut open = use_signal(|| false);
    let peers = session.peers();
    if matches!(
        session.saved(),
        Saved::Connecting | Saved::Away | Saved::Offline | Saved::OfflineUnkept
    ) {
        // Without a line nobody knows who else is here.
        return rsx! {};
    }
    if peers.is_empty() {
        return rsx! { span { class: "here here-alone muted", {words.t("here-alone")} } };
    }
    let count = peers.len();
    let is_crowd = count > CROWD;
    let more = count.saturating_sub(FACES);
    let names: Vec<String> = peers.iter().map(|peer| peer.name.clone()).collect();
    // Whoever counts a room counts themselves.
    let crowd = words.t_with("here-crowd", args![n => count + 1]);
    let label = if is_crowd {
        crowd.clone()
    } else {
        words.t_with("here-label", args![n => count, names => names.join(", ")])
    };
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
                if is_crowd {
                    span { class: "here-crowd", "aria-hidden": "true",
                        Icon { shape: Shape::People }
                        span { class: "here-count", "{count + 1}" }
                        span { class: "here-crowd-words", "{crowd}" }
                    }
                } else {
                    span { class: "avatars",
                        for peer in peers.iter().take(FACES) {
                            span { key: "{peer.person}", class: "avatar presence-{peer.color}", "aria-hidden": "true", "data-initials": initials(&peer.name) }
                        }
                        if more > 0 {
                            span { class: "avatar here-more", "aria-hidden": "true", "data-initials": "+{more}" }
                        }
                    }
                    if count <= 3 {
                        span { class: "here-names", "aria-hidden": "true", {names.join(", ")} }
                    }
                }
            }
            if open() {
                List { peers, is_crowd, on_done: move |()| open.set(false) }
            }
        }
    }
}

/// Everybody by name, with what one can do with them.
#[component]
fn List(peers: Vec<Peer>, is_crowd: bool, on_done: EventHandler<()>) -> Element {
    let words = use_words();
    let session = use_session();
    let mut wanted = use_signal(String::new);
    let id = session.workspace_id();
    let followers = session.followers();
    let leads = session.leads();
    let lead = session.clone();
    let search = wanted.read().trim().to_lowercase();
    let found: Vec<Peer> = peers
        .into_iter()
        .filter(|peer| peer.name.to_lowercase().contains(&search))
        .collect();
    let hidden = found.len().saturating_sub(LINES);
    rsx! {
        div { class: "popover here-list",
            h2 { class: "label", {words.t("here-title")} }
            if session.is_facilitator() {
                button { class: "button small here-guide", r#type: "button",
                    onclick: move |_| {
                        lead.lead(!leads);
                        on_done.call(());
                    },
                    Icon { shape: Shape::People }
                    if leads { {words.t("guide-stop")} } else { {words.t("guide-everybody")} }
                }
            }
            if followers > 0 {
                p { class: "small muted", {words.t_with("follow-followers", args![n => followers])} }
            }
            if is_crowd {
                input {
                    class: "input",
                    r#type: "search",
                    aria_label: words.t("here-search"),
                    placeholder: words.t("here-search"),
                    oninput: move |event| wanted.set(event.value()),
                }
            }
            ul { class: "stack tight",
                for peer in found.into_iter().take(LINES) {
                    li { key: "{peer.person}", PeerLine { peer, id, on_done } }
                }
            }
            if hidden > 0 {
                p { class: "small muted", {words.t_with("here-hidden", args![n => hidden])} }
            }
        }
    }
}

#[component]
fn PeerLine(peer: Peer, id: jalon_shared::WorkspaceId, on_done: EventHandler<()>) -> Element {
    let words = use_words();
    let page = peer.page.as_deref().and_then(Page::named);
    rsx! {
        div { class: "row here-line",
            span { class: "avatar presence-{peer.color}", "aria-hidden": "true", {initials(&peer.name)} }
            span { class: "grow", "{peer.name}" }
            if let Some(page) = page {
                Link { class: "small", to: page.route(id), onclick: move |_| on_done.call(()), {words.t(page.key())} }
            }
            FollowButton { person: peer.person, name: peer.name.clone(), on_done }
        }
    }
}
