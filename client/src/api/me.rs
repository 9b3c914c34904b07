//! Who I am to the server, and going out.

use super::{ApiError, WorkspaceSummary, call, call_silent, get};
use gloo_net::http::Method;
use jalon_shared::{PersonId, Role};
use serde::{Deserialize, Serialize};

/// Who is signed in on this browser, and what they may open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeHere {
    pub person: PersonId,
    pub name: String,
    pub owner: bool,
    pub workspaces: Vec<WorkspaceSummary>,
}

impl MeHere {
    /// The owner makes workspaces, and whoever leads one.
    pub fn may_create(&self) -> bool {
        self.owner
            || self
                .workspaces
                .iter()
                .any(|workspace| workspace.role == Role::Facilitator)
    }
}

#[derive(Deserialize)]
struct Link {
    url: String,
}

pub async fn me() -> Result<MeHere, ApiError> {
    get("/api/me").await
}

/// Gives me another name, everywhere.
pub async fn rename(name: &str) -> Result<(), ApiError> {
    call_silent(
        Method::PATCH,
        "/api/me",
        Some(&serde_json::json!({ "name": name })),
    )
    .await
}

/// Removes my name and every way in that I have.
pub async fn forget_myself() -> Result<(), ApiError> {
    call_silent(Method::DELETE, "/api/me", None::<&()>).await
}

/// Signs this browser out.
pub async fn log_out() -> Result<(), ApiError> {
    call_silent(Method::POST, "/api/logout", None::<&()>).await
}

/// Signs me out on every other device.
pub async fn log_out_others() -> Result<(), ApiError> {
    call_silent(Method::POST, "/api/logout/others", None::<&()>).await
}

/// A link that lets me go on from another device.
pub async fn my_link() -> Result<String, ApiError> {
    call::<Link>(Method::POST, "/api/me/link", None::<&()>)
        .await
        .map(|link| link.url)
}
