//! One who sends nonsense as fast as the server takes it, and comes back when thrown out.

use super::corpus::Corpus;
use crate::link::{Door, Link};
use anyhow::{Result, ensure};
use rand::rngs::StdRng;

/// How many frames are written to the socket at once.
const TOGETHER: u64 = 128;

/// How often one is thrown out in a row, before a single frame was taken, until the door counts as shut.
const PATIENCE: u32 = 1_000;

pub struct Hostile {
    door: Door,
    corpus: Corpus,
    rng: StdRng,
    link: Option<Link>,
    pub sent: u64,
    /// How often the server closed the socket.
    pub closed: u64,
}

impl Hostile {
    pub fn new(door: Door, corpus: Corpus, rng: StdRng) -> Self {
        Self {
            door,
            corpus,
            rng,
            link: None,
            sent: 0,
            closed: 0,
        }
    }

    /// Sends so many frames.
    pub async fn attack(&mut self, frames: u64) -> Result<()> {
        let mut in_vain = 0;
        while self.sent < frames {
            let count = TOGETHER.min(frames - self.sent);
            if self.volley(count).await? {
                in_vain = 0;
                self.sent += count;
            } else {
                self.closed += 1;
                in_vain += 1;
                self.link = None;
                ensure!(in_vain < PATIENCE, "the server lets nobody in any more");
            }
            // Somebody else's turn, also when everything was taken at once.
            tokio::task::yield_now().await;
        }
        if let Some(link) = self.link.take() {
            link.close().await;
        }
        Ok(())
    }

    /// Sends some frames together; whether the socket took them.
    async fn volley(&mut self, count: u64) -> Result<bool> {
        let link = match &mut self.link {
            Some(link) => link,
            None => {
                let link = self.link.insert(Link::open(&self.door).await?);
                link.ask_for_all().await;
                link
            }
        };
        for _ in 0..count {
            let frame = self.corpus.next(&mut self.rng)?;
            if !link.feed(frame).await {
                return Ok(false);
            }
        }
        Ok(link.flush().await && link.skip())
    }
}
