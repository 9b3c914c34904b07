//! The door of the websocket: who may come in is asked before anything is upgraded.

use super::{
    App,
    extract::{At, Who},
    guard,
    upgrade::{self, Upgrade},
};
use crate::{
    connection::{self, Caller, Way, websocket::Saying},
    problem::{Kind, Problem},
    room::Claim,
};
use axum::{
    extract::{Query, Request, State},
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
    });
    let around = app.around.clone();
    let (answer, upgrading) = upgrade.into_parts();
    // Where its room is: an edit wakes no other thread then.
    app.hub.lane(workspace).spawn(async move {
        if let Some((mut hearing, wire)) = upgrade::websocket(upgrading).await {
            let way = Way::Socket(wire.clone());
            connection::serve(Saying(wire), &mut hearing, caller, way, around).await;
            hearing.hear_out().await;
        }
    });
    Ok(answer)
}
