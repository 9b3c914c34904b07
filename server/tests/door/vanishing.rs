//! Who is gone without a word is found, and who is only slow is not held for gone.

use super::{
    harness::TestServer,
    peer::{Peer, new_axis},
    presence::{last, says},
    wire::{Quality, Wire},
};
use jalon_server::connection::Heartbeat;
use jalon_shared::protocol::{Frame, SUBPROTOCOL};
use serde_json::json;
use std::time::{Duration, Instant};

/// Short, so that the tests are.
const HEARTBEAT: Heartbeat = Heartbeat {
    ping: Duration::from_millis(100),
    silence: Duration::from_millis(500),
};

async fn impatient_server() -> TestServer {
    TestServer::start_with(|config| config.heartbeat = HEARTBEAT).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_vanishes_without_a_word_is_gone_within_the_heartbeat() {
    let server = impatient_server().await;
    let workspace = server.workspace("Wifi").await;
    let member = server.member(&workspace, "contributor", "Awa").await;
    let mut watcher = Peer::join(&server, &workspace, &server.owner).await;
    let wire = Wire::to(&server.url).await;
    let mut peer = Peer::connect_by(&wire.url, &workspace, &member.token, Some(SUBPROTOCOL))
        .await
        .expect("an open door");
    peer.sync().await;
    peer.send(&says(7, 1, json!({"page": "grid"}))).await;
    watcher
        .hear_until("Awa", |peer| last(peer, 7).is_some())
        .await;
    wire.becomes(Quality::Dead);
    let dead = Instant::now();
    watcher
        .hear_until("the parting", |peer| {
            last(peer, 7).is_some_and(|entry| entry.state.is_none())
        })
        .await;
    println!(
        "gone after {:?}, of {:?} silence",
        dead.elapsed(),
        HEARTBEAT.silence
    );
    let (_, metrics) = server
        .call(reqwest::Method::GET, "/metrics", "", None)
        .await;
    assert!(
        metrics
            .as_str()
            .is_some_and(|text| text.contains("jalon_half_open_total 1\n"))
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_says_nothing_but_is_there_stays() {
    let server = impatient_server().await;
    let workspace = server.workspace("Calme").await;
    let mut peer = Peer::join(&server, &workspace, &server.owner).await;
    let (start, mut beats) = (Instant::now(), 0);
    // A ping is answered while one listens.
    while start.elapsed() < 3 * HEARTBEAT.silence {
        let frame = peer.hear().await.expect("an open socket");
        beats += usize::from(frame == Frame::Awareness { entries: vec![] });
    }
    assert!(beats > 0);
    peer.does(new_axis("Toujours là")).await;
    peer.settle().await;
}

/// A phone that sends what it wrote offline over a bad line: its pongs wait behind it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_sends_slowly_is_not_held_for_gone() {
    let server = impatient_server().await;
    let workspace = server.workspace("Lenteur").await;
    let wire = Wire::to(&server.url).await;
    let mut peer = Peer::connect_by(&wire.url, &workspace, &server.owner, Some(SUBPROTOCOL))
        .await
        .expect("an open door");
    peer.sync().await;
    let start = Instant::now();
    wire.becomes(Quality::Slow(1 << 10));
    peer.does(new_axis(&"hors ligne ".repeat(1_800))).await;
    peer.settle().await;
    assert!(
        start.elapsed() > 2 * HEARTBEAT.silence,
        "the line was not slow"
    );
}
