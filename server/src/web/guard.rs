//! What every request passes: no other site may act in somebody's name, and every answer tells the
//! browser what it may do with it.

use super::{App, extract};
use crate::problem::{Kind, Problem};
use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use std::{
    net::{Ipv4Addr, Ipv6Addr},
    sync::Arc,
};

/// What a page of ours may load: what this server gives, and nothing else. `wasm-unsafe-eval` lets the
/// client's module run, and no other text as code; `connect-src` covers the websocket of the same origin.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; \
    worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

/// Behind TLS, browsers come back by TLS alone for this long. Other names under the same domain are not
/// ours to decide about.
const STRICT_TRANSPORT_SECURITY: &str = "max-age=31536000"; // a year in seconds

/// Refuses calls that change something when a browser sends them for another site. Scripts with a
/// `Bearer` token, and programs that are no browsers, are nobody's tool.
pub async fn same_site(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let safe = matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    if safe || extract::bearer(request.headers()).is_some() || is_from_here(&app, request.headers())
    {
        return next.run(request).await;
    }
    // The route and not the path, which may hold a secret.
    let route = request.extensions().get::<MatchedPath>();
    tracing::warn!(
        route = route.map_or("none", MatchedPath::as_str),
        "refused a call from another site; if it was none, start the server with --public-url"
    );
    foreign_origin().into_response()
}

/// What another site is told.
pub fn foreign_origin() -> Problem {
    Problem::new(
        Kind::ForeignOrigin,
        "the page that sends this is not at the address of this server, as --public-url says it",
    )
}

/// Whether a request was made by a page of this server, or by no page at all.
pub fn is_from_here(app: &App, headers: &HeaderMap) -> bool {
    let header = |name: &HeaderName| headers.get(name).map(|value| value.to_str().unwrap_or("?"));
    // Written by the browser alone, but only on https and on this machine.
    if let Some(site) = header(&HeaderName::from_static("sec-fetch-site"))
        && !matches!(site, "same-origin" | "none")
    {
        return false;
    }
    let Some(origin) = header(&header::ORIGIN) else {
        return true;
    };
    if app.config.public_url.as_deref().map(origin_of) == Some(origin) {
        return true;
    }
    let authority = origin.split_once("://").map(|(_, authority)| authority);
    authority.is_some_and(|authority| {
        header(&header::HOST) == Some(authority) && is_nobody_else_s(authority)
    })
}

/// Whether a browser opens a socket for a page of this server. Browsers always say for whom.
pub fn is_socket_from_here(app: &App, headers: &HeaderMap) -> bool {
    headers.contains_key(header::ORIGIN) && is_from_here(app, headers)
}

/// Whether a host can be believed that only the request itself names. Whoever owns a domain can let its
/// name lead to this server (DNS rebinding), and a page under it has that name in `Origin` and `Host`
/// alike; nobody owns addresses, names without a dot, and names of the local network. Other names are
/// believed when `--public-url` says so.
fn is_nobody_else_s(authority: &str) -> bool {
    let host = match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => host,
        _ => authority,
    };
    let is_v6 = || {
        let inside = host.strip_prefix('[')?.strip_suffix(']')?;
        inside.parse::<Ipv6Addr>().ok()
    };
    host.parse::<Ipv4Addr>().is_ok()
        || is_v6().is_some()
        || !host.contains(['.', '[', ':'])
        || [".localhost", ".local", ".home.arpa"]
            .iter()
            .any(|local| host.ends_with(local))
}

/// Scheme, host and port of an address.
fn origin_of(url: &str) -> &str {
    let start = url.find("://").map_or(0, |at| at + 3);
    url[start..]
        .find('/')
        .map_or(url, |end| &url[..start + end])
}

/// What every answer carries, also when it says no.
pub async fn protect(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let is_secret = ["/enter/", "/join/"]
        .iter()
        .any(|start| request.uri().path().starts_with(start));
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::X_FRAME_OPTIONS, "DENY");
    // No other site hears which page it was. What a page with a secret address loads does not hear it
    // either, or it would end in the log of a proxy. Not `no-referrer`: with that, browsers send forms with
    // the origin `null`, which cannot be told from another site.
    set(
        header::REFERRER_POLICY,
        if is_secret {
            "strict-origin"
        } else {
            "same-origin"
        },
    );
    set(
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    );
    set(
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    );
    set(
        HeaderName::from_static("permissions-policy"),
        "camera=(), microphone=(), geolocation=()",
    );
    // Answers about people and their work are kept by nobody on the way; files that everybody may have
    // say so themselves.
    set(header::CACHE_CONTROL, "no-store");
    if app.is_behind_tls() {
        set(header::STRICT_TRANSPORT_SECURITY, STRICT_TRANSPORT_SECURITY);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_nobody_can_own_are_believed_unasked() {
        for host in [
            "127.0.0.1:8080",
            "192.168.1.20",
            "[::1]:8080",
            "localhost:8080",
            "laptop:8080",
            "laptop.local:8080",
        ] {
            assert!(is_nobody_else_s(host), "{host}");
        }
        for host in [
            "evil.example",
            "evil.example:8080",
            "127.0.0.1.evil.example:8080",
            "[evil.example]",
            "evil.local.example",
        ] {
            assert!(!is_nobody_else_s(host), "{host}");
        }
    }

    #[test]
    fn an_origin_is_an_address_without_its_path() {
        for (url, origin) in [
            ("https://jalon.example", "https://jalon.example"),
            ("https://jalon.example/", "https://jalon.example"),
            ("http://127.0.0.1:8080/a/b", "http://127.0.0.1:8080"),
        ] {
            assert_eq!(origin_of(url), origin);
        }
    }
}
