//! A workspace that was just opened and not read yet: whoever comes gets all of it at once, and what people do
//! meanwhile is neither lost nor reordered.

use super::{
    harness::{TestServer, text},
    keeping::{count, faults, rows},
    peer::{Peer, new_axis},
};
use jalon_server::store::{
    database,
    log::{self, Snapshot},
};
use jalon_shared::{
    Field, NewEntity, ObjectiveId, WorkspaceId,
    protocol::{Frame, SUBPROTOCOL},
};
use reqwest::{Method, StatusCode};
use rusqlite::Connection;
use serde_json::json;
use std::{future::Future, sync::mpsc};
use tempfile::TempDir;
use tokio::{runtime, sync::oneshot, task::spawn_blocking};

/// Runs a test in which all that is done away from the network threads waits for its turn.
fn run(test: impl Future<Output = ()>) {
    let mut builder = runtime::Builder::new_multi_thread();
    let builder = builder.worker_threads(2).max_blocking_threads(1);
    let runtime = builder.enable_all().build().expect("a runtime");
    runtime.block_on(test);
}

/// While this is there, no document is read.
struct Cold(mpsc::Sender<()>);

impl Cold {
    async fn begins() -> Self {
        let (end, ended) = mpsc::channel();
        let (begin, began) = oneshot::channel();
        spawn_blocking(move || {
            let _ = begin.send(());
            let _ = ended.recv();
        });
        began.await.expect("the only thread");
        Self(end)
    }

    fn ends(self) {
        drop(self.0);
    }
}

/// A server that was started after a power cut: a snapshot with one axis, and a log with another.
async fn after_a_cut() -> (TestServer, String, Peer) {
    let mut server = TestServer::start().await;
    let workspace = server.workspace("Coupure").await;
    let mut peer = Peer::join(&server, &workspace, &server.owner).await;
    peer.does(new_axis("Dans l’instantané")).await;
    peer.settle().await;
    server.restart().await;
    let mut peer = Peer::join(&server, &workspace, &server.owner).await;
    peer.does(new_axis("Dans le journal")).await;
    let objective = ObjectiveId::from_uuid(uuid::Uuid::from_u128(1));
    peer.does(NewEntity::new(objective).text(Field::Statement, "Rompre la solitude"))
        .await;
    peer.settle().await;
    let copy = TempDir::new().expect("a folder");
    for file in [database::FILE, "jalon.db-wal"] {
        std::fs::copy(server.data().join(file), copy.path().join(file)).expect("a copy");
    }
    (TestServer::on(copy).await, workspace, peer)
}

/// Somebody who came, and to whom the server has said nothing that it knows from the document.
fn came_cold(peer: &Peer) {
    assert_eq!(peer.question, None);
}

#[test]
fn whoever_comes_while_it_is_cold_gets_all_that_was_acknowledged() {
    run(async {
        let (server, workspace, before) = after_a_cut().await;
        let cold = Cold::begins().await;
        for _ in 0..3 {
            let peer = Peer::join(&server, &workspace, &server.owner).await;
            assert_eq!(peer.document.content(), before.document.content());
            assert_eq!(peer.document.state_vector(), before.document.state_vector());
            came_cold(&peer);
        }
        cold.ends();
        let mut peer = Peer::join(&server, &workspace, &server.owner).await;
        peer.answer().await;
        peer.settle().await;
        assert_eq!(peer.document.content(), before.document.content());
        let path = format!("/w/{workspace}");
        let page = server.send(Method::GET, &path, &server.owner, None).await;
        assert_eq!(page.status(), StatusCode::OK);
        let html = page.text().await.expect("a page");
        assert!(html.contains("Rompre la solitude"));
        assert_eq!(faults(&server), Vec::<String>::new());
    });
}

#[test]
fn what_is_done_while_it_is_cold_comes_in_its_order() {
    run(async {
        let (server, workspace, before) = after_a_cut().await;
        let cold = Cold::begins().await;
        let mut ines = Peer::join(&server, &workspace, &server.owner).await;
        let mut noe = Peer::join(&server, &workspace, &server.owner).await;
        // Somebody who has something asks for the rest, and somebody writes and goes.
        let mut back = Peer::connect(&server, &workspace, &server.owner, Some(SUBPROTOCOL))
            .await
            .expect("a socket");
        back.document = before.document;
        back.does(new_axis("De retour")).await;
        let state_vector = back.document.state_vector();
        back.send(&Frame::SyncStep1 { state_vector }).await;
        let mut gone = Peer::join(&server, &workspace, &server.owner).await;
        gone.does(new_axis("En passant")).await;
        gone.close().await;
        // More than waits in one place.
        for number in 0..600 {
            ines.does(new_axis(&format!("Inès {number}"))).await;
        }
        for peer in [&ines, &noe, &back] {
            came_cold(peer);
            assert_eq!(peer.acknowledged, 0);
        }
        cold.ends();
        noe.does(new_axis("Noé")).await;
        for peer in [&mut ines, &mut noe, &mut back] {
            peer.settle().await;
            peer.hear_until("all of it", |peer| peer.axes().len() == 2 + 600 + 3)
                .await;
        }
        assert_eq!(ines.document.content(), noe.document.content());
        assert_eq!(back.document.content(), noe.document.content());
        let fresh = Peer::join(&server, &workspace, &server.owner).await;
        assert_eq!(fresh.document.content(), noe.document.content());
    });
}

#[test]
fn a_freeze_waits_for_the_document_and_is_right() {
    run(async {
        let (server, workspace, before) = after_a_cut().await;
        let cold = Cold::begins().await;
        let mut peer = Peer::join(&server, &workspace, &server.owner).await;
        peer.does(new_axis("Juste avant")).await;
        let path = format!("/api/workspaces/{workspace}/versions");
        let freeze = server.post(&path, &server.owner, json!({"label": "Un"}));
        let end = async {
            // Until the freeze has come as far as the room; if this is too short, nothing fails.
            for _ in 0..20 {
                server.get("/api/me", &server.owner).await;
            }
            cold.ends();
        };
        let (frozen, ()) = tokio::join!(freeze, end);
        assert_eq!(frozen["number"], 1);
        let version = server.get(&format!("{path}/1"), &server.owner).await;
        let axes = version["content"]["axes"].as_array().map(Vec::len);
        assert_eq!(axes, Some(before.axes().len() + 1), "{version}");
    });
}

#[test]
fn who_is_removed_while_it_is_cold_is_gone_at_once() {
    run(async {
        let (server, workspace, _) = after_a_cut().await;
        let ines = server.member(&workspace, "contributor", "Inès").await;
        let cold = Cold::begins().await;
        let mut peer = Peer::join(&server, &workspace, &ines.token).await;
        let mut other = Peer::join(&server, &workspace, &server.owner).await;
        peer.does(new_axis("Trop tard")).await;
        let path = format!("/api/workspaces/{workspace}/people/{}", ines.person);
        let removed = server
            .send(Method::DELETE, &path, &server.owner, None)
            .await;
        assert!(removed.status().is_success());
        assert_eq!(peer.hear_reason().await, "access");
        came_cold(&peer);
        cold.ends();
        other.does(new_axis("Encore là")).await;
        other.settle().await;
        let axes = other.axes();
        assert!(
            axes.iter().all(|axis| axis.label != "Trop tard"),
            "{axes:?}"
        );
    });
}

#[test]
fn a_server_that_stops_while_it_is_cold_loses_nothing() {
    run(async {
        let (mut server, workspace, before) = after_a_cut().await;
        let cold = Cold::begins().await;
        let mut peer = Peer::join(&server, &workspace, &server.owner).await;
        peer.does(new_axis("Au dernier moment")).await;
        // It has heard of it.
        peer.send(&Frame::QueryAwareness).await;
        server.get("/api/me", &server.owner).await;
        let (end, ()) = tokio::join!(server.end(), async { cold.ends() });
        end.expect("a good end");
        assert_eq!(peer.hear_reason().await, "restart");
        assert_eq!(faults(&server), Vec::<String>::new());
        server.restart().await;
        let again = Peer::join(&server, &workspace, &server.owner).await;
        let expected = before.axes().len() + usize::try_from(peer.acknowledged).expect("a count");
        assert!(again.axes().len() >= expected);
    });
}

/// One letter is another one, in the middle of a row that the database finds nothing wrong with.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_letter_that_fell_over_on_the_disk_is_told_and_not_given_out() {
    for table in ["snapshot", "update_log"] {
        let (mut server, workspace, _) = after_a_cut().await;
        server.stop().await;
        let database = Connection::open(server.data().join(database::FILE)).expect("a database");
        let sql = format!(
            "UPDATE {table} SET bytes = unhex(replace(hex(bytes), hex('Dans l'), hex('Dans m')))
             WHERE instr(bytes, 'Dans l')"
        );
        assert_eq!(database.execute(&sql, []).expect("damage"), 1);
        let found = faults(&server);
        assert!(
            found.len() == 1 && found[0].contains("not what was written"),
            "{found:?}"
        );
        server.restart().await;
        let mut peer = Peer::connect(&server, &workspace, &server.owner, Some(SUBPROTOCOL))
            .await
            .expect("a socket");
        assert_eq!(peer.hear_reason().await, "unreadable", "{table}");
        assert_eq!((peer.updates, peer.messages.len()), (0, 0));
    }
}

#[test]
fn what_is_whole_on_the_disk_and_no_document_ends_for_everybody_who_came() {
    run(async {
        let mut server = TestServer::start().await;
        let workspace = server.workspace("Incomplet").await;
        let mut peer = Peer::join(&server, &workspace, &server.owner).await;
        peer.does(new_axis("Le début")).await;
        let before = peer.document.state_vector();
        peer.does(new_axis("Sans le début")).await;
        peer.settle().await;
        server.stop().await;
        let database = database::open(server.data()).expect("a database");
        let id: WorkspaceId = workspace.parse().expect("an id");
        let kept = log::snapshot(&database, id).expect("read").expect("one");
        let without_beginning = Snapshot {
            bytes: peer.document.diff(&before).expect("a state vector"),
            ..kept
        };
        log::compact(&database, id, &without_beginning).expect("written");
        server.restart().await;
        let cold = Cold::begins().await;
        let mut peer = Peer::connect(&server, &workspace, &server.owner, Some(SUBPROTOCOL))
            .await
            .expect("a socket");
        peer.hear_until("a welcome", |peer| !peer.messages.is_empty())
            .await;
        let update = new_axis_update();
        peer.send(&Frame::Update { update }).await;
        cold.ends();
        assert_eq!(peer.hear_reason().await, "unreadable");
        let path = format!("/api/workspaces/{workspace}/versions");
        let body = Some(json!({"label": "Vide"}));
        let (status, problem) = server.call(Method::POST, &path, &server.owner, body).await;
        assert_eq!(
            (status.as_u16(), text(&problem, "type")),
            (500, "urn:jalon:problem:unreadable".to_owned())
        );
        server.stop().await;
        let now = log::snapshot(&database, id).expect("read");
        assert_eq!(now, Some(without_beginning), "nothing was written");
        assert_eq!((rows(&server), count(&server, "version")), (0, 0));
    });
}

fn new_axis_update() -> Vec<u8> {
    let mut document = jalon_shared::Workspace::new();
    let effect = document.apply(&new_axis("Un axe"), &super::peer::stamp());
    effect.expect("a good command").update
}

/// Of rows of before nobody knows whether they are what was written: they are read first.
#[test]
fn rows_of_before_are_read_before_they_are_given_out() {
    run(async {
        let (mut server, workspace, before) = after_a_cut().await;
        server.stop().await;
        let database = Connection::open(server.data().join(database::FILE)).expect("a database");
        database
            .execute_batch("UPDATE snapshot SET crc = NULL; UPDATE update_log SET crc = NULL")
            .expect("rows of before");
        server.restart().await;
        let cold = Cold::begins().await;
        let mut peer = Peer::connect(&server, &workspace, &server.owner, Some(SUBPROTOCOL))
            .await
            .expect("a socket");
        let end = async {
            for _ in 0..20 {
                server.get("/api/me", &server.owner).await;
            }
            cold.ends();
        };
        // The document is there before anything is said.
        let hears = async {
            peer.sync().await;
            assert!(peer.question.is_some());
        };
        tokio::join!(hears, end);
        assert_eq!(peer.document.content(), before.document.content());
    });
}
