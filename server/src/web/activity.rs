//! What the others did since somebody was last there.

use super::{
    App,
    extract::{At, Body, Who},
};
use crate::{
    problem::Problem,
    store::{
        StoreError,
        activity::{self, Told},
    },
};
use axum::{Json, extract::State, http::StatusCode};
use jalon_shared::{Role, WorkspaceId};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The answer.
#[derive(Serialize)]
pub struct Activity {
    /// Milliseconds since 1970; `None` before their first visit.
    since: Option<i64>,
    /// The newest first.
    deeds: Vec<Told>,
}

pub async fn show(
    State(app): State<Arc<App>>,
    who: Who,
    At(workspace): At<WorkspaceId>,
) -> Result<Json<Activity>, Problem> {
    who.require(&app, workspace, Role::Reader).await?;
    app.hub.note_deeds(workspace).await;
    let person = who.identity.person;
    let found: Result<Activity, StoreError> = app
        .store
        .read(move |connection| {
            let since = activity::since(connection, workspace, person)?;
            let deeds = match since {
                Some(since) => activity::told(connection, workspace, person, since)?,
                None => Vec::new(),
            };
            Ok(Activity { since, deeds })
        })
        .await;
    Ok(Json(found?))
}

#[derive(Deserialize)]
pub struct Looked {
    /// Up to when they were told, in milliseconds since 1970.
    until: i64,
}

/// They looked at it: next time the list begins there.
pub async fn looked(
    State(app): State<Arc<App>>,
    who: Who,
    At(workspace): At<WorkspaceId>,
    Body(Looked { until }): Body<Looked>,
) -> Result<StatusCode, Problem> {
    who.require(&app, workspace, Role::Reader).await?;
    let person = who.identity.person;
    let noted: Result<(), StoreError> = app
        .store
        .write(move |connection| activity::looked(connection, workspace, person, until))
        .await;
    noted?;
    Ok(StatusCode::NO_CONTENT)
}
