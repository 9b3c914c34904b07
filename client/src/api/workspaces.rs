//! Workspaces, and what happened in one.

use super::{ApiError, call, call_silent, get};
use crate::features::since::news::Told;
use gloo_net::http::Method;
use jalon_shared::{Frequency, Generation, Lang, Role, WorkspaceId};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkspaceSummary {
    pub id: WorkspaceId,
    pub title: String,
    pub role: Role,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NewWorkspace {
    pub title: String,
    /// The first language of the glossary.
    pub language: Lang,
    /// The others.
    pub languages: Vec<Lang>,
    pub organisation: String,
    pub currency: String,
    pub cadence: Frequency,
}

#[derive(Deserialize)]
struct Created {
    id: WorkspaceId,
}

pub async fn create_workspace(new: &NewWorkspace) -> Result<WorkspaceId, ApiError> {
    call::<Created>(Method::POST, "/api/workspaces", Some(new))
        .await
        .map(|created| created.id)
}

pub async fn workspace(id: WorkspaceId) -> Result<WorkspaceSummary, ApiError> {
    get(&format!("/api/workspaces/{id}")).await
}

/// Which history of a workspace the server has.
pub async fn generation(id: WorkspaceId) -> Result<Generation, ApiError> {
    #[derive(Deserialize)]
    struct Shown {
        generation: Generation,
    }
    let path = format!("/api/workspaces/{id}");
    let shown: Shown = get(&path).await?;
    Ok(shown.generation)
}

#[derive(Deserialize)]
struct Activity {
    deeds: Vec<Told>,
}

/// What the others did since I was last there, newest first.
pub async fn activity(id: WorkspaceId) -> Result<Vec<Told>, ApiError> {
    let path = format!("/api/workspaces/{id}/activity");
    let answer: Activity = get(&path).await?;
    Ok(answer.deeds)
}

/// I looked at what happened up to `until`, in milliseconds since 1970.
pub async fn looked(id: WorkspaceId, until: i64) -> Result<(), ApiError> {
    let body = serde_json::json!({ "until": until });
    let path = format!("/api/workspaces/{id}/activity/looked");
    call_silent(Method::POST, &path, Some(&body)).await
}
