//! Somebody who comes with nothing, and how long it takes until they have everything.

use crate::link::{Door, Link};
use anyhow::{Context, Result, bail};
use jalon_shared::{
    Content, Workspace,
    protocol::{Frame, Message},
};
use std::time::{Duration, Instant};

/// What a restart cost.
#[derive(Debug, Clone, Copy)]
pub struct Coming {
    /// From the first bytes of the connection until the first client has everything.
    pub first: Duration,
    /// The same for the next.
    pub next: Duration,
    /// From the first bytes of the first client's connection until an edit of theirs reached the next.
    pub relayed: Duration,
    /// From the sending of that edit until it reached the next.
    pub edit_took: Duration,
    /// Bytes of what brought everything.
    pub bytes: usize,
}

/// Somebody who is there.
pub struct Visitor {
    pub began: Instant,
    pub took: Duration,
    /// What brought everything.
    pub frame: Vec<u8>,
    pub link: Link,
}

impl Visitor {
    /// Connects, asks for everything, and has it when this returns. It is read afterwards.
    pub async fn come(door: &Door) -> Result<Self> {
        let began = Instant::now();
        let mut link = Link::open(door).await?;
        link.ask_for_all().await;
        loop {
            let frame = hear(&mut link).await?;
            if frame.starts_with(&[0, 1]) {
                let took = began.elapsed();
                return Ok(Self {
                    began,
                    took,
                    frame,
                    link,
                });
            }
        }
    }

    /// What they see.
    pub fn content(&self) -> Result<Content> {
        match Frame::decode(&self.frame)? {
            Frame::SyncStep2 { update } => Ok(Workspace::load(&update)?.content()),
            other => bail!("{other:?} brings no document"),
        }
    }

    /// Waits for an edit of somebody else.
    pub async fn hear_update(&mut self) -> Result<()> {
        while !hear(&mut self.link).await?.starts_with(&[0, 2]) {}
        Ok(())
    }

    /// Waits until the first edit of their own is on the disk.
    pub async fn hear_acknowledged(&mut self) -> Result<()> {
        loop {
            match Frame::decode(&hear(&mut self.link).await?)? {
                Frame::Jalon(Message::Acknowledged { through: 1.. }) => return Ok(()),
                Frame::Jalon(Message::Refused { reason, .. }) => bail!("refused: {reason:?}"),
                _ => {}
            }
        }
    }
}

async fn hear(link: &mut Link) -> Result<Vec<u8>> {
    let heard = link.hear_bytes().await?;
    heard.with_context(|| format!("the server closed the socket: {:?}", link.closed))
}
