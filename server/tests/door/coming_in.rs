//! Who comes in, and what they may do.

use super::{
    harness::{TestServer, session_of, text},
    peer::{Peer, new_axis},
};
use jalon_shared::{
    Role,
    protocol::{Frame, Message, Refusal},
};
use reqwest::{Method, StatusCode};
use serde_json::json;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_invitation_lets_people_in_with_its_role() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Atelier").await;
    let body = json!({"role": "contributor", "expires_in_s": 60, "max_uses": 2});
    let invite = server
        .post(
            &format!("/api/workspaces/{workspace}/invites"),
            &server.owner,
            body,
        )
        .await;
    let code = text(&invite, "code");
    assert_eq!(text(&invite, "url"), format!("{}/join/{code}", server.url));
    assert!(text(&invite, "qr_svg").starts_with("<svg"));
    // Typed as people type.
    let typed = format!(" {}-{} ", code[..3].to_lowercase(), &code[3..]);
    let answer = server
        .send(
            Method::POST,
            "/api/join",
            "",
            Some(json!({"code": typed, "name": " Inès  "})),
        )
        .await;
    assert_eq!(answer.status(), StatusCode::OK);
    let cookie = session_of(&answer);
    let joined: serde_json::Value = answer.json().await.expect("json");
    assert_eq!(
        (text(&joined, "workspace"), text(&joined, "role")),
        (workspace.clone(), "contributor".to_owned())
    );
    let token = text(&joined, "token");
    assert_eq!(cookie, token);
    let me = server.get("/api/me", &token).await;
    assert_eq!((&me["name"], &me["owner"]), (&json!("Inès"), &json!(false)));
    assert_eq!(
        me["workspaces"],
        json!([{"id": workspace, "title": "Atelier", "role": "contributor"}])
    );
    // Once more with the same session: the same person, and no use more.
    let again = server
        .post("/api/join", &token, json!({"code": code, "name": "Autre"}))
        .await;
    assert_eq!(text(&again, "token"), token);
    let open = server
        .get(
            &format!("/api/workspaces/{workspace}/invites"),
            &server.owner,
        )
        .await;
    assert_eq!(open[0]["uses"], 1);
    // The last place is given once.
    server
        .post("/api/join", "", json!({"code": code, "name": "Noé"}))
        .await;
    let (status, problem) = server
        .call(
            Method::POST,
            "/api/join",
            "",
            Some(json!({"code": code, "name": "Trop"})),
        )
        .await;
    assert_eq!(
        (status, text(&problem, "type")),
        (
            StatusCode::GONE,
            "urn:jalon:problem:invitation-gone".to_owned()
        )
    );
    let people = server
        .get(&format!("/api/workspaces/{workspace}/people"), &token)
        .await;
    let names: Vec<_> = people
        .as_array()
        .expect("a list")
        .iter()
        .map(|person| text(person, "name"))
        .collect();
    assert_eq!(&names[1..], ["Inès", "Noé"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_not_there_is_told_as_a_problem() {
    let server = TestServer::start().await;
    let nowhere = format!("/api/workspaces/{}", uuid::Uuid::nil());
    for path in [nowhere.as_str(), "/api/workspaces/x", "/api/nothing"] {
        let (status, problem) = server.call(Method::GET, path, &server.owner, None).await;
        assert_eq!(
            (status, text(&problem, "type")),
            (
                StatusCode::NOT_FOUND,
                "urn:jalon:problem:not-found".to_owned()
            )
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_reader_s_update_changes_nothing() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Lecture").await;
    let reader = server.member(&workspace, "reader", "Lise").await;
    let mut writes = Peer::join(&server, &workspace, &server.owner).await;
    let mut reads = Peer::join(&server, &workspace, &reader.token).await;
    assert!(matches!(
        reads.messages[0],
        Message::Welcome {
            role: Role::Reader,
            ..
        }
    ));
    // The answer to the server's question is fine as long as it brings nothing.
    let nothing = reads
        .document
        .diff(&reads.document.state_vector())
        .expect("a diff");
    reads.send(&Frame::SyncStep2 { update: nothing }).await;
    reads.settle().await;
    let before = reads.document.state_vector();
    reads.does(new_axis("À moi")).await;
    let everything = reads.document.snapshot();
    reads.send(&Frame::SyncStep2 { update: everything }).await;
    reads
        .hear_until("the refusals", |peer| peer.messages.len() >= 3)
        .await;
    for (message, number) in reads.messages[1..].iter().zip([2, 3]) {
        assert_eq!(
            *message,
            Message::Refused {
                frame: number,
                reason: Refusal::Role
            }
        );
    }
    writes.does(new_axis("À nous")).await;
    writes.settle().await;
    writes.sync().await;
    assert_eq!(writes.axes().len(), 1);
    assert_eq!(reads.acknowledged, 1);
    let update = reads.document.diff(&before).expect("a diff");
    assert!(!update.is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_role_that_is_taken_away_is_gone_at_once() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Départ").await;
    let member = server.member(&workspace, "contributor", "Marc").await;
    let mut peer = Peer::join(&server, &workspace, &member.token).await;
    peer.does(new_axis("Un")).await;
    peer.settle().await;
    let path = format!("/api/workspaces/{workspace}/people/{}", member.person);
    let (status, _) = server
        .call(
            Method::PATCH,
            &path,
            &server.owner,
            Some(json!({"role": "reader"})),
        )
        .await;
    assert_eq!(status, StatusCode::NO_CONTENT);
    let now_reader = Message::AccessChanged {
        role: Some(Role::Reader),
    };
    peer.hear_until("the new role", |peer| peer.messages.contains(&now_reader))
        .await;
    peer.does(new_axis("Deux")).await;
    let refused = Message::Refused {
        frame: 2,
        reason: Refusal::Role,
    };
    peer.hear_until("the refusal", |peer| peer.messages.contains(&refused))
        .await;
    let (status, _) = server
        .call(Method::DELETE, &path, &server.owner, None)
        .await;
    assert_eq!(status, StatusCode::NO_CONTENT);
    peer.hear_all().await;
    assert_eq!(
        peer.messages.last(),
        Some(&Message::AccessChanged { role: None })
    );
    assert!(
        Peer::try_join(&server, &workspace, &member.token)
            .await
            .is_err()
    );
    let mut other = Peer::join(&server, &workspace, &server.owner).await;
    assert_eq!(other.axes().len(), 1);
    other.sync().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_older_invitation_does_not_undo_what_a_facilitator_decided() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Décidé").await;
    let code = server.invite(&workspace, "contributor", 9).await;
    let asked = |code: &str| json!({"code": code, "name": "Marc"});
    let joined = server.post("/api/join", "", asked(&code)).await;
    let token = text(&joined, "token");
    let person = text(&server.get("/api/me", &token).await, "person");
    let path = format!("/api/workspaces/{workspace}/people/{person}");
    let reader = Some(json!({"role": "reader"}));
    server
        .call(Method::PATCH, &path, &server.owner, reader)
        .await;
    let again = server.post("/api/join", &token, asked(&code)).await;
    assert_eq!(text(&again, "role"), "reader");
    server
        .call(Method::DELETE, &path, &server.owner, None)
        .await;
    let (status, _) = server
        .call(Method::POST, "/api/join", &token, Some(asked(&code)))
        .await;
    assert_eq!(status, StatusCode::GONE);
    // A new invitation is a new decision.
    let newer = server.invite(&workspace, "contributor", 9).await;
    let back = server.post("/api/join", &token, asked(&newer)).await;
    assert_eq!(text(&back, "role"), "contributor");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_personal_link_works_once_and_opening_it_does_not_use_it() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Lien").await;
    let member = server.member(&workspace, "contributor", "Awa").await;
    let link = text(
        &server.post("/api/me/link", &member.token, json!({})).await,
        "url",
    );
    let path = link
        .strip_prefix(&server.url)
        .expect("this server")
        .to_owned();
    for _ in 0..2 {
        let page = server.send(Method::GET, &path, "", None).await;
        assert_eq!(page.status(), StatusCode::OK);
        assert!(page.text().await.expect("a page").contains("Awa"));
    }
    let entered = server.send(Method::POST, &path, "", None).await;
    assert_eq!(entered.status(), StatusCode::SEE_OTHER);
    let other_device = session_of(&entered);
    assert_eq!(
        server.get("/api/me", &other_device).await["person"],
        member.person.as_str()
    );
    assert_eq!(
        server.send(Method::POST, &path, "", None).await.status(),
        StatusCode::GONE
    );
    assert_eq!(
        server.send(Method::GET, &path, "", None).await.status(),
        StatusCode::GONE
    );
    // A link is no session.
    let secret = path.rsplit('/').next().expect("a secret");
    assert_eq!(
        server.call(Method::GET, "/api/me", secret, None).await.0,
        StatusCode::UNAUTHORIZED
    );
    // Leaving one device leaves the other signed in.
    assert_eq!(
        server
            .call(Method::POST, "/api/logout", &other_device, None)
            .await
            .0,
        StatusCode::NO_CONTENT
    );
    assert_eq!(
        server
            .call(Method::GET, "/api/me", &other_device, None)
            .await
            .0,
        StatusCode::UNAUTHORIZED
    );
    server.get("/api/me", &member.token).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_leads_one_workspace_reaches_nothing_of_another_through_it() {
    let server = TestServer::start().await;
    let theirs = server.workspace("À elle").await;
    let nora = server.member(&theirs, "facilitator", "Nora").await;
    let other = server.workspace("Ailleurs").await;
    let marc = server.member(&other, "contributor", "Marc").await;
    let code = server.invite(&other, "reader", 9).await;
    let body = json!({"name": "Tableur", "role": "reader"});
    let tokens = format!("/api/workspaces/{other}/tokens");
    let token = text(&server.post(&tokens, &server.owner, body).await, "id");
    for path in [
        format!("people/{}", marc.person),
        format!("invites/{code}"),
        format!("tokens/{token}"),
    ] {
        let path = format!("/api/workspaces/{theirs}/{path}");
        let (status, _) = server.call(Method::DELETE, &path, &nora.token, None).await;
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
    }
    let left = server.get(&tokens, &server.owner).await;
    assert_eq!(text(&left[0], "id"), token);
    let joined = json!({"code": code, "name": "Zoé"});
    server.post("/api/join", "", joined).await;
    server
        .get(&format!("/api/workspaces/{other}"), &marc.token)
        .await;
}
