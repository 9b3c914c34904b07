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
