//! Leading the others from page to page: one facilitator at a time, for as long as they are here and may.

use super::{harness::TestServer, peer::Peer};
use jalon_shared::{
    PersonId,
    protocol::{Frame, Message},
};
use reqwest::Method;
use serde_json::json;

/// Who leads, as a peer was told last.
fn guide(peer: &Peer) -> Option<PersonId> {
    let told = peer
        .messages
        .iter()
        .rev()
        .find_map(|message| match message {
            Message::Guide { person } => Some(*person),
            _ => None,
        });
    told.flatten()
}

async fn lead(peer: &mut Peer, on: bool) {
    let person = on.then(|| PersonId::from(uuid::Uuid::nil()));
    peer.send(&Frame::Jalon(Message::Guide { person })).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_facilitator_leads_until_they_end_it_or_leave() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Visite").await;
    let awa = server.member(&workspace, "facilitator", "Awa").await;
    let noe = server.member(&workspace, "facilitator", "Noé").await;
    let (awa_id, noe_id) = (awa.person.parse().ok(), noe.person.parse().ok());
    let mut first = Peer::join(&server, &workspace, &awa.token).await;
    let mut second = Peer::join(&server, &workspace, &noe.token).await;
    let mut watcher = Peer::join(&server, &workspace, &server.owner).await;

    lead(&mut first, true).await;
    watcher
        .hear_until("Awa to lead", |peer| guide(peer) == awa_id)
        .await;
    let mut late = Peer::join(&server, &workspace, &server.owner).await;
    late.hear_until("who comes to hear it", |peer| guide(peer) == awa_id)
        .await;
    // Somebody else's end is not hers, and whoever begins last leads.
    lead(&mut second, false).await;
    lead(&mut second, true).await;
    watcher
        .hear_until("Noé to lead", |peer| guide(peer) == noe_id)
        .await;
    lead(&mut first, false).await;
    first.sync().await;
    watcher.sync().await;
    assert_eq!(guide(&watcher), noe_id);

    // On a new socket they lead on, and the old one takes nothing with it.
    let mut again = Peer::join(&server, &workspace, &noe.token).await;
    lead(&mut again, true).await;
    again.sync().await;
    second.close().await;
    watcher.sync().await;
    assert_eq!(guide(&watcher), noe_id);
    again.close().await;
    watcher
        .hear_until("nobody to lead", |peer| guide(peer).is_none())
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_may_no_longer_lead_does_not() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Visite").await;
    let awa = server.member(&workspace, "facilitator", "Awa").await;
    let mut peer = Peer::join(&server, &workspace, &awa.token).await;
    let mut watcher = Peer::join(&server, &workspace, &server.owner).await;
    lead(&mut peer, true).await;
    watcher
        .hear_until("Awa to lead", |peer| guide(peer).is_some())
        .await;
    let path = format!("/api/workspaces/{workspace}/people/{}", awa.person);
    let role = json!({"role": "contributor"});
    server
        .call(Method::PATCH, &path, &server.owner, Some(role))
        .await;
    watcher
        .hear_until("her leading to end", |peer| guide(peer).is_none())
        .await;
    lead(&mut peer, true).await;
    peer.sync().await;
    watcher.sync().await;
    assert_eq!(guide(&watcher), None);
}
