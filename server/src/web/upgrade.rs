//! The handshake of a websocket (RFC 6455, section 4.2), and the line that is left when HTTP is done with it.

use crate::{
    connection::websocket::Hearing,
    line::{Line, Wire},
    problem::Problem,
};
use axum::{
    body::{Body, Bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};
use hyper::upgrade::OnUpgrade;
use hyper_util::{rt::TokioIo, server::conn::auto::upgrade::downcast};
use std::sync::Arc;
use tokio::net::TcpStream;
use tungstenite::handshake::server::create_response_with_body;

/// A line that becomes a websocket when its answer is sent.
pub struct Upgrade {
    upgrading: OnUpgrade,
    answer: Response,
}

impl Upgrade {
    /// What a request asks for, or a problem when it is something else.
    pub fn of(request: &mut Request) -> Result<Self, Problem> {
        let answer = create_response_with_body(request, Body::empty);
        Ok(Self {
            answer: answer.map_err(|_| Problem::invalid("this address speaks websocket"))?,
            upgrading: hyper::upgrade::on(request),
        })
    }

    /// Agrees on a subprotocol.
    pub fn speak(&mut self, protocol: &'static str) {
        let headers = self.answer.headers_mut();
        headers.insert(
            header::SEC_WEBSOCKET_PROTOCOL,
            HeaderValue::from_static(protocol),
        );
    }

    /// The answer to the request, and what becomes of its line then.
    pub fn into_parts(self) -> (Response, OnUpgrade) {
        (self.answer, self.upgrading)
    }
}

/// Whether a client offers a subprotocol.
pub fn offers(headers: &HeaderMap, protocol: &str) -> bool {
    let offers = headers.get_all(header::SEC_WEBSOCKET_PROTOCOL).iter();
    offers
        .filter_map(|offer| offer.to_str().ok())
        .flat_map(|offer| offer.split(','))
        .any(|offer| offer.trim() == protocol)
}

/// Waits until HTTP is done with a line; nothing when it broke before. What HTTP read of the websocket is copied, so that
/// the large buffer it was read into goes: many come at once, and wait in here until they are let in.
pub async fn websocket(upgrading: OnUpgrade) -> Option<(Box<Hearing>, Arc<Wire>)> {
    let upgraded = match upgrading.await {
        Ok(upgraded) => upgraded,
        Err(error) => {
            tracing::debug!(%error, "a line broke before it was a websocket");
            return None;
        }
    };
    let Ok(parts) = downcast::<TokioIo<TcpStream>>(upgraded) else {
        tracing::error!("a websocket over something else than a socket");
        return None;
    };
    let line = match Line::take_over(parts.io.into_inner()) {
        Ok(line) => line,
        Err(error) => {
            tracing::debug!(%error, "a line broke when it became a websocket");
            return None;
        }
    };
    let wire = line.wire().clone();
    let came = Bytes::copy_from_slice(&parts.read_buf);
    Some((Box::new(Hearing::over(line, came)), wire))
}
