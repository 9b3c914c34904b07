//! The door of the websocket: who may come in is asked before anything is upgraded.

use super::{
    App,
    extract::{At, Who},
    guard,
};
use crate::{
    connection::{self, Caller, MAX_PACKET},
    line::OtherEnd,
    problem::{Kind, Problem},
    room::Claim,
};
use axum::{
    extract::{
        ConnectInfo, Query, State, WebSocketUpgrade, ws::rejection::WebSocketUpgradeRejection,
    },
    http::HeaderMap,
    response::Response,
};
use futures::StreamExt;
use jalon_shared::{Role, WorkspaceId, protocol::SUBPROTOCOL};
use serde::Deserialize;
use std::sync::Arc;

/// How much the protocol gathers before it writes: its answers to pings, each at once. Frames go past it.
const WRITE_BUFFER: usize = 0;

/// How much is read from a socket at once. All of it is wiped before each read, and each connection keeps one, so
/// that a large one costs more than the letters that come: what people type are some hundred bytes.
const READ_BUFFER: usize = 1 << 10; // 1 KiB

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
    headers: HeaderMap,
    upgrade: Result<WebSocketUpgrade, WebSocketUpgradeRejection>,
) -> Result<Response, Problem> {
    let who = Who::of(&app, &headers, query.token.as_deref())
        .await?
        .ok_or_else(|| {
            Problem::new(
                Kind::SignIn,
                "send the session cookie, a Bearer token or ?token=",
            )
        })?;
    // A browser opens sockets for any site and sends our cookie along.
    if who.by_cookie && !guard::is_socket_from_here(&app, &headers) {
        return Err(guard::foreign_origin());
    }
    let (_, role) = who.require(&app, workspace, Role::Reader).await?;
    let upgrade = upgrade.map_err(|_| Problem::invalid("this address speaks websocket"))?;
    let upgrade = upgrade
        .protocols([SUBPROTOCOL])
        .max_message_size(MAX_PACKET)
        .max_frame_size(MAX_PACKET)
        .read_buffer_size(READ_BUFFER)
        .write_buffer_size(WRITE_BUFFER);
    let jalon = upgrade
        .selected_protocol()
        .is_some_and(|protocol| protocol == SUBPROTOCOL);
    let caller = Caller {
        workspace,
        identity: who.identity,
        role,
        jalon,
        claim: Claim::of(query.generation.as_deref()),
        pulse: other_end.wire.pulse.clone(),
        wire: Some(other_end.wire.clone()),
    };
    let around = app.surroundings();
    Ok(upgrade.on_upgrade(async move |socket| {
        // The answer to the handshake is written.
        other_end.wire.share();
        let (sink, mut stream) = socket.split();
        connection::serve(sink, &mut stream, caller, around).await;
        connection::hear_out(stream).await;
    }))
}
