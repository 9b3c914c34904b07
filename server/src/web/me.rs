//! The person who calls: who they are, their name, their link to another device, and leaving.

use super::{
    App,
    extract::{Body, Site, Who, no_session_cookie},
    join::tidy_name,
};
use crate::{
    access, clock,
    problem::{Kind, Problem},
    qr,
    room::Event,
    store::{StoreError, accesses, people, workspaces},
};
use axum::{
    Json,
    extract::State,
    http::{StatusCode, header},
    response::IntoResponse,
};
use jalon_shared::{PersonId, Role, WorkspaceId};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// How long a personal link works.
const LINK_LIFE: i64 = 24 * 3600 * 1000; // 24 h in milliseconds

/// The answer about oneself.
#[derive(Serialize)]
pub struct Me {
    person: PersonId,
    name: String,
    owner: bool,
    workspaces: Vec<InList>,
}

/// A workspace in a list.
#[derive(Serialize)]
pub struct InList {
    pub id: WorkspaceId,
    pub title: String,
    pub role: Role,
}

/// The workspaces that somebody may enter, newest first.
pub async fn reachable(app: &App, who: &Who) -> Result<Vec<InList>, Problem> {
    let identity = who.identity.clone();
    let listed = app
        .store
        .read(move |connection| {
            Ok::<_, StoreError>(match identity.scope {
                Some((only, role)) => workspaces::find(connection, only)?
                    .into_iter()
                    .map(|listed| (listed, role))
                    .collect(),
                None if identity.owner => {
                    let all = workspaces::all(connection)?.into_iter();
                    all.map(|listed| (listed, Role::Facilitator)).collect()
                }
                None => workspaces::of_person(connection, identity.person)?,
            })
        })
        .await?;
    let listed: Vec<(workspaces::Listed, Role)> = listed;
    Ok(listed
        .into_iter()
        .map(|(listed, role)| InList {
            id: listed.id,
            title: listed.title,
            role,
        })
        .collect())
}

pub async fn show(State(app): State<Arc<App>>, who: Who) -> Result<Json<Me>, Problem> {
    let workspaces = reachable(&app, &who).await?;
    let identity = who.identity;
    Ok(Json(Me {
        person: identity.person,
        name: identity.name,
        owner: identity.owner,
        workspaces,
    }))
}

#[derive(Deserialize)]
pub struct Rename {
    name: String,
}

pub async fn rename(
    State(app): State<Arc<App>>,
    who: Who,
    Body(body): Body<Rename>,
) -> Result<StatusCode, Problem> {
    let name =
        tidy_name(&body.name).map_err(|_| Problem::invalid("a name has 1 to 60 characters"))?;
    let (person, new) = (who.identity.person, name.clone());
    app.store
        .write(move |connection| people::rename(connection, person, &new))
        .await?;
    app.hub
        .tell_all(|| Event::Renamed {
            person,
            name: name.clone(),
        })
        .await;
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Serialize)]
pub struct Link {
    url: String,
    expires_at: String,
    qr_svg: Option<String>,
}

pub async fn link(
    State(app): State<Arc<App>>,
    site: Site,
    who: Who,
) -> Result<(StatusCode, Json<Link>), Problem> {
    if who.identity.scope.is_some() {
        return Err(Problem::forbidden("a token is not a person"));
    }
    let (person, expires_at) = (who.identity.person, clock::now_ms() + LINK_LIFE);
    let proof = who.identity.access;
    let secret = app
        .store
        .write(move |connection| {
            // A device that was just signed out makes no way back in.
            if !access::still_proves(connection, &proof)? {
                return Err(Problem::new(Kind::SignIn, "this access has ended"));
            }
            let new = accesses::New {
                kind: accesses::Kind::PersonalLink,
                person,
                expires_at: Some(expires_at),
                made_by: None,
            };
            let secret = accesses::create(connection, new)?;
            accesses::end_old_links(connection, person)?;
            Ok(secret)
        })
        .await?;
    let url = format!("{}/enter/{}", site.url, secret.reveal());
    let qr_svg = qr::svg(&url);
    Ok((
        StatusCode::CREATED,
        Json(Link {
            url,
            expires_at: clock::rfc3339(expires_at),
            qr_svg,
        }),
    ))
}

pub async fn log_out(
    State(app): State<Arc<App>>,
    site: Site,
    who: Option<Who>,
) -> Result<impl IntoResponse, Problem> {
    if let Some(who) = who {
        app.store
            .write(move |connection| accesses::end(connection, &who.identity.access))
            .await?;
        app.watch.look_again().await?;
    }
    Ok((
        StatusCode::NO_CONTENT,
        [(header::SET_COOKIE, no_session_cookie(&site))],
    ))
}

/// What became of the other devices.
#[derive(Serialize)]
pub struct SignedOut {
    /// How many were signed out.
    devices: usize,
}

/// Signs the person out everywhere but here, for whoever lost a phone. Tokens of scripts are not devices.
pub async fn log_out_others(
    State(app): State<Arc<App>>,
    who: Who,
) -> Result<Json<SignedOut>, Problem> {
    if who.identity.scope.is_some() {
        return Err(Problem::forbidden("a token is not a person"));
    }
    let (person, here) = (who.identity.person, who.identity.access);
    let devices: Result<usize, StoreError> = app
        .store
        .write(move |connection| accesses::end_others(connection, person, &here))
        .await;
    let devices = devices?;
    tracing::info!(%person, devices, "signed out on the other devices");
    app.watch.look_again().await?;
    Ok(Json(SignedOut { devices }))
}
