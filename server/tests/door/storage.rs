//! A disk that takes nothing: everybody is told, nothing is pretended, and it goes on by itself.

use super::{
    harness::{TestServer, text},
    keeping::{count, faults},
    peer::{Peer, new_axis},
};
use jalon_server::{ServeError, store::database};
use jalon_shared::protocol::{AwarenessEntry, Frame, Message, Refusal};
use reqwest::Method;
use rusqlite::Connection;
use serde_json::json;

pub const UNWRITABLE: Message = Message::Storage { writable: false };
const WRITABLE: Message = Message::Storage { writable: true };

/// A disk that takes no updates, until it is mended. It can be read, as a full one can.
pub struct Broken(Connection);

impl Broken {
    pub fn disk(server: &TestServer) -> Self {
        let database = Connection::open(server.data().join(database::FILE)).expect("a database");
        database
            .execute_batch(
                "CREATE TRIGGER full BEFORE INSERT ON daybook BEGIN SELECT RAISE(ABORT, 'full'); END;
                 CREATE TRIGGER posted BEFORE INSERT ON update_log BEGIN SELECT RAISE(ABORT, 'full'); END",
            )
            .expect("a broken disk");
        Self(database)
    }

    pub fn mend(self) {
        self.0
            .execute_batch("DROP TRIGGER full; DROP TRIGGER posted")
            .expect("a disk again");
    }
}

pub async fn hears(peer: &mut Peer, message: &Message) {
    let what = format!("{message:?}");
    peer.hear_until(&what, |peer| peer.messages.contains(message))
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disk_that_fails_is_told_and_nothing_is_pretended() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Disque").await;
    let mut ines = Peer::join(&server, &workspace, &server.owner).await;
    let mut noe = Peer::join(&server, &workspace, &server.owner).await;
    ines.does(new_axis("Gardé")).await;
    ines.settle().await;
    let broken = Broken::disk(&server);
    // What comes before the server knows is relayed and waits; everybody is told.
    ines.does(new_axis("En attente")).await;
    for peer in [&mut ines, &mut noe] {
        hears(peer, &UNWRITABLE).await;
    }
    noe.hear_until("the second axis", |peer| peer.axes().len() == 2)
        .await;
    // What comes now is refused.
    noe.does(new_axis("Refusé")).await;
    let refused = Message::Refused {
        frame: 1,
        reason: Refusal::Storage,
    };
    hears(&mut noe, &refused).await;
    let (status, problem) = server
        .call(
            Method::POST,
            &format!("/api/workspaces/{workspace}/versions"),
            &server.owner,
            Some(json!({"label": "Trop tôt"})),
        )
        .await;
    assert_eq!(
        (status.as_u16(), text(&problem, "type")),
        (507, "urn:jalon:problem:storage".to_owned())
    );
    // Whoever comes now is told too, and reads all that is there; presence goes on.
    let mut third = Peer::join(&server, &workspace, &server.owner).await;
    hears(&mut third, &UNWRITABLE).await;
    assert_eq!((third.axes().len(), third.question.take()), (2, None));
    let here = AwarenessEntry {
        client: 7,
        clock: 1,
        state: Some(json!({"page": "grid"})),
    };
    third
        .send(&Frame::Awareness {
            entries: vec![here],
        })
        .await;
    noe.hear_until("the third", |peer| {
        peer.awareness.iter().any(|entry| entry.client == 7)
    })
    .await;
    assert_eq!((ines.acknowledged, noe.acknowledged), (1, 0));
    let (_, metrics) = server.call(Method::GET, "/metrics", "", None).await;
    assert!(text(&json!({ "text": metrics }), "text").contains("jalon_storage_trouble 1\n"));
    broken.mend();
    // Nobody types, nobody comes back: what waited and what was refused is kept all the same.
    for peer in [&mut ines, &mut noe, &mut third] {
        hears(peer, &WRITABLE).await;
        peer.question = None;
        peer.answer().await;
        peer.settle().await;
    }
    for peer in [&mut ines, &mut noe, &mut third] {
        peer.hear_until("all of it", |peer| peer.axes().len() == 3)
            .await;
    }
    assert_eq!(ines.document.content(), noe.document.content());
    assert_eq!(third.document.content(), noe.document.content());
    assert_eq!(faults(&server), Vec::<String>::new());
    let fresh = Peer::join(&server, &workspace, &server.owner).await;
    assert_eq!(fresh.document.content(), noe.document.content());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_that_stops_with_unkept_updates_says_so() {
    let mut server = TestServer::start().await;
    let workspace = server.workspace("Fin").await;
    let mut peer = Peer::join(&server, &workspace, &server.owner).await;
    peer.does(new_axis("Gardé")).await;
    peer.settle().await;
    let broken = Broken::disk(&server);
    peer.does(new_axis("En attente")).await;
    hears(&mut peer, &UNWRITABLE).await;
    let ended = server.end().await;
    assert!(matches!(ended, Err(ServeError::Unkept(1))), "{ended:?}");
    peer.hear_all().await;
    assert_eq!(peer.acknowledged, 1);
    broken.mend();
    server.restart().await;
    // It is still with whoever wrote it, and comes with them.
    let mut again = Peer::join(&server, &workspace, &server.owner).await;
    assert_eq!(again.axes().len(), 1);
    again.document = peer.document;
    again.answer().await;
    again.settle().await;
    let fresh = Peer::join(&server, &workspace, &server.owner).await;
    assert_eq!(fresh.axes().len(), 2);
}

/// A page of the database that holds something else than what was written: an error on the screen.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_damaged_page_is_told_and_nothing_is_overwritten() {
    let mut server = TestServer::start().await;
    let workspace = server.workspace("Page").await;
    let mut peer = Peer::join(&server, &workspace, &server.owner).await;
    for _ in 0..200 {
        peer.does(new_axis(&"beaucoup de mots ".repeat(20))).await;
    }
    peer.settle().await;
    server.stop().await;
    damage(
        &server.data().join(database::FILE),
        "beaucoup de mots",
        &workspace,
    );
    server.restart().await;
    let mut peer = Peer::connect(&server, &workspace, &server.owner, Some("jalon.1"))
        .await
        .expect("a socket");
    assert_eq!(peer.hear_reason().await, "unreadable");
    assert_eq!((peer.updates, peer.messages.len()), (0, 0));
    let path = format!("/api/workspaces/{workspace}/versions");
    let body = json!({"label": "Vide"});
    let (status, problem) = server
        .call(Method::POST, &path, &server.owner, Some(body))
        .await;
    assert_eq!(
        (status.as_u16(), text(&problem, "type")),
        (500, "urn:jalon:problem:unreadable".to_owned())
    );
    // The other workspaces go on.
    let other = server.workspace("Autre").await;
    let mut peer = Peer::join(&server, &other, &server.owner).await;
    peer.does(new_axis("Ailleurs")).await;
    peer.settle().await;
    server.stop().await;
    assert_eq!(count(&server, "snapshot"), 2);
}

/// Overwrites every page that holds some words, but for those that hold a row's beginning, so that the other
/// rows of the table stay whole.
fn damage(path: &std::path::Path, words: &str, beginning: &str) {
    const PAGE: usize = 4096;
    let database = Connection::open(path).expect("a database");
    // Without free pages, which hold old words and are written again.
    database.execute_batch("VACUUM").expect("a tidy database");
    drop(database);
    let mut bytes = std::fs::read(path).expect("a file");
    let mut damaged = 0;
    for page in bytes.chunks_mut(PAGE) {
        let holds = |words: &str| {
            page.windows(words.len())
                .any(|part| part == words.as_bytes())
        };
        if holds(words) && !holds(beginning) {
            page.fill(0xff);
            damaged += 1;
        }
    }
    assert!(damaged > 0, "nothing to damage");
    std::fs::write(path, bytes).expect("damage");
}
