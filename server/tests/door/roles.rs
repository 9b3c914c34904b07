//! Who may do what: every route and every message of the wire, for everybody who may call, in two tables.
//! A route or a message that is not in them fails the test.

mod callers;
mod messages;

use super::harness::{TestServer, text};
pub use callers::token;
use callers::{COLUMNS, Callers};
use jalon_server::{
    secret::Secret,
    store::{accesses, database},
    web::ROUTES,
};
use jalon_shared::PersonId;
use reqwest::{Client, Method, StatusCode, redirect};
use rusqlite::types::Value as Cell;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The status that each call gets. What is refused, and what is only read, leaves the database as it was; `=`
/// after a status means that this call changes nothing either. The columns are those of [`COLUMNS`].
///
/// Strangers are signed in and contribute to another workspace; `t-…` are tokens of a role, `t-else` is one
/// of another workspace; `expired` and `ended` are sessions of facilitators.
const TABLE: &str = "
    #                                         nobody strang reader contri facil  owner  t-read t-cont t-faci t-else expired ended
    get    /healthz                           200    200    200    200    200    200    200    200    200    200    200    200
    get    /metrics                           200    200    200    200    200    200    200    200    200    200    200    200

    post   /api/join                          200    200    200    200    200    200=   200    200    200    200    200    200
    get    /api/me                            401    200    200    200    200    200    200    200    200    200    401    401
    patch  /api/me                            401    204    204    204    204    204    204    204    204    204    401    401
    delete /api/me                            401    204    204    204    204    409    403    403    403    403    401    401
    post   /api/me/link                       401    201    201    201    201    201    403    403    403    403    401    401

    get    /api/workspaces                    401    200    200    200    200    200    200    200    200    200    401    401
    post   /api/workspaces                    401    403    403    403    201    201    403    403    403    403    401    401
    get    /api/workspaces/{workspace}        401    403    200    200    200    200    200    200    200    403    401    401
    get    /api/workspaces/{workspace}/activity
                                              401    403    200    200    200    200    200    200    200    403    401    401
    post   /api/workspaces/{workspace}/activity/looked
                                              401    403    204=   204=   204=   204=   204=   204=   204=   403    401    401
    get    /api/workspaces/{workspace}/people 401    403    200    200    200    200    200    200    200    403    401    401
    patch  /api/workspaces/{workspace}/people/{person}
                                              401    403    403    403    204    204    403    403    204    403    401    401
    delete /api/workspaces/{workspace}/people/{person}
                                              401    403    403    403    204    204    403    403    204    403    401    401
    delete /api/workspaces/{workspace}/people/{person}/traces
                                              401    403    403    403    204    204    403    403    403    403    401    401
    get    /api/workspaces/{workspace}/invites
                                              401    403    403    403    200    200    403    403    200    403    401    401
    post   /api/workspaces/{workspace}/invites
                                              401    403    403    403    201    201    403    403    201    403    401    401
    delete /api/workspaces/{workspace}/invites/{code}
                                              401    403    403    403    204    204    403    403    204    403    401    401
    get    /api/workspaces/{workspace}/tokens
                                              401    403    403    403    200    200    403    403    200    403    401    401
    post   /api/workspaces/{workspace}/tokens
                                              401    403    403    403    201    201    403    403    403    403    401    401
    delete /api/workspaces/{workspace}/tokens/{token}
                                              401    403    403    403    204    204    403    403    204    403    401    401
    get    /api/workspaces/{workspace}/versions
                                              401    403    200    200    200    200    200    200    200    403    401    401
    post   /api/workspaces/{workspace}/versions
                                              401    403    403    403    201    201    403    403    201    403    401    401
    get    /api/workspaces/{workspace}/versions/{number}
                                              401    403    200    200    200    200    200    200    200    403    401    401
    post   /api/workspaces/{workspace}/versions/{number}/restored
                                              401    403    403    403    204=   204=   403    403    204=   403    401    401
    get    /api/workspaces/{workspace}/versions/{number}/diff/{other}
                                              401    403    200    200    200    200    200    200    200    403    401    401

    # Without an upgrade: 400 is a door that would open.
    get    /sync/{workspace}                  401    403    400    400    400    400    400    400    400    403    401    401

    # Lines made of requests, for networks without websockets; 410 is a line that ended, or somebody else's.
    post   /sync/{workspace}/lines            401    403    201=   201=   201=   201=   201=   201=   201=   403    401    401
    post   /sync/{workspace}/lines/{line}/bring
                                              401    403    410    410    410    410    410    410    410    403    401    401
    post   /sync/{workspace}/lines/{line}/fetch
                                              401    403    410    410    410    410    410    410    410    403    401    401
    post   /sync/{workspace}/lines/{line}/end
                                              401    403    410    410    410    410    410    410    410    403    401    401

    get    /join                              200    200    200    200    200    200    200    200    200    200    200    200
    get    /join/                             200    200    200    200    200    200    200    200    200    200    200    200
    get    /join/{code}                       200    200    200    200    200    200    200    200    200    200    200    200
    post   /join/{code}                       303    303    303    303    303    303    303    303    303    303    303    303
    get    /enter/{secret}                    200    200    200    200    200    200    200    200    200    200    200    200
    post   /enter/{secret}                    303    303    303    303    303    303    303    303    303    303    303    303
    get    /accessibility                     200    200    200    200    200    200    200    200    200    200    200    200
    # The client's page for everybody; the workspace is in it for those alone who may see it (`first_picture`).
    get    /w/{workspace}                     200    200    200    200    200    200    200    200    200    200    200    200
    get    /w/{workspace}/{page}              200    200    200    200    200    200    200    200    200    200    200    200
    get    /w/{workspace}/v/{number}          401    403    200    200    200    200    200    200    200    403    401    401
    get    /w/{workspace}/v/{number}/diff/{other}
                                              401    403    200    200    200    200    200    200    200    403    401    401

    # Last, since they end what the others call with.
    post   /api/logout/others                 401    200    200    200    200    200    403    403    403    403    401    401
    post   /api/logout                        204=   204    204    204    204    204    204=   204=   204=   204=   204=   204=
";

/// One line of the table.
struct Row {
    method: String,
    path: String,
    /// The status for each column, and whether a success changes nothing.
    expected: Vec<(u16, bool)>,
}

fn rows() -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let lines = TABLE.lines().map(str::trim);
    for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let is_status = |word: &&str| word.starts_with(|letter: char| letter.is_ascii_digit());
        let words: Vec<&str> = line.split_whitespace().collect();
        let statuses = words.iter().copied().filter(is_status);
        let expected = statuses.map(|word| {
            let status = word.trim_end_matches('=').parse().expect("a status");
            (status, word.ends_with('='))
        });
        match words.as_slice() {
            [method, path, ..] if !is_status(method) => rows.push(Row {
                method: (*method).to_owned(),
                path: (*path).to_owned(),
                expected: expected.collect(),
            }),
            // The statuses of a long path stand on the next line.
            _ => rows
                .last_mut()
                .expect("a route above")
                .expected
                .extend(expected),
        }
    }
    rows
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_route_lets_those_in_whom_the_table_names() {
    let rows = rows();
    let known: BTreeSet<_> = rows
        .iter()
        .map(|row| (row.method.as_str(), row.path.as_str()))
        .collect();
    assert_eq!(known, ROUTES.iter().copied().collect(), "routes and table");
    let server = TestServer::start().await;
    let callers = Callers::gather(&server).await;
    let http = Client::builder()
        .redirect(redirect::Policy::none())
        .build()
        .expect("a client");
    let mut wrong = Vec::new();
    for row in &rows {
        assert_eq!(row.expected.len(), COLUMNS.len(), "{}", row.path);
        for (column, (expected, is_still)) in COLUMNS.iter().zip(&row.expected) {
            let (path, body) = fill_in(&server, &callers, row, column).await;
            let method: Method = row.method.to_uppercase().parse().expect("a method");
            let is_read = method == Method::GET;
            let mut call = http.request(method, format!("{}{path}", server.url));
            // Whoever is forgotten does not call again.
            let secret = match (path.as_str(), callers.role(column)) {
                ("/api/me", Some(role)) if row.method == "delete" => {
                    let member = server.member(&callers.workspace, role, "Éphémère").await;
                    Some(member.token)
                }
                _ => callers.secret(column).map(str::to_owned),
            };
            let before = what_is_kept(&server);
            if let Some(secret) = secret {
                call = call.bearer_auth(secret);
            }
            let call = match body {
                Sent::Nothing => call,
                Sent::Json(body) => call.json(&body),
                Sent::Form(name) => call.form(&[("name", name)]),
            };
            let status = match call.send().await.expect("an answer").status() {
                // A machine that is slow is promised that it will be done.
                StatusCode::ACCEPTED => 204,
                other => other.as_u16(),
            };
            let changed = before != what_is_kept(&server);
            let may_change = *expected < 400 && !is_read && !is_still;
            if status != *expected || changed != may_change {
                let what = if changed {
                    ", and it changed something"
                } else {
                    ""
                };
                wrong.push(format!(
                    "{} {} as {column}: {status}{what}, not {expected}",
                    row.method, row.path
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// What a call sends.
enum Sent {
    Nothing,
    Json(Value),
    Form(String),
}

/// The path of a call with something to act on that nobody else uses, and what is sent.
async fn fill_in(
    server: &TestServer,
    callers: &Callers,
    row: &Row,
    column: &str,
) -> (String, Sent) {
    let workspace = &callers.workspace;
    let mut path = row.path.replace("{workspace}", workspace);
    path = path.replace("{number}", "1").replace("{other}", "2");
    path = path.replace("{page}", "objectives");
    let needs = |what: &str| row.path.contains(what);
    if needs("{person}") {
        let target = server.member(workspace, "reader", "Cible").await;
        path = path.replace("{person}", &target.person);
    }
    if needs("{code}") {
        // Whoever joins must not be a member from then on of what the other rows are about.
        let joins = row.path.starts_with("/join");
        let into = if joins { &callers.open } else { workspace };
        path = path.replace("{code}", &server.invite(into, "reader", 9).await);
    }
    if needs("{token}") {
        let path_of_all = format!("/api/workspaces/{workspace}/tokens");
        let body = json!({"name": "Tableur", "role": "reader"});
        let made = server.post(&path_of_all, &server.owner, body).await;
        path = path.replace("{token}", &text(&made, "id"));
    }
    if needs("{line}") {
        let path_of_all = format!("/sync/{workspace}/lines");
        let opened = server
            .post(&path_of_all, &callers.line_holder, json!({}))
            .await;
        path = path.replace("{line}", &text(&opened, "line"));
    }
    if needs("{secret}") {
        path = path.replace("{secret}", personal_link(server, &callers.reader).reveal());
    }
    let sent = match (row.method.as_str(), row.path.as_str()) {
        ("post", "/api/join") => {
            let code = server.invite(&callers.open, "reader", 9).await;
            Sent::Json(json!({"code": code, "name": "Nouvelle"}))
        }
        ("patch", "/api/me") => Sent::Json(json!({"name": format!("Autre {column}")})),
        ("post", "/api/workspaces") => Sent::Json(json!({"title": "Neuf", "language": "fr"})),
        ("patch", _) => Sent::Json(json!({"role": "contributor"})),
        ("post", path) if path.ends_with("/invites") => Sent::Json(json!({"role": "reader"})),
        ("post", path) if path.ends_with("/tokens") => {
            Sent::Json(json!({"name": "Tableur", "role": "reader"}))
        }
        ("post", path) if path.ends_with("/looked") => Sent::Json(json!({"until": 1})),
        ("post", path) if path.ends_with("/versions") => Sent::Json(json!({"label": column})),
        ("post", "/join/{code}") => Sent::Form(format!("Invitée {column}")),
        ("post", "/enter/{secret}") => Sent::Form(String::new()),
        _ => Sent::Nothing,
    };
    (path, sent)
}

fn personal_link(server: &TestServer, person: &str) -> Secret {
    let connection = database::open(server.data()).expect("the database");
    let person: PersonId = person.parse().expect("a person");
    let new = accesses::New {
        kind: accesses::Kind::PersonalLink,
        person,
        expires_at: None,
        made_by: None,
    };
    accesses::create(&connection, new).expect("a link")
}

/// Everything in the database that a call may change.
fn what_is_kept(server: &TestServer) -> Vec<Vec<Cell>> {
    /// The use of a token is noted, whatever it is used for.
    const ALL: [&str; 7] = [
        "SELECT id, name, owner FROM person ORDER BY id",
        "SELECT id, title FROM workspace ORDER BY id",
        "SELECT workspace, person, role FROM membership ORDER BY workspace, person",
        "SELECT workspace, person, ruled_at FROM ruling ORDER BY workspace, person",
        "SELECT secret_hash, kind, person, role, expires_at, used_at FROM access ORDER BY secret_hash",
        "SELECT code, role, uses, max_uses, expires_at FROM invite ORDER BY code",
        "SELECT workspace, number, hash FROM version ORDER BY workspace, number",
    ];
    let connection = database::open_for_reading(server.data()).expect("the database");
    let mut kept = Vec::new();
    for sql in ALL {
        let mut select = connection.prepare(sql).expect("a query");
        let columns = select.column_count();
        let rows = select
            .query_map([], |row| {
                (0..columns).map(|column| row.get(column)).collect()
            })
            .expect("rows");
        kept.extend(rows.map(|row: rusqlite::Result<Vec<Cell>>| row.expect("a row")));
    }
    kept
}
