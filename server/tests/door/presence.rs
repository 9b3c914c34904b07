//! Presence: the server says who somebody is, and that they left.

use super::{harness::TestServer, peer::Peer};
use jalon_shared::{
    presence::Presence,
    protocol::{AwarenessEntry, Frame},
};
use reqwest::Method;
use serde_json::{Value, json};

pub fn says(client: u64, clock: u32, state: Value) -> Frame {
    let state = (!state.is_null()).then_some(state);
    Frame::Awareness {
        entries: vec![AwarenessEntry {
            client,
            clock,
            state,
        }],
    }
}

pub fn last(peer: &Peer, client: u64) -> Option<&AwarenessEntry> {
    peer.awareness
        .iter()
        .rev()
        .find(|entry| entry.client == client)
}

fn name(peer: &Peer, client: u64) -> Option<String> {
    Presence::from_state(last(peer, client)?.state.as_ref()?).map(|presence| presence.name)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_speaks_as_somebody_else_and_who_leaves_is_gone() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Présence").await;
    let (ines, noe) = (
        server.member(&workspace, "contributor", "Inès").await,
        server.member(&workspace, "reader", "Noé").await,
    );
    let mut ines = Peer::join(&server, &workspace, &ines.token).await;
    let mut noe = Peer::join(&server, &workspace, &noe.token).await;
    let lie = json!({"user": {"person": uuid::Uuid::nil(), "name": "Direction", "color": 0}, "page": "objectives"});
    ines.send(&says(11, 1, lie)).await;
    noe.hear_until("Inès", |peer| name(peer, 11).is_some())
        .await;
    assert_eq!(name(&noe, 11).as_deref(), Some("Inès"));
    assert_eq!(
        last(&noe, 11)
            .and_then(|entry| entry.state.as_ref())
            .map(|state| &state["page"]),
        Some(&json!("objectives"))
    );
    // Noé speaks for himself, and tries to send Inès away: only the first is heard.
    let leave_ines = AwarenessEntry {
        client: 11,
        clock: 99,
        state: None,
    };
    let himself = AwarenessEntry {
        client: 22,
        clock: 1,
        state: Some(json!({"page": "grid"})),
    };
    let as_ines = AwarenessEntry {
        client: 11,
        clock: 100,
        state: Some(json!({"page": "glossary"})),
    };
    noe.send(&Frame::Awareness {
        entries: vec![as_ines, leave_ines, himself],
    })
    .await;
    ines.hear_until("Noé", |peer| name(peer, 22).is_some())
        .await;
    assert!(last(&ines, 11).is_none());
    // A newcomer sees both at once.
    let mut third = Peer::join(&server, &workspace, &server.owner).await;
    third
        .hear_until("everybody", |peer| {
            name(peer, 11).is_some() && name(peer, 22).is_some()
        })
        .await;
    let clock = last(&third, 11).map(|entry| entry.clock).expect("a clock");
    ines.close().await;
    third
        .hear_until("the parting", |peer| {
            last(peer, 11).is_some_and(|entry| entry.state.is_none())
        })
        .await;
    assert!(last(&third, 11).is_some_and(|entry| entry.clock > clock));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_comes_back_with_an_old_count_is_seen_again() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Retour").await;
    let mut watcher = Peer::join(&server, &workspace, &server.owner).await;
    let member = server.member(&workspace, "contributor", "Awa").await;
    let mut clocks = Vec::new();
    for _ in 0..2 {
        let mut peer = Peer::join(&server, &workspace, &member.token).await;
        peer.send(&says(7, 1, json!({"page": "grid"}))).await;
        watcher
            .hear_until("Awa", |peer| name(peer, 7).is_some())
            .await;
        clocks.extend(last(&watcher, 7).map(|entry| entry.clock));
        peer.close().await;
        watcher
            .hear_until("the parting", |peer| {
                last(peer, 7).is_some_and(|entry| entry.state.is_none())
            })
            .await;
        clocks.extend(last(&watcher, 7).map(|entry| entry.clock));
    }
    assert!(
        clocks.windows(2).all(|pair| pair[0] < pair[1]),
        "{clocks:?}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_person_on_a_new_socket_takes_their_place_over() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Wifi").await;
    let member = server.member(&workspace, "contributor", "Awa").await;
    let mut watcher = Peer::join(&server, &workspace, &server.owner).await;
    let mut old = Peer::join(&server, &workspace, &member.token).await;
    old.send(&says(7, 5, json!({"page": "grid"}))).await;
    watcher
        .hear_until("Awa", |peer| name(peer, 7).is_some())
        .await;
    let mut new = Peer::join(&server, &workspace, &member.token).await;
    new.send(&says(7, 5, json!({"page": "glossary"}))).await;
    let on_glossary = |peer: &Peer| {
        last(peer, 7)
            .and_then(|entry| entry.state.clone())
            .is_some_and(|state| state["page"] == "glossary")
    };
    watcher.hear_until("the new place", on_glossary).await;
    old.close().await;
    new.send(&says(8, 1, json!({"page": "grid"}))).await;
    watcher
        .hear_until("another tab", |peer| name(peer, 8).is_some())
        .await;
    assert!(
        on_glossary(&watcher),
        "the old socket takes nothing with it"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_name_is_on_every_screen() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Nom").await;
    let member = server.member(&workspace, "contributor", "Awa").await;
    let mut watcher = Peer::join(&server, &workspace, &server.owner).await;
    let mut peer = Peer::join(&server, &workspace, &member.token).await;
    peer.send(&says(7, 1, json!({"page": "grid"}))).await;
    watcher
        .hear_until("Awa", |peer| name(peer, 7).is_some())
        .await;
    server
        .call(
            Method::PATCH,
            "/api/me",
            &member.token,
            Some(json!({"name": "Awa D."})),
        )
        .await;
    watcher
        .hear_until("the new name", |peer| {
            name(peer, 7).as_deref() == Some("Awa D.")
        })
        .await;
}

/// The server counts for itself: with the highest count there is, nobody would see them leave.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_counts_as_far_as_one_can_is_seen_to_leave() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Compte").await;
    let mut watcher = Peer::join(&server, &workspace, &server.owner).await;
    let mut peer = Peer::join(&server, &workspace, &server.owner).await;
    peer.send(&says(7, u32::MAX, json!({"page": "grid"}))).await;
    watcher
        .hear_until("the other", |peer| last(peer, 7).is_some())
        .await;
    let clock = last(&watcher, 7).map(|entry| entry.clock);
    peer.close().await;
    watcher
        .hear_until("the parting", |peer| {
            last(peer, 7).is_some_and(|entry| entry.state.is_none())
        })
        .await;
    assert!(last(&watcher, 7).map(|entry| entry.clock) > clock);
}
