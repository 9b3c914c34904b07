//! A line between a client and the server that can be made slow, or dead without a word: a wifi.

use std::{io::ErrorKind, time::Duration};
use tokio::{
    io::AsyncWriteExt,
    net::{
        TcpListener, TcpStream,
        tcp::{OwnedReadHalf, OwnedWriteHalf},
    },
    sync::watch,
};

/// How the line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quality {
    Good,
    /// So many bytes go up each tenth of a second.
    Slow(usize),
    /// Nothing goes either way, and neither side hears of it.
    Dead,
}

/// A line to a server.
pub struct Wire {
    /// The address of its near end.
    pub url: String,
    quality: watch::Sender<Quality>,
}

impl Wire {
    pub async fn to(server: &str) -> Self {
        let server = server.trim_start_matches("http://").to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let (quality, is) = watch::channel(Quality::Good);
        tokio::spawn(async move {
            while let Ok((near, _)) = listener.accept().await {
                let far = TcpStream::connect(&server).await.expect("a server");
                let (near, far) = (near.into_split(), far.into_split());
                tokio::spawn(carry(near.0, far.1, is.clone(), true));
                tokio::spawn(carry(far.0, near.1, is.clone(), false));
            }
        });
        Self { url, quality }
    }

    pub fn becomes(&self, quality: Quality) {
        self.quality.send_replace(quality);
    }
}

async fn carry(
    from: OwnedReadHalf,
    mut to: OwnedWriteHalf,
    mut quality: watch::Receiver<Quality>,
    up: bool,
) {
    let mut buffer = vec![0; 64 << 10];
    loop {
        let is_there = from.readable().await;
        if is_there.is_err() || quality.wait_for(|is| *is != Quality::Dead).await.is_err() {
            return;
        }
        let is = *quality.borrow();
        let most = match is {
            Quality::Slow(bytes) if up => {
                tokio::time::sleep(Duration::from_millis(100)).await;
                bytes
            }
            _ => buffer.len(),
        };
        let count = match from.try_read(&mut buffer[..most]) {
            Ok(count @ 1..) => count,
            Err(error) if error.kind() == ErrorKind::WouldBlock => continue,
            Ok(0) | Err(_) => return,
        };
        // What was on its way when the line died does not arrive.
        if *quality.borrow() != Quality::Dead && to.write_all(&buffer[..count]).await.is_err() {
            return;
        }
    }
}
