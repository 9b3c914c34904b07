//! What y-sweet wants beside the wire: each document is made by a request before anybody can come to it.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use std::net::SocketAddr;

/// Makes a document that is called so; one that is there already stays as it is.
pub async fn make(server: SocketAddr, document: &str) -> Result<()> {
    let answer = reqwest::Client::new()
        .post(format!("http://{server}/doc/new"))
        .json(&json!({ "docId": document }))
        .send()
        .await
        .context("ask y-sweet for a document")?;
    let status = answer.status();
    ensure!(status.is_success(), "y-sweet made no document: {status}");
    Ok(())
}

/// Where its sockets are opened when the server asks for no token.
pub fn path(document: &str) -> String {
    format!("/d/{document}/ws/{document}")
}
