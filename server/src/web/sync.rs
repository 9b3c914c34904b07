//! The door of the websocket: who may come in is asked before anything is upgraded.

use super::{
    App,
    extract::{At, Who},
    guard,
    upgrade::{self, Upgrade},
};
use crate::{
    connection::{self, Caller, websocket::Saying},
    line::OtherEnd,
    problem::{Kind, Problem},
    room::Claim,
};
use axum::{
    extract::{ConnectInfo, Query, Request, State},
    response::Response,
};
use jalon_shared::{Role, WorkspaceId, protocol::SUBPROTOCOL};
use serde::Deserialize;
use std::sync::Arc;

#[derive(Deserialize)]
pub struct SyncQuery {
    token: Option<String>,
    /// Which history of the workspace the client has.
    generation: Option<String>,
}

pub async fn connect(
    State(app): State<Arc<App>>,
    At(workspace): At<WorkspaceId>,
    Query(query): Query<SyncQuery>,
    ConnectInfo(other_end): ConnectInfo<OtherEnd>,
    mut request: Request,
) -> Result<Response, Problem> {
    let headers = request.headers();
    let who = Who::of(&app, headers, query.token.as_deref())
        .await?
        .ok_or_else(|| {
            Problem::new(
                Kind::SignIn,
                "send the session cookie, a Bearer token or ?token=",
            )
        })?;
    // A browser opens sockets for any site and sends our cookie along.
    if who.by_cookie && !guard::is_socket_from_here(&app, headers) {
        return Err(guard::foreign_origin());
    }
    let (_, role) = who.require(&app, workspace, Role::Reader).await?;
    let jalon = upgrade::offers(request.headers(), SUBPROTOCOL);
    let mut upgrade = Upgrade::of(&mut request)?;
    if jalon {
        upgrade.speak(SUBPROTOCOL);
    }
    let caller = Box::new(Caller {
        workspace,
        identity: who.identity,
        role,
        jalon,
        claim: Claim::of(query.generation.as_deref()),
        pulse: other_end.wire.pulse.clone(),
        wire: Some(other_end.wire),
    });
    let around = app.around.clone();
    let (answer, upgrading) = upgrade.into_parts();
    tokio::spawn(async move {
        if let Some((mut hearing, wire)) = upgrade::websocket(upgrading).await {
            connection::serve(Saying(wire), &mut hearing, caller, around).await;
            hearing.hear_out().await;
        }
    });
    Ok(answer)
}
