//! Updates that build on something that has not come: kept apart, asked for, and never acknowledged too soon.

use super::{
    harness::{TestServer, until},
    keeping::rows,
    peer::{Peer, new_axis, stamp},
};
use jalon_shared::protocol::{Frame, Message, Refusal};
use reqwest::Method;

/// How many updates of one connection are kept apart.
const MOST_OF_ONE: u64 = 64;

/// An edit that is not sent: the next one builds on it.
fn lost(peer: &mut Peer, label: &str) -> Vec<u8> {
    let effect = peer.document.apply(&new_axis(label), &stamp());
    effect.expect("a good command").update
}

pub async fn metric(server: &TestServer, line: &str) {
    until(line, async || {
        let (_, text) = server.call(Method::GET, "/metrics", "", None).await;
        text.as_str()?
            .lines()
            .any(|found| found == line)
            .then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_update_that_misses_something_waits_until_it_has_come() {
    let mut server = TestServer::start().await;
    let workspace = server.workspace("Trou").await;
    let mut peer = Peer::join(&server, &workspace, &server.owner).await;
    let mut other = Peer::join(&server, &workspace, &server.owner).await;
    peer.question = None;
    let base = lost(&mut peer, "Un");
    peer.does(new_axis("Deux")).await;
    peer.hear_until("a question", |peer| peer.question.is_some())
        .await;
    metric(&server, "jalon_apart 1").await;
    // An edit of somebody else is acknowledged; nothing of this one is, nor seen, nor on the disk.
    other.does(new_axis("Autre")).await;
    other.settle().await;
    peer.hear_until("the other edit", |peer| peer.axes().len() == 3)
        .await;
    assert_eq!((peer.acknowledged, other.axes().len()), (0, 1));
    let kept = rows(&server);
    // A later frame may be on the disk: the first is not, so none is acknowledged.
    peer.send(&Frame::SyncStep2 { update: vec![0, 0] }).await;
    let refused = Message::Refused {
        frame: 1,
        reason: Refusal::Incomplete,
    };
    peer.hear_until("the end of the waiting", |peer| {
        peer.messages.contains(&refused)
    })
    .await;
    metric(&server, "jalon_apart 0").await;
    // The same again, and this time what was missing comes.
    let second = peer
        .document
        .diff(&other.document.state_vector())
        .expect("a state vector");
    peer.does(new_axis("Trois")).await;
    peer.hear_until("a question", |peer| peer.question.is_some())
        .await;
    peer.answer().await;
    peer.settle().await;
    assert!(rows(&server) > kept);
    other
        .hear_until("all of it", |peer| peer.axes().len() == 4)
        .await;
    // What comes twice changes nothing.
    for update in [base, second] {
        peer.send(&Frame::Update { update }).await;
    }
    peer.settle().await;
    server.restart().await;
    let again = Peer::join(&server, &workspace, &server.owner).await;
    assert_eq!(again.axes().len(), 4);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_after_a_gap_is_acknowledged_before_it_is_closed() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Ordre").await;
    let mut peer = Peer::join(&server, &workspace, &server.owner).await;
    let mut twin = Peer::join(&server, &workspace, &server.owner).await;
    let base = lost(&mut peer, "Un");
    peer.does(new_axis("Deux")).await;
    // A frame that builds on nothing of it, from another document over the same socket.
    let update = lost(&mut twin, "Ailleurs");
    peer.send(&Frame::Update { update }).await;
    twin.hear_until("what came after the gap", |peer| peer.axes().len() == 1)
        .await;
    until("it to be on the disk", async || {
        (rows(&server) == 2).then_some(())
    })
    .await;
    metric(&server, "jalon_apart 1").await;
    // Everything that the server says before the gap is closed acknowledges nothing.
    peer.sync().await;
    assert_eq!(peer.acknowledged, 0);
    peer.send(&Frame::Update { update: base }).await;
    peer.settle().await;
    twin.hear_until("all of it", |peer| peer.axes().len() == 3)
        .await;
    metric(&server, "jalon_apart 0").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_kept_apart_has_a_budget_and_leaves_with_its_connection() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Réserve").await;
    let mut peer = Peer::join(&server, &workspace, &server.owner).await;
    lost(&mut peer, "Un");
    for number in 0..=MOST_OF_ONE {
        peer.does(new_axis(&format!("Suite {number}"))).await;
    }
    let refused = Message::Refused {
        frame: MOST_OF_ONE + 1,
        reason: Refusal::Incomplete,
    };
    peer.hear_until("the refusal", |peer| peer.messages.contains(&refused))
        .await;
    metric(&server, &format!("jalon_apart {MOST_OF_ONE}")).await;
    peer.close().await;
    metric(&server, "jalon_apart 0").await;
    metric(&server, "jalon_apart_bytes 0").await;
    assert_eq!(rows(&server), 1, "only the workspace itself");
}

/// What one connection lacks may come from another.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_missing_may_come_from_somebody_else() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Relais").await;
    let mut peer = Peer::join(&server, &workspace, &server.owner).await;
    let mut other = Peer::join(&server, &workspace, &server.owner).await;
    let base = lost(&mut peer, "Un");
    peer.does(new_axis("Deux")).await;
    metric(&server, "jalon_apart 1").await;
    other.document.receive(&base).expect("a good update");
    other.send(&Frame::Update { update: base }).await;
    peer.settle().await;
    other
        .hear_until("the second", |peer| peer.axes().len() == 2)
        .await;
    let fresh = Peer::join(&server, &workspace, &server.owner).await;
    assert_eq!(fresh.axes().len(), 2);
}
