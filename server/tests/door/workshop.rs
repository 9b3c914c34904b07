//! A workshop: a full room, in which people come and go.

use super::{
    harness::TestServer,
    peer::{Peer, new_axis},
};

/// As large as a workshop gets.
const CROWD: usize = 65;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn everybody_in_a_full_room_hears_everything() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Atelier").await;
    let member = server.member(&workspace, "contributor", "Table").await;
    let mut crowd = Vec::new();
    for _ in 0..CROWD {
        crowd.push(Peer::join(&server, &workspace, &member.token).await);
    }
    let mut written = 0;
    for place in 0..CROWD {
        if place % 20 == 10 {
            // Somebody goes, and somebody else comes.
            crowd.swap_remove(CROWD - 1 - place).close().await;
            crowd.push(Peer::join(&server, &workspace, &member.token).await);
        }
        if let Some(peer) = crowd.get_mut(place) {
            peer.does(new_axis(&format!("Axe {place}"))).await;
            written += 1;
        }
    }
    for peer in &mut crowd {
        peer.hear_until("every axis", |peer| peer.axes().len() == written)
            .await;
        peer.settle().await;
    }
    let first = crowd.first().expect("somebody").document.content();
    assert!(crowd.iter().all(|peer| peer.document.content() == first));
}
