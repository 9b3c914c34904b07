//! Workspaces live: what one writes the others have, and what is acknowledged is kept.

use super::{
    harness::{TestServer, text, until},
    peer::{Peer, new_axis},
};
use jalon_shared::protocol::{Frame, Message, SUBPROTOCOL};
use reqwest::Method;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_one_writes_the_other_has_and_nobody_hears_an_echo() {
    let server = TestServer::start().await;
    let workspace = server.workspace("À deux").await;
    let member = server.member(&workspace, "contributor", "Inès").await;
    let mut one = Peer::join(&server, &workspace, &server.owner).await;
    let mut other = Peer::join(&server, &workspace, &member.token).await;
    assert_eq!(
        (
            one.title().as_str(),
            one.document.settings().organisation.as_str()
        ),
        ("À deux", "L’Escale")
    );
    let before = one.updates;
    one.does(new_axis("Prévenir l’isolement 🌻")).await;
    other
        .hear_until("the axis", |peer| peer.axes().len() == 1)
        .await;
    assert_eq!(other.axes()[0].label, "Prévenir l’isolement 🌻");
    other.does(new_axis("Soutenir les aidants")).await;
    one.hear_until("the other axis", |peer| peer.axes().len() == 2)
        .await;
    one.settle().await;
    other.settle().await;
    assert_eq!(one.updates, before + 1, "only what the other wrote");
    assert_eq!(one.document.content(), other.document.content());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_write_at_once_and_end_up_with_the_same() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Atelier").await;
    let code = server.invite(&workspace, "contributor", 8).await;
    let mut peers = Vec::new();
    for number in 0..8 {
        let name = format!("P{number}");
        let joined = server
            .post(
                "/api/join",
                "",
                serde_json::json!({"code": code, "name": name}),
            )
            .await;
        peers.push(Peer::join(&server, &workspace, &text(&joined, "token")).await);
    }
    let work = peers
        .into_iter()
        .enumerate()
        .map(|(number, mut peer)| async move {
            for turn in 0..20 {
                peer.does(new_axis(&format!("{number}.{turn}"))).await;
            }
            peer.settle().await;
            peer
        });
    let peers = futures::future::join_all(work.map(tokio::spawn)).await;
    let mut contents = Vec::new();
    for peer in peers {
        let mut peer = peer.expect("a peer");
        peer.hear_until("everything", |peer| peer.document.axes().len() == 160)
            .await;
        contents.push(peer.document.content());
    }
    assert!(contents.windows(2).all(|pair| pair[0] == pair[1]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_comes_back_brings_what_was_written_meanwhile() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Hors ligne").await;
    let mut away = Peer::join(&server, &workspace, &server.owner).await;
    let mut here = Peer::join(&server, &workspace, &server.owner).await;
    let mut document = std::mem::take(&mut away.document);
    away.close().await;
    let offline = document.apply(&new_axis("Dans le train"), &super::peer::stamp());
    assert!(offline.is_ok());
    here.does(new_axis("En salle")).await;
    here.settle().await;
    // The dance of any Yjs client: both say what they have, both give what the other lacks.
    let mut back = Peer::connect(&server, &workspace, &server.owner, Some("jalon.1"))
        .await
        .expect("an open door");
    back.document = document;
    back.send(&Frame::SyncStep1 {
        state_vector: back.document.state_vector(),
    })
    .await;
    let mut answered = false;
    while back.axes().len() < 2 || !answered {
        if let Some(Frame::SyncStep1 { state_vector }) = back.hear().await {
            let update = back.document.diff(&state_vector).expect("a diff");
            back.send(&Frame::SyncStep2 { update }).await;
            answered = true;
        }
    }
    back.settle().await;
    here.hear_until("what was written away", |peer| peer.axes().len() == 2)
        .await;
    assert_eq!(here.document.content(), back.document.content());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_foreign_client_gets_only_the_public_protocol() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Étranger").await;
    let mut foreign = Peer::connect(&server, &workspace, &server.owner, None)
        .await
        .expect("an open door");
    let mut ours = Peer::join(&server, &workspace, &server.owner).await;
    foreign.sync().await;
    foreign.does(new_axis("D’ailleurs")).await;
    ours.hear_until("the axis", |peer| peer.axes().len() == 1)
        .await;
    ours.does(new_axis("D’ici")).await;
    foreign
        .hear_until("the other axis", |peer| peer.axes().len() == 2)
        .await;
    assert_eq!((foreign.acknowledged, foreign.messages.len()), (0, 0));
    assert!(matches!(ours.messages[..], [Message::Welcome { .. }]));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_title_comes_into_the_list() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Ancien").await;
    let mut peer = Peer::join(&server, &workspace, &server.owner).await;
    peer.retitle("Nouveau nom").await;
    peer.settle().await;
    until("the title", async || {
        let listed = server.get("/api/workspaces", &server.owner).await;
        (listed[0]["title"] == "Nouveau nom").then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_metrics_say_what_goes_on() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Mesures").await;
    let mut peer = Peer::join(&server, &workspace, &server.owner).await;
    peer.does(new_axis("Un")).await;
    peer.settle().await;
    let (_, text) = server.call(Method::GET, "/metrics", "", None).await;
    let text = text.as_str().expect("text");
    for line in [
        "jalon_rooms 1\n",
        "jalon_connections 1\n",
        "jalon_updates_total 1\n",
        "jalon_commit_seconds_count",
    ] {
        assert!(text.contains(line), "{line:?} is missing in\n{text}");
    }
    assert_eq!(server.call(Method::GET, "/healthz", "", None).await.1, "ok");
}

/// Somebody comes while the others type: nothing reaches them that builds on what they were not given yet.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_comes_while_others_type_gets_everything_in_order() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Arrivée").await;
    let mut writer = Peer::join(&server, &workspace, &server.owner).await;
    writer.does(new_axis("Avant")).await;
    let mut newcomer = Peer::connect(&server, &workspace, &server.owner, Some(SUBPROTOCOL))
        .await
        .expect("an open door");
    newcomer
        .hear_until("the welcome", |peer| !peer.messages.is_empty())
        .await;
    writer.does(new_axis("Pendant")).await;
    writer.settle().await;
    newcomer.sync().await;
    assert_eq!(newcomer.axes().len(), 2);
    writer.does(new_axis("Après")).await;
    newcomer
        .hear_until("what comes afterwards", |peer| peer.axes().len() == 3)
        .await;
}
