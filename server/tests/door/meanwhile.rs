//! What changes between the question whether somebody may do something and the deed itself.

use super::{
    harness::{Member, TestServer},
    peer::Peer,
};
use jalon_server::store::database;
use jalon_shared::protocol::SUBPROTOCOL;
use rusqlite::Connection;

/// Ends a membership, and is not finished yet: nobody sees it, and whoever wants to write waits.
fn begin_removal(server: &TestServer, member: &Member) -> Connection {
    let database = database::open(server.data()).expect("a database");
    database
        .execute_batch("BEGIN IMMEDIATE")
        .expect("a transaction");
    let sql = "DELETE FROM membership WHERE person = ?1";
    assert_eq!(
        database.execute(sql, [&member.person]).expect("a removal"),
        1
    );
    database
}

/// Lets what was asked before come as far as the write. Reads are answered one after the other; if this is
/// too short, nothing is proved, and nothing fails.
async fn let_others_read(server: &TestServer) {
    for _ in 0..40 {
        server.get("/api/me", &server.owner).await;
    }
}

fn members(server: &TestServer) -> Vec<String> {
    let database = database::open_for_reading(server.data()).expect("a database");
    let mut select = database
        .prepare("SELECT person FROM membership")
        .expect("a query");
    let rows = select.query_map([], |row| row.get(0)).expect("rows");
    rows.collect::<rusqlite::Result<_>>().expect("rows")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_removed_while_they_connect_is_no_member_again() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Départ").await;
    let awa = server.member(&workspace, "contributor", "Awa").await;
    let removal = begin_removal(&server, &awa);
    let mut peer = Peer::connect(&server, &workspace, &awa.token, Some(SUBPROTOCOL))
        .await
        .expect("an open door");
    let_others_read(&server).await;
    removal.execute_batch("COMMIT").expect("an end");
    peer.hear_all().await;
    assert!(!members(&server).contains(&awa.person));
    let again = Peer::try_join(&server, &workspace, &awa.token).await;
    assert!(again.is_err(), "they are in again");
}

/// What facilitators do and must not have done once they are none: a call, its path after the workspace, its body.
/// `@` stands for somebody else there, `+` for the code of an invitation.
const DEEDS: &str = r#"
    POST    /tokens         {"name": "Script", "role": "facilitator"}
    POST    /invites        {"role": "facilitator"}
    DELETE  /invites/+      -
    PATCH   /people/@       {"role": "reader"}
    DELETE  /people/@       -
    DELETE  /people/@/traces -
"#;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_removed_meanwhile_leads_nobody_any_more() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Départ").await;
    let bea = server.member(&workspace, "contributor", "Bea").await;
    let code = server.invite(&workspace, "reader", 9).await;
    let path = |path: &str| {
        let path = path.replace('@', &bea.person).replace('+', &code);
        format!("/api/workspaces/{workspace}{path}")
    };
    let mut wrong = Vec::new();
    for line in DEEDS.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let mut words = line.splitn(3, char::is_whitespace).map(str::trim);
        let (Some(method), Some(rest)) = (words.next(), line.find('/').map(|at| &line[at..]))
        else {
            panic!("{line}");
        };
        let (deed, body) = rest.split_once(char::is_whitespace).expect("a body");
        let deed = path(deed);
        let awa = server.member(&workspace, "facilitator", "Awa").await;
        let removal = begin_removal(&server, &awa);
        let call = server.send(
            method.parse().expect("a method"),
            &deed,
            &awa.token,
            serde_json::from_str(body.trim()).ok(),
        );
        let end = async {
            let_others_read(&server).await;
            removal.execute_batch("COMMIT").expect("an end");
        };
        let (answer, ()) = tokio::join!(call, end);
        if answer.status() != 403 {
            wrong.push(format!("{}: {line}", answer.status()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let database = database::open_for_reading(server.data()).expect("a database");
    let count = |sql: &str| database.query_row(sql, [], |row| row.get::<_, u32>(0));
    for nothing in [
        "SELECT count(*) FROM access WHERE kind = 'token'",
        "SELECT count(*) FROM forgetting",
        "SELECT count(*) FROM ruling",
    ] {
        assert_eq!(count(nothing), Ok(0), "{nothing}");
    }
    let listed = server.get(&path("/invites"), &server.owner).await;
    assert_eq!(listed.as_array().map(Vec::len), Some(1), "{listed}");
    let people = server.get(&path("/people"), &server.owner).await;
    let is_there = |person: &serde_json::Value| {
        person["person"] == bea.person.as_str() && person["role"] == "contributor"
    };
    let mut people = people.as_array().into_iter().flatten();
    assert!(people.any(is_there));
}
