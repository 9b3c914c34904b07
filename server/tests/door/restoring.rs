//! Putting a backup in place: what is there after it, and that nobody's older history is merged in.

use super::{
    harness::{TestServer, text, until},
    peer::{Peer, new_axis, stamp},
};
use jalon_server::{
    Config, check,
    restore::{RestoreError, restore},
    serve,
    store::database,
};
use jalon_shared::{
    Command, Workspace,
    protocol::{Frame, Message, SUBPROTOCOL},
};
use reqwest::{Method, StatusCode};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A server that was put back: it had one axis when the backup was made, and two before it was put in place.
struct PutBack {
    server: TestServer,
    workspace: String,
    token: String,
    /// As it was when the backup was made.
    then: Vec<u8>,
    /// As it was just before the backup was put in place.
    ahead: Vec<u8>,
    aside: PathBuf,
    _folder: TempDir,
}

impl PutBack {
    async fn new() -> Self {
        let mut server = TestServer::start().await;
        let workspace = server.workspace("Sauvegarde").await;
        let member = server.member(&workspace, "contributor", "Inès").await;
        let mut peer = Peer::join(&server, &workspace, &member.token).await;
        peer.does(new_axis("Avant")).await;
        peer.settle().await;
        let then = peer.document.snapshot();
        let folder = TempDir::new().expect("a folder");
        let file = folder.path().join("copie.db");
        let live = database::open_for_reading(server.data()).expect("a database");
        database::copy_to(&live, &file).expect("a backup");
        drop(live);
        peer.does(new_axis("Après")).await;
        peer.settle().await;
        let ahead = peer.document.snapshot();
        let running = restore(server.data(), &file);
        assert!(matches!(running, Err(RestoreError::Lock(_))), "{running:?}");
        server.stop().await;
        let restored = restore(server.data(), &file).expect("a backup in place");
        assert_eq!(restored.report.workspaces, 1);
        let aside = restored.aside.expect("what was there");
        server.restart().await;
        Self {
            server,
            workspace,
            token: member.token,
            then,
            ahead,
            aside,
            _folder: folder,
        }
    }

    /// Somebody who holds a document and says of which history it is.
    async fn comes(&self, document: &[u8], subprotocol: Option<&'static str>, of: &str) -> Peer {
        let mut peer =
            Peer::connect_as_of(&self.server, &self.workspace, &self.token, subprotocol, of)
                .await
                .expect("a socket");
        peer.document = Workspace::load(document).expect("a document");
        peer
    }

    async fn generation(&self) -> String {
        let path = format!("/api/workspaces/{}", self.workspace);
        text(&self.server.get(&path, &self.token).await, "generation")
    }

    /// What somebody sees who comes with nothing.
    async fn axes(&self) -> Vec<String> {
        let fresh = Peer::join(&self.server, &self.workspace, &self.token).await;
        let axes = fresh.axes().into_iter();
        axes.map(|axis| axis.label).collect()
    }
}

/// Hears how a connection ends that the server does not want.
async fn is_kept_out(mut peer: Peer) {
    peer.hear_all().await;
    assert!(peer.told.contains("another history"), "{}", peer.told);
    assert_eq!(peer.reason, "generation");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_backup_is_there_and_what_it_replaced_is_kept() {
    let mut put_back = PutBack::new().await;
    assert_eq!(put_back.axes().await, ["Avant"]);
    put_back.server.stop().await;
    let database = database::open_for_reading(put_back.server.data()).expect("a database");
    let report = check::check(&database).expect("a report");
    assert_eq!(report.faults, Vec::<String>::new());
    // The file that was there is whole, with all that was typed since.
    let elsewhere = TempDir::new().expect("a folder");
    std::fs::copy(&put_back.aside, elsewhere.path().join(database::FILE)).expect("a copy");
    let kept = database::open_for_reading(elsewhere.path()).expect("a database");
    let id = put_back.workspace.parse().expect("an id");
    let kept = jalon_server::store::log::load(&kept, id).expect("a log");
    let kept = jalon_server::room::load_document(&kept.updates).expect("a document");
    assert_eq!(kept.axes().len(), 2);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_history_is_never_merged_in() {
    let put_back = PutBack::new().await;
    let generation = put_back.generation().await;
    let first = jalon_shared::Generation::FIRST.to_string();
    assert_ne!(generation, first);
    for (document, of) in [
        // It says that it is of another history, whatever it holds.
        (&put_back.ahead, first.as_str()),
        (&put_back.then, first.as_str()),
        (&put_back.then, "hier"),
    ] {
        for subprotocol in [Some(SUBPROTOCOL), None] {
            let peer = put_back.comes(document, subprotocol, of).await;
            is_kept_out(peer).await;
        }
    }
    // It says nothing, and holds what is not here.
    let mut peer = put_back.comes(&put_back.ahead, None, "").await;
    let state_vector = peer.document.state_vector();
    peer.send(&Frame::SyncStep1 { state_vector }).await;
    let update = peer.document.snapshot();
    peer.send(&Frame::SyncStep2 { update }).await;
    is_kept_out(peer).await;
    // It says nothing, and writes before it says what it holds.
    for update in [&put_back.ahead, &put_back.then] {
        let mut peer = put_back.comes(update, None, "").await;
        peer.send(&Frame::Update {
            update: update.clone(),
        })
        .await;
        is_kept_out(peer).await;
    }
    assert_eq!(put_back.axes().await, ["Avant"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_deleted_in_another_history_is_not_deleted_here() {
    let put_back = PutBack::new().await;
    // A shared text was emptied: no state vector tells that.
    let mut peer = put_back.comes(&put_back.then, None, "").await;
    let axis = peer.document.axes()[0];
    let field = axis.field(jalon_shared::Field::Label);
    let edit = jalon_shared::TextEdit {
        at: 0,
        delete: 5,
        insert: String::new(),
    };
    let deleted = Command::Edit { field, edit };
    let effect = peer.document.apply(&deleted, &stamp()).expect("a deletion");
    assert!(!effect.update.is_empty());
    let state_vector = peer.document.state_vector();
    peer.send(&Frame::SyncStep1 {
        state_vector: state_vector.clone(),
    })
    .await;
    let update = peer.document.diff(&state_vector).expect("a diff");
    peer.send(&Frame::SyncStep2 { update }).await;
    is_kept_out(peer).await;
    assert_eq!(put_back.axes().await, ["Avant"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_holds_nothing_else_goes_on() {
    let put_back = PutBack::new().await;
    let generation = put_back.generation().await;
    for (label, document, of) in [
        ("un", put_back.then.clone(), ""),
        ("deux", Workspace::new().snapshot(), ""),
        ("trois", put_back.then.clone(), generation.as_str()),
    ] {
        let mut peer = put_back.comes(&document, Some(SUBPROTOCOL), of).await;
        peer.sync().await;
        let welcome = peer.messages.first().expect("a welcome");
        assert!(
            matches!(welcome, Message::Welcome { generation: told, .. } if told.to_string() == generation)
        );
        let answer = peer.document.diff(&peer.document.state_vector());
        let update = answer.expect("a diff");
        peer.send(&Frame::SyncStep2 { update }).await;
        peer.does(new_axis(label)).await;
        peer.settle().await;
        assert!(put_back.axes().await.contains(&label.to_owned()));
        peer.close().await;
    }
    // Who comes back with words of this history says so.
    let mut peer = put_back
        .comes(&put_back.then, Some(SUBPROTOCOL), &generation)
        .await;
    peer.sync().await;
    let typed = peer.document.apply(&new_axis("hors ligne"), &stamp());
    let update = typed.expect("an edit").update;
    peer.close().await;
    let document = put_back.then.clone();
    let mut again = put_back
        .comes(&document, Some(SUBPROTOCOL), &generation)
        .await;
    again.sync().await;
    again.send(&Frame::SyncStep2 { update }).await;
    again.settle().await;
    assert!(put_back.axes().await.contains(&"hors ligne".to_owned()));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_goes_into_an_empty_folder_also_one_of_an_older_schema() {
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("ancienne.db");
    let old = Connection::open(&file).expect("a database");
    old.execute_batch(include_str!("../../src/store/migrations/1.sql"))
        .expect("the first schema");
    old.pragma_update(None, "user_version", 1)
        .expect("a number");
    drop(old);
    let data = folder.path().join("neuf");
    let restored = restore(&data, &file).expect("a backup in place");
    assert_eq!((restored.aside, restored.report.workspaces), (None, 0));
    let server = serve(Config::new(&data)).await.expect("a server");
    server.stop().await.expect("a good end");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_that_is_not_sound_is_not_put_in_place() {
    let mut server = TestServer::start().await;
    let workspace = server.workspace("Sain").await;
    server.stop().await;
    let folder = TempDir::new().expect("a folder");
    let damaged = folder.path().join("abîmée.db");
    let live = database::open_for_reading(server.data()).expect("a database");
    database::copy_to(&live, &damaged).expect("a backup");
    drop(live);
    Connection::open(&damaged)
        .expect("a database")
        .execute("UPDATE update_log SET bytes = x'0102030405'", [])
        .expect("damage");
    let text_file = folder.path().join("notes.txt");
    std::fs::write(&text_file, "pas une base").expect("a file");
    let before = files(server.data());
    let faults = restore(server.data(), &damaged);
    assert!(
        matches!(&faults, Err(RestoreError::Faults(faults)) if faults[0].contains(&workspace)),
        "{faults:?}"
    );
    for from in [text_file, folder.path().join("absente.db")] {
        assert!(restore(server.data(), &from).is_err(), "{from:?}");
    }
    assert_eq!(files(server.data()), before);
}

fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("a file").path())
        .map(|path| (path.clone(), std::fs::read(path).expect("bytes")))
        .collect();
    files.sort();
    files
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_was_forgotten_since_the_backup_is_forgotten_again() {
    let mut server = TestServer::start().await;
    let workspace = server.workspace("Oubli").await;
    let leader = server.member(&workspace, "contributor", "Zénobie").await;
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join("copie.db");
    let live = database::open_for_reading(server.data()).expect("a database");
    database::copy_to(&live, &file).expect("a backup");
    drop(live);
    let (status, problem) = server
        .call(Method::DELETE, "/api/me", &leader.token, None)
        .await;
    assert!(status.is_success(), "{problem}");
    server.stop().await;
    let restored = restore(server.data(), &file).expect("a backup in place");
    assert_eq!(restored.forgotten, Some(1));
    server.restart().await;
    let path = format!("/api/workspaces/{workspace}/people");
    until("a list without the name", async || {
        let people = server.get(&path, &server.owner).await;
        (!people.to_string().contains("Zénobie")).then_some(())
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_was_removed_is_told_so_and_who_is_not_known_is_not() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Fermé").await;
    let removed = server.member(&workspace, "contributor", "Inès").await;
    let elsewhere = server.workspace("Ailleurs").await;
    let unknown = server.member(&elsewhere, "contributor", "Léo").await;
    let path = format!("/api/workspaces/{workspace}");
    let person = format!("{path}/people/{}", removed.person);
    let (status, problem) = server
        .call(Method::DELETE, &person, &server.owner, None)
        .await;
    assert!(status.is_success(), "{problem}");
    // A page of the first deletes its copy, a page of the second keeps it: it may be the last one.
    for (token, word) in [(&removed.token, "removed"), (&unknown.token, "forbidden")] {
        let (status, problem) = server.call(Method::GET, &path, token, None).await;
        assert_eq!(status, StatusCode::FORBIDDEN);
        assert_eq!(text(&problem, "type"), format!("urn:jalon:problem:{word}"));
    }
}
