//! Keeping: what was acknowledged is there after any end, and nothing is read that cannot be read.

use super::{
    harness::{TestServer, text, until},
    peer::{Peer, new_axis},
};
use jalon_server::{Config, check, serve, store::database};
use reqwest::Method;
use rusqlite::Connection;
use serde_json::json;

pub fn faults(server: &TestServer) -> Vec<String> {
    let database = database::open_for_reading(server.data()).expect("a database");
    check::check(&database).expect("a report").faults
}

pub fn count(server: &TestServer, table: &str) -> i64 {
    let database = database::open_for_reading(server.data()).expect("a database");
    database
        .query_row(&format!("SELECT count(*) FROM {table}"), [], |row| {
            row.get(0)
        })
        .expect("a count")
}

/// How many rows the logs of all workspaces have, with those that were not posted yet.
pub fn rows(server: &TestServer) -> i64 {
    count(server, EVERY_LOG)
}

/// How many updates are in them.
fn log_length(server: &TestServer) -> i64 {
    let database = database::open_for_reading(server.data()).expect("a database");
    let sum = format!("SELECT coalesce(sum(updates), 0) FROM {EVERY_LOG}");
    database
        .query_row(&sum, [], |row| row.get(0))
        .expect("a sum")
}

const EVERY_LOG: &str = "(SELECT updates FROM update_log UNION ALL SELECT updates FROM daybook)";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_restart_keeps_everything() {
    let mut server = TestServer::start().await;
    let workspace = server.workspace("Reprise").await;
    let member = server.member(&workspace, "contributor", "Inès").await;
    let mut peer = Peer::join(&server, &workspace, &member.token).await;
    for number in 0..5 {
        peer.does(new_axis(&format!("Axe {number}"))).await;
    }
    peer.settle().await;
    let before = peer.document.content();
    server.restart().await;
    peer.hear_all().await;
    let mut again = Peer::join(&server, &workspace, &member.token).await;
    assert_eq!(again.document.content(), before);
    again.does(new_axis("Encore")).await;
    again.settle().await;
    server.stop().await;
    assert_eq!(faults(&server), Vec::<String>::new());
    assert_eq!(rows(&server), 0, "a room that closes leaves a snapshot");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_acknowledged_is_on_the_disk_at_that_moment() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Coupure").await;
    let mut peer = Peer::join(&server, &workspace, &server.owner).await;
    peer.does(new_axis("Avant la coupure")).await;
    peer.settle().await;
    // As after a power cut: another server on a copy of the files as they are now.
    let copy = tempfile::TempDir::new().expect("a folder");
    for file in ["jalon.db", "jalon.db-wal"] {
        std::fs::copy(server.data().join(file), copy.path().join(file)).expect("a copy");
    }
    let second = serve(Config::new(copy.path())).await.expect("a server");
    let database = database::open_for_reading(copy.path()).expect("a database");
    let kept = jalon_server::store::log::load(&database, workspace.parse().expect("an id"))
        .expect("a log");
    let document = jalon_server::room::load_document(&kept.updates).expect("a document");
    assert_eq!(document.content(), peer.document.content());
    second.stop().await.expect("a good end");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_long_log_becomes_a_snapshot_that_says_the_same() {
    let mut server = TestServer::start().await;
    let workspace = server.workspace("Long").await;
    let mut peer = Peer::join(&server, &workspace, &server.owner).await;
    for number in 0..1100 {
        peer.does(new_axis(&format!("{number}"))).await;
        // One by one: what is sent in one go is one update of the log.
        peer.settle().await;
    }
    until("a snapshot", async || {
        (count(&server, "snapshot") == 1).then_some(())
    })
    .await;
    assert!(log_length(&server) < 1000, "{}", log_length(&server));
    assert_eq!(faults(&server), Vec::<String>::new());
    peer.does(new_axis("après")).await;
    peer.settle().await;
    server.restart().await;
    let again = Peer::join(&server, &workspace, &server.owner).await;
    assert_eq!(again.document.content(), peer.document.content());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_room_without_people_leaves_memory_and_comes_back() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Sieste").await;
    let mut peer = Peer::join(&server, &workspace, &server.owner).await;
    peer.does(new_axis("Un")).await;
    peer.settle().await;
    peer.close().await;
    let rooms = async |number: &str| {
        let (_, text) = server.call(Method::GET, "/metrics", "", None).await;
        text.as_str()
            .is_some_and(|text| text.contains(number))
            .then_some(())
    };
    until("an empty memory", async || rooms("jalon_rooms 0\n").await).await;
    let again = Peer::join(&server, &workspace, &server.owner).await;
    assert_eq!(again.axes().len(), 1);
    until("one room", async || rooms("jalon_rooms 1\n").await).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_server_on_the_same_data_is_refused() {
    let server = TestServer::start().await;
    let refused = serve(Config::new(server.data()))
        .await
        .err()
        .expect("a refusal");
    assert!(
        refused.to_string().contains("another jalon server"),
        "{refused}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_update_that_cannot_be_posted_is_told() {
    let mut server = TestServer::start().await;
    let workspace = server.workspace("Désordre").await;
    server.stop().await;
    assert_eq!(faults(&server), Vec::<String>::new());
    let database = database::open(server.data()).expect("a database");
    database
        .execute(
            "INSERT INTO daybook (seq, workspace, updates, bytes, crc)
             SELECT seq, workspace, updates, bytes, crc FROM update_log",
            [],
        )
        .expect("the same number again");
    let found = faults(&server);
    assert!(
        matches!(&found[..], [fault] if fault.contains(&workspace) && fault.contains("older one")),
        "{found:?}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_document_that_cannot_be_read_is_an_error_and_never_an_empty_one() {
    let mut server = TestServer::start().await;
    let workspace = server.workspace("Abîmé").await;
    server.stop().await;
    let database = Connection::open(server.data().join(database::FILE)).expect("a database");
    database
        .execute("UPDATE update_log SET bytes = x'0102030405'", [])
        .expect("damage");
    drop(database);
    assert_eq!(faults(&server).len(), 1);
    server.restart().await;
    let mut peer = Peer::connect(&server, &workspace, &server.owner, Some("jalon.1"))
        .await
        .expect("a socket");
    peer.hear_all().await;
    assert_eq!(
        (peer.updates, peer.messages.len()),
        (0, 0),
        "nothing was given out"
    );
    let body = json!({"label": "Vide"});
    let path = format!("/api/workspaces/{workspace}/versions");
    let (status, problem) = server
        .call(Method::POST, &path, &server.owner, Some(body))
        .await;
    assert_eq!(
        (status.as_u16(), text(&problem, "type")),
        (500, "urn:jalon:problem:unreadable".to_owned())
    );
    server.stop().await;
    assert_eq!(
        (count(&server, "snapshot"), count(&server, "version")),
        (0, 0)
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_demo_is_added_once() {
    let data = tempfile::TempDir::new().expect("a folder");
    for _ in 0..2 {
        let config = Config {
            demo: true,
            ..Config::new(data.path())
        };
        serve(config)
            .await
            .expect("a server")
            .stop()
            .await
            .expect("a good end");
    }
    let database = database::open_for_reading(data.path()).expect("a database");
    let listed = jalon_server::store::workspaces::all(&database).expect("a list");
    assert_eq!(listed.len(), 1);
    assert!(!listed[0].title.is_empty());
    assert_eq!(
        check::check(&database).expect("a report").faults,
        Vec::<String>::new()
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_is_whole_and_overwrites_nothing() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Copie").await;
    let mut peer = Peer::join(&server, &workspace, &server.owner).await;
    peer.does(new_axis("Un")).await;
    peer.settle().await;
    let copy = tempfile::TempDir::new().expect("a folder");
    let to = copy.path().join(database::FILE);
    let from = database::open_for_reading(server.data()).expect("a database");
    database::copy_to(&from, &to).expect("a copy");
    assert!(database::copy_to(&from, &to).is_err());
    let report = check::check(&database::open_for_reading(copy.path()).expect("a database"))
        .expect("a report");
    assert_eq!((report.workspaces, report.faults), (1, vec![]));
}
