//! What guards every request and every answer: origins, cookies, headers.

use super::harness::TestServer;
use reqwest::{Method, Response, StatusCode, header};
use serde_json::json;
use std::collections::BTreeSet;

/// Where a page is that calls, and what becomes of its calls: one that changes something and one that opens a
/// socket by cookie, and the form of an invitation. `@` stands for the server's own address; `-` for a header
/// that is not sent. Sockets answer 400 when only the upgrade is missing.
const ORIGINS: &str = "
    # public address        host              origin                          fetch-site   change socket form
    -                       @                 http://@                        same-origin  204    400    303
    -                       @                 http://@                        -            204    400    303
    -                       localhost:8080    http://localhost:8080           -            204    400    303
    -                       laptop.local      http://laptop.local             -            204    400    303
    -                       @                 -                               -            204    403    303
    -                       @                 -                               none         204    403    303
    -                       @                 null                            -            403    403    403
    -                       @                 null                            same-origin  403    403    403
    -                       @                 https://evil.example            -            403    403    403
    -                       @                 https://evil.example            cross-site   403    403    403
    -                       @                 http://@                        cross-site   403    403    403
    -                       @                 http://@                        same-site    403    403    403
    -                       @                 -                               cross-site   403    403    403
    -                       @                 http://127.0.0.1:1              -            403    403    403
    -                       @                 @                               -            403    403    403
    # A name that somebody let lead to this server (DNS rebinding).
    -                       evil.example      http://evil.example             same-origin  403    403    403
    -                       evil.example:8080 http://evil.example:8080        -            403    403    403

    https://jalon.example   jalon.example     https://jalon.example           same-origin  204    400    303
    https://jalon.example   @                 https://jalon.example           -            204    400    303
    https://jalon.example   jalon.example     -                               -            204    403    303
    https://jalon.example   jalon.example     http://jalon.example            -            403    403    403
    https://jalon.example   jalon.example     https://jalon.example:8443      -            403    403    403
    https://jalon.example   jalon.example     https://jalon.example.evil.example -         403    403    403
    https://jalon.example   jalon.example     https://evil.example            cross-site   403    403    403
    https://jalon.example   evil.example      https://evil.example            -            403    403    403
    https://jalon.example   jalon.example     null                            -            403    403    403
";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn another_site_cannot_act_in_somebody_s_name() {
    let local = TestServer::start().await;
    let public = TestServer::start_at(Some("https://jalon.example")).await;
    let mut wrong = Vec::new();
    for line in ORIGINS.lines().map(str::trim) {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let words: Vec<&str> = line.split_whitespace().collect();
        let [address, host, origin, site, expected @ ..] = words.as_slice() else {
            panic!("{line}");
        };
        let server = if *address == "-" { &local } else { &public };
        let page = Page {
            server,
            host,
            origin,
            site,
        };
        let workspace = server.workspace("Origine").await;
        let code = server.invite(&workspace, "reader", 9).await;
        let change = page
            .call(Method::PATCH, "/api/me")
            .json(&json!({"name": "Direction"}));
        let socket = page.call(Method::GET, &format!("/sync/{workspace}"));
        let form = page
            .call(Method::POST, &format!("/join/{code}"))
            .form(&[("name", "Eve")]);
        for (request, expected) in [change, socket, form].into_iter().zip(expected) {
            let status = request.send().await.expect("an answer").status().as_u16();
            if status.to_string() != *expected {
                wrong.push(format!("{status}, not {expected}: {line}"));
            }
        }
        // A token is handed over by whoever holds it, and not by a browser for anybody.
        let by_token = server
            .request(
                Method::GET,
                &format!("/sync/{workspace}?token={}", server.owner),
            )
            .header(header::ORIGIN, "https://evil.example");
        let status = by_token.send().await.expect("an answer").status();
        assert_eq!(status, StatusCode::BAD_REQUEST, "{line}");
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// A page in the owner's browser.
struct Page<'a> {
    server: &'a TestServer,
    host: &'a str,
    origin: &'a str,
    site: &'a str,
}

impl Page<'_> {
    fn call(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        let own = self.server.url.trim_start_matches("http://");
        let mut request = self.server.request(method, path).header(
            header::COOKIE,
            format!("jalon_session={}", self.server.owner),
        );
        for (name, value) in [
            ("host", self.host),
            ("origin", self.origin),
            ("sec-fetch-site", self.site),
        ] {
            if value != "-" {
                request = request.header(name, value.replace('@', own));
            }
        }
        request
    }
}

/// One answer of every kind: good, refused, not found, broken, drawn, from a file.
async fn one_of_each(server: &TestServer) -> Vec<(String, Response)> {
    let workspace = server.workspace("En-têtes").await;
    let code = server.invite(&workspace, "reader", 9).await;
    let freeze = json!({"label": "Été"});
    let versions = format!("/api/workspaces/{workspace}/versions");
    server.post(&versions, &server.owner, freeze).await;
    let version = format!("/w/{workspace}/v/1");
    let (join, sync) = (format!("/join/{code}"), format!("/sync/{workspace}"));
    let mut answers = Vec::new();
    for (method, path, token) in [
        (Method::GET, "/", ""),
        (Method::GET, "/w/anything", ""),
        (Method::GET, "/design", ""),
        (Method::GET, "/jalon.webmanifest", ""),
        (Method::GET, "/favicon.svg", ""),
        (Method::GET, "/sw.js", ""),
        (Method::GET, "/assets/nothing.js", ""),
        (Method::GET, "/nothing", ""),
        (Method::HEAD, "/", ""),
        (Method::GET, "/healthz", ""),
        (Method::GET, "/metrics", ""),
        (Method::GET, "/api/me", ""),
        (Method::GET, "/api/me", server.owner.as_str()),
        (Method::PUT, "/api/me", server.owner.as_str()),
        (Method::OPTIONS, "/api/me", ""),
        (Method::GET, "/api/nothing", ""),
        (Method::PUT, "/api/nothing", server.owner.as_str()),
        (Method::POST, "/api/join", ""),
        (Method::GET, versions.as_str(), server.owner.as_str()),
        (Method::GET, "/join", ""),
        (Method::GET, join.as_str(), ""),
        (Method::GET, "/enter/nothing", ""),
        (Method::POST, "/enter/nothing", ""),
        (Method::GET, version.as_str(), server.owner.as_str()),
        (Method::GET, version.as_str(), ""),
        (Method::GET, sync.as_str(), ""),
        (Method::GET, sync.as_str(), server.owner.as_str()),
    ] {
        let name = format!("{method} {path}");
        answers.push((name, server.send(method, path, token, None).await));
    }
    let large = json!({"code": "x".repeat(100_000), "name": "x"});
    let answer = server
        .send(Method::POST, "/api/join", "", Some(large))
        .await;
    answers.push(("too large".to_owned(), answer));
    let foreign = server
        .request(Method::POST, "/api/logout")
        .header(header::ORIGIN, "https://evil.example");
    answers.push((
        "foreign".to_owned(),
        foreign.send().await.expect("an answer"),
    ));
    answers
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_answer_tells_the_browser_what_it_may_do() {
    let server = TestServer::start().await;
    let mut seen = BTreeSet::new();
    for (what, answer) in one_of_each(&server).await {
        seen.insert(answer.status().as_u16());
        let has = |name: &str| {
            answer
                .headers()
                .get(name)
                .and_then(|value| value.to_str().ok())
        };
        let is_secret = what.contains("/enter/") || what.contains("/join/");
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("x-frame-options", "DENY"),
            (
                "referrer-policy",
                if is_secret {
                    "strict-origin"
                } else {
                    "same-origin"
                },
            ),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            (
                "permissions-policy",
                "camera=(), microphone=(), geolocation=()",
            ),
        ] {
            assert_eq!(has(name), Some(value), "{what}");
        }
        assert_eq!(
            has("strict-transport-security"),
            None,
            "{what}: there is no TLS"
        );
        let policy = has("content-security-policy").unwrap_or_default();
        let rules: BTreeSet<_> = policy.split("; ").collect();
        assert_eq!(
            rules,
            BTreeSet::from([
                "default-src 'none'",
                "script-src 'self' 'wasm-unsafe-eval'",
                "style-src 'self'",
                "img-src 'self' data:",
                "font-src 'self'",
                "connect-src 'self'",
                "manifest-src 'self'",
                "worker-src 'self'",
                "frame-ancestors 'none'",
                "base-uri 'none'",
                "form-action 'self'",
            ]),
            "{what}"
        );
        // Files of the client are everybody's; everything else is somebody's.
        let is_file = [
            "GET /",
            "HEAD /",
            "GET /w/anything",
            "GET /design",
            "GET /jalon.webmanifest",
            "GET /favicon.svg",
            "GET /sw.js",
        ];
        let kept = has("cache-control").unwrap_or_default();
        if is_file.contains(&what.as_str()) && answer.status().is_success() {
            assert_eq!(kept, "no-cache", "{what}");
        } else {
            assert_eq!(kept, "no-store", "{what}");
        }
    }
    for status in [200, 400, 401, 403, 404, 405, 410, 413] {
        assert!(seen.contains(&status), "no answer was {status}: {seen:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn behind_tls_everything_stays_behind_tls() {
    let server = TestServer::start_at(Some("https://jalon.example")).await;
    for (what, answer) in one_of_each(&server).await {
        let value = answer.headers().get("strict-transport-security");
        assert_eq!(
            value.and_then(|value| value.to_str().ok()),
            Some("max-age=31536000"),
            "{what}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_cookie_of_a_session_is_out_of_reach_of_scripts_and_other_sites() {
    for (public_url, is_secure) in [
        (None, false),
        (Some("http://192.0.2.1:8080"), false),
        (Some("https://jalon.example"), true),
    ] {
        let server = TestServer::start_at(public_url).await;
        let workspace = server.workspace("Biscuit").await;
        let code = server.invite(&workspace, "reader", 9).await;
        let body = json!({"code": code, "name": "Awa"});
        let by_call = server
            .request(Method::POST, "/api/join")
            // What a proxy, or anybody, says about TLS is not believed.
            .header("x-forwarded-proto", "https")
            .header("forwarded", "proto=https")
            .json(&body);
        let by_form = server
            .request(Method::POST, &format!("/join/{code}"))
            .form(&[("name", "Awa")]);
        let leaving = server.request(Method::POST, "/api/logout");
        for request in [by_call, by_form, leaving] {
            let answer = request.send().await.expect("an answer");
            let cookie = answer.headers()[header::SET_COOKIE].to_str().expect("text");
            let parts: BTreeSet<_> = cookie.split("; ").skip(1).collect();
            for part in ["HttpOnly", "SameSite=Lax", "Path=/"] {
                assert!(parts.contains(part), "{cookie}");
            }
            assert_eq!(
                parts.contains("Secure"),
                is_secure,
                "{public_url:?}: {cookie}"
            );
            assert!(!cookie.contains("Domain"), "{cookie}");
        }
    }
}
