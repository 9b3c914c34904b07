//! Guessing: codes cannot be found by trying, and who tries locks nobody out.

use super::harness::{TestServer, text};
use futures::future::join_all;
use reqwest::{Method, StatusCode};
use serde_json::json;
use std::collections::BTreeSet;

/// Somebody behind a proxy on this machine, which says from where they call.
async fn join(server: &TestServer, from: &str, code: &str) -> StatusCode {
    let request = server
        .request(Method::POST, "/api/join")
        .header("x-forwarded-for", from)
        .json(&json!({"code": code, "name": "Awa"}));
    request.send().await.expect("an answer").status()
}

/// A code that nobody was given, or hardly.
fn wrong_code(number: usize) -> String {
    let letters = b"ACDEFGHJKM";
    let letter = |place: u32| char::from(letters[number / 10_usize.pow(place) % 10]);
    format!("XX{}{}{}{}", letter(0), letter(1), letter(2), letter(3))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn guessing_codes_does_not_pay() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Classe").await;
    let code = server.invite(&workspace, "contributor", 100).await;
    let mut seen = BTreeSet::new();
    for number in 0..60 {
        // By every way that tells whether a code is good.
        let wrong = wrong_code(number);
        let path = match number % 3 {
            0 => format!("/join/{wrong}"),
            1 => format!("/join?code={wrong}"),
            _ => format!("/enter/{wrong}"),
        };
        let page = server
            .request(Method::GET, &path)
            .header("x-forwarded-for", "192.0.2.1");
        seen.insert(page.send().await.expect("an answer").status().as_u16());
    }
    assert_eq!(seen, BTreeSet::from([404, 410, 429]));
    // Now a good code is no better than a wrong one: the answer tells nothing.
    let (status, problem) = {
        let request = server
            .request(Method::POST, "/api/join")
            .header("x-forwarded-for", "192.0.2.1")
            .json(&json!({"code": code, "name": "Eve"}));
        let answer = request.send().await.expect("an answer");
        (
            answer.status(),
            answer.json::<serde_json::Value>().await.expect("json"),
        )
    };
    assert_eq!(status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(text(&problem, "type"), "urn:jalon:problem:too-many");
    // Who sits beside them comes in.
    assert_eq!(join(&server, "192.0.2.2", &code).await, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn guessing_all_at_once_does_not_pay_more() {
    let server = TestServer::start().await;
    let tries = join_all((0..300).map(async |number| {
        let wrong = wrong_code(number);
        let request = match number % 3 {
            0 => server.request(Method::GET, &format!("/join/{wrong}")),
            1 => server.request(Method::POST, &format!("/enter/{wrong}")),
            _ => server
                .request(Method::POST, "/api/join")
                .json(&json!({"code": wrong, "name": "Eve"})),
        };
        let request = request.header("x-forwarded-for", "192.0.2.1");
        request.send().await.expect("an answer").status()
    }))
    .await;
    let heard = tries
        .iter()
        .filter(|status| **status != StatusCode::TOO_MANY_REQUESTS);
    // Forty at once, and one each two seconds while this goes on.
    assert!(
        heard.clone().count() < 80,
        "{} were answered",
        heard.count()
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_whole_class_behind_one_address_comes_in_at_once() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Classe").await;
    let code = server.invite(&workspace, "contributor", 100).await;
    let phone = async |number: usize| {
        // One in five mistypes first; all look at the page before they send it.
        if number.is_multiple_of(5) {
            join(&server, "192.0.2.1", &wrong_code(number)).await;
        }
        let page = server
            .request(Method::GET, &format!("/join/{code}"))
            .header("x-forwarded-for", "192.0.2.1");
        assert_eq!(page.send().await.expect("a page").status(), StatusCode::OK);
        join(&server, "192.0.2.1", &code).await
    };
    let all = join_all((0..65).map(phone)).await;
    assert!(
        all.iter().all(|status| *status == StatusCode::OK),
        "{all:?}"
    );
    let people = server
        .get(
            &format!("/api/workspaces/{workspace}/people"),
            &server.owner,
        )
        .await;
    assert_eq!(people.as_array().map(Vec::len), Some(66));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn who_guesses_from_everywhere_locks_no_class_out() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Classe").await;
    let code = server.invite(&workspace, "contributor", 100).await;
    // The facilitator is in the classroom; a trainee there mistypes.
    let me = server
        .request(Method::GET, "/api/me")
        .bearer_auth(&server.owner)
        .header("x-forwarded-for", "192.0.2.1");
    assert_eq!(me.send().await.expect("an answer").status(), StatusCode::OK);
    assert_eq!(
        join(&server, "192.0.2.1", "XXXXXX").await,
        StatusCode::NOT_FOUND
    );
    let guesser = |number: usize| format!("2001:db8:{number:x}::1");
    for number in 0..700 {
        join(&server, &guesser(number), &wrong_code(number)).await;
    }
    // All of them together have to wait, each with one wrong code ...
    for number in 0..50 {
        let status = join(&server, &guesser(number), &code).await;
        assert_eq!(status, StatusCode::TOO_MANY_REQUESTS);
    }
    // ... and neither the class, nor a phone on a network of its own.
    for from in ["192.0.2.1", "192.0.2.1", "198.51.100.7"] {
        assert_eq!(join(&server, from, &code).await, StatusCode::OK, "{from}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_code_in_the_wrong_hands_lets_no_crowd_in() {
    let server = TestServer::start().await;
    let workspace = server.workspace("Fuite").await;
    let code = server.invite(&workspace, "reader", 1000).await;
    let mut came_in = 0;
    for number in 0..200 {
        let status = join(&server, &format!("2001:db8:{number:x}::1"), &code).await;
        if status == StatusCode::TOO_MANY_REQUESTS {
            assert!(came_in >= 65, "a class is no crowd");
            return;
        }
        came_in += 1;
    }
    panic!("{came_in} people came in by one code");
}
