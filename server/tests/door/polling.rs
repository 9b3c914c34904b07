//! Lines made of requests: what is true of a socket is true of them. What each message does over one is in
//! `roles/messages`.

use super::{
    harness::{TestServer, text},
    peer::{Peer, Way, new_axis},
    presence::{last, says},
};
use jalon_server::connection::Heartbeat;
use reqwest::{Method, StatusCode};
use serde_json::json;
use std::time::Duration;

const HEARTBEAT: Heartbeat = Heartbeat {
    ping: Duration::from_millis(100),
    silence: Duration::from_millis(600),
};

/// A watcher on a socket, and somebody on a line made of requests whom the watcher sees.
async fn two(server: &TestServer, workspace: &str, token: &str) -> (Peer, Peer) {
    let mut watcher = Peer::join(server, workspace, &server.owner).await;
    let mut peer = Peer::join_by(Way::Requests, server, workspace, token).await;
    peer.send(&says(7, 1, json!({"page": "grid"}))).await;
    watcher
        .hear_until("Awa", |peer| last(peer, 7).is_some())
        .await;
    (watcher, peer)
}

async fn check_gone(watcher: &mut Peer) {
    watcher
        .hear_until("the parting", |peer| {
            last(peer, 7).is_some_and(|entry| entry.state.is_none())
        })
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_writes_by_requests_is_kept_and_heard_like_everybody() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Mairie").await;
    let awa = server.member(&workspace, "contributor", "Awa").await;
    let (mut watcher, mut peer) = two(&server, &workspace, &awa.token).await;
    for label in ["Répit", "Lien", "Écoute"] {
        peer.does(new_axis(label)).await;
    }
    peer.settle().await;
    watcher
        .hear_until("what they wrote", |peer| peer.axes().len() == 3)
        .await;
    watcher.does(new_axis("Accueil")).await;
    peer.hear_until("what others write", |peer| peer.axes().len() == 4)
        .await;
    peer.close().await;
    check_gone(&mut watcher).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_asks_no_more_is_gone_within_the_heartbeat() {
    let server = TestServer::start_with(|config| config.heartbeat = HEARTBEAT).await;
    let workspace = server.workspace("Mairie").await;
    let awa = server.member(&workspace, "contributor", "Awa").await;
    let (mut watcher, _peer) = two(&server, &workspace, &awa.token).await;
    check_gone(&mut watcher).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_removed_is_told_and_heard_no_more() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Mairie").await;
    let awa = server.member(&workspace, "contributor", "Awa").await;
    let (mut watcher, mut peer) = two(&server, &workspace, &awa.token).await;
    let path = format!("/api/workspaces/{workspace}/people/{}", awa.person);
    server
        .call(Method::DELETE, &path, &server.owner, None)
        .await;
    assert_eq!(peer.hear_reason().await, "access");
    peer.does(new_axis("Trop tard")).await;
    check_gone(&mut watcher).await;
    watcher.sync().await;
    assert!(watcher.axes().is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_line_cannot_take_is_refused_and_another_request_waits_in_vain() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Mairie").await;
    let path = format!("/sync/{workspace}/lines");
    let line = text(&server.post(&path, &server.owner, json!({})).await, "line");
    let post = async |what: &str, body: Vec<u8>| {
        let request = server.request(Method::POST, &format!("{path}/{line}/{what}"));
        let request = request.bearer_auth(&server.owner).body(body);
        request.send().await.expect("an answer").status()
    };
    assert_eq!(post("bring", vec![9, 1]).await, StatusCode::BAD_REQUEST);
    let large = vec![0; jalon_server::polling::MOST_BROUGHT + 1];
    assert_eq!(post("bring", large).await, StatusCode::PAYLOAD_TOO_LARGE);
    // Until the first words of the server are taken, which may come in pieces, both requests get some. Then one
    // request waits, and only one.
    let mut rounds = 0;
    let (one, other) = loop {
        let both = tokio::join!(post("fetch", Vec::new()), post("fetch", Vec::new()));
        if both != (StatusCode::OK, StatusCode::OK) {
            break both;
        }
        rounds += 1;
        assert!(rounds < 20, "two requests wait at one line");
    };
    assert!(
        [one, other].contains(&StatusCode::CONFLICT),
        "{one} {other}"
    );
    assert!([one, other].contains(&StatusCode::OK), "{one} {other}");
    assert_eq!(post("end", Vec::new()).await, StatusCode::NO_CONTENT);
    while post("fetch", Vec::new()).await == StatusCode::OK {}
    assert_eq!(post("fetch", Vec::new()).await, StatusCode::GONE);
}
