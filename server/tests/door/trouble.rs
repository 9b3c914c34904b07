//! Trouble: nothing that a client sends takes the server or a document down.

use super::{
    harness::TestServer,
    peer::{Peer, new_axis},
};
use jalon_server::room::MAX_UPDATE;
use jalon_shared::{
    Workspace,
    protocol::{Frame, Message, Refusal},
};

/// Updates that the library takes in and chokes on later, or that ask for gigabytes.
const HOSTILE: &str = include_str!("../../../shared/tests/vectors/hostile-updates.txt");

fn hostile() -> Vec<Vec<u8>> {
    let lines = HOSTILE
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    let bytes = lines.map(|line| {
        let hex = line.split_whitespace().last().expect("bytes");
        (0..hex.len())
            .step_by(2)
            .map(|at| u8::from_str_radix(&hex[at..at + 2], 16).expect("hex"))
            .collect()
    });
    bytes.collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hostile_updates_are_refused_and_change_nothing() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Solide").await;
    let mut peer = Peer::join(&server, &workspace, &server.owner).await;
    peer.does(new_axis("Un")).await;
    peer.settle().await;
    let before = peer.document.content();
    let all = hostile();
    for update in &all {
        peer.send(&Frame::Update {
            update: update.clone(),
        })
        .await;
    }
    // Frames that are no frames, too.
    for bytes in [
        &[][..],
        &[0],
        &[0, 2],
        &[0, 2, 0xff, 0xff, 0xff, 0xff, 0x0f],
        &[1, 0xff, 0xff, 0x7f],
        &[99, 1, 2],
    ] {
        peer.send_raw(bytes.to_vec()).await;
    }
    peer.sent += 2;
    peer.does(new_axis("Deux")).await;
    peer.settle().await;
    let refused = peer
        .messages
        .iter()
        .filter(|message| matches!(message, Message::Refused { .. }))
        .count();
    assert_eq!(refused, all.len() + 2);
    let mut other = Peer::join(&server, &workspace, &server.owner).await;
    assert_eq!(other.document.content(), peer.document.content());
    assert_eq!(other.axes().len(), before.axes.len() + 1);
    other.does(new_axis("Trois")).await;
    other.settle().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_update_that_is_too_large_is_refused_in_words() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Trop").await;
    let mut peer = Peer::join(&server, &workspace, &server.owner).await;
    peer.send(&Frame::Update {
        update: vec![0; MAX_UPDATE + 1],
    })
    .await;
    let refused = Message::Refused {
        frame: 1,
        reason: Refusal::TooLarge,
    };
    peer.hear_until("the refusal", |peer| peer.messages.contains(&refused))
        .await;
    peer.does(new_axis("Un")).await;
    peer.settle().await;
    let (status, problem) = server
        .call(
            reqwest::Method::POST,
            "/api/join",
            "",
            Some(serde_json::json!({"code": "x".repeat(100_000), "name": "x"})),
        )
        .await;
    assert_eq!(
        (status.as_u16(), problem["type"].as_str()),
        (413, Some("urn:jalon:problem:too-large"))
    );
}

/// Who does not read for a while is behind, and then in step again: nothing is lost in silence.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_slow_client_is_synced_again() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Lent").await;
    let mut slow = Peer::join(&server, &workspace, &server.owner).await;
    let mut fast = Peer::join(&server, &workspace, &server.owner).await;
    // More than all the buffers between the two hold, while the other reads nothing.
    let words = "mesurer ensemble ".repeat(1_000);
    for _ in 0..800 {
        fast.does(new_axis(&words)).await;
        if fast.sent % 50 == 0 {
            fast.settle().await;
        }
    }
    fast.settle().await;
    slow.hear_until("all of it", |peer| peer.document.axes().len() == 800)
        .await;
    assert_eq!(slow.document.content(), fast.document.content());
    let (_, metrics) = server
        .call(reqwest::Method::GET, "/metrics", "", None)
        .await;
    let metrics = metrics.as_str().expect("text");
    assert!(
        !metrics.contains("jalon_resyncs_total 0\n"),
        "the queue never overflowed"
    );
    let _: &Workspace = &slow.document;
}
