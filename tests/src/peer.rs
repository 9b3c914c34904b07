//! A peer: a document of its own on a real socket, which knows what of all it sent is durable.

use crate::link::{Door, Link};
use anyhow::{Context, Result, bail, ensure};
use jalon_shared::{
    Command, Stamp, Workspace,
    protocol::{Frame, Message, Refusal},
    workspace::ReceiveError,
};

/// A document, with or without a socket. The document outlives the socket.
pub struct Peer {
    pub document: Workspace,
    link: Option<Link>,
    /// Whether this socket brought everything that was there when it opened. Until then an update may
    /// come that builds on what is still on its way; afterwards none may.
    in_step: bool,
    /// How many frames with an update were sent on this socket.
    sent: u64,
    /// How many of them, from the first, are durable.
    pub acknowledged: u64,
    /// The frames of this socket that were not taken.
    pub refused: Vec<(u64, Refusal)>,
}

impl Default for Peer {
    fn default() -> Self {
        Self::new()
    }
}

impl Peer {
    /// A peer with an empty document and no socket.
    pub fn new() -> Self {
        Self {
            document: Workspace::new(),
            link: None,
            in_step: false,
            sent: 0,
            acknowledged: 0,
            refused: Vec::new(),
        }
    }

    /// A new peer that has all that the server has.
    pub async fn join(door: &Door) -> Result<Self> {
        let mut peer = Self::new();
        peer.connect(door).await?;
        ensure!(peer.sync().await?, "the server closed the socket");
        Ok(peer)
    }

    /// Opens a socket; the counts of frames start anew.
    pub async fn connect(&mut self, door: &Door) -> Result<()> {
        self.link = Some(Link::open(door).await?);
        self.in_step = false;
        (self.sent, self.acknowledged) = (0, 0);
        self.refused.clear();
        Ok(())
    }

    /// Asks for what it lacks and waits for it, which also waits until the server has taken in what was
    /// sent before; `false` when the socket closed.
    pub async fn sync(&mut self) -> Result<bool> {
        self.ask().await;
        loop {
            match self.hear().await? {
                Some(Frame::SyncStep2 { .. }) => return Ok(true),
                Some(_) => {}
                None => return Ok(false),
            }
        }
    }

    /// Asks for what it lacks.
    pub async fn ask(&mut self) {
        let state_vector = self.document.state_vector();
        self.put(&Frame::SyncStep1 { state_vector }).await;
    }

    /// Sends an update; its number on this socket.
    pub async fn send_update(&mut self, update: Vec<u8>) -> u64 {
        self.sent += 1;
        self.put(&Frame::Update { update }).await;
        self.sent
    }

    /// Answers the server's question what it lacks; the number of the answer on this socket.
    pub async fn answer(&mut self, state_vector: &[u8]) -> Result<u64> {
        let update = self.document.diff(state_vector)?;
        self.sent += 1;
        self.put(&Frame::SyncStep2 { update }).await;
        Ok(self.sent)
    }

    async fn put(&mut self, frame: &Frame) {
        if let Some(link) = &mut self.link {
            link.send(frame.encode()).await;
        }
    }

    /// Takes the next frame in; `None` when there is no socket, from now on.
    pub async fn hear(&mut self) -> Result<Option<Frame>> {
        let Some(link) = &mut self.link else {
            return Ok(None);
        };
        let Some(frame) = link.hear().await? else {
            self.link = None;
            return Ok(None);
        };
        self.take(&frame)?;
        Ok(Some(frame))
    }

    fn take(&mut self, frame: &Frame) -> Result<()> {
        match frame {
            Frame::SyncStep2 { update } | Frame::Update { update } => {
                self.in_step |= matches!(frame, Frame::SyncStep2 { .. });
                match self.document.receive(update) {
                    Err(ReceiveError::Incomplete) if !self.in_step => {}
                    taken => drop(taken.context("what the server sent could not be taken in")?),
                }
            }
            Frame::Jalon(Message::Acknowledged { through }) => {
                ensure!(
                    (self.acknowledged..=self.sent).contains(through),
                    "{through} frames acknowledged after {}, of {}",
                    self.acknowledged,
                    self.sent
                );
                self.acknowledged = *through;
            }
            Frame::Jalon(Message::Refused { frame, reason }) => {
                self.refused.push((*frame, *reason));
            }
            _ => {}
        }
        Ok(())
    }

    /// Waits until all that was sent is durable, answering the server's questions meanwhile; `false` when
    /// the socket closed.
    pub async fn settle(&mut self) -> Result<bool> {
        while self.acknowledged < self.sent {
            match self.hear().await? {
                Some(Frame::SyncStep1 { state_vector }) => {
                    self.answer(&state_vector).await?;
                }
                Some(_) => {}
                None => return Ok(false),
            }
            if let Some((frame, reason)) = self.refused.first() {
                bail!("frame {frame} was refused: {reason:?}");
            }
        }
        Ok(true)
    }

    /// Does something and sends it; the number of the frame.
    pub async fn does(&mut self, command: impl Into<Command>, by: &Stamp) -> Result<u64> {
        let effect = self.document.apply(&command.into(), by)?;
        Ok(self.send_update(effect.update).await)
    }

    pub fn is_connected(&self) -> bool {
        self.link.is_some()
    }

    /// Lets the socket go without a word.
    pub fn drop_link(&mut self) {
        self.link = None;
    }

    /// Says goodbye.
    pub async fn leave(&mut self) {
        if let Some(link) = self.link.take() {
            link.close().await;
        }
    }
}
