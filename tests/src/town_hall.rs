//! The network of a town hall: it passes requests on and lets no websocket through, until it is told to.

use anyhow::{Context, Result};
use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicUsize, Ordering},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

/// The longest head of a request that is looked at, in bytes.
const LONGEST_HEAD: usize = 64 << 10; // 64 KiB

/// What it says to a websocket, as filters do.
const BLOCKED: &[u8] = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

/// A proxy on this machine. It ends on drop.
pub struct TownHall {
    /// Where it listens: `http://127.0.0.1:…`.
    pub url: String,
    rules: Arc<Rules>,
    accepting: JoinHandle<()>,
}

#[derive(Default)]
struct Rules {
    lets_through: AtomicBool,
    blocked: AtomicUsize,
    passed: AtomicUsize,
}

impl TownHall {
    /// Stands before the server at `url`.
    pub async fn before(url: &str) -> Result<Self> {
        let server = url.strip_prefix("http://").context("a plain address")?;
        let server = server.to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}", listener.local_addr()?);
        let rules = Arc::new(Rules::default());
        let accepting = tokio::spawn({
            let rules = rules.clone();
            async move {
                while let Ok((client, _)) = listener.accept().await {
                    let (rules, server) = (rules.clone(), server.clone());
                    // A line that breaks is the browser's to notice.
                    tokio::spawn(async move { pass(client, &server, &rules).await.ok() });
                }
            }
        });
        Ok(Self {
            url,
            rules,
            accepting,
        })
    }

    /// From now on websockets pass.
    pub fn let_websockets_through(&self) {
        self.rules.lets_through.store(true, Ordering::Relaxed);
    }

    /// How many websockets were blocked.
    pub fn blocked(&self) -> usize {
        self.rules.blocked.load(Ordering::Relaxed)
    }

    /// How many passed.
    pub fn passed(&self) -> usize {
        self.rules.passed.load(Ordering::Relaxed)
    }
}

impl Drop for TownHall {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

/// One connection. Browsers open a new one for a websocket, so that its first request tells.
async fn pass(mut client: TcpStream, server: &str, rules: &Rules) -> Result<()> {
    let mut head = Vec::new();
    while !head.windows(4).any(|end| end == b"\r\n\r\n") && head.len() < LONGEST_HEAD {
        if client.read_buf(&mut head).await? == 0 {
            return Ok(());
        }
    }
    let text = String::from_utf8_lossy(&head).to_ascii_lowercase();
    if text.contains("upgrade: websocket") {
        if !rules.lets_through.load(Ordering::Relaxed) {
            rules.blocked.fetch_add(1, Ordering::Relaxed);
            client.write_all(BLOCKED).await?;
            return Ok(());
        }
        rules.passed.fetch_add(1, Ordering::Relaxed);
    }
    let mut server = TcpStream::connect(server).await?;
    server.write_all(&head).await?;
    copy_bidirectional(&mut client, &mut server).await?;
    Ok(())
}
