//! Carets of a crowd: many who move at once are told together, and nobody hears of themselves.

use super::{
    harness::TestServer,
    peer::Peer,
    presence::{last, says},
};
use jalon_shared::protocol::Frame;
use serde_json::json;
use std::time::Duration;

/// As large as a workshop gets.
const CROWD: u64 = 65;
/// How often each moves, and how long they rest in between.
const MOVES: u32 = 20;
const REST: Duration = Duration::from_millis(150);

fn place(number: u32) -> serde_json::Value {
    json!({"page": "objectives", "field": "objective/0190/statement", "caret": format!("7.{number}")})
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_crowd_that_moves_its_carets_is_told_together() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Atelier").await;
    let mut crowd = Vec::new();
    for group in 0..CROWD.div_ceil(5) {
        let member = server
            .member(&workspace, "contributor", &format!("Table {group}"))
            .await;
        for _ in 0..5 {
            crowd.push(Peer::join(&server, &workspace, &member.token).await);
        }
    }
    crowd.truncate(CROWD as usize);
    let mut watcher = Peer::join(&server, &workspace, &server.owner).await;
    let moving = async {
        for number in 1..=MOVES {
            for (client, peer) in (100_u64..).zip(&mut crowd) {
                peer.send(&says(client, number, place(number))).await;
            }
            tokio::time::sleep(REST).await;
        }
    };
    let (mut frames, mut bytes) = (0_u32, 0);
    let watching = async {
        let all_there = |peer: &Peer| {
            (100..100 + CROWD).all(|client| {
                last(peer, client)
                    .and_then(|entry| entry.state.as_ref())
                    .is_some_and(|state| *state == with_user(state, place(MOVES)))
            })
        };
        while !all_there(&watcher) {
            let frame = watcher.hear().await.expect("an open socket");
            if let Frame::Awareness { entries } = &frame
                && !entries.is_empty()
            {
                frames += 1;
                bytes += frame.encode().len();
            }
        }
    };
    tokio::join!(moving, watching);
    let moves = MOVES * CROWD as u32;
    println!("{moves} moves reached a watcher in {frames} frames of {bytes} bytes");
    assert!(frames * 2 < moves, "{frames} frames for {moves} moves");

    // Each heard of all the others, and never of themselves: their own words are newer than an echo.
    let mut first = crowd.swap_remove(0);
    first
        .hear_until("the others", |peer| last(peer, 100 + CROWD - 1).is_some())
        .await;
    assert!(last(&first, 100).is_none());
    // Whoever leaves is gone at once.
    crowd.swap_remove(1).close().await;
    watcher
        .hear_until("the parting", |peer| {
            (100..100 + CROWD)
                .any(|client| last(peer, client).is_some_and(|entry| entry.state.is_none()))
        })
        .await;
}

/// The same, said by whoever is behind it.
fn with_user(said: &serde_json::Value, mut state: serde_json::Value) -> serde_json::Value {
    state["user"] = said["user"].clone();
    state
}
