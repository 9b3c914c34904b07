//! The browser client, held inside the binary (a debug build reads it from the disk), and the page that
//! every address of the client gets.

use crate::{pages, problem::Problem, web::extract::Spoken};
use axum::{
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    response::{Html, IntoResponse, Response},
};
use serde::Deserialize;

/// Which client is inside; naming it here makes another client another binary.
pub const CLIENT: Option<&str> = option_env!("JALON_DIST");

#[derive(rust_embed::RustEmbed)]
#[folder = "../dist"]
#[allow_missing = true]
struct Dist;

const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Which files belong together.
#[derive(Deserialize)]
struct Manifest {
    css: String,
}

/// The address of the style sheet, for pages that are drawn here. Empty when there is no client.
pub fn css_href() -> String {
    let manifest = Dist::get("manifest.json");
    let parsed = manifest.and_then(|file| serde_json::from_slice::<Manifest>(&file.data).ok());
    parsed.map_or_else(String::new, |manifest| manifest.css)
}

/// A file of the client; any other address of the client gets its page.
pub async fn file(method: Method, uri: Uri, spoken: Spoken, headers: HeaderMap) -> Response {
    if method != Method::GET && method != Method::HEAD {
        return Problem::not_found().into_response();
    }
    let path = uri.path().trim_start_matches('/');
    let is_file = !path.is_empty() && path != "index.html" && !path.starts_with('.');
    if is_file && Dist::get(path).is_some() {
        return answer(path, &headers);
    }
    // The client has few addresses; everything else is a mistake, and says so.
    let of_client = matches!(path, "" | "index.html" | "w" | "design") || path.starts_with("w/");
    if !of_client {
        return pages::nowhere(spoken, &headers).await;
    }
    if Dist::get("index.html").is_none() {
        return (StatusCode::SERVICE_UNAVAILABLE, Html(NO_CLIENT)).into_response();
    }
    answer("index.html", &headers)
}

/// The client's page, for whoever puts something into it. `None` when there is no client.
pub fn page() -> Option<String> {
    let page = Dist::get("index.html")?;
    String::from_utf8(page.data.into_owned()).ok()
}

/// Whether a browser takes what is packed in this way.
pub fn accepts(headers: &HeaderMap, name: &str) -> bool {
    let accepted = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .unwrap_or("");
    accepted.split(',').any(|part| {
        let mut parts = part.split(';');
        parts
            .next()
            .is_some_and(|coding| coding.trim().eq_ignore_ascii_case(name))
            && !parts.any(|weight| matches!(weight.trim(), "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
    })
}

fn answer(path: &str, headers: &HeaderMap) -> Response {
    let packed = [("br", "br"), ("gzip", "gz")]
        .into_iter()
        .filter(|(name, _)| accepts(headers, name));
    let packed = packed
        .filter_map(|(name, end)| Some((Dist::get(&format!("{path}.{end}"))?, Some(name))))
        .next();
    let Some((file, coding)) = packed.or_else(|| Some((Dist::get(path)?, None))) else {
        return Problem::not_found().into_response();
    };
    let etag: String = file
        .metadata
        .sha256_hash()
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let etag = format!("\"{etag}\"");
    let caching = if is_hashed(path) {
        FOR_EVER
    } else {
        "no-cache"
    };
    let about = [
        (header::CACHE_CONTROL, caching),
        (header::VARY, "accept-encoding"),
    ];
    let known = headers
        .get(header::IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok());
    if known.is_some_and(|known| known.split(',').any(|known| known.trim() == etag)) {
        return (StatusCode::NOT_MODIFIED, about, [(header::ETAG, etag)]).into_response();
    }
    let kind = [(header::CONTENT_TYPE, content_type(path))];
    let mut response =
        (about, kind, [(header::ETAG, etag)], file.data.into_owned()).into_response();
    if let Some(coding) = coding {
        response
            .headers_mut()
            .insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    response
}

/// Whether a name follows its content (`assets/app-0123abcd.css`): such a file never changes.
fn is_hashed(path: &str) -> bool {
    path.strip_prefix("assets/").is_some_and(|name| {
        let stem = name.split(['/', '.']).next().unwrap_or(name);
        stem.rsplit_once('-').is_some_and(|(_, hash)| {
            hash.len() >= 8 && hash.bytes().all(|letter| letter.is_ascii_hexdigit())
        })
    })
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

/// For whoever builds the server by hand.
const NO_CLIENT: &str = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Jalon</title></head>\
    <body><h1>The browser client is not built yet</h1><p>Run <code>cargo xtask build</code>, then start the \
    server again.</p></body></html>\n";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_follow_their_content_are_kept_for_ever() {
        for path in [
            "assets/app-0123abcd.css",
            "assets/snippets-0123abcdef/x/inline0.js",
        ] {
            assert!(is_hashed(path), "{path}");
        }
        for path in [
            "assets/view.css",
            "index.html",
            "sw.js",
            "assets/app-main.css",
        ] {
            assert!(!is_hashed(path), "{path}");
        }
    }
}
