//! A peer with a document of its own on a real socket.

use super::harness::{TestServer, text};
use futures::{SinkExt, StreamExt};
use jalon_shared::{
    Axis, Command, EntityRef, Field, FieldRef, Stamp, TextEdit, Workspace,
    protocol::{AwarenessEntry, Frame, Message, SUBPROTOCOL, batch},
};
use std::{collections::VecDeque, time::Duration};
use tokio::net::TcpStream;
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async_with_config,
    tungstenite::{self, Message as Packet, client::IntoClientRequest},
};

/// Long enough for a slow machine, short enough to notice.
const PATIENCE: Duration = Duration::from_secs(10);

/// What carries the frames of a peer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Socket,
    Requests,
}

enum Wire {
    Socket(Box<WebSocketStream<MaybeTlsStream<TcpStream>>>),
    Requests(Requests),
}

/// A line made of requests.
struct Requests {
    client: reqwest::Client,
    /// The address of the line.
    url: String,
    token: String,
    /// What was fetched and not heard yet.
    fetched: VecDeque<Vec<u8>>,
}

impl Requests {
    async fn post(&self, what: &str, body: Vec<u8>) -> reqwest::Response {
        let request = self.client.post(format!("{}/{what}", self.url));
        let request = request.bearer_auth(&self.token).body(body);
        request.send().await.expect("an answer")
    }

    /// The next frame, or the server's word why there is none.
    async fn next(&mut self) -> Result<Vec<u8>, String> {
        loop {
            if let Some(frame) = self.fetched.pop_front() {
                return Ok(frame);
            }
            let answer = self.post("fetch", Vec::new()).await;
            if answer.status() == reqwest::StatusCode::GONE {
                let problem: serde_json::Value = answer.json().await.expect("a problem");
                return Err(problem["detail"].as_str().unwrap_or_default().to_owned());
            }
            assert_eq!(answer.status(), reqwest::StatusCode::OK);
            let body = answer.bytes().await.expect("a body");
            let frames = batch::unpack(&body).expect("frames");
            self.fetched.extend(frames.into_iter().map(<[u8]>::to_vec));
        }
    }
}

/// A peer.
pub struct Peer {
    wire: Wire,
    pub document: Workspace,
    /// How many updates were sent.
    pub sent: u64,
    pub acknowledged: u64,
    /// What came besides updates, in order.
    pub messages: Vec<Message>,
    pub awareness: Vec<AwarenessEntry>,
    /// How many updates came.
    pub updates: usize,
    /// What the server has, from its last question that was not answered.
    pub question: Option<Vec<u8>>,
    /// The server's word why it closed.
    pub reason: String,
    /// What clients that are not ours were told.
    pub told: String,
}

impl Peer {
    /// Connects and is in step with the server.
    pub async fn join(server: &TestServer, workspace: &str, token: &str) -> Self {
        Self::try_join(server, workspace, token)
            .await
            .expect("an open door")
    }

    /// Connects by a way and is in step with the server.
    pub async fn join_by(way: Way, server: &TestServer, workspace: &str, token: &str) -> Self {
        if way == Way::Socket {
            return Self::join(server, workspace, token).await;
        }
        let path = format!("/sync/{workspace}/lines");
        let opened = server.post(&path, token, serde_json::json!({})).await;
        let mut peer = Self::over(Wire::Requests(Requests {
            client: reqwest::Client::new(),
            url: format!("{}{path}/{}", server.url, text(&opened, "line")),
            token: token.to_owned(),
            fetched: VecDeque::new(),
        }));
        peer.sync().await;
        peer
    }

    pub async fn try_join(
        server: &TestServer,
        workspace: &str,
        token: &str,
    ) -> Result<Self, tungstenite::Error> {
        let mut peer = Self::connect(server, workspace, token, Some(SUBPROTOCOL)).await?;
        peer.sync().await;
        Ok(peer)
    }

    pub async fn connect(
        server: &TestServer,
        workspace: &str,
        token: &str,
        subprotocol: Option<&'static str>,
    ) -> Result<Self, tungstenite::Error> {
        Self::connect_as_of(server, workspace, token, subprotocol, "").await
    }

    /// Connects and says of which history its document is.
    pub async fn connect_as_of(
        server: &TestServer,
        workspace: &str,
        token: &str,
        subprotocol: Option<&'static str>,
        generation: &str,
    ) -> Result<Self, tungstenite::Error> {
        let workspace = format!("{workspace}?generation={generation}");
        Self::connect_by(&server.url, &workspace, token, subprotocol).await
    }

    /// Connects by another address than that of the server. The workspace may have a query after it.
    pub async fn connect_by(
        url: &str,
        workspace: &str,
        token: &str,
        subprotocol: Option<&'static str>,
    ) -> Result<Self, tungstenite::Error> {
        let separator = if workspace.contains('?') { '&' } else { '?' };
        let url = format!(
            "{}/sync/{workspace}{separator}token={token}",
            url.replacen("http", "ws", 1)
        );
        let mut request = url.into_client_request()?;
        if let Some(subprotocol) = subprotocol {
            let name = tungstenite::http::header::SEC_WEBSOCKET_PROTOCOL;
            request.headers_mut().insert(
                name,
                tungstenite::http::HeaderValue::from_static(subprotocol),
            );
        }
        // A browser does not hold small packets back either.
        let at_once = true;
        let (socket, _) = connect_async_with_config(request, None, at_once).await?;
        Ok(Self::over(Wire::Socket(Box::new(socket))))
    }

    fn over(wire: Wire) -> Self {
        Self {
            wire,
            document: Workspace::new(),
            sent: 0,
            acknowledged: 0,
            messages: Vec::new(),
            awareness: Vec::new(),
            updates: 0,
            question: None,
            reason: String::new(),
            told: String::new(),
        }
    }

    /// Asks for what it lacks and waits for it.
    pub async fn sync(&mut self) {
        self.send(&Frame::SyncStep1 {
            state_vector: self.document.state_vector(),
        })
        .await;
        while !matches!(self.hear().await, Some(Frame::SyncStep2 { .. })) {}
    }

    pub async fn send(&mut self, frame: &Frame) {
        if matches!(frame, Frame::Update { .. } | Frame::SyncStep2 { .. }) {
            self.sent += 1;
        }
        self.send_raw(frame.encode()).await;
    }

    pub async fn send_raw(&mut self, bytes: Vec<u8>) {
        // A server that has closed is noticed by whoever listens.
        match &mut self.wire {
            Wire::Socket(socket) => drop(socket.send(Packet::Binary(bytes.into())).await),
            Wire::Requests(line) => drop(line.post("bring", batch::pack([&bytes[..]])).await),
        }
    }

    /// Takes the next frame in; `None` when the socket is closed. Empty awareness is only a heartbeat.
    pub async fn hear(&mut self) -> Option<Frame> {
        let socket = match &mut self.wire {
            Wire::Socket(socket) => socket,
            Wire::Requests(line) => {
                let next = tokio::time::timeout(PATIENCE, line.next()).await;
                match next.expect("a word from the server") {
                    Ok(bytes) => {
                        let frame = Frame::decode(&bytes).expect("a frame");
                        self.take(&frame);
                        return Some(frame);
                    }
                    Err(reason) => {
                        self.reason = reason;
                        return None;
                    }
                }
            }
        };
        loop {
            let packet = tokio::time::timeout(PATIENCE, socket.next())
                .await
                .expect("a word from the server");
            match packet {
                Some(Ok(Packet::Binary(bytes))) => {
                    let frame = Frame::decode(&bytes).expect("a frame");
                    self.take(&frame);
                    return Some(frame);
                }
                Some(Ok(Packet::Close(frame))) => {
                    self.reason = frame.map_or_else(String::new, |frame| frame.reason.to_string());
                    return None;
                }
                Some(Err(_)) | None => return None,
                Some(Ok(_)) => {}
            }
        }
    }

    fn take(&mut self, frame: &Frame) {
        match frame {
            Frame::SyncStep2 { update } | Frame::Update { update } => {
                self.updates += 1;
                self.document.receive(update).expect("a good update");
            }
            Frame::SyncStep1 { state_vector } => self.question = Some(state_vector.clone()),
            Frame::Awareness { entries } => self.awareness.extend(entries.iter().cloned()),
            Frame::Jalon(Message::Acknowledged { through }) => {
                assert!(*through >= self.acknowledged && *through <= self.sent);
                self.acknowledged = *through;
            }
            Frame::Auth { reason } => self.told.clone_from(reason),
            Frame::Jalon(message) => self.messages.push(message.clone()),
            _ => {}
        }
    }

    /// Hears until something is so.
    pub async fn hear_until(&mut self, what: &str, so: impl Fn(&Self) -> bool) {
        while !so(self) {
            assert!(
                self.hear().await.is_some(),
                "the socket closed before {what}"
            );
        }
    }

    /// Hears until the socket is closed.
    pub async fn hear_all(&mut self) {
        while self.hear().await.is_some() {}
    }

    /// Hears until the socket is closed; the server's word why.
    pub async fn hear_reason(&mut self) -> String {
        self.hear_all().await;
        std::mem::take(&mut self.reason)
    }

    /// Waits for a question of the server, and answers it.
    pub async fn answer(&mut self) {
        self.hear_until("the question", |peer| peer.question.is_some())
            .await;
        let state_vector = self.question.take().unwrap_or_default();
        let update = self.document.diff(&state_vector).expect("a state vector");
        self.send(&Frame::SyncStep2 { update }).await;
    }

    /// Waits until all that was sent is durable.
    pub async fn settle(&mut self) {
        self.hear_until("the acknowledgement", |peer| peer.acknowledged == peer.sent)
            .await;
    }

    /// Does something and sends it.
    pub async fn does(&mut self, command: impl Into<Command>) {
        self.does_as(command, &stamp()).await;
    }

    /// Does something under a name and sends it.
    pub async fn does_as(&mut self, command: impl Into<Command>, by: &Stamp) {
        let effect = self
            .document
            .apply(&command.into(), by)
            .expect("a good command");
        self.send(&Frame::Update {
            update: effect.update,
        })
        .await;
    }

    /// Writes the title of the workspace anew.
    pub async fn retitle(&mut self, title: &str) {
        let field = FieldRef {
            entity: EntityRef::SETTINGS,
            field: Field::Title,
        };
        let old = self.document.text(&field).unwrap_or_default();
        let edit = TextEdit::between(&old, title, None).expect("another title");
        self.does(Command::Edit { field, edit }).await;
    }

    pub fn title(&self) -> String {
        self.document.settings().title
    }

    pub fn axes(&self) -> Vec<Axis> {
        self.document
            .axes()
            .into_iter()
            .filter_map(|id| self.document.axis(id))
            .collect()
    }

    pub async fn close(mut self) {
        match &mut self.wire {
            Wire::Socket(socket) => drop(SinkExt::close(socket).await),
            Wire::Requests(line) => drop(line.post("end", Vec::new()).await),
        }
    }
}

pub fn stamp() -> Stamp {
    Stamp {
        person: uuid::Uuid::from_u128(1).into(),
        name: "Awa".to_owned(),
        at: 1_750_000_000_000,
    }
}

/// A command that makes an axis.
pub fn new_axis(label: &str) -> Command {
    let chance = jalon_server::secret::id_bytes().expect("chance");
    let id = jalon_shared::AxisId::born(jalon_server::clock::now_ms().unsigned_abs(), chance);
    jalon_shared::NewEntity::new(id)
        .text(Field::Label, label)
        .into()
}
