//! The people of a workspace, and what facilitators change about them. Open sockets hear of it at once.

use super::{
    App,
    extract::{At, Body, Who},
};
use crate::{
    problem::{Kind, Problem},
    store::{StoreError, invites, people, tokens},
};
use axum::{
    Json,
    extract::{Query, State},
    http::StatusCode,
};
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
    who.write(&app, workspace, Role::Facilitator, move |connection| {
        not_the_owner(connection, person)?;
        if people::role_of(connection, workspace, person)?.is_none() {
            return Err(Problem::not_found());
        }
        people::rule(connection, workspace, person)?;
        Ok(people::set_role(connection, workspace, person, body.role)?)
    })
    .await?;
    tracing::info!(%workspace, %person, role = ?body.role, by = %who.identity.person, "changed a role");
    app.watch.look_again().await?;
    Ok(StatusCode::NO_CONTENT)
}

/// What ends together with a membership.
#[derive(Deserialize)]
pub struct Too {
    #[serde(default)]
    invitations: Invitations,
}

/// What becomes of the open invitations. Whoever knows a code comes in again, as somebody new.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Invitations {
    #[default]
    Keep,
    Withdraw,
}

/// Ends a membership, the tokens of this person and those that they made: they may have kept a copy.
pub async fn remove(
    State(app): State<Arc<App>>,
    who: Who,
    At((workspace, person)): At<(WorkspaceId, PersonId)>,
    Query(too): Query<Too>,
) -> Result<StatusCode, Problem> {
    who.require(&app, workspace, Role::Facilitator).await?;
    who.write(&app, workspace, Role::Facilitator, move |connection| {
        not_the_owner(connection, person)?;
        let was_member = people::remove(connection, workspace, person)?;
        let had_token = tokens::end_of_person(connection, workspace, person)?;
        if was_member || had_token {
            people::rule(connection, workspace, person)?;
        } else {
            return Err(Problem::not_found());
        }
        if too.invitations == Invitations::Withdraw {
            invites::withdraw_all(connection, workspace)?;
        }
        Ok(())
    })
    .await?;
    tracing::info!(%workspace, %person, by = %who.identity.person, "removed somebody");
    app.watch.look_again().await?;
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
