//! One socket to a server: frames out, frames in. What they mean is `peer`'s business.

use crate::http::Script;
use anyhow::{Context, Result, anyhow};
use futures::{FutureExt, SinkExt, StreamExt};
use jalon_shared::protocol::{Frame, SUBPROTOCOL};
use std::time::Duration;
use tokio::{net::TcpSocket, time::timeout};
use tokio_tungstenite::{
    WebSocketStream, client_async_with_config,
    tungstenite::{
        Message as Packet,
        client::IntoClientRequest,
        http::{HeaderValue, header},
        protocol::WebSocketConfig,
    },
};

/// How long a server may be silent when something is expected of it: far beyond what anything here needs.
const PATIENCE: Duration = Duration::from_secs(60);

/// The most bytes of one message: whole documents come in one.
const MAX_PACKET: usize = 1 << 28; // 256 MiB

/// Where somebody comes in, and with which right.
#[derive(Debug, Clone)]
pub struct Door {
    /// Host and port of the server.
    pub address: String,
    pub workspace: String,
    pub token: String,
}

impl Door {
    /// The door of a new member, who comes by an invitation of their own.
    pub async fn of_member(
        owner: &Script,
        workspace: &str,
        role: &str,
        name: &str,
    ) -> Result<Self> {
        Ok(Self {
            address: owner.address(),
            workspace: workspace.to_owned(),
            token: owner.member(workspace, role, name).await?,
        })
    }
}

/// An open socket.
pub struct Link {
    socket: WebSocketStream<tokio::net::TcpStream>,
    /// The server's word for why it closed.
    pub closed: Option<String>,
}

impl Link {
    pub async fn open(door: &Door) -> Result<Self> {
        Self::open_with(door, None).await
    }

    /// Opens a socket; with `buffer`, the system keeps about that many bytes that came and were not read.
    pub async fn open_with(door: &Door, buffer: Option<u32>) -> Result<Self> {
        let url = format!("ws://{}/sync/{}", door.address, door.workspace);
        let mut request = url.into_client_request()?;
        let headers = request.headers_mut();
        headers.insert(
            header::SEC_WEBSOCKET_PROTOCOL,
            HeaderValue::from_static(SUBPROTOCOL),
        );
        headers.insert(
            header::AUTHORIZATION,
            HeaderValue::try_from(format!("Bearer {}", door.token))?,
        );
        let socket = TcpSocket::new_v4()?;
        if let Some(buffer) = buffer {
            socket.set_recv_buffer_size(buffer)?;
        }
        let config = WebSocketConfig::default()
            .max_message_size(Some(MAX_PACKET))
            .max_frame_size(Some(MAX_PACKET));
        let connect = async {
            let stream = socket.connect(door.address.parse()?).await?;
            stream.set_nodelay(true)?;
            let (socket, _) = client_async_with_config(request, stream, Some(config)).await?;
            Ok(Self {
                socket,
                closed: None,
            })
        };
        timeout(PATIENCE, connect)
            .await
            .unwrap_or_else(|_| Err(anyhow!("no answer within {PATIENCE:?}")))
            .with_context(|| format!("open a socket to {}", door.address))
    }

    /// Sends a frame at once. That the other side is gone is noticed by listening.
    pub async fn send(&mut self, bytes: Vec<u8>) {
        let _ = self.socket.send(Packet::Binary(bytes.into())).await;
    }

    /// Asks for everything: whoever has not asked gets no updates either.
    pub async fn ask_for_all(&mut self) {
        let state_vector = vec![0];
        self.send(Frame::SyncStep1 { state_vector }.encode()).await;
    }

    /// Adds a frame to those that [`Self::flush`] sends together; whether the socket still takes any.
    pub async fn feed(&mut self, bytes: Vec<u8>) -> bool {
        self.socket.feed(Packet::Binary(bytes.into())).await.is_ok()
    }

    /// Sends what was fed; whether the socket still takes any.
    pub async fn flush(&mut self) -> bool {
        self.socket.flush().await.is_ok()
    }

    /// The bytes of the next frame; `None` when the socket is closed.
    ///
    /// # Errors
    /// When the server is silent for too long.
    pub async fn hear_bytes(&mut self) -> Result<Option<Vec<u8>>> {
        loop {
            let packet = timeout(PATIENCE, self.socket.next())
                .await
                .map_err(|_| anyhow!("the server said nothing for {PATIENCE:?}"))?;
            match packet {
                Some(Ok(Packet::Binary(bytes))) => return Ok(Some(bytes.into())),
                Some(Ok(Packet::Close(frame))) => {
                    self.closed = frame.map(|frame| frame.reason.to_string());
                    return Ok(None);
                }
                Some(Err(_)) | None => return Ok(None),
                Some(Ok(_)) => {}
            }
        }
    }

    /// The next frame; `None` when the socket is closed.
    ///
    /// # Errors
    /// When the server is silent for too long, or says something that is no frame.
    pub async fn hear(&mut self) -> Result<Option<Frame>> {
        match self.hear_bytes().await? {
            Some(bytes) => Ok(Some(Frame::decode(&bytes).context("the server's frame")?)),
            None => Ok(None),
        }
    }

    /// Throws away what came already; whether the socket is still open.
    pub fn skip(&mut self) -> bool {
        loop {
            match self.socket.next().now_or_never() {
                Some(Some(Ok(Packet::Close(_)) | Err(_)) | None) => return false,
                Some(Some(Ok(_))) => {}
                None => return true,
            }
        }
    }

    /// Says goodbye, and waits until the server has read everything before it.
    pub async fn close(mut self) {
        let _ = self.socket.close(None).await;
        while let Ok(Some(_)) = self.hear_bytes().await {}
    }
}
