//! A websocket of a client, as little of one as a load generator needs: thousands of them share one thread and one
//! buffer, so that what is measured is the server and not its clients. The handshake and the bytes of frames are
//! those of RFC 6455.

use anyhow::{Context, Result, bail, ensure};
use std::{cell::RefCell, io, net::SocketAddr};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    sync::Mutex,
};

const FINAL: u8 = 0x80;
const MASKED: u8 = 0x80;
const CONTINUATION: u8 = 0;
const BINARY: u8 = 2;
const CLOSE: u8 = 8;
const PING: u8 = 9;
const PONG: u8 = 10;

/// How much is read at once.
const READ: usize = 256 << 10; // 256 KiB

/// The longest answer to a handshake.
const MOST_ANSWER: usize = 8 << 10; // 8 KiB

thread_local! {
    /// What all sockets of a thread read into.
    static BUFFER: RefCell<Vec<u8>> = RefCell::new(vec![0; READ]);
}

/// Where a socket is opened.
#[derive(Debug, Clone)]
pub struct Place {
    pub address: SocketAddr,
    /// Path and query.
    pub path: String,
    /// The websocket subprotocol, if one is offered.
    pub protocol: Option<&'static str>,
}

/// An open websocket.
pub struct Socket {
    stream: TcpStream,
    /// Held while something is written, so that two writers do not mix their bytes.
    writing: Mutex<()>,
    incoming: RefCell<Incoming>,
}

/// What came and is no whole message yet.
#[derive(Default)]
struct Incoming {
    bytes: Vec<u8>,
    /// The parts of a message that came before its last.
    message: Vec<u8>,
}

impl Socket {
    pub async fn open(place: &Place) -> Result<Self> {
        let mut stream = TcpStream::connect(place.address).await?;
        stream.set_nodelay(true)?;
        let protocol = place.protocol.map_or_else(String::new, |protocol| {
            format!("Sec-WebSocket-Protocol: {protocol}\r\n")
        });
        // The key is the one of RFC 6455, section 1.3: nobody here is misled by an answer from a cache.
        let request = format!(
            "GET {} HTTP/1.1\r\nHost: {}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
             Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n{protocol}\r\n",
            place.path, place.address
        );
        stream.write_all(request.as_bytes()).await?;
        let mut answer = Vec::new();
        let end = loop {
            if let Some(at) = answer.windows(4).position(|four| four == b"\r\n\r\n") {
                break at + 4;
            }
            ensure!(answer.len() < MOST_ANSWER, "the handshake has no end");
            ensure!(
                stream.read_buf(&mut answer).await? > 0,
                "closed in the handshake"
            );
        };
        let status = String::from_utf8_lossy(&answer[..end]).into_owned();
        ensure!(
            status.starts_with("HTTP/1.1 101"),
            "not let in: {}",
            status.lines().next().unwrap_or_default()
        );
        let incoming = Incoming {
            bytes: answer.split_off(end),
            ..Incoming::default()
        };
        Ok(Self {
            stream,
            writing: Mutex::default(),
            incoming: RefCell::new(incoming),
        })
    }

    /// Writes frames that [`packet`] made.
    pub async fn send(&self, packets: &[u8]) -> io::Result<()> {
        let writing = self.writing.lock().await;
        let mut left = packets;
        while !left.is_empty() {
            match self.stream.try_write(left) {
                Ok(count) => left = &left[count..],
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    self.stream.writable().await?;
                }
                Err(error) => return Err(error),
            }
        }
        drop(writing);
        Ok(())
    }

    /// Waits for bytes and gives each binary message in them, answering pings; `false` when the other side closed.
    pub async fn hear(&self, mut message: impl FnMut(&[u8])) -> Result<bool> {
        // What came with the handshake.
        let mut pongs = self.incoming.borrow_mut().parse(&[], &mut message)?;
        if pongs.is_empty() {
            self.stream.readable().await?;
            let read = BUFFER.with_borrow_mut(|buffer| match self.stream.try_read(buffer) {
                Ok(0) => Ok(None),
                Ok(count) => {
                    let mut incoming = self.incoming.borrow_mut();
                    incoming.parse(&buffer[..count], &mut message).map(Some)
                }
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => Ok(Some(Vec::new())),
                Err(error) => Err(error).context("the line broke"),
            });
            match read? {
                Some(more) => pongs = more,
                None => return Ok(false),
            }
        }
        if !pongs.is_empty() {
            self.send(&pongs).await?;
        }
        Ok(true)
    }
}

impl Incoming {
    /// Gives each whole message of what came; the answers to pings.
    fn parse(&mut self, more: &[u8], message: &mut impl FnMut(&[u8])) -> Result<Vec<u8>> {
        let mut pongs = Vec::new();
        // Mostly nothing is left from before, and nothing is copied.
        let mut held = std::mem::take(&mut self.bytes);
        let mut left = if held.is_empty() {
            more
        } else {
            held.extend_from_slice(more);
            &held
        };
        while let Some((head, length, size)) = frame(left)? {
            let Some(payload) = left.get(size..size + length) else {
                break;
            };
            match head & 0x0f {
                CONTINUATION | BINARY if head & FINAL == 0 => self.message.extend(payload),
                CONTINUATION => {
                    self.message.extend(payload);
                    message(&std::mem::take(&mut self.message));
                }
                BINARY => message(payload),
                PING => pongs.extend(framed(PONG, payload)),
                PONG => {}
                CLOSE => bail!("closed: {}", String::from_utf8_lossy(payload)),
                other => bail!("a frame of kind {other}"),
            }
            left = &left[size + length..];
        }
        let (rest, wanted) = (
            left.len(),
            frame(left)?.map_or(0, |(_, length, size)| size + length),
        );
        self.bytes = if held.is_empty() {
            left.to_vec()
        } else {
            held.drain(..held.len() - rest);
            held
        };
        // Room for a large one at once, and not each time that more of it comes.
        self.bytes.reserve(wanted.saturating_sub(rest));
        Ok(pongs)
    }
}

/// The first byte of a frame, how long its payload is and where that begins; `None` when the head is not whole.
fn frame(bytes: &[u8]) -> Result<Option<(u8, usize, usize)>> {
    let [head, short, rest @ ..] = bytes else {
        return Ok(None);
    };
    ensure!(short & MASKED == 0, "a server does not mask");
    let (length, size) = match (short, rest) {
        (126, [a, b, ..]) => (u64::from(u16::from_be_bytes([*a, *b])), 4),
        (127, [a, b, c, d, e, f, g, h, ..]) => {
            (u64::from_be_bytes([*a, *b, *c, *d, *e, *f, *g, *h]), 10)
        }
        (126 | 127, _) => return Ok(None),
        (short, _) => (u64::from(*short), 2),
    };
    Ok(Some((*head, usize::try_from(length)?, size)))
}

/// A binary message as a client sends it, to be written as it is, as often as one likes.
pub fn packet(payload: &[u8]) -> Vec<u8> {
    framed(BINARY, payload)
}

/// Clients mask what they send. This one masks with zeros, which leaves every byte as it is: the mask protects
/// proxies from pages of the web, and there are neither here.
fn framed(kind: u8, payload: &[u8]) -> Vec<u8> {
    let mut bytes = vec![FINAL | kind];
    match (u8::try_from(payload.len()), u16::try_from(payload.len())) {
        (Ok(length @ 0..=125), _) => bytes.push(MASKED | length),
        (_, Ok(length)) => {
            bytes.push(MASKED | 126);
            bytes.extend(length.to_be_bytes());
        }
        _ => {
            bytes.push(MASKED | 127);
            bytes.extend((payload.len() as u64).to_be_bytes());
        }
    }
    bytes.extend([0; 4]);
    bytes.extend(payload);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As a server sends it.
    fn from_server(kind: u8, payload: &[u8]) -> Vec<u8> {
        let mut bytes = framed(kind, payload);
        let mask = match bytes[1] & !MASKED {
            126 => 4,
            127 => 10,
            _ => 2,
        };
        bytes[1] &= !MASKED;
        bytes.drain(mask..mask + 4);
        bytes
    }

    #[test]
    fn messages_are_found_however_the_bytes_come() -> Result<()> {
        let long = vec![7; 70_000];
        let mut bytes = from_server(BINARY, b"one");
        bytes.extend(from_server(PING, b"there?"));
        bytes.extend(from_server(BINARY, &[9; 300]));
        bytes.extend(from_server(BINARY, &long));
        let mut parts = from_server(BINARY, b"in two ");
        parts[0] &= !FINAL;
        bytes.extend(parts);
        bytes.extend(from_server(CONTINUATION, b"parts"));
        for step in [1, 2, 7, 1000, bytes.len()] {
            let (mut incoming, mut heard, mut pongs) = (Incoming::default(), Vec::new(), 0);
            for piece in bytes.chunks(step) {
                let answers = incoming.parse(piece, &mut |message| heard.push(message.to_vec()))?;
                pongs += usize::from(!answers.is_empty());
            }
            let expected = [
                b"one".to_vec(),
                vec![9; 300],
                long.clone(),
                b"in two parts".to_vec(),
            ];
            assert_eq!(heard, expected, "{step}");
            assert_eq!(pongs, 1, "{step}");
        }
        Ok(())
    }
}
