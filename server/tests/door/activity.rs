//! What whoever comes back is told: who did what since, but for what they did themselves.

use super::{
    harness::{Member, TestServer, text, until},
    peer::{Peer, new_axis, stamp},
};
use jalon_shared::{
    AxisId, Command, EntityRef, Field, IndicatorId, Measure, NewEntity, ReadingId, TextEdit,
};
use reqwest::Method;
use rusqlite::Connection;
use serde_json::{Value, json};
use uuid::Uuid;

async fn told(server: &TestServer, workspace: &str, token: &str) -> Vec<Value> {
    let path = format!("/api/workspaces/{workspace}/activity");
    let answer = server.get(&path, token).await;
    answer["deeds"].as_array().cloned().expect("deeds")
}

/// Deeds as path, deed and name, in the order of their paths.
fn short(deeds: &[Value]) -> Vec<(String, String, String)> {
    let mut short: Vec<_> = deeds
        .iter()
        .map(|one| (text(one, "path"), text(one, "deed"), text(one, "name")))
        .collect();
    short.sort();
    short
}

/// As if an hour had passed since somebody went.
async fn an_hour_later(server: &TestServer, workspace: &str, person: &str) {
    let database = Connection::open(server.data().join("jalon.db")).expect("a database");
    until("they are gone", async || {
        let sql = "SELECT left_at > since FROM visit WHERE workspace = ?1 AND person = ?2";
        let gone: rusqlite::Result<bool> =
            database.query_row(sql, [workspace, person], |row| row.get(0));
        gone.ok()?.then_some(())
    })
    .await;
    let sql = "UPDATE visit SET since = since - 3600000, left_at = left_at - 3600000
        WHERE workspace = ?1 AND person = ?2";
    database.execute(sql, [workspace, person]).expect("a visit");
}

async fn member(server: &TestServer, workspace: &str, name: &str) -> Member {
    server.member(workspace, "facilitator", name).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_comes_back_is_told_what_the_others_did() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Retour").await;
    let awa = member(&server, &workspace, "Awa").await;
    let noe = member(&server, &workspace, "Noé").await;
    let mut noes = Peer::join(&server, &workspace, &noe.token).await;
    let (kept, binned): (AxisId, AxisId) = (Uuid::from_u128(7).into(), Uuid::from_u128(8).into());
    let indicator: IndicatorId = Uuid::from_u128(9).into();
    for entity in [EntityRef::from(kept), binned.into(), indicator.into()] {
        noes.does(NewEntity::new(entity)).await;
    }
    noes.settle().await;
    // Whoever comes for the first time has missed nothing.
    let mut awas = Peer::join(&server, &workspace, &awa.token).await;
    until("the visit", async || {
        let path = format!("/api/workspaces/{workspace}/activity");
        server.get(&path, &awa.token).await["since"].as_i64()
    })
    .await;
    assert_eq!(
        told(&server, &workspace, &awa.token).await,
        Vec::<Value>::new()
    );
    awas.does(new_axis("Le mien")).await;
    awas.settle().await;
    awas.close().await;
    an_hour_later(&server, &workspace, &awa.person).await;

    let edit = |insert: &str| Command::Edit {
        field: kept.field(Field::Label),
        edit: TextEdit {
            at: 0,
            delete: 0,
            insert: insert.to_owned(),
        },
    };
    let new = NewEntity::new(AxisId::from(Uuid::from_u128(10))).text(Field::Label, "Nouveau");
    let commands: [Command; 5] = [
        edit("deux "),
        edit("un "),
        new.into(),
        Command::Delete {
            entity: binned.into(),
        },
        Command::Record {
            id: ReadingId::from(Uuid::from_u128(11)),
            indicator,
            period: "2025-T1".parse().expect("a period"),
            measure: Measure::Amount { value: 3.0 },
            comment: String::new(),
        },
    ];
    for command in commands {
        noes.does(command).await;
        // One after the other: what comes together is one change.
        noes.settle().await;
    }
    let path = format!("/api/workspaces/{workspace}/versions");
    server
        .post(&path, &noe.token, json!({"label": "Avril"}))
        .await;

    let mut awas = Peer::join(&server, &workspace, &awa.token).await;
    let expected = [
        (format!("axis/{kept}/label"), "changed"),
        (format!("axis/{binned}"), "binned"),
        (format!("axis/{}", Uuid::from_u128(10)), "added"),
        (format!("reading/{indicator}/2025-T1"), "changed"),
        ("version/1".to_owned(), "frozen"),
    ];
    let expected = expected.map(|(path, deed)| (path, deed.to_owned(), "Noé".to_owned()));
    let since_then = |deeds: Vec<Value>| {
        let old = [format!("axis/{kept}"), format!("indicator/{indicator}")];
        let is_new = |one: &(String, String, String)| {
            !(old.contains(&one.0) || one.1 == "added" && one.0.ends_with(&binned.to_string()))
        };
        short(&deeds).into_iter().filter(is_new).collect::<Vec<_>>()
    };
    let deeds = until("the visit", async || {
        let deeds = told(&server, &workspace, &awa.token).await;
        (!deeds.is_empty()).then_some(deeds)
    })
    .await;
    let label = deeds
        .iter()
        .find(|one| one["path"] == format!("axis/{kept}/label"));
    assert_eq!(label.map(|one| one["changes"].clone()), Some(json!(2)));
    assert_eq!(since_then(deeds.clone()), expected);
    // Their own deeds are nobody's news; the other one sees them.
    let news = |deeds: &[Value]| deeds.iter().any(|one| one["person"] == awa.person);
    assert!(!news(&deeds));
    // Coming back at once is the same visit.
    awas.close().await;
    awas = Peer::join(&server, &workspace, &awa.token).await;
    assert_eq!(
        since_then(told(&server, &workspace, &awa.token).await),
        expected
    );
    // Once it was looked at, what comes later counts.
    let until_now = deeds.iter().filter_map(|one| one["at"].as_i64()).max();
    let path = format!("/api/workspaces/{workspace}/activity/looked");
    server
        .post(&path, &awa.token, json!({"until": until_now}))
        .await;
    assert_eq!(
        told(&server, &workspace, &awa.token).await,
        Vec::<Value>::new()
    );
    noes.does_as(edit("zéro "), &stamp()).await;
    noes.settle().await;
    assert_eq!(told(&server, &workspace, &awa.token).await.len(), 1);
    awas.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_is_forgotten_did_nothing_that_is_told() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Oubli").await;
    let noe = server.member(&workspace, "contributor", "Noé").await;
    let mut noes = Peer::join(&server, &workspace, &noe.token).await;
    let awa = member(&server, &workspace, "Awa").await;
    let awas = Peer::join(&server, &workspace, &awa.token).await;
    noes.does(new_axis("Essai")).await;
    noes.settle().await;
    let database = Connection::open(server.data().join("jalon.db")).expect("a database");
    let count = |table: &str| -> i64 {
        let sql = format!("SELECT count(*) FROM {table} WHERE person = ?1");
        let count = database.query_row(&sql, [&noe.person], |row| row.get(0));
        count.expect("a number")
    };
    until("the visit", async || (count("visit") == 1).then_some(())).await;
    // What is read is written down before: that of others, and so his.
    told(&server, &workspace, &awa.token).await;
    assert_eq!(count("activity"), 1);
    // That is not written down yet.
    noes.does(new_axis("Autre")).await;
    noes.settle().await;
    let gone = server
        .send(Method::DELETE, "/api/me", &noe.token, None)
        .await;
    assert!(gone.status().is_success());
    told(&server, &workspace, &awa.token).await;
    assert_eq!((count("activity"), count("visit")), (0, 0));
    awas.close().await;
    assert_eq!(super::keeping::faults(&server), Vec::<String>::new());
}
