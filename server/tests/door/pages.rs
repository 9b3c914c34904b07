//! The pages that are drawn on the server: small, without JavaScript, in the reader's language.

use super::harness::{TestServer, session_of};
use reqwest::{Method, StatusCode, header};
use serde_json::json;

/// The most bytes of the join page.
const MOST: usize = 50_000;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_join_page_is_a_small_form_that_lets_people_in() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Mesure & impact <3").await;
    let code = server.invite(&workspace, "contributor", 5).await;
    let path = format!("/join/{code}");
    let page = server.send(Method::GET, &path, "", None).await;
    assert_eq!(page.status(), StatusCode::OK);
    assert!(
        page.headers()["content-security-policy"]
            .to_str()
            .is_ok_and(|csp| csp.contains("script-src 'self'"))
    );
    let html = page.text().await.expect("a page");
    assert!(html.len() < MOST, "{} bytes", html.len());
    assert!(
        html.contains("lang=\"fr\"")
            && html.contains(&format!("action=\"{path}\""))
            && html.contains("method=\"post\"")
    );
    assert!(
        !html.contains("impact <3") && !html.contains("<script"),
        "{html}"
    );
    let english = server
        .request(Method::GET, &path)
        .header(header::ACCEPT_LANGUAGE, "en-GB,fr;q=0.5");
    assert!(
        english
            .send()
            .await
            .expect("a page")
            .text()
            .await
            .expect("html")
            .contains("lang=\"en\"")
    );
    let chosen = server
        .send(Method::GET, &format!("{path}?lang=en"), "", None)
        .await;
    assert!(
        chosen.headers()[header::SET_COOKIE]
            .to_str()
            .is_ok_and(|cookie| cookie.starts_with("jalon_lang=en"))
    );
    let nameless = server
        .request(Method::POST, &path)
        .form(&[("name", "  ")])
        .send()
        .await
        .expect("an answer");
    assert_eq!(nameless.status(), StatusCode::BAD_REQUEST);
    let joined = server
        .request(Method::POST, &path)
        .form(&[("name", "Zoé")])
        .send()
        .await
        .expect("an answer");
    assert_eq!(joined.status(), StatusCode::SEE_OTHER);
    assert_eq!(
        joined.headers()[header::LOCATION],
        format!("/w/{workspace}")
    );
    let cookie = joined.headers()[header::SET_COOKIE]
        .to_str()
        .expect("text")
        .to_owned();
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"),
        "{cookie}"
    );
    let me = server.get("/api/me", &session_of(&joined)).await;
    assert_eq!(
        (&me["name"], &me["workspaces"][0]["role"]),
        (&json!("Zoé"), &json!("contributor"))
    );
    // The browser is known now: the page offers to go on as Zoé.
    let known = format!("jalon_session={}", session_of(&joined));
    let again = server
        .request(Method::GET, &path)
        .header(header::COOKIE, known)
        .send()
        .await
        .expect("a page");
    assert!(again.text().await.expect("html").contains("Zoé"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_frozen_version_is_a_page_for_members_alone() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Tableau de bord").await;
    for label in ["Printemps", "Été"] {
        let body = json!({"label": label, "period": "2025-T2", "note": ""});
        server
            .post(
                &format!("/api/workspaces/{workspace}/versions"),
                &server.owner,
                body,
            )
            .await;
    }
    let path = format!("/w/{workspace}/v/1");
    let (status, page) = server.call(Method::GET, &path, &server.owner, None).await;
    let html = page.as_str().expect("a page");
    assert_eq!(status, StatusCode::OK);
    assert!(
        html.contains("Tableau de bord") && html.contains("Printemps") && !html.contains("<script")
    );
    let (status, page) = server
        .call(Method::GET, &format!("{path}/diff/2"), &server.owner, None)
        .await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.as_str().is_some_and(|html| html.contains("Été")));
    for (token, expected) in [
        ("", StatusCode::UNAUTHORIZED),
        ("x", StatusCode::UNAUTHORIZED),
    ] {
        let (status, page) = server.call(Method::GET, &path, token, None).await;
        assert_eq!(status, expected);
        assert!(
            page.as_str()
                .is_some_and(|html| !html.contains("Printemps"))
        );
    }
    let elsewhere = server.workspace("Ailleurs").await;
    let stranger = server.member(&elsewhere, "facilitator", "Omar").await;
    assert_eq!(
        server
            .call(Method::GET, &path, &stranger.token, None)
            .await
            .0,
        StatusCode::FORBIDDEN
    );
    let missing = format!("/w/{workspace}/v/9");
    assert_eq!(
        server
            .call(Method::GET, &missing, &server.owner, None)
            .await
            .0,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn addresses_that_lead_nowhere_say_so() {
    let server = TestServer::start().await;
    for (path, expected) in [
        ("/join/AAAAAA", StatusCode::NOT_FOUND),
        ("/join/no-code-at-all", StatusCode::NOT_FOUND),
        ("/enter/abc", StatusCode::GONE),
        ("/nowhere", StatusCode::NOT_FOUND),
        ("/assets/nothing.js", StatusCode::NOT_FOUND),
        ("/join?code=AAAAAA", StatusCode::NOT_FOUND),
        ("/join", StatusCode::OK),
    ] {
        let page = server
            .request(Method::GET, path)
            .header(header::ACCEPT, "text/html,*/*")
            .send()
            .await;
        let page = page.expect("an answer");
        assert_eq!(page.status(), expected, "{path}");
        if path != "/assets/nothing.js" {
            assert!(
                page.text()
                    .await
                    .expect("html")
                    .contains("<html lang=\"fr\""),
                "{path}"
            );
        }
    }
}
