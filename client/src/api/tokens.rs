//! Accesses of tools to a workspace.

use super::{ApiError, call, call_silent, get};
use gloo_net::http::Method;
use jalon_shared::{Role, WorkspaceId};
use serde::Deserialize;

/// An access of a tool, without what lets anybody in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Token {
    pub id: String,
    pub name: String,
    pub role: Role,
    /// Who made it, unless it was made on the server itself.
    pub made_by: Option<String>,
    /// In RFC 3339, as the time below.
    pub created_at: String,
    pub last_used_at: Option<String>,
}

#[derive(Deserialize)]
struct NewToken {
    token: String,
}

/// The accesses of tools, newest first.
pub async fn tokens(id: WorkspaceId) -> Result<Vec<Token>, ApiError> {
    get(&format!("/api/workspaces/{id}/tokens")).await
}

/// Gives a tool an access; what lets it in, which nobody can see again.
pub async fn make_token(id: WorkspaceId, name: &str, role: Role) -> Result<String, ApiError> {
    let body = serde_json::json!({ "name": name, "role": role });
    call::<NewToken>(
        Method::POST,
        &format!("/api/workspaces/{id}/tokens"),
        Some(&body),
    )
    .await
    .map(|made| made.token)
}

pub async fn end_token(id: WorkspaceId, token: &str) -> Result<(), ApiError> {
    call_silent(
        Method::DELETE,
        &format!("/api/workspaces/{id}/tokens/{token}"),
        None::<&()>,
    )
    .await
}
