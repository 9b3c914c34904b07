//! The people of a workspace, and what facilitators change about them. Open sockets hear of it at once.

use super::{
    App,
    extract::{At, Body, Who},
};
use crate::{
    problem::{Kind, Problem},
    room::Event,
    store::{StoreError, accesses, people},
};
use axum::{Json, extract::State, http::StatusCode};
use jalon_shared::{PersonId, Role, WorkspaceId};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

#[derive(Serialize)]
pub struct Shown {
    person: PersonId,
    name: String,
    role: Role,
    owner: bool,
    joined_at: String,
}

pub async fn list(
    State(app): State<Arc<App>>,
    who: Who,
    At(workspace): At<WorkspaceId>,
) -> Result<Json<Vec<Shown>>, Problem> {
    who.require(&app, workspace, Role::Reader).await?;
    let members: Result<Vec<people::Member>, StoreError> = app
        .store
        .read(move |connection| people::members(connection, workspace))
        .await;
    let shown = members?.into_iter().map(|member| Shown {
        person: member.person,
        name: member.name,
        role: member.role,
        owner: member.owner,
        joined_at: crate::clock::rfc3339(member.joined_at),
    });
    Ok(Json(shown.collect()))
}

#[derive(Deserialize)]
pub struct Change {
    role: Role,
}

pub async fn change(
    State(app): State<Arc<App>>,
    who: Who,
    At((workspace, person)): At<(WorkspaceId, PersonId)>,
    Body(body): Body<Change>,
) -> Result<StatusCode, Problem> {
    who.require(&app, workspace, Role::Facilitator).await?;
    app.store
        .write(move |connection| {
            not_the_owner(connection, person)?;
            if people::role_of(connection, workspace, person)?.is_none() {
                return Err(Problem::not_found());
            }
            people::rule(connection, workspace, person)?;
            Ok(people::set_role(connection, workspace, person, body.role)?)
        })
        .await?;
    tracing::info!(%workspace, %person, role = ?body.role, by = %who.identity.person, "changed a role");
    app.hub
        .tell(
            workspace,
            Event::RoleChanged {
                person,
                role: Some(body.role),
            },
        )
        .await;
    Ok(StatusCode::NO_CONTENT)
}

pub async fn remove(
    State(app): State<Arc<App>>,
    who: Who,
    At((workspace, person)): At<(WorkspaceId, PersonId)>,
) -> Result<StatusCode, Problem> {
    who.require(&app, workspace, Role::Facilitator).await?;
    app.store
        .write(move |connection| {
            not_the_owner(connection, person)?;
            let was_member = people::remove(connection, workspace, person)?;
            let had_token = accesses::end_tokens(connection, workspace, person)?;
            if was_member || had_token {
                Ok(people::rule(connection, workspace, person)?)
            } else {
                Err(Problem::not_found())
            }
        })
        .await?;
    tracing::info!(%workspace, %person, by = %who.identity.person, "removed somebody");
    app.hub
        .tell(workspace, Event::RoleChanged { person, role: None })
        .await;
    Ok(StatusCode::NO_CONTENT)
}

/// The installation is the owner's; nobody locks them out.
fn not_the_owner(connection: &rusqlite::Connection, person: PersonId) -> Result<(), Problem> {
    match people::find(connection, person)? {
        None => Err(Problem::not_found()),
        Some(person) if person.owner => Err(Problem::new(
            Kind::Conflict,
            "the owner leads every workspace",
        )),
        Some(_) => Ok(()),
    }
}
