//! Freezing: a version is complete, chained, and never changes.

use super::{
    harness::{TestServer, text},
    peer::{Peer, new_axis},
};
use jalon_server::{check, store::database};
use jalon_shared::{protocol::Message, version::Sealed};
use reqwest::{Method, StatusCode};
use rusqlite::Connection;
use serde_json::{Value, json};

async fn freeze(server: &TestServer, workspace: &str, label: &str, replaces: Option<u32>) -> Value {
    let body = json!({"label": label, "period": "2025-T2", "note": "Revue du trimestre", "replaces": replaces});
    server
        .post(
            &format!("/api/workspaces/{workspace}/versions"),
            &server.owner,
            body,
        )
        .await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_version_holds_what_was_agreed_and_names_the_one_before() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Gel").await;
    let base = format!("/api/workspaces/{workspace}/versions");
    let member = server.member(&workspace, "contributor", "Inès").await;
    server.member(&workspace, "reader", "Jamais venue").await;
    let mut peer = Peer::join(&server, &workspace, &member.token).await;
    peer.does(new_axis("Prévenir")).await;
    peer.settle().await;
    let first = freeze(&server, &workspace, "Deuxième trimestre", None).await;
    assert_eq!(
        (&first["number"], &first["previous_hash"]),
        (&json!(1), &Value::Null)
    );
    let frozen = Message::VersionFrozen {
        number: 1,
        label: "Deuxième trimestre".to_owned(),
    };
    peer.hear_until("the news", |peer| peer.messages.contains(&frozen))
        .await;
    peer.does(new_axis("Soutenir")).await;
    peer.settle().await;
    let second = freeze(&server, &workspace, "Correction", Some(1)).await;
    assert_eq!(
        (
            &second["number"],
            &second["replaces"],
            &second["previous_hash"]
        ),
        (&json!(2), &json!(1), &first["hash"])
    );
    let listed = server.get(&base, &member.token).await;
    assert_eq!(listed, json!([second, first]));
    let one = server.get(&format!("{base}/1"), &member.token).await;
    assert_eq!(
        (&one["number"], &one["hash"], &one["label"]),
        (&first["number"], &first["hash"], &first["label"])
    );
    assert_eq!(
        one["content"]["axes"].as_array().map(Vec::len),
        Some(1),
        "what came later is not in it"
    );
    let participants: Vec<_> = one["participants"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|p| text(p, "name"))
        .collect();
    assert!(
        participants.contains(&"Inès".to_owned())
            && !participants.contains(&"Jamais venue".to_owned())
    );
    let diff = server.get(&format!("{base}/1/diff/2"), &member.token).await;
    let added = &diff["entities"][0];
    assert_eq!(
        (&added["title"], &added["what"]["kind"]),
        (&json!("Soutenir"), &json!("added"))
    );
    // What cannot be: a version that replaces none that exists.
    let wrong = json!({"label": "X", "replaces": 9});
    let (status, _) = server
        .call(Method::POST, &base, &server.owner, Some(wrong))
        .await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert_eq!(
        server
            .call(Method::GET, &format!("{base}/9"), &member.token, None)
            .await
            .0,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_downloaded_version_can_be_verified_and_a_changed_one_is_found_out() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Preuve").await;
    let first = freeze(&server, &workspace, "Été", None).await;
    let path = format!("/api/workspaces/{workspace}/versions/1?download=1");
    let file = server.send(Method::GET, &path, &server.owner, None).await;
    let disposition = file.headers()["content-disposition"]
        .to_str()
        .expect("text")
        .to_owned();
    assert!(
        disposition.starts_with("attachment; filename=\"jalon-"),
        "{disposition}"
    );
    let file = file.text().await.expect("a file");
    let sealed = Sealed::parse(&file).expect("an intact version");
    assert_eq!(sealed.hash, text(&first, "hash"));
    assert!(Sealed::parse(&file.replace("Été", "Eté")).is_err());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_freezes_at_once_make_one_chain() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Course").await;
    let labels: Vec<String> = (0..6).map(|number| format!("n° {number}")).collect();
    let all = futures::future::join_all(
        labels
            .iter()
            .map(|label| freeze(&server, &workspace, label, None)),
    )
    .await;
    let mut numbers: Vec<_> = all
        .iter()
        .filter_map(|version| version["number"].as_u64())
        .collect();
    numbers.sort_unstable();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6]);
    let report = check::check(&database::open_for_reading(server.data()).expect("a database"))
        .expect("a report");
    assert_eq!((report.faults, report.versions), (vec![], 6));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_database_itself_refuses_to_change_a_version() {
    let mut server = TestServer::start().await;
    let workspace = server.workspace("Marbre").await;
    freeze(&server, &workspace, "Un", None).await;
    freeze(&server, &workspace, "Deux", None).await;
    server.stop().await;
    let database = Connection::open(server.data().join(database::FILE)).expect("a database");
    for sql in [
        "UPDATE version SET label = 'Autre' WHERE number = 1",
        "DELETE FROM version WHERE number = 2",
        "INSERT OR REPLACE INTO version SELECT * FROM version WHERE number = 1",
        "INSERT INTO version SELECT workspace, 3, hash, 'wrong', label, period, note, frozen_at, frozen_by, NULL, sealed, signature, packed
         FROM version WHERE number = 2",
    ] {
        assert!(database.execute(sql, []).is_err(), "{sql}");
    }
    assert_eq!(
        check::check(&database).expect("a report").faults,
        Vec::<String>::new()
    );
    // Whoever takes the guards away first is found out by the hashes.
    let sql = "DROP TRIGGER version_is_never_changed; UPDATE version SET sealed = replace(sealed, 'Un', 'Un!')";
    database.execute_batch(sql).expect("a changed file");
    let faults = check::check(&database).expect("a report").faults;
    assert!(
        faults.len() == 2 && faults[1].contains("was changed after it was frozen"),
        "{faults:?}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_large_version_is_kept_packed_and_handed_out_as_it_was_sealed() {
    let mut server = TestServer::start().await;
    let workspace = server.workspace("Beaucoup").await;
    let member = server.member(&workspace, "contributor", "Inès").await;
    let mut peer = Peer::join(&server, &workspace, &member.token).await;
    freeze(&server, &workspace, "Peu", None).await;
    let words = "Rompre l’isolement des aidants. ".repeat(600);
    for number in 0..70 {
        peer.does(new_axis(&format!("{number}. {words}"))).await;
    }
    peer.settle().await;
    let large = freeze(&server, &workspace, "Beaucoup", None).await;
    let base = format!("/api/workspaces/{workspace}/versions");
    let download = async |server: &TestServer| {
        let path = format!("{base}/2?download=1");
        let file = server.send(Method::GET, &path, &server.owner, None).await;
        file.text().await.expect("a file")
    };
    let file = download(&server).await;
    assert!(file.len() > 1 << 20, "{} bytes", file.len());
    let sealed = Sealed::parse(&file).expect("intact");
    assert_eq!(sealed.hash, text(&large, "hash"));
    assert_eq!(file, sealed.to_json(), "byte for byte");
    let diff = server.get(&format!("{base}/1/diff/2"), &server.owner).await;
    assert_eq!(diff["entities"].as_array().map(Vec::len), Some(70));
    let page = format!("/w/{workspace}/v/2");
    let page = server.send(Method::GET, &page, &server.owner, None).await;
    assert_eq!(page.status(), StatusCode::OK);
    server.restart().await;
    assert_eq!(download(&server).await, file);
    server.stop().await;
    let database = Connection::open(server.data().join(database::FILE)).expect("a database");
    let number = |sql: &str| database.query_row(sql, [], |row| row.get::<_, u32>(0));
    let kept = "SELECT length(sealed) + coalesce(length(packed), 0) FROM version WHERE number = ";
    assert!(number(&format!("{kept} 2")).expect("a size") < 1 << 17);
    let plain = "SELECT count(*) FROM version WHERE number = 1 AND json_valid(sealed)";
    assert_eq!(number(plain), Ok(1), "a small one is as it was sealed");
    assert_eq!(
        check::check(&database).expect("a report").faults,
        Vec::<String>::new()
    );
    // What is damaged is found out, and said of the version that it is.
    let sql = "DROP TRIGGER version_is_never_changed;
        UPDATE version SET packed = substr(packed, 1, length(packed) - 1) WHERE number = 2";
    database.execute_batch(sql).expect("a damaged file");
    let faults = check::check(&database).expect("a report").faults;
    assert!(
        faults
            .iter()
            .any(|fault| fault.contains("version 2: a packed version cannot be read")),
        "{faults:?}"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn names_are_told_beside_a_version_and_can_be_withheld() {
    let mut server = TestServer::start().await;
    let workspace = server.workspace("Noms").await;
    let leader = server
        .member(&workspace, "facilitator", "Zénobie Quatrebarbes")
        .await;
    let mut peer = Peer::join(&server, &workspace, &leader.token).await;
    peer.does(new_axis("Prévenir")).await;
    peer.settle().await;
    let base = format!("/api/workspaces/{workspace}/versions");
    let body = json!({"label": "Un"});
    let frozen = server.post(&base, &leader.token, body).await;
    assert_eq!(frozen["frozen_by"], "Zénobie Quatrebarbes");
    let path = format!("{base}/1?download=1");
    let download = async |server: &TestServer| {
        let file = server.send(Method::GET, &path, &server.owner, None).await;
        file.text().await.expect("a file")
    };
    let file = download(&server).await;
    let sealed = Sealed::parse(&file).expect("intact");
    assert_eq!(sealed.version.frozen_by, "Zénobie Quatrebarbes");
    assert!(!sealed.nameless().contains("Zénobie"));
    let one = server.get(&format!("{base}/1"), &server.owner).await;
    assert_eq!(one["frozen_by"], "Zénobie Quatrebarbes");
    assert_eq!(one["participants"][0]["name"], "Zénobie Quatrebarbes");
    server.stop().await;
    let database = Connection::open(server.data().join(database::FILE)).expect("a database");
    // A name never changes, also not by somebody with a database tool; whoever gets around that is found out.
    let sql = "UPDATE disclosure SET name = 'Eva'";
    assert!(database.execute(sql, []).is_err());
    let guard = "SELECT sql FROM sqlite_master WHERE name = 'disclosure_is_never_changed'";
    let guard: String = database
        .query_row(guard, [], |row| row.get(0))
        .expect("a guard");
    let sql = "DROP TRIGGER disclosure_is_never_changed; UPDATE disclosure SET name = 'Eva'";
    database.execute_batch(sql).expect("a changed name");
    let faults = check::check(&database).expect("a report").faults;
    assert!(
        faults.len() == 2 && faults[1].contains("a name in this version was changed"),
        "{faults:?}"
    );
    // It can be removed, and everything still holds.
    database.execute_batch(&guard).expect("the guard again");
    database
        .execute("DELETE FROM disclosure", [])
        .expect("removed");
    assert_eq!(
        check::check(&database).expect("a report").faults,
        Vec::<String>::new()
    );
    drop(database);
    server.restart().await;
    let file = download(&server).await;
    let back = Sealed::parse(&file).expect("intact");
    assert_eq!((&back.hash, back.withheld), (&sealed.hash, 1));
    let listed = server.get(&base, &server.owner).await;
    assert_eq!(
        (&listed[0]["frozen_by"], &listed[0]["hash"]),
        (&json!(""), &json!(sealed.hash))
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_here_is_told_that_a_version_was_restored() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Reprise").await;
    let member = server.member(&workspace, "contributor", "Inès").await;
    let mut peer = Peer::join(&server, &workspace, &member.token).await;
    freeze(&server, &workspace, "Juin", None).await;
    let path = |number: u32| format!("/api/workspaces/{workspace}/versions/{number}/restored");
    for (number, token, expected) in [
        (1, &member.token, StatusCode::FORBIDDEN),
        (2, &server.owner, StatusCode::NOT_FOUND),
        (1, &server.owner, StatusCode::NO_CONTENT),
    ] {
        let (status, problem) = server.call(Method::POST, &path(number), token, None).await;
        assert_eq!(status, expected, "{problem}");
    }
    let owner = server.get("/api/me", &server.owner).await;
    let told = Message::VersionRestored {
        number: 1,
        label: "Juin".to_owned(),
        person: text(&owner, "person").parse().expect("an id"),
        name: text(&owner, "name"),
    };
    peer.hear_until("the news", |peer| peer.messages.contains(&told))
        .await;
}
