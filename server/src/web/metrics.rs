//! What the server counts, for whoever looks after it: this machine, or who has the token for it. It names
//! nobody, but tells how many people work, and when.

use super::{App, extract};
use crate::{
    line::OtherEnd,
    problem::{Kind, Problem},
};
use axum::{
    extract::{ConnectInfo, State},
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use std::sync::Arc;

const KIND: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Headers by which a proxy says that it asks for somebody else.
const PROXIED: [&str; 4] = ["x-forwarded-for", "forwarded", "x-real-ip", "via"];

pub async fn show(
    State(app): State<Arc<App>>,
    ConnectInfo(OtherEnd(peer)): ConnectInfo<OtherEnd>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let is_proxied = PROXIED.iter().any(|name| headers.contains_key(*name));
    let is_here = peer.ip().to_canonical().is_loopback() && !is_proxied;
    let token = app.config.metrics_token.as_ref();
    let has_token = token.is_some_and(|token| {
        // Hashes: how long it takes tells nothing of the token.
        extract::bearer(&headers).is_some_and(|given| given.hash() == token.hash())
    });
    if !is_here && !has_token {
        return Err(Problem::forbidden(
            "only this machine reads the metrics, or who has JALON_METRICS_TOKEN",
        ));
    }
    let text = app.metrics.text().map_err(|error| {
        tracing::error!(%error, "the metrics could not be written");
        Problem::new(Kind::Internal, "")
    })?;
    Ok(([(header::CONTENT_TYPE, KIND)], text).into_response())
}
