//! Where a websocket of a contender is opened.

use std::net::SocketAddr;

/// Where a socket is opened.
#[derive(Debug, Clone)]
pub struct Place {
    pub address: SocketAddr,
    /// Path and query.
    pub path: String,
    /// The websocket subprotocol, if one is offered.
    pub protocol: Option<&'static str>,
}
