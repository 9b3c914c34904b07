//! A bare relay: every message of a socket goes, as it is, to all others on the same path. No document, no storage, no
//! check of anything: what a server of this kind costs at least.

use anyhow::{Context, Result};
use clap::Parser;
use futures::{SinkExt, StreamExt};
use std::{
    collections::HashMap,
    net::SocketAddr,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::mpsc,
};
use tokio_tungstenite::{
    accept_hdr_async_with_config,
    tungstenite::{
        Bytes, Message,
        handshake::server::{Request, Response},
        protocol::WebSocketConfig,
    },
};

/// How much is read from a socket at once, and gathered before it is written.
const BUFFER: usize = 4 << 10; // 4 KiB

/// Who is on a path: where what is for them goes.
type Room = HashMap<u64, mpsc::UnboundedSender<Bytes>>;
type Rooms = Arc<Mutex<HashMap<String, Room>>>;

#[derive(Parser)]
struct Options {
    #[arg(long)]
    listen: SocketAddr,
}

#[tokio::main]
async fn main() -> Result<()> {
    let listener = TcpListener::bind(Options::parse().listen).await?;
    let rooms = Rooms::default();
    let numbers = AtomicU64::new(0);
    loop {
        let (stream, _) = listener.accept().await?;
        stream.set_nodelay(true)?;
        let (rooms, number) = (rooms.clone(), numbers.fetch_add(1, Ordering::Relaxed));
        tokio::spawn(async move {
            // A socket that breaks is nobody else's trouble.
            let _ = serve(stream, rooms, number).await;
        });
    }
}

async fn serve(stream: TcpStream, rooms: Rooms, number: u64) -> Result<()> {
    let (sender, mut waiting) = mpsc::unbounded_channel();
    let mut seat = None;
    // Before the answer: from then on nobody misses anything.
    #[expect(clippy::result_large_err, reason = "the library wants it so")]
    let sit_down = |request: &Request, response: Response| {
        seat = Some(Seat::take(rooms, request.uri().path(), number, sender));
        Ok(response)
    };
    let config = WebSocketConfig::default()
        .read_buffer_size(BUFFER)
        .write_buffer_size(BUFFER);
    let mut socket = accept_hdr_async_with_config(stream, sit_down, Some(config)).await?;
    let seat = seat.context("a handshake without a request")?;
    loop {
        tokio::select! {
            message = socket.next() => match message {
                Some(Ok(Message::Binary(bytes))) => seat.tell_others(&bytes),
                Some(Ok(Message::Close(_)) | Err(_)) | None => return Ok(()),
                Some(Ok(_)) => {}
            },
            Some(bytes) = waiting.recv() => {
                socket.feed(Message::Binary(bytes)).await?;
                while let Ok(bytes) = waiting.try_recv() {
                    socket.feed(Message::Binary(bytes)).await?;
                }
                socket.flush().await?;
            }
        }
    }
}

/// Somebody on a path, until this is dropped.
struct Seat {
    rooms: Rooms,
    path: String,
    number: u64,
}

impl Seat {
    fn take(rooms: Rooms, path: &str, number: u64, sender: mpsc::UnboundedSender<Bytes>) -> Self {
        let path = path.to_owned();
        let seat = Self {
            rooms,
            path,
            number,
        };
        seat.in_room(|room| drop(room.insert(number, sender)));
        seat
    }

    fn tell_others(&self, bytes: &Bytes) {
        self.in_room(|room| {
            let others = room.iter().filter(|(other, _)| **other != self.number);
            others.for_each(|(_, other)| drop(other.send(bytes.clone())));
        });
    }

    fn in_room(&self, act: impl FnOnce(&mut Room)) {
        let mut rooms = self.rooms.lock().unwrap_or_else(PoisonError::into_inner);
        match rooms.get_mut(&self.path) {
            Some(room) => act(room),
            None => act(rooms.entry(self.path.clone()).or_default()),
        }
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.in_room(|room| drop(room.remove(&self.number)));
    }
}
