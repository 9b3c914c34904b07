//! A websocket over a line (RFC 6455): what comes is taken apart by `tungstenite`, and what is said is written whole, so
//! that others can write to the same wire. It keeps next to nothing for somebody who says nothing.

use super::{LAST_WORD, MAX_PACKET};
use crate::line::{Line, Wire};
use axum::body::Bytes;
use futures::{Sink, Stream};
use std::{
    cell::RefCell,
    future::poll_fn,
    io::{self, Read, Write},
    pin::{Pin, pin},
    sync::Arc,
    task::{Context, Poll, ready},
};
use tokio::{
    io::{AsyncRead, ReadBuf},
    time::timeout,
};
use tungstenite::{
    Error, Message,
    protocol::{
        Role, WebSocketConfig, WebSocketContext,
        frame::{
            Frame,
            coding::{Data, OpCode},
        },
    },
};

/// How much is read from a socket at once. All that a thread serves share one such buffer.
const AT_ONCE: usize = 16 << 10; // 16 KiB

/// How much room each socket has for a frame that is being taken apart, and makes larger when one is: what people type is
/// some hundred bytes.
const FRAME: usize = 256;

/// How many bytes of answers to pings wait for somebody who reads nothing, beside what the room gave; then only the last
/// ping is answered, which is what the protocol asks for.
const MOST_WAITING: usize = 64 << 10; // 64 KiB

thread_local! {
    static CAME: RefCell<Vec<u8>> = RefCell::new(vec![0; AT_ONCE]);
}

/// What comes over a websocket, until it ends.
pub struct Hearing {
    line: Line,
    protocol: WebSocketContext,
    /// What came and was not taken apart yet.
    came: Bytes,
}

impl Hearing {
    /// A line over which HTTP spoke until now, and what it read beyond that.
    pub fn over(line: Line, came: Bytes) -> Self {
        let config = WebSocketConfig::default()
            .max_message_size(Some(MAX_PACKET))
            .max_frame_size(Some(MAX_PACKET))
            .read_buffer_size(FRAME)
            .write_buffer_size(0)
            .max_write_buffer_size(FRAME);
        Self {
            line,
            protocol: WebSocketContext::new(Role::Server, Some(config)),
            came,
        }
    }

    /// Ends the line, and reads what the other side still says, until it has heard the last word and ends it too. A socket
    /// that is closed before all that came was read cuts the other side off: it might not hear why.
    pub async fn hear_out(mut self) {
        let _ = self.line.wire().shut_down();
        let until_the_end = poll_fn(|context| {
            while matches!(ready!(self.poll_come(context)), Ok(came) if !came.is_empty()) {}
            Poll::Ready(())
        });
        let _ = timeout(LAST_WORD, until_the_end).await;
    }

    /// The next message in what came, if there is a whole one.
    fn take_apart(&mut self) -> Result<Message, Error> {
        let Self {
            line,
            protocol,
            came,
        } = self;
        let mut ends = Ends {
            came,
            wire: line.wire(),
        };
        let message = protocol.read(&mut ends);
        if let Ok(Message::Close(_)) = message {
            // The answer to a goodbye, with which it ends.
            let _ = protocol.flush(&mut ends);
        }
        message
    }

    /// Reads what came over the line; nothing at its end.
    fn poll_come(&mut self, context: &mut Context<'_>) -> Poll<io::Result<Bytes>> {
        CAME.with_borrow_mut(|buffer| {
            let mut buffer = ReadBuf::new(buffer);
            ready!(pin!(&mut self.line).poll_read(context, &mut buffer))?;
            Poll::Ready(Ok(Bytes::copy_from_slice(buffer.filled())))
        })
    }
}

impl Stream for Hearing {
    type Item = Message;

    /// The next message. Whatever breaks the line or its rules is the end.
    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Message>> {
        loop {
            match self.take_apart() {
                Ok(message) => return Poll::Ready(Some(message)),
                Err(Error::Io(error)) if error.kind() == io::ErrorKind::WouldBlock => {}
                Err(error) => {
                    tracing::debug!(%error, "a websocket ended");
                    return Poll::Ready(None);
                }
            }
            match ready!(self.poll_come(context)) {
                Ok(came) if !came.is_empty() => self.came = came,
                _ => return Poll::Ready(None),
            }
        }
    }
}

/// Both ends of a line, as the protocol reads and writes them.
struct Ends<'s> {
    came: &'s mut Bytes,
    wire: &'s Arc<Wire>,
}

impl Read for Ends<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.came.is_empty() {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        let count = buffer.len().min(self.came.len());
        buffer[..count].copy_from_slice(&self.came.split_to(count));
        Ok(count)
    }
}

impl Write for Ends<'_> {
    /// Answers to pings, and to a goodbye: whole, or not yet.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.wire.how_much_waits() > MOST_WAITING {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        self.wire.write_one(Bytes::copy_from_slice(bytes))?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What is said over a websocket by its connection itself: mostly only why it ends.
pub struct Saying(pub Arc<Wire>);

impl Sink<Message> for Saying {
    type Error = io::Error;

    fn poll_ready(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn start_send(self: Pin<&mut Self>, message: Message) -> io::Result<()> {
        let frame = match message {
            Message::Binary(bytes) => Frame::message(bytes, OpCode::Data(Data::Binary), true),
            Message::Text(text) => Frame::message(text, OpCode::Data(Data::Text), true),
            Message::Ping(bytes) => Frame::ping(bytes),
            Message::Pong(bytes) => Frame::pong(bytes),
            Message::Close(why) => Frame::close(why),
            Message::Frame(frame) => frame,
        };
        let mut bytes = Vec::with_capacity(frame.len());
        frame.format(&mut bytes).map_err(io::Error::other)?;
        self.0.write_one(bytes.into())
    }

    fn poll_flush(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.0.poll_written(context)
    }

    fn poll_close(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.poll_flush(context)
    }
}
