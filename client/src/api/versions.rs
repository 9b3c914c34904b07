//! Frozen versions of a workspace.

use super::{ApiError, call, call_silent, get};
use crate::features::versions::list::{Entry, NewVersion};
use gloo_net::http::Method;
use jalon_shared::{Content, WorkspaceId};
use serde::Deserialize;

/// The versions of a workspace, newest first.
pub async fn versions(id: WorkspaceId) -> Result<Vec<Entry>, ApiError> {
    get(&format!("/api/workspaces/{id}/versions")).await
}

pub async fn freeze(id: WorkspaceId, new: &NewVersion) -> Result<Entry, ApiError> {
    call(
        Method::POST,
        &format!("/api/workspaces/{id}/versions"),
        Some(new),
    )
    .await
}

/// What a frozen version holds.
pub async fn version_content(id: WorkspaceId, number: u32) -> Result<Content, ApiError> {
    #[derive(Deserialize)]
    struct Shown {
        content: Content,
    }
    let path = format!("/api/workspaces/{id}/versions/{number}");
    let shown: Shown = get(&path).await?;
    Ok(shown.content)
}

/// Tells whoever is here that I restored a version.
pub async fn tell_restored(id: WorkspaceId, number: u32) -> Result<(), ApiError> {
    let path = format!("/api/workspaces/{id}/versions/{number}/restored");
    call_silent(Method::POST, &path, None::<&()>).await
}
