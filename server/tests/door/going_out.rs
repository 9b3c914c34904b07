//! Going out: whoever loses an access or a role loses it on open sockets too, whatever took it away.

use super::{
    apart::metric,
    harness::{TestServer, text},
    peer::{Peer, new_axis},
    roles::token,
};
use jalon_server::{
    clock,
    secret::Secret,
    store::{
        accesses::{self, AccessId},
        database,
    },
};
use jalon_shared::{
    Role,
    protocol::{Frame, Message, Refusal},
};
use reqwest::{Method, StatusCode};
use rusqlite::params;
use serde_json::json;
use std::{process::Command, time::Duration};

/// Questions of a connection that the server does not read at once.
const MORE_THAN_IS_READ: usize = 400;

/// A workspace with a facilitator, and somebody who watches that nobody else is disturbed.
struct Scene {
    server: TestServer,
    workspace: String,
    bystander: Peer,
}

impl Scene {
    async fn set() -> Self {
        let server = TestServer::start().await;
        let workspace = server.workspace("Départ").await;
        let other = server.member(&workspace, "contributor", "Zoé").await;
        let bystander = Peer::join(&server, &workspace, &other.token).await;
        Self {
            server,
            workspace,
            bystander,
        }
    }

    fn path(&self, rest: &str) -> String {
        format!("/api/workspaces/{}/{rest}", self.workspace)
    }

    /// Somebody is connected, something is done, and they are gone; the others are still there.
    async fn ends(mut self, secret: &str, deed: impl AsyncFnOnce(&Self)) {
        let mut peer = Peer::join(&self.server, &self.workspace, secret).await;
        let mut foreign = Peer::connect(&self.server, &self.workspace, secret, None)
            .await
            .expect("an open door");
        peer.does(new_axis("Avant")).await;
        peer.settle().await;
        deed(&self).await;
        peer.hear_all().await;
        let last = peer.messages.last();
        assert_eq!(last, Some(&Message::AccessChanged { role: None }));
        foreign.hear_all().await;
        let again = Peer::try_join(&self.server, &self.workspace, secret).await;
        assert!(again.is_err(), "they are in again");
        self.bystander.does(new_axis("Après")).await;
        self.bystander.settle().await;
        let labels: Vec<_> = self
            .bystander
            .axes()
            .into_iter()
            .map(|axis| axis.label)
            .collect();
        assert!(labels.contains(&"Après".to_owned()));
    }

    /// What a database tool does, or any other program beside the server.
    fn beside(&self, sql: &str, parameters: impl rusqlite::Params) {
        let connection = database::open(self.server.data()).expect("the database");
        assert_eq!(connection.execute(sql, parameters).expect("a change"), 1);
    }
}

async fn succeeds(server: &TestServer, method: Method, path: &str, secret: &str) {
    let (status, body) = server.call(method, path, secret, None).await;
    assert!(status.is_success(), "{path}: {status} {body}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_who_is_removed() {
    let scene = Scene::set().await;
    let member = scene
        .server
        .member(&scene.workspace, "contributor", "Marc")
        .await;
    let path = scene.path(&format!("people/{}", member.person));
    scene
        .ends(&member.token, async |scene| {
            succeeds(&scene.server, Method::DELETE, &path, &scene.server.owner).await;
        })
        .await;
}

/// More than the server reads at once, and pings that nobody answered: a socket that is closed on them is cut.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_who_is_removed_while_they_say_a_lot_hears_why() {
    let server = TestServer::start_with(|config| config.heartbeat.ping = Duration::from_millis(50));
    let server = server.await;
    let workspace = server.workspace("Départ").await;
    let member = server.member(&workspace, "contributor", "Marc").await;
    let mut peer = Peer::join(&server, &workspace, &member.token).await;
    for _ in 0..MORE_THAN_IS_READ {
        peer.send(&Frame::QueryAwareness).await;
    }
    let path = format!("/api/workspaces/{workspace}/people/{}", member.person);
    succeeds(&server, Method::DELETE, &path, &server.owner).await;
    metric(&server, "jalon_connections 0").await;
    assert_eq!(peer.hear_reason().await, "access");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_device_that_signs_out() {
    let scene = Scene::set().await;
    let member = scene
        .server
        .member(&scene.workspace, "contributor", "Marc")
        .await;
    scene
        .ends(&member.token, async |scene| {
            succeeds(&scene.server, Method::POST, "/api/logout", &member.token).await;
        })
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_lost_phone_is_signed_out_from_another_device() {
    let scene = Scene::set().await;
    let server = &scene.server;
    let member = server.member(&scene.workspace, "contributor", "Marc").await;
    let link = text(
        &server.post("/api/me/link", &member.token, json!({})).await,
        "url",
    );
    let path = link.strip_prefix(&server.url).expect("this server");
    let phone = super::harness::session_of(&server.send(Method::POST, path, "", None).await);
    let unused = text(
        &server.post("/api/me/link", &member.token, json!({})).await,
        "url",
    );
    scene
        .ends(&phone, async |scene| {
            let answer = scene
                .server
                .post("/api/logout/others", &member.token, json!({}))
                .await;
            assert_eq!(answer, json!({"devices": 1}));
            // This device stays, and a link that lay on the phone works no more.
            scene.server.get("/api/me", &member.token).await;
            let path = unused.strip_prefix(&scene.server.url).expect("this server");
            let (status, _) = scene.server.call(Method::POST, path, "", None).await;
            assert_eq!(status, StatusCode::GONE);
        })
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_that_a_facilitator_ends() {
    let scene = Scene::set().await;
    let body = json!({"name": "Tableur", "role": "contributor"});
    let made = scene
        .server
        .post(&scene.path("tokens"), &scene.server.owner, body)
        .await;
    let path = scene.path(&format!("tokens/{}", text(&made, "id")));
    let secret = text(&made, "token");
    scene
        .ends(&secret, async |scene| {
            // It is listed, in use, and its secret is not in the list.
            let listed = scene
                .server
                .get(&scene.path("tokens"), &scene.server.owner)
                .await;
            assert_eq!(listed[0]["name"], "Tableur");
            assert_ne!(listed[0]["last_used_at"], json!(null));
            assert!(!listed.to_string().contains(&secret));
            succeeds(&scene.server, Method::DELETE, &path, &scene.server.owner).await;
        })
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_of_somebody_who_is_removed() {
    let scene = Scene::set().await;
    let server = &scene.server;
    let maker = server.member(&scene.workspace, "facilitator", "Nora").await;
    let body = json!({"name": "Tableur", "role": "contributor"});
    let made = server.post(&scene.path("tokens"), &maker.token, body).await;
    let path = scene.path(&format!("people/{}", maker.person));
    scene
        .ends(&text(&made, "token"), async |scene| {
            succeeds(&scene.server, Method::DELETE, &path, &scene.server.owner).await;
        })
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_that_the_command_line_ends() {
    let scene = Scene::set().await;
    let secret = token(&scene.server, &scene.workspace, "contributor");
    scene
        .ends(&secret, async |scene| {
            let jalon = |words: &[&str]| {
                let ran = Command::new(env!("CARGO_BIN_EXE_jalon"))
                    .args(words)
                    .arg("--data")
                    .arg(scene.server.data())
                    .output()
                    .expect("the program");
                assert!(ran.status.success(), "{words:?}: {ran:?}");
                String::from_utf8(ran.stdout).expect("text")
            };
            let list = jalon(&["tokens"]);
            let columns: Vec<_> = list.trim().split('\t').collect();
            assert_eq!(columns[1..3], [scene.workspace.as_str(), "contributor"]);
            assert!(!list.contains(&secret));
            jalon(&["revoke", columns[0]]);
            assert_eq!(jalon(&["tokens"]), "");
        })
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_membership_that_another_program_ends() {
    let scene = Scene::set().await;
    let member = scene
        .server
        .member(&scene.workspace, "contributor", "Marc")
        .await;
    scene
        .ends(&member.token, async |scene| {
            let sql = "DELETE FROM membership WHERE workspace = ?1 AND person = ?2";
            scene.beside(sql, params![scene.workspace, member.person]);
        })
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_access_whose_time_is_up() {
    let scene = Scene::set().await;
    let member = scene
        .server
        .member(&scene.workspace, "contributor", "Marc")
        .await;
    let connection = database::open(scene.server.data()).expect("the database");
    let new = accesses::New {
        kind: accesses::Kind::Session,
        person: member.person.parse().expect("a person"),
        // Long enough to come in, also on a machine that has much to do.
        expires_at: Some(clock::now_ms() + 5_000),
        made_by: None,
    };
    let session = accesses::create(&connection, new).expect("a session");
    let id = AccessId::of(&session);
    scene
        .ends(session.reveal(), async |_| {
            // Nobody does anything; the clock does.
            super::harness::until("the end of the session", async || {
                let found = accesses::find(&connection, &id).expect("an answer");
                found.is_none().then_some(())
            })
            .await;
        })
        .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_role_that_another_program_takes_away_is_gone_on_the_open_socket() {
    let scene = Scene::set().await;
    let member = scene
        .server
        .member(&scene.workspace, "contributor", "Marc")
        .await;
    let mut peer = Peer::join(&scene.server, &scene.workspace, &member.token).await;
    let sql = "UPDATE membership SET role = 'reader' WHERE workspace = ?1 AND person = ?2";
    scene.beside(sql, params![scene.workspace, member.person]);
    let told = Message::AccessChanged {
        role: Some(Role::Reader),
    };
    peer.hear_until("the new role", |peer| peer.messages.contains(&told))
        .await;
    peer.does(new_axis("Encore")).await;
    let refused = Message::Refused {
        frame: 1,
        reason: Refusal::Role,
    };
    peer.hear_until("the refusal", |peer| peer.messages.contains(&refused))
        .await;
}

/// What is sent after the answer to a removal is refused, however fast it comes.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_removal_is_in_force_when_it_is_answered() {
    let scene = Scene::set().await;
    let member = scene
        .server
        .member(&scene.workspace, "contributor", "Marc")
        .await;
    let mut peer = Peer::join(&scene.server, &scene.workspace, &member.token).await;
    let path = scene.path(&format!("people/{}", member.person));
    succeeds(&scene.server, Method::DELETE, &path, &scene.server.owner).await;
    peer.does(new_axis("Trop tard")).await;
    peer.hear_all().await;
    let mut bystander = scene.bystander;
    bystander.sync().await;
    assert_eq!(bystander.axes(), []);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_is_removed_does_not_come_back_by_an_open_invitation() {
    let scene = Scene::set().await;
    let server = &scene.server;
    let member = server.member(&scene.workspace, "contributor", "Marc").await;
    let code = server.invite(&scene.workspace, "contributor", 100).await;
    let path = scene.path(&format!("people/{}?invitations=withdraw", member.person));
    succeeds(server, Method::DELETE, &path, &server.owner).await;
    let asked = json!({"code": code, "name": "Marc"});
    let (status, _) = server
        .call(Method::POST, "/api/join", "", Some(asked))
        .await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert_eq!(
        server.get(&scene.path("invites"), &server.owner).await,
        json!([])
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_owner_s_link_works_once_and_for_an_hour() {
    let server = TestServer::start().await;
    let new_link = || {
        let connection = database::open(server.data()).expect("the database");
        jalon_server::serve::new_owner_link(&connection).expect("a link")
    };
    let enter = async |secret: &Secret| {
        let path = format!("/enter/{}", secret.reveal());
        server.send(Method::POST, &path, "", None).await.status()
    };
    let (one, other, late) = (new_link(), new_link(), new_link());
    let connection = database::open(server.data()).expect("the database");
    let hour_ago = "UPDATE access SET expires_at = expires_at - 3600000 WHERE secret_hash = ?1";
    connection
        .execute(hour_ago, [late.hash()])
        .expect("an hour later");
    assert_eq!(enter(&late).await, StatusCode::GONE);
    assert_eq!(enter(&one).await, StatusCode::SEE_OTHER);
    assert_eq!(enter(&one).await, StatusCode::GONE);
    assert_eq!(
        enter(&other).await,
        StatusCode::GONE,
        "one came in, the others are over"
    );
    // The page says how to get another.
    let path = format!("/enter/{}", late.reveal());
    let page = server.send(Method::GET, &path, "", None).await;
    let html = page.text().await.expect("a page");
    assert!(html.contains("jalon owner-link"), "{html}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn links_to_other_devices_do_not_pile_up() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Liens").await;
    let member = server.member(&workspace, "reader", "Marc").await;
    let mut links = Vec::new();
    for _ in 0..6 {
        let made = server.post("/api/me/link", &member.token, json!({})).await;
        links.push(text(&made, "url").replace(&server.url, ""));
    }
    let mut good = Vec::new();
    for link in &links {
        let page = server.send(Method::GET, link, "", None).await;
        good.push(page.status() == StatusCode::OK);
    }
    assert_eq!(good, [false, false, true, true, true, true]);
}
