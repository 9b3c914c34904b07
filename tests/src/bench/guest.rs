//! Somebody with a document of their own on a socket of any contender: for checks of what a server does, not for
//! measures of how fast it does it.

use super::{
    contender::{Contender, Dialect},
    socket::Place,
};
use anyhow::{Context, Result, bail, ensure};
use futures::{SinkExt, StreamExt};
use jalon_shared::{
    Command, Stamp, Workspace,
    protocol::{Frame, Message as Own},
    workspace::ReceiveError,
};
use std::time::Duration;
use tokio::{net::TcpStream, time::timeout};
use tokio_tungstenite::{
    WebSocketStream, client_async_with_config,
    tungstenite::{
        Message as Packet,
        client::IntoClientRequest,
        http::{HeaderValue, header},
        protocol::WebSocketConfig,
    },
};

/// How long a server may take for anything that is asked here: far beyond what any of them needs.
const PATIENCE: Duration = Duration::from_secs(30);

/// The most bytes of one message: whole documents come in one.
const MAX_PACKET: usize = 1 << 28; // 256 MiB

/// A person in a document.
pub struct Guest {
    pub document: Workspace,
    /// How many frames of this socket, from the first, Jalon called durable; the others call none so.
    pub acknowledged: u64,
    /// How many frames with an update were sent on this socket.
    sent: u64,
    name: String,
    dialect: Dialect,
    socket: WebSocketStream<TcpStream>,
}

impl Guest {
    /// Comes to a document and asks for what there is.
    pub async fn come(contender: &Contender, document: &str) -> Result<Self> {
        let place = contender.place(document).await?;
        let dialect = contender.dialect();
        let mut guest = Self {
            document: Workspace::new(),
            acknowledged: 0,
            sent: 0,
            name: document.to_owned(),
            dialect,
            socket: open(&place).await?,
        };
        for hello in dialect.hello(document) {
            guest.socket.send(Packet::Binary(hello.into())).await?;
        }
        Ok(guest)
    }

    /// Does something and sends it.
    pub async fn does(&mut self, command: &Command, by: &Stamp) -> Result<()> {
        let update = self.document.apply(command, by)?.update;
        self.send(&Frame::Update { update }).await.map(drop)
    }

    /// Sends a frame; how many with an update were sent on this socket then.
    pub async fn send(&mut self, frame: &Frame) -> Result<u64> {
        if let Frame::Update { .. } | Frame::SyncStep2 { .. } = frame {
            self.sent += 1;
        }
        let message = self.dialect.wrap(&self.name, &frame.encode());
        self.socket.send(Packet::Binary(message.into())).await?;
        Ok(self.sent)
    }

    /// Hears until the document is as it should be.
    pub async fn hear_until(
        &mut self,
        what: &str,
        is_so: impl Fn(&Workspace) -> bool,
    ) -> Result<()> {
        let hear = async {
            while !is_so(&self.document) {
                ensure!(self.hear().await?, "the server closed");
            }
            Ok(())
        };
        timeout(PATIENCE, hear)
            .await
            .unwrap_or_else(|_| bail!("not within {PATIENCE:?}"))
            .with_context(|| format!("waiting for {what}"))
    }

    /// Takes in what comes next, and answers when the server asks; `false` when it closed.
    pub async fn hear(&mut self) -> Result<bool> {
        let bytes = match self.socket.next().await {
            Some(Ok(Packet::Binary(bytes))) => bytes,
            Some(Ok(Packet::Close(_)) | Err(_)) | None => return Ok(false),
            Some(Ok(_)) => return Ok(true),
        };
        let Some(frame) = self.dialect.unwrap(&bytes) else {
            return Ok(true);
        };
        match Frame::decode(frame).context("what the server says")? {
            Frame::SyncStep1 { state_vector } => {
                let update = self.document.diff(&state_vector)?;
                self.send(&Frame::SyncStep2 { update }).await?;
            }
            Frame::SyncStep2 { update } | Frame::Update { update } => {
                match self.document.receive(&update) {
                    // What it builds on is still on its way.
                    Err(ReceiveError::Incomplete) => {}
                    taken => drop(taken.context("what came cannot be taken in")?),
                }
            }
            Frame::Jalon(Own::Acknowledged { through }) => self.acknowledged = through,
            Frame::Jalon(Own::Refused { reason, .. }) => bail!("refused: {reason:?}"),
            _ => {}
        }
        Ok(true)
    }

    /// Says goodbye, and waits until the server has read everything before it.
    pub async fn leave(mut self) {
        let goodbye = async {
            if self.socket.close(None).await.is_ok() {
                while let Some(Ok(_)) = self.socket.next().await {}
            }
        };
        // A server that goes on talking is not waited for.
        drop(timeout(PATIENCE, goodbye).await);
    }
}

async fn open(place: &Place) -> Result<WebSocketStream<TcpStream>> {
    let url = format!("ws://{}{}", place.address, place.path);
    let mut request = url.into_client_request()?;
    if let Some(protocol) = place.protocol {
        let protocol = HeaderValue::from_static(protocol);
        let headers = request.headers_mut();
        headers.insert(header::SEC_WEBSOCKET_PROTOCOL, protocol);
    }
    let config = WebSocketConfig::default()
        .max_message_size(Some(MAX_PACKET))
        .max_frame_size(Some(MAX_PACKET));
    let connect = async {
        let stream = TcpStream::connect(place.address).await?;
        stream.set_nodelay(true)?;
        let (socket, _) = client_async_with_config(request, stream, Some(config)).await?;
        Ok(socket)
    };
    timeout(PATIENCE, connect)
        .await
        .unwrap_or_else(|_| bail!("no answer within {PATIENCE:?}"))
        .with_context(|| format!("open a socket to {}", place.address))
}
