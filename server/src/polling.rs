//! Lines made of requests, for networks that let no websocket through. What a socket would bring is posted, and
//! what it would take is fetched by requests that wait for it. A connection over one is served like any other, so
//! that every promise is the same; a request that fails ends the line, and the client syncs on a new one.

use crate::{
    connection::{self, Caller, MAX_PACKET, Surroundings, Way},
    line::Pulse,
    secret::{NoChance, Secret},
    store::accesses::AccessId,
};
use axum::body::Bytes;
use futures::{SinkExt, StreamExt, channel::mpsc};
use std::{
    collections::HashMap,
    io,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};
use tokio::{
    sync::Mutex as Turn,
    time::{sleep, timeout},
};
use tungstenite::{Message as Packet, protocol::CloseFrame};

/// How many packets lie in a line in each direction: what is beyond waits in the outbox, which knows how to be full.
const PACKETS: usize = 64;

/// How long a request waits for something to take. The server says a word every few seconds, so that this is for
/// servers whose heartbeat was made slow; less than what proxies allow a request.
const WAIT: Duration = Duration::from_secs(20);

/// How many bytes one answer gathers, beside its first packet.
const MOST_AT_ONCE: usize = 1 << 20; // 1 MiB

/// How long a line that ended can still say why.
const LAST_WORD: Duration = Duration::from_secs(15);

/// How many lines there are at most, with those that ended lately.
const MOST_LINES: usize = 10_000;

/// All lines.
#[derive(Clone, Default)]
pub struct Polling(Arc<Mutex<HashMap<String, Arc<Line>>>>);

/// One line.
pub struct Line {
    /// Whose it is: its name alone opens nothing.
    access: AccessId,
    pulse: Arc<Pulse>,
    bring: Turn<mpsc::Sender<Packet>>,
    fetch: Turn<Fetching>,
}

struct Fetching {
    packets: mpsc::Receiver<Packet>,
    /// Why it ended, once that came.
    end: Option<String>,
}

/// What came of a fetch.
pub enum Fetched {
    /// Frames, or none for now.
    Frames(Vec<Bytes>),
    /// The line has ended, and the server's word why.
    Ended(String),
    /// Another request waits here already.
    Taken,
}

/// Why no line was opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("there are too many lines")]
    Full,
    #[error(transparent)]
    NoChance(#[from] NoChance),
}

impl Polling {
    /// Opens a line and serves a connection over it; its name.
    ///
    /// # Errors
    /// [`OpenError`].
    pub fn open(
        &self,
        caller: Box<Caller>,
        around: Arc<Surroundings>,
    ) -> Result<String, OpenError> {
        let name = Secret::new()?.reveal().to_owned();
        let pulse = Arc::new(Pulse::default());
        let (bring, stream) = mpsc::channel(PACKETS);
        let (sink, packets) = mpsc::channel(PACKETS);
        let line = Arc::new(Line {
            access: caller.identity.access.clone(),
            pulse: pulse.clone(),
            bring: Turn::new(bring),
            fetch: Turn::new(Fetching { packets, end: None }),
        });
        let mut lines = self.lines();
        if lines.len() >= MOST_LINES {
            return Err(OpenError::Full);
        }
        lines.insert(name.clone(), line);
        drop(lines);
        let (all, ended) = (self.clone(), name.clone());
        tokio::spawn(async move {
            let sink = sink.sink_map_err(io::Error::other);
            connection::serve(sink, stream, caller, Way::Requests(pulse), around).await;
            sleep(LAST_WORD).await;
            all.lines().remove(&ended);
        });
        Ok(name)
    }

    /// A line, for whoever opened it.
    pub fn line(&self, name: &str, access: &AccessId) -> Option<Arc<Line>> {
        let line = self.lines().get(name).cloned();
        line.filter(|line| line.access == *access)
    }

    fn lines(&self) -> MutexGuard<'_, HashMap<String, Arc<Line>>> {
        // Nothing in here panics half done.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Line {
    /// Brings frames, in their order; whether the line takes them.
    pub async fn bring(&self, frames: Vec<Bytes>) -> bool {
        self.pulse.beat();
        let mut line = self.bring.lock().await;
        for frame in frames {
            if line.send(Packet::Binary(frame)).await.is_err() {
                return false;
            }
        }
        self.pulse.beat();
        true
    }

    /// Ends the line.
    pub async fn end(&self) {
        // The connection sees the end of its stream.
        self.bring.lock().await.close_channel();
    }

    /// Waits until there is something to take, and takes all of it.
    pub async fn fetch(&self) -> Fetched {
        self.pulse.beat();
        let Ok(mut fetching) = self.fetch.try_lock() else {
            return Fetched::Taken;
        };
        let mut frames = Vec::new();
        let _ = timeout(WAIT, fetching.first(&mut frames)).await;
        fetching.rest(&mut frames);
        self.pulse.beat();
        match &fetching.end {
            Some(why) if frames.is_empty() => Fetched::Ended(why.clone()),
            _ => Fetched::Frames(frames),
        }
    }
}

impl Fetching {
    /// Waits for the first frame, or the end.
    async fn first(&mut self, frames: &mut Vec<Bytes>) {
        while frames.is_empty() && self.end.is_none() {
            match self.packets.next().await {
                Some(packet) => self.take(packet, frames),
                None => self.end = Some(String::new()),
            }
        }
    }

    /// Takes what waits behind it.
    fn rest(&mut self, frames: &mut Vec<Bytes>) {
        let mut size = 0;
        while size < MOST_AT_ONCE && self.end.is_none() {
            let Ok(packet) = self.packets.try_recv() else {
                break;
            };
            self.take(packet, frames);
            size += frames.last().map_or(0, Bytes::len);
        }
    }

    fn take(&mut self, packet: Packet, frames: &mut Vec<Bytes>) {
        match packet {
            Packet::Binary(frame) => frames.push(frame),
            Packet::Close(why) => {
                let why = why.map(|CloseFrame { reason, .. }| reason.to_string());
                self.end = Some(why.unwrap_or_default());
            }
            // A sign of life is in every request.
            _ => {}
        }
    }
}

/// The most bytes of what is brought at once.
pub const MOST_BROUGHT: usize = MAX_PACKET;
