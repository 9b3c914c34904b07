//! Looking after an installation: backups under load, upgrades, and a check that finds what is wrong.

use super::{
    forgetting::{holding, jalon},
    harness::TestServer,
    peer::{Peer, new_axis},
};
use jalon_server::{
    check,
    secret::Secret,
    store::{database, log},
};
use reqwest::{Method, StatusCode};
use rusqlite::Connection;
use serde_json::json;
use std::{
    collections::BTreeSet,
    fs,
    path::Path,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};
use tempfile::TempDir;

/// What the first Jalon kept: a workspace, a facilitator who joined, two versions.
const SCHEMA_1: &str = include_str!("../../src/store/migrations/1.sql");
const KEPT_1: &str = include_str!("schema-1.sql");

/// The labels of all axes in a copy of a workspace.
fn labels(folder: &Path, workspace: &str) -> BTreeSet<String> {
    let database = database::open_for_reading(folder).expect("a database");
    let id = workspace.parse().expect("an id");
    let kept = log::load(&database, id).expect("a log");
    let document = jalon_server::room::load_document(&kept.updates).expect("a document");
    let axes = document.axes().into_iter();
    axes.filter_map(|id| document.axis(id))
        .map(|axis| axis.label)
        .collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_backup_under_load_has_everything_that_was_acknowledged_before() {
    /// So much that writers come in between.
    const BALLAST: usize = 32 << 20; // 32 MiB
    let server = TestServer::start().await;
    let workspace = server.workspace("Copie").await;
    let database = Connection::open(server.data().join(database::FILE)).expect("a database");
    let ballast = "CREATE TABLE ballast (bytes BLOB); INSERT INTO ballast SELECT zeroblob(1024) FROM
        (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?1) SELECT i FROM n)";
    let ballast = ballast.replace("?1", &(BALLAST / 1024).to_string());
    database.execute_batch(&ballast).expect("ballast");
    drop(database);
    let acknowledged = Arc::new(Mutex::new(BTreeSet::new()));
    let stop = Arc::new(AtomicBool::new(false));
    let mut writers = Vec::new();
    let mut peers = Vec::new();
    for _ in 0..4 {
        peers.push(Peer::join(&server, &workspace, &server.owner).await);
    }
    for (writer, mut peer) in peers.into_iter().enumerate() {
        let (acknowledged, stop) = (acknowledged.clone(), stop.clone());
        writers.push(tokio::spawn(async move {
            for number in 0.. {
                if stop.load(Ordering::Relaxed) {
                    break;
                }
                let label = format!("{writer}-{number}");
                peer.does(new_axis(&label)).await;
                peer.settle().await;
                let mut acknowledged = acknowledged.lock().unwrap_or_else(PoisonError::into_inner);
                acknowledged.insert(label);
            }
        }));
    }
    let data = server.data().display().to_string();
    for _ in 0..3 {
        let before = acknowledged
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        let copy = TempDir::new().expect("a folder");
        let to = copy.path().join(database::FILE);
        let to_file = to.display().to_string();
        let words = ["backup", "--data", &data, "--to", &to_file];
        let backup = jalon(&words);
        let (good, said) = tokio::time::timeout(std::time::Duration::from_secs(60), backup)
            .await
            .expect("a backup that ends while people write");
        assert!(good, "{said}");
        let missing: Vec<_> = before
            .difference(&labels(copy.path(), &workspace))
            .cloned()
            .collect();
        assert_eq!(missing, Vec::<String>::new());
        // The ballast is no part of ours; everything else is as it should be.
        let copied = Connection::open(&to).expect("a database");
        copied
            .execute("DROP TABLE ballast", [])
            .expect("no ballast");
        let report = check::check(&copied).expect("a report");
        assert_eq!((report.faults, report.workspaces), (vec![], 1));
    }
    stop.store(true, Ordering::Relaxed);
    for writer in writers {
        writer.await.expect("a writer");
    }
    assert!(
        !acknowledged
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .is_empty()
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_upgrade_keeps_a_copy_from_before_and_loses_nothing() {
    let data = TempDir::new().expect("a folder");
    let old = Connection::open(data.path().join(database::FILE)).expect("a database");
    old.execute_batch(SCHEMA_1).expect("the old schema");
    old.execute_batch(KEPT_1).expect("what was kept");
    drop(old);
    let server = TestServer::on(data).await;
    let copies: Vec<_> = fs::read_dir(server.data())
        .expect("a folder")
        .flatten()
        .filter(|file| {
            let name = file.file_name().to_string_lossy().into_owned();
            name.starts_with("jalon.db.before-migration-1-")
        })
        .collect();
    let [copy] = copies.as_slice() else {
        panic!("one copy, not {copies:?}");
    };
    // The copy is what was there, and the program of then can take it as it is.
    let copied = Connection::open(copy.path()).expect("the copy");
    let number = |sql: &str| copied.query_row(sql, [], |row| row.get::<_, i64>(0));
    assert_eq!(number("PRAGMA user_version"), Ok(1));
    assert_eq!(number("SELECT count(*) FROM version"), Ok(2));
    assert!(number("SELECT count(*) FROM disclosure").is_err());
    drop(copied);

    // Everything is there, and goes on.
    let listed = server.get("/api/workspaces", &server.owner).await;
    let workspace = super::harness::text(&listed[0], "id");
    assert_eq!(listed[0]["title"], "Avant");
    let base = format!("/api/workspaces/{workspace}/versions");
    let third = server
        .post(&base, &server.owner, json!({"label": "Trois"}))
        .await;
    let all = server.get(&base, &server.owner).await;
    assert_eq!(third["previous_hash"], all[1]["hash"]);
    assert_eq!(all[1]["frozen_by"], "Zénobie Quatrebarbes");
    let page = server
        .send(
            Method::GET,
            &format!("/w/{workspace}/v/1"),
            &server.owner,
            None,
        )
        .await;
    assert_eq!(page.status(), StatusCode::OK);
    let mut peer = Peer::join(&server, &workspace, &server.owner).await;
    assert_eq!(peer.title(), "Avant");
    peer.does(new_axis("Après")).await;
    peer.settle().await;
    let data = server.data().display().to_string();
    let (good, said) = jalon(&["check", "--data", &data]).await;
    assert!(
        good && said.contains("ok: 1 workspaces, 3 frozen versions"),
        "{said}"
    );
    assert!(
        said.contains("note: jalon.db.before-migration-1-"),
        "{said}"
    );

    // A name inside of what was hashed cannot be removed; the command says where it stays.
    let people = server
        .get(
            &format!("/api/workspaces/{workspace}/people"),
            &server.owner,
        )
        .await;
    let zenobie = people
        .as_array()
        .expect("a list")
        .iter()
        .find(|one| one["name"] == "Zénobie Quatrebarbes")
        .map(|one| super::harness::text(one, "person"))
        .expect("somebody");
    let (good, said) = jalon(&["forget", "--data", &data, "--person", &zenobie]).await;
    assert!(good, "{said}");
    for number in [1, 2] {
        let line = format!("still there, for ever: version {number} of workspace {workspace}");
        assert!(said.contains(&line), "{said}");
    }
    assert!(said.contains("jalon.db.before-migration-1-"), "{said}");
    assert!(!holding(server.data(), "Zénobie").is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_wrong_in_a_data_folder_is_found() {
    let mut server = TestServer::start().await;
    let workspace = server.workspace("Contrôle").await;
    let member = server.member(&workspace, "contributor", "Inès").await;
    let mut peer = Peer::join(&server, &workspace, &member.token).await;
    peer.does(new_axis("Un")).await;
    peer.settle().await;
    let path = format!("/api/workspaces/{workspace}/versions");
    server
        .post(&path, &server.owner, json!({"label": "Un"}))
        .await;
    peer.close().await;
    server.stop().await;
    let whole = fs::read(server.data().join(database::FILE)).expect("a database");
    let folder = TempDir::new().expect("a folder");
    let file = folder.path().join(database::FILE);
    let forgotten = format!(
        "INSERT INTO forgetting (person, asked_at, done_at) VALUES ('{}', 1, 2)",
        member.person
    );
    for (damage, fault) in [
        ("SELECT 1", ""),
        (
            "DROP TRIGGER version_is_never_changed",
            "version_is_never_changed is not as this program made it",
        ),
        (
            "CREATE TABLE stranger (id)",
            "stranger is not as this program made it",
        ),
        ("UPDATE person SET name = ' '", "people have no name"),
        ("UPDATE invite SET uses = 9", "let more people in"),
        (
            "UPDATE snapshot SET content_hash = 'x'",
            "does not say what was proved",
        ),
        ("UPDATE snapshot SET bytes = x'0102'", "cannot be read"),
        ("DELETE FROM snapshot", "nothing is kept of this workspace"),
        (
            "DELETE FROM membership; PRAGMA foreign_keys = OFF; DELETE FROM person",
            "belongs to nothing",
        ),
        (
            "DROP TRIGGER version_is_never_changed; UPDATE version SET note = 'Autre'",
            "version 1 is not what its row says",
        ),
        (
            "DROP TRIGGER disclosure_is_never_changed; UPDATE disclosure SET salt = '00'",
            "a name in this version was changed",
        ),
        (&forgotten, "was forgotten, and has a name again"),
    ] {
        fs::write(&file, &whole).expect("a copy");
        let database = Connection::open(&file).expect("a database");
        database.execute_batch(damage).expect(damage);
        drop(database);
        let data = folder.path().display().to_string();
        let (good, said) = jalon(&["check", "--data", &data]).await;
        assert_eq!(good, fault.is_empty(), "{damage}: {said}");
        assert!(said.contains(fault), "{damage}: {said}");
    }
    // A copy from before that nobody could go back to.
    fs::write(&file, &whole).expect("a copy");
    fs::write(
        folder.path().join("jalon.db.before-migration-1-7"),
        "no database",
    )
    .expect("a file");
    let (good, said) = jalon(&["check", "--data", &folder.path().display().to_string()]).await;
    assert!(
        !good && said.contains("jalon.db.before-migration-1-7: "),
        "{said}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_metrics_are_for_this_machine_and_for_who_has_the_token() {
    const TOKEN: &str = "a-token-of-many-letters-for-prometheus";
    for token in [None, Some(TOKEN)] {
        let server = TestServer::start_with(|config| {
            config.metrics_token = token.map(Secret::given);
        })
        .await;
        for (proxied, given, good) in [
            (false, None, true),
            // Through a proxy on this machine, so from anywhere.
            (true, None, false),
            (true, Some("another-token-of-many-letters"), false),
            (true, Some(server.owner.as_str()), false),
            (true, Some(TOKEN), token.is_some()),
        ] {
            let mut request = server.request(Method::GET, "/metrics");
            if proxied {
                request = request.header("x-forwarded-for", "203.0.113.7");
            }
            if let Some(given) = given {
                request = request.bearer_auth(given);
            }
            let answer = request.send().await.expect("an answer");
            let expected = if good {
                StatusCode::OK
            } else {
                StatusCode::FORBIDDEN
            };
            assert_eq!(answer.status(), expected, "{proxied} {given:?}");
            let text = answer.text().await.expect("a body");
            assert_eq!(text.contains("jalon_connections"), good);
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_command_waits_for_its_turn_while_people_write() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Tour").await;
    let stop = Arc::new(AtomicBool::new(false));
    let writer = {
        let (database, stop) = (server.data().join(database::FILE), stop.clone());
        std::thread::spawn(move || {
            let database = Connection::open(database).expect("a database");
            database
                .execute_batch("CREATE TABLE busy (n INTEGER); PRAGMA busy_timeout = 60000;")
                .expect("a table");
            while !stop.load(Ordering::Relaxed) {
                database
                    .execute("INSERT INTO busy VALUES (1)", [])
                    .expect("a row");
                // A moment for others: nobody could ever write beside somebody who never stops.
                std::thread::sleep(std::time::Duration::from_millis(5));
            }
        })
    };
    let data = server.data().display().to_string();
    let token = [
        "token",
        "--data",
        &data,
        "--workspace",
        &workspace,
        "--role",
        "reader",
    ];
    let mut refused = Vec::new();
    for _ in 0..20 {
        let (done, said) = jalon(&token).await;
        refused.extend((!done).then_some(said));
    }
    stop.store(true, Ordering::Relaxed);
    writer.join().expect("a writer");
    assert_eq!(refused, Vec::<String>::new());
}
