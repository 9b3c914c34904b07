//! What every request passes: no other site may act in somebody's name, and every answer tells the
//! browser what it may do with it.

use super::{App, extract};
use crate::problem::{Kind, Problem};
use axum::{
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue, Method, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use std::sync::Arc;

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
    tracing::warn!(
        path = request.uri().path(),
        "refused a call from another site"
    );
    Problem::new(Kind::ForeignOrigin, "").into_response()
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
    let public = app.config.public_url.as_deref().map(origin_of);
    let Some((_, authority)) = origin.split_once("://") else {
        return false;
    };
    public == Some(origin) || header(&header::HOST) == Some(authority)
}

/// Scheme, host and port of an address.
fn origin_of(url: &str) -> &str {
    let start = url.find("://").map_or(0, |at| at + 3);
    url[start..]
        .find('/')
        .map_or(url, |end| &url[..start + end])
}

/// What every answer carries, also when it says no.
pub async fn protect(State(app): State<Arc<App>>, mut response: Response) -> Response {
    let headers = response.headers_mut();
    let mut set = |name: HeaderName, value: &'static str| {
        headers
            .entry(name)
            .or_insert(HeaderValue::from_static(value));
    };
    set(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY);
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::X_FRAME_OPTIONS, "DENY");
    // Addresses with secrets stay in this house. Pages whose own address is a secret say more.
    set(header::REFERRER_POLICY, "same-origin");
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
