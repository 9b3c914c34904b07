//! Being forgotten: what somebody asks for themself, and what a facilitator does for somebody.

use super::{
    App,
    extract::{At, Site, Who, no_session_cookie},
};
use crate::{
    problem::{Kind, Problem},
    store::{
        StoreError,
        forgetting::{self, Forgetting},
        people,
    },
};
use axum::{
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use jalon_shared::{PersonId, Role, WorkspaceId};
use std::{sync::Arc, time::Duration};
use tokio::time::{Instant, sleep};

/// How long a request waits until somebody is forgotten. It happens later, too, and after a restart.
const PATIENCE: Duration = Duration::from_secs(10);
const LOOK: Duration = Duration::from_millis(50);

/// Forgets whoever calls, everywhere.
pub async fn me(State(app): State<Arc<App>>, site: Site, who: Who) -> Result<Response, Problem> {
    if who.identity.scope.is_some() {
        return Err(Problem::forbidden("a token is not a person"));
    }
    let person = who.identity.person;
    let asked = app
        .store
        .write(move |connection| {
            not_the_owner(connection, person)?;
            Ok::<_, Problem>(forgetting::ask(connection, person, None)?)
        })
        .await?;
    tracing::info!(%person, "asked to be forgotten");
    app.watch.look_again().await?;
    let status = wait(&app, asked).await?;
    Ok((status, [(header::SET_COOKIE, no_session_cookie(&site))]).into_response())
}

/// Forgets somebody in a workspace; everywhere, when they are in no other.
pub async fn somebody(
    State(app): State<Arc<App>>,
    who: Who,
    At((workspace, person)): At<(WorkspaceId, PersonId)>,
) -> Result<StatusCode, Problem> {
    who.require(&app, workspace, Role::Facilitator).await?;
    if who.identity.scope.is_some() {
        return Err(Problem::forbidden(
            "what cannot be undone takes a person, not a token",
        ));
    }
    let asked = who
        .write(&app, workspace, Role::Facilitator, move |connection| {
            not_the_owner(connection, person)?;
            if !people::was_in(connection, workspace, person)? {
                return Err(Problem::not_found());
            }
            Ok(forgetting::ask(connection, person, Some(workspace))?)
        })
        .await?;
    tracing::info!(%workspace, %person, by = %who.identity.person, "asked that somebody be forgotten");
    app.watch.look_again().await?;
    wait(&app, asked).await
}

/// Waits a moment until it is done: 204, or 202 when it is still on its way.
async fn wait(app: &App, asked: Forgetting) -> Result<StatusCode, Problem> {
    let until = Instant::now() + PATIENCE;
    while Instant::now() < until {
        let done: Result<bool, StoreError> = app
            .store
            .read(move |connection| forgetting::is_done(connection, asked.id))
            .await;
        if done? {
            return Ok(StatusCode::NO_CONTENT);
        }
        sleep(LOOK).await;
    }
    Ok(StatusCode::ACCEPTED)
}

/// An installation without an owner could not be looked after from a browser.
fn not_the_owner(connection: &rusqlite::Connection, person: PersonId) -> Result<(), Problem> {
    match people::find(connection, person)? {
        None => Err(Problem::not_found()),
        Some(person) if person.owner => Err(Problem::new(
            Kind::Conflict,
            "the owner is forgotten with `jalon forget`, beside the server",
        )),
        Some(_) => Ok(()),
    }
}
