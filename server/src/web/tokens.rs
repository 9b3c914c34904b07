//! Tokens for scripts: facilitators make them, see them and end them.

use super::{
    App,
    extract::{At, Body, Who},
    join::tidy_name,
};
use crate::{
    clock,
    problem::Problem,
    store::{
        StoreError, accesses, people,
        tokens::{self, Token, TokenId},
    },
};
use axum::{Json, extract::State, http::StatusCode};
use jalon_shared::{Role, WorkspaceId};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// How long a token lasts at most when it is to end by itself.
const LONGEST: i64 = 10 * 366 * 24 * 3600; // 10 years in seconds

/// A token, without what lets anybody in.
#[derive(Serialize)]
pub struct Shown {
    id: String,
    name: String,
    role: Role,
    /// Who made it; nobody when it was made on the command line.
    made_by: Option<String>,
    created_at: String,
    expires_at: Option<String>,
    last_used_at: Option<String>,
}

impl From<Token> for Shown {
    fn from(token: Token) -> Self {
        Self {
            id: token.id.to_string(),
            name: token.name,
            role: token.role,
            made_by: token.made_by,
            created_at: clock::rfc3339(token.created_at),
            expires_at: token.expires_at.map(clock::rfc3339),
            last_used_at: token.seen_at.map(clock::rfc3339),
        }
    }
}

pub async fn list(
    State(app): State<Arc<App>>,
    who: Who,
    At(workspace): At<WorkspaceId>,
) -> Result<Json<Vec<Shown>>, Problem> {
    who.require(&app, workspace, Role::Facilitator).await?;
    let tokens: Result<Vec<Token>, StoreError> = app
        .store
        .read(move |connection| tokens::list(connection, Some(workspace)))
        .await;
    Ok(Json(tokens?.into_iter().map(Shown::from).collect()))
}

#[derive(Deserialize)]
pub struct Create {
    /// What the others see beside what the script writes.
    name: String,
    role: Role,
    /// It does not end by itself unless told.
    expires_in_s: Option<i64>,
}

/// A new token. It is shown this once.
#[derive(Serialize)]
pub struct Created {
    token: String,
    id: String,
    name: String,
    role: Role,
    expires_at: Option<String>,
}

pub async fn create(
    State(app): State<Arc<App>>,
    who: Who,
    At(workspace): At<WorkspaceId>,
    Body(body): Body<Create>,
) -> Result<(StatusCode, Json<Created>), Problem> {
    who.require(&app, workspace, Role::Facilitator).await?;
    if who.identity.scope.is_some() {
        // Or ending a token that somebody got hold of would not end what they made of it.
        return Err(Problem::forbidden("a token makes no tokens"));
    }
    let name =
        tidy_name(&body.name).map_err(|_| Problem::invalid("a name has 1 to 60 characters"))?;
    let life = body.expires_in_s;
    if life.is_some_and(|life| !(1..=LONGEST).contains(&life)) {
        return Err(Problem::invalid("expires_in_s is 1 to 316224000"));
    }
    let (by, role) = (who.identity.person, body.role);
    let expires_at = life.map(|life| clock::now_ms() + life * 1000);
    let kept = name.clone();
    let secret = who
        .write(&app, workspace, Role::Facilitator, move |connection| {
            // What the script writes is signed with a name of its own.
            let person = people::create(connection, &kept, false)?;
            let new = accesses::New {
                kind: accesses::Kind::Token { workspace, role },
                person: person.id,
                expires_at,
                made_by: Some(by),
            };
            Ok(accesses::create(connection, new)?)
        })
        .await?;
    tracing::info!(%workspace, ?role, %by, "made a token");
    Ok((
        StatusCode::CREATED,
        Json(Created {
            id: TokenId::of(&secret).to_string(),
            token: secret.reveal().to_owned(),
            name,
            role,
            expires_at: expires_at.map(clock::rfc3339),
        }),
    ))
}

pub async fn end(
    State(app): State<Arc<App>>,
    who: Who,
    At((workspace, id)): At<(WorkspaceId, String)>,
) -> Result<StatusCode, Problem> {
    who.require(&app, workspace, Role::Facilitator).await?;
    let id: TokenId = id.parse().map_err(|_| Problem::not_found())?;
    let (named, by) = (id.to_string(), who.identity.person);
    let ended = who
        .write(&app, workspace, Role::Facilitator, move |connection| {
            Ok(tokens::end(connection, Some(workspace), &id)?)
        })
        .await?;
    if !ended {
        return Err(Problem::not_found());
    }
    tracing::info!(%workspace, token = named, %by, "ended a token");
    app.watch.look_again().await?;
    Ok(StatusCode::NO_CONTENT)
}
