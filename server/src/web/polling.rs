//! The door of lines made of requests. Who may come in is asked when one is opened, as at the websocket's; whoever
//! loses that loses the line at once, as they would a socket.

use super::{
    App,
    extract::{At, Who},
};
use crate::{
    connection::Caller,
    polling::{Fetched, Line, MOST_BROUGHT, OpenError},
    problem::{Kind, Problem},
    room::Claim,
};
use axum::{
    Json,
    body::{Body, Bytes, to_bytes},
    extract::{Query, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use jalon_shared::{Role, WorkspaceId, protocol::batch};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

#[derive(Deserialize)]
pub struct Opening {
    /// Which history of the workspace the client has.
    generation: Option<String>,
}

#[derive(Serialize)]
pub struct Opened {
    line: String,
}

/// Opens a line.
pub async fn open(
    State(app): State<Arc<App>>,
    At(workspace): At<WorkspaceId>,
    Query(opening): Query<Opening>,
    who: Who,
) -> Result<(StatusCode, Json<Opened>), Problem> {
    let (_, role) = who.require(&app, workspace, Role::Reader).await?;
    let caller = Box::new(Caller {
        workspace,
        identity: who.identity,
        role,
        jalon: true,
        claim: Claim::of(opening.generation.as_deref()),
    });
    let line = app.polling.open(caller, app.around.clone());
    let line = line.map_err(|error| match error {
        OpenError::Full => Problem::new(Kind::Unavailable, "too many lines, try again soon"),
        OpenError::NoChance(error) => error.into(),
    })?;
    Ok((StatusCode::CREATED, Json(Opened { line })))
}

/// Brings frames.
pub async fn bring(
    State(app): State<Arc<App>>,
    At((workspace, line)): At<(WorkspaceId, String)>,
    who: Who,
    body: Body,
) -> Result<StatusCode, Problem> {
    let line = find(&app, &who, workspace, &line).await?;
    let body = to_bytes(body, MOST_BROUGHT)
        .await
        .map_err(|_| Problem::new(Kind::TooLarge, "bring less at once"))?;
    let frames = batch::unpack(&body)
        .map_err(|_| Problem::invalid("frames, each after its length as a varuint"))?;
    let frames = frames.into_iter().map(|frame| body.slice_ref(frame));
    if line.bring(frames.collect()).await {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(ended(String::new()))
    }
}

/// Takes what waits, or waits for it.
pub async fn fetch(
    State(app): State<Arc<App>>,
    At((workspace, line)): At<(WorkspaceId, String)>,
    who: Who,
) -> Result<Response, Problem> {
    let line = find(&app, &who, workspace, &line).await?;
    match line.fetch().await {
        Fetched::Frames(frames) => {
            let body = batch::pack(frames.iter().map(Bytes::as_ref));
            Ok(([(header::CONTENT_TYPE, "application/octet-stream")], body).into_response())
        }
        Fetched::Ended(why) => Err(ended(why)),
        Fetched::Taken => Err(Problem::new(
            Kind::Conflict,
            "another request waits at this line",
        )),
    }
}

/// Ends a line.
pub async fn end(
    State(app): State<Arc<App>>,
    At((workspace, line)): At<(WorkspaceId, String)>,
    who: Who,
) -> Result<StatusCode, Problem> {
    find(&app, &who, workspace, &line).await?.end().await;
    Ok(StatusCode::NO_CONTENT)
}

async fn find(
    app: &App,
    who: &Who,
    workspace: WorkspaceId,
    name: &str,
) -> Result<Arc<Line>, Problem> {
    let line = app.polling.line(name, &who.identity.access);
    if line.is_none() {
        // Says why, to whoever may not be here any more.
        who.require(app, workspace, Role::Reader).await?;
    }
    line.ok_or_else(|| Problem::new(Kind::LineEnded, ""))
}

/// What is told of a line that ended: `detail` is the word of the websocket's close frame.
fn ended(why: String) -> Problem {
    Problem {
        kind: Kind::LineEnded,
        detail: why.into(),
    }
}
