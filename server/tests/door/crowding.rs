//! Too many and too much: whoever exceeds a limit is told or waits, and nobody else notices.

use super::{
    harness::{TestServer, text},
    peer::{Peer, new_axis},
    presence::{last, says},
};
use jalon_server::config::Limits;
use jalon_shared::protocol::{AwarenessEntry, Frame, Message, Refusal, SUBPROTOCOL};
use reqwest::Method;
use serde_json::{Value, json};
use std::time::Duration;
use tokio::{
    task::JoinSet,
    time::{sleep, timeout},
};

async fn crowded_server(limits: Limits) -> TestServer {
    TestServer::start_with(|config| config.limits = limits).await
}

async fn closed_because(server: &TestServer, workspace: &str, token: &str) -> String {
    let mut peer = Peer::connect(server, workspace, token, Some(SUBPROTOCOL))
        .await
        .expect("a socket");
    peer.hear_reason().await
}

async fn metrics(server: &TestServer) -> String {
    let (_, metrics) = server.call(Method::GET, "/metrics", "", None).await;
    text(&json!({ "text": metrics }), "text")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_person_takes_only_so_many_places() {
    let limits = Limits {
        connections_of_one: 2,
        ..Limits::default()
    };
    let server = crowded_server(limits).await;
    let workspace = server.workspace("Onglets").await;
    let member = server.member(&workspace, "contributor", "Awa").await;
    let mut first = Peer::join(&server, &workspace, &member.token).await;
    let second = Peer::join(&server, &workspace, &member.token).await;
    assert_eq!(
        closed_because(&server, &workspace, &member.token).await,
        "too-many"
    );
    // Neither those who are inside nor anybody else notices.
    first.does(new_axis("Un")).await;
    first.settle().await;
    let mut owner = Peer::join(&server, &workspace, &server.owner).await;
    assert_eq!(owner.axes().len(), 1);
    assert!(
        metrics(&server)
            .await
            .contains("jalon_turned_away_total 1\n")
    );
    // A place that is left is free.
    owner.send(&says(1, 1, json!({"page": "grid"}))).await;
    second.close().await;
    super::harness::until("a free place", async || {
        let mut again = Peer::connect(&server, &workspace, &member.token, Some(SUBPROTOCOL))
            .await
            .ok()?;
        matches!(
            again.hear().await,
            Some(Frame::Jalon(Message::Welcome { .. }))
        )
        .then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_takes_only_so_many_connections() {
    let limits = Limits {
        connections: 1,
        ..Limits::default()
    };
    let server = crowded_server(limits).await;
    let workspace = server.workspace("Plein").await;
    let member = server.member(&workspace, "contributor", "Awa").await;
    let mut first = Peer::join(&server, &workspace, &member.token).await;
    assert_eq!(
        closed_because(&server, &workspace, &server.owner).await,
        "full"
    );
    first.does(new_axis("Un")).await;
    first.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_document_grows_only_so_large() {
    let limits = Limits {
        document: 20 << 10,
        ..Limits::default()
    };
    let server = crowded_server(limits).await;
    let workspace = server.workspace("Volume").await;
    let mut peer = Peer::join(&server, &workspace, &server.owner).await;
    peer.does(new_axis(&"a".repeat(15 << 10))).await;
    peer.settle().await;
    peer.does(new_axis(&"b".repeat(15 << 10))).await;
    let refused = Message::Refused {
        frame: 2,
        reason: Refusal::TooLarge,
    };
    peer.hear_until("the refusal", |peer| peer.messages.contains(&refused))
        .await;
    let other = Peer::join(&server, &workspace, &server.owner).await;
    assert_eq!(other.axes().len(), 1);
}

/// What is overwritten takes no place for ever.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn writing_the_same_anew_fills_no_document() {
    let limits = Limits {
        document: 64 << 10,
        ..Limits::default()
    };
    let server = crowded_server(limits).await;
    let workspace = server.workspace("Encore").await;
    let mut peer = Peer::join(&server, &workspace, &server.owner).await;
    for letter in ('a'..='z').cycle().take(100) {
        peer.retitle(&letter.to_string().repeat(2_000)).await;
    }
    let refused = |peer: &Peer| {
        let mut messages = peer.messages.iter();
        messages.any(|message| matches!(message, Message::Refused { .. }))
    };
    peer.hear_until("an end", |peer| {
        peer.acknowledged == peer.sent || refused(peer)
    })
    .await;
    assert!(!refused(&peer));
    let other = Peer::join(&server, &workspace, &server.owner).await;
    assert_eq!(other.title(), peer.title());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_somebody_says_of_themselves_is_short() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Bavard").await;
    let member = server.member(&workspace, "contributor", "Awa").await;
    let mut watcher = Peer::join(&server, &workspace, &server.owner).await;
    let mut peer = Peer::join(&server, &workspace, &member.token).await;
    let long = |bytes: usize| json!({"page": "x".repeat(bytes)});
    peer.send(&says(7, 1, long(5 << 10))).await;
    peer.send(&says(8, 1, long(1 << 20))).await;
    let many = (100..2_000).map(|client| AwarenessEntry {
        client,
        clock: 1,
        state: Some(Value::Null),
    });
    peer.send(&Frame::Awareness {
        entries: many.collect(),
    })
    .await;
    peer.send(&says(9, 1, json!({"page": "grid"}))).await;
    watcher
        .hear_until("the short one", |peer| last(peer, 9).is_some())
        .await;
    assert!(last(&watcher, 7).is_none() && last(&watcher, 8).is_none());
    assert!(
        watcher.awareness.len() <= 4,
        "one connection is few clients"
    );
    assert!(
        metrics(&server)
            .await
            .contains("jalon_refused_total{reason=\"awareness\"} 1\n")
    );
}

/// Questions are cheap to ask: whoever asks thousands waits, and keeps nobody from writing.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_asks_without_end_holds_nobody_up() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Questions").await;
    let mut writer = Peer::join(&server, &workspace, &server.owner).await;
    let mut reader = Peer::join(&server, &workspace, &server.owner).await;
    writer.does(new_axis(&"beaucoup ".repeat(2_000))).await;
    let mut asking = Peer::connect(&server, &workspace, &server.owner, Some(SUBPROTOCOL))
        .await
        .expect("a socket");
    let nothing = jalon_shared::Workspace::new().state_vector();
    for _ in 0..2_000 {
        asking
            .send(&Frame::SyncStep1 {
                state_vector: nothing.clone(),
            })
            .await;
        asking.send(&Frame::QueryAwareness).await;
    }
    // More than a minute of questions lies before this.
    asking.does(new_axis("Après les questions")).await;
    for number in 0..20 {
        writer.does(new_axis(&format!("Axe {number}"))).await;
        writer.settle().await;
    }
    reader
        .hear_until("all of it", |peer| {
            peer.axes()
                .last()
                .is_some_and(|axis| axis.label == "Axe 19")
        })
        .await;
    assert_eq!(reader.axes().len(), 21, "whoever asks has to wait");
}

/// While many write in many workspaces, what is kept is said together with what else comes. Nobody writes beside this one
/// who would bring it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_who_writes_alone_beside_a_crowd_hears_that_it_is_kept() {
    const OTHERS: usize = 16;
    let server = TestServer::start().await;
    let mut crowd = JoinSet::new();
    for number in 0..OTHERS {
        let workspace = server.workspace(&format!("Table {number}")).await;
        let mut peer = Peer::join(&server, &workspace, &server.owner).await;
        crowd.spawn(async move {
            loop {
                peer.does(new_axis("Encore")).await;
                // Often, and not as fast as it goes: then nothing would wait for anything.
                sleep(Duration::from_millis(25)).await;
            }
        });
    }
    let workspace = server.workspace("À part").await;
    let mut alone = Peer::join(&server, &workspace, &server.owner).await;
    for _ in 0..5 {
        alone.does(new_axis("Un")).await;
        let kept = timeout(Duration::from_secs(20), alone.settle()).await;
        kept.expect("nobody said that it is kept");
    }
    alone.close().await;
    crowd.abort_all();
}
