//! The people of a workspace.

use super::{ApiError, call_silent, get};
use gloo_net::http::Method;
use jalon_shared::{PersonId, Role, WorkspaceId};
use serde::Deserialize;

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Person {
    pub person: PersonId,
    pub name: String,
    pub role: Role,
    pub owner: bool,
}

/// Removes the name of somebody from a workspace.
pub async fn forget_person(id: WorkspaceId, person: PersonId) -> Result<(), ApiError> {
    call_silent(
        Method::DELETE,
        &format!("/api/workspaces/{id}/people/{person}/traces"),
        None::<&()>,
    )
    .await
}

pub async fn people(id: WorkspaceId) -> Result<Vec<Person>, ApiError> {
    get(&format!("/api/workspaces/{id}/people")).await
}

pub async fn set_role(id: WorkspaceId, person: PersonId, role: Role) -> Result<(), ApiError> {
    let body = serde_json::json!({ "role": role });
    call_silent(
        Method::PATCH,
        &format!("/api/workspaces/{id}/people/{person}"),
        Some(&body),
    )
    .await
}

/// Ends a membership, and the open invitations with it when they are to be withdrawn.
pub async fn remove_person(
    id: WorkspaceId,
    person: PersonId,
    withdraw_invitations: bool,
) -> Result<(), ApiError> {
    let too = if withdraw_invitations {
        "?invitations=withdraw"
    } else {
        ""
    };
    call_silent(
        Method::DELETE,
        &format!("/api/workspaces/{id}/people/{person}{too}"),
        None::<&()>,
    )
    .await
}
