//! Invitations: facilitators make them, list them and withdraw them.

use super::{
    App,
    extract::{At, Body, Site, Who},
};
use crate::{
    clock,
    problem::Problem,
    qr, secret,
    store::{StoreError, invites},
};
use axum::{Json, extract::State, http::StatusCode};
use jalon_shared::{Role, WorkspaceId};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// How long an invitation lasts at most, and unless told.
const LONGEST: i64 = 366 * 24 * 3600; // seconds
const USUAL: i64 = 7 * 24 * 3600; // seconds

/// How many people one invitation lets in at most, and unless told.
const MOST_USES: u32 = 1000;
const USUAL_USES: u32 = 100;

#[derive(Deserialize)]
pub struct Create {
    role: Role,
    expires_in_s: Option<i64>,
    max_uses: Option<u32>,
}

/// An invitation, with all that lets people in.
#[derive(Serialize)]
pub struct Shown {
    code: String,
    url: String,
    role: Role,
    expires_at: String,
    max_uses: u32,
    uses: u32,
    qr_svg: Option<String>,
}

impl Shown {
    fn new(invite: invites::Invite, site: &Site) -> Self {
        let url = format!("{}/join/{}", site.url, invite.code);
        Self {
            qr_svg: qr::svg(&url),
            url,
            code: invite.code,
            role: invite.role,
            expires_at: clock::rfc3339(invite.expires_at),
            max_uses: invite.max_uses,
            uses: invite.uses,
        }
    }
}

pub async fn create(
    State(app): State<Arc<App>>,
    site: Site,
    who: Who,
    At(workspace): At<WorkspaceId>,
    Body(body): Body<Create>,
) -> Result<(StatusCode, Json<Shown>), Problem> {
    who.require(&app, workspace, Role::Facilitator).await?;
    let life = body.expires_in_s.unwrap_or(USUAL);
    let max_uses = body.max_uses.unwrap_or(USUAL_USES);
    if !(1..=LONGEST).contains(&life) || !(1..=MOST_USES).contains(&max_uses) {
        return Err(Problem::invalid(
            "expires_in_s is 1 to 31622400, max_uses is 1 to 1000",
        ));
    }
    let (by, expires_at) = (who.identity.person, clock::now_ms() + life * 1000);
    let invite = who
        .write(&app, workspace, Role::Facilitator, move |connection| {
            let role = body.role;
            Ok(invites::create(
                connection, workspace, by, role, expires_at, max_uses,
            )?)
        })
        .await?;
    tracing::info!(%workspace, %by, role = ?body.role, "made an invitation");
    Ok((StatusCode::CREATED, Json(Shown::new(invite, &site))))
}

pub async fn list(
    State(app): State<Arc<App>>,
    site: Site,
    who: Who,
    At(workspace): At<WorkspaceId>,
) -> Result<Json<Vec<Shown>>, Problem> {
    who.require(&app, workspace, Role::Facilitator).await?;
    let open: Result<Vec<invites::Invite>, StoreError> = app
        .store
        .read(move |connection| invites::open(connection, workspace))
        .await;
    Ok(Json(
        open?
            .into_iter()
            .map(|invite| Shown::new(invite, &site))
            .collect(),
    ))
}

pub async fn withdraw(
    State(app): State<Arc<App>>,
    who: Who,
    At((workspace, code)): At<(WorkspaceId, String)>,
) -> Result<StatusCode, Problem> {
    who.require(&app, workspace, Role::Facilitator).await?;
    let code = secret::typed_code(&code).ok_or_else(Problem::not_found)?;
    let withdrawn = who
        .write(&app, workspace, Role::Facilitator, move |connection| {
            Ok(invites::withdraw(connection, workspace, &code)?)
        })
        .await?;
    if withdrawn {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(Problem::not_found())
    }
}
