//! Everybody who may call: each role by session and by token, and those who may not be there.

use crate::harness::{Member, TestServer};
use jalon_server::store::{accesses, database, people};
use serde_json::json;

/// The columns of the table.
pub const COLUMNS: [&str; 12] = [
    "nobody", "strang", "reader", "contri", "facil", "owner", "t-read", "t-cont", "t-faci",
    "t-else", "expired", "ended",
];

/// A workspace with two versions, and everybody.
pub struct Callers {
    pub workspace: String,
    /// A workspace that they join.
    pub open: String,
    /// The person behind the column `reader`.
    pub reader: String,
    /// Whoever holds the lines that the others try.
    pub line_holder: String,
    secrets: Vec<Option<String>>,
}

impl Callers {
    pub async fn gather(server: &TestServer) -> Self {
        let workspace = server.workspace("Rôles").await;
        let elsewhere = server.workspace("Ailleurs").await;
        for label in ["Printemps", "Été"] {
            let path = format!("/api/workspaces/{workspace}/versions");
            let body = json!({"label": label});
            server.post(&path, &server.owner, body).await;
        }
        let reader = server.member(&workspace, "reader", "Lise").await;
        let ended = server.member(&workspace, "facilitator", "Noé").await;
        server.post("/api/logout", &ended.token, json!({})).await;
        let expired = server.member(&workspace, "facilitator", "Omar").await;
        let member = async |role| server.member(&workspace, role, role).await.token;
        let secrets = vec![
            None,
            Some(server.member(&elsewhere, "contributor", "Marc").await.token),
            Some(reader.token),
            Some(member("contributor").await),
            Some(member("facilitator").await),
            Some(server.owner.clone()),
            Some(token(server, &workspace, "reader")),
            Some(token(server, &workspace, "contributor")),
            Some(token(server, &workspace, "facilitator")),
            Some(token(server, &elsewhere, "facilitator")),
            Some(expired_session(server, &expired)),
            Some(ended.token),
        ];
        let line_holder = server.member(&workspace, "facilitator", "Zoé").await.token;
        Self {
            workspace,
            open: server.workspace("Ouvert").await,
            reader: reader.person,
            line_holder,
            secrets,
        }
    }

    /// The role of a column that signs in as a member.
    pub fn role(&self, column: &str) -> Option<&'static str> {
        match column {
            "strang" | "reader" => Some("reader"),
            "contri" => Some("contributor"),
            "facil" => Some("facilitator"),
            _ => None,
        }
    }

    /// What somebody calls with.
    pub fn secret(&self, column: &str) -> Option<&str> {
        let index = COLUMNS.iter().position(|name| *name == column);
        self.secrets[index.expect("a column")].as_deref()
    }
}

/// A token as the command line makes it.
pub fn token(server: &TestServer, workspace: &str, role: &str) -> String {
    let connection = database::open(server.data()).expect("the database");
    let person = people::create(&connection, "script", false).expect("a person");
    let role: people::RoleWord = role.parse().expect("a role");
    let new = accesses::New {
        kind: accesses::Kind::Token {
            workspace: workspace.parse().expect("a workspace"),
            role: role.0,
        },
        person: person.id,
        expires_at: None,
        made_by: None,
    };
    let secret = accesses::create(&connection, new).expect("a token");
    secret.reveal().to_owned()
}

fn expired_session(server: &TestServer, member: &Member) -> String {
    let connection = database::open(server.data()).expect("the database");
    let new = accesses::New {
        kind: accesses::Kind::Session,
        person: member.person.parse().expect("a person"),
        expires_at: Some(jalon_server::clock::now_ms() - 1),
        made_by: None,
    };
    let secret = accesses::create(&connection, new).expect("a session");
    secret.reveal().to_owned()
}
