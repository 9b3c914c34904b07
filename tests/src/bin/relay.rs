//! A bare relay: every message of a socket goes, as it is, to all others on the same path. No document, no storage, no
//! check of anything: what a server of this kind costs at least.

use anyhow::Result;
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
    let mut path = String::new();
    #[expect(clippy::result_large_err, reason = "the library wants it so")]
    let note_path = |request: &Request, response: Response| {
        request.uri().path().clone_into(&mut path);
        Ok(response)
    };
    let config = WebSocketConfig::default()
        .read_buffer_size(BUFFER)
        .write_buffer_size(BUFFER);
    let mut socket = accept_hdr_async_with_config(stream, note_path, Some(config)).await?;
    let (sender, mut waiting) = mpsc::unbounded_channel();
    let in_room = |act: &mut dyn FnMut(&mut Room)| {
        let mut rooms = rooms.lock().unwrap_or_else(PoisonError::into_inner);
        act(rooms.entry(path.clone()).or_default());
    };
    in_room(&mut |room| drop(room.insert(number, sender.clone())));
    loop {
        tokio::select! {
            message = socket.next() => match message {
                Some(Ok(Message::Binary(bytes))) => in_room(&mut |room| {
                    let others = room.iter().filter(|(other, _)| **other != number);
                    others.for_each(|(_, other)| drop(other.send(bytes.clone())));
                }),
                Some(Ok(Message::Close(_)) | Err(_)) | None => break,
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
    in_room(&mut |room| drop(room.remove(&number)));
    Ok(())
}
