//! Invitations to a workspace.

use super::{ApiError, call, call_silent, get};
use gloo_net::http::Method;
use jalon_shared::{Role, WorkspaceId};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewInvite {
    pub role: Role,
    pub expires_in_s: u64,
    pub max_uses: u32,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Invite {
    pub code: String,
    pub url: String,
    pub role: Role,
    /// In RFC 3339.
    pub expires_at: String,
    pub max_uses: u32,
    pub uses: u32,
}

pub async fn invites(id: WorkspaceId) -> Result<Vec<Invite>, ApiError> {
    get(&format!("/api/workspaces/{id}/invites")).await
}

pub async fn invite(id: WorkspaceId, new: &NewInvite) -> Result<Invite, ApiError> {
    call(
        Method::POST,
        &format!("/api/workspaces/{id}/invites"),
        Some(new),
    )
    .await
}

pub async fn revoke_invite(id: WorkspaceId, code: &str) -> Result<(), ApiError> {
    call_silent(
        Method::DELETE,
        &format!("/api/workspaces/{id}/invites/{code}"),
        None::<&()>,
    )
    .await
}
