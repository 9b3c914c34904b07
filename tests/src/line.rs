//! A line to a server that can be cut, slowed down, held, and let go in one burst; that can refuse websockets, and
//! pretend that the server has another version of the program.

use anyhow::Result;
use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::{mpsc, watch},
};

/// What a line does to what goes over it.
#[derive(Debug, Clone, Copy, Default)]
struct Weather {
    /// Connections end, and no new one is made.
    cut: bool,
    /// What comes on the first so many connections waits, both ways, also when its sender has gone.
    held: u64,
    /// How long each piece is on its way.
    delay: Duration,
    /// The most bytes of a piece; 0 for as they come.
    piece: usize,
}

/// Pairs of texts of the same length: what is said in the place of what.
type Changed = Vec<(Vec<u8>, Vec<u8>)>;

/// A line of its own to a server.
pub struct Line {
    /// The address of this end, without a slash at the end.
    pub url: String,
    weather: watch::Sender<Weather>,
    made: Arc<AtomicU64>,
    answers: Arc<Mutex<Changed>>,
    questions: Arc<Mutex<Changed>>,
}

impl Line {
    /// A line to the server at this address (host and port).
    pub async fn to(server: &str) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}", listener.local_addr()?);
        let (weather, _) = watch::channel(Weather::default());
        let line = Self {
            url,
            weather: weather.clone(),
            made: Arc::default(),
            answers: Arc::default(),
            questions: Arc::default(),
        };
        let (made, server) = (line.made.clone(), server.to_owned());
        let (answers, questions) = (line.answers.clone(), line.questions.clone());
        tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                let number = made.fetch_add(1, Ordering::SeqCst) + 1;
                let (weather, server) = (weather.subscribe(), server.clone());
                let (answers, questions) = (answers.clone(), questions.clone());
                tokio::spawn(async move {
                    if weather.borrow().cut {
                        return;
                    }
                    if let Ok(far) = TcpStream::connect(server).await {
                        carry(near, far, number, weather, answers, questions).await;
                    }
                });
            }
        });
        Ok(line)
    }

    /// Ends every connection, and makes none until [`Self::mend`].
    pub fn cut(&self) {
        self.weather.send_modify(|weather| weather.cut = true);
    }

    pub fn mend(&self) {
        self.weather.send_modify(|weather| weather.cut = false);
    }

    /// Holds what is on the connections that there are; new ones are free.
    pub fn hold(&self) {
        let made = self.made.load(Ordering::SeqCst);
        self.weather.send_modify(|weather| weather.held = made);
    }

    /// Lets it all go at once.
    pub fn release(&self) {
        self.weather.send_modify(|weather| weather.held = 0);
    }

    /// Makes it slow: each piece of at most `piece` bytes takes so long.
    pub fn slow_down(&self, delay: Duration, piece: usize) {
        self.weather.send_modify(|weather| {
            weather.delay = delay;
            weather.piece = piece;
        });
    }

    /// From now on no new websocket goes through, as in networks that know only requests.
    pub fn refuse_websockets(&self) {
        if let Ok(mut questions) = self.questions.lock() {
            // A server that finds no key refuses.
            questions.push((b"Sec-WebSocket-Key".into(), b"Xec-WebSocket-Key".into()));
        }
    }

    /// From now on the server says `new` where it says `old`, and no longer knows what it called `old` before. Both
    /// have the same length.
    pub fn pretend(&self, old: &str, new: &str) {
        let gone = "0".repeat(old.len());
        let bytes = |text: &str| text.as_bytes().to_vec();
        let add = |changed: &Mutex<Changed>, pairs: &[(&str, &str)]| {
            if let Ok(mut changed) = changed.lock() {
                changed.extend(pairs.iter().map(|(from, to)| (bytes(from), bytes(to))));
            }
        };
        add(&self.answers, &[(old, new)]);
        add(
            &self.questions,
            &[
                (new, old),
                (old, &gone),
                // What is compressed, or known already, could not be changed.
                ("Accept-Encoding", "X-ccept-Encoding"),
                ("If-None-Match", "X-None-Matched"),
            ],
        );
    }
}

async fn carry(
    near: TcpStream,
    far: TcpStream,
    number: u64,
    mut weather: watch::Receiver<Weather>,
    answers: Arc<Mutex<Changed>>,
    questions: Arc<Mutex<Changed>>,
) {
    let _ = (near.set_nodelay(true), far.set_nodelay(true));
    let (near_in, near_out) = near.into_split();
    let (far_in, far_out) = far.into_split();
    let up = pump(near_in, far_out, number, weather.clone(), questions);
    let down = pump(far_in, near_out, number, weather.clone(), answers);
    tokio::select! {
        _ = async { tokio::join!(up, down) } => {}
        _ = weather.wait_for(|weather| weather.cut) => {}
    }
}

/// Carries one direction: one task reads whatever comes, another one lets it through.
async fn pump(
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
    number: u64,
    mut weather: watch::Receiver<Weather>,
    changed: Arc<Mutex<Changed>>,
) {
    let (queue, mut queued) = mpsc::unbounded_channel::<Vec<u8>>();
    let reading = async move {
        let (mut buffer, mut rest) = (vec![0; 64 << 10], Vec::new());
        loop {
            let read = from.read(&mut buffer).await.unwrap_or(0);
            rest.extend_from_slice(&buffer[..read]);
            let ready = {
                let changed = changed.lock().map(|changed| changed.clone());
                change(&mut rest, &changed.unwrap_or_default(), read == 0)
            };
            if !ready.is_empty() && queue.send(ready).is_err() || read == 0 {
                return;
            }
        }
    };
    let writing = async move {
        while let Some(bytes) = queued.recv().await {
            let now = match weather.wait_for(|weather| weather.held < number).await {
                Ok(now) => *now,
                Err(_) => return,
            };
            let piece = if now.piece == 0 {
                bytes.len()
            } else {
                now.piece
            };
            for piece in bytes.chunks(piece.max(1)) {
                if !now.delay.is_zero() {
                    tokio::time::sleep(now.delay).await;
                }
                if to.write_all(piece).await.is_err() {
                    return;
                }
            }
        }
        let _ = to.shutdown().await;
    };
    tokio::join!(reading, writing);
}

/// Takes what may go from the front of `rest`, with its words changed. What may be the start of such a word stays.
fn change(rest: &mut Vec<u8>, changed: &Changed, is_end: bool) -> Vec<u8> {
    let mut ready = Vec::with_capacity(rest.len());
    let mut at = 0;
    while at < rest.len() {
        let here = &rest[at..];
        let begins = |(old, _): &&(Vec<u8>, Vec<u8>)| {
            let length = old.len().min(here.len());
            old[..length] == here[..length]
        };
        match changed.iter().find(begins) {
            Some((old, _)) if here.len() < old.len() && !is_end => break,
            Some((old, new)) if here.len() >= old.len() => {
                ready.extend_from_slice(new);
                at += old.len();
            }
            _ => {
                ready.push(rest[at]);
                at += 1;
            }
        }
    }
    rest.drain(..at);
    ready
}
