//! The line under a connection: its bytes as they come and go, below the websocket. It knows when the other side was
//! last heard, also in the middle of a large message, and since when it takes nothing.

mod pulse;
mod together;
mod wire;

use axum::{
    extract::connect_info::Connected,
    serve::{IncomingStream, Listener},
};
use std::{
    io,
    net::SocketAddr,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};
use tokio::{
    io::{AsyncRead, ReadBuf},
    net::{TcpListener, TcpSocket, TcpStream, tcp::OwnedReadHalf},
};

pub use pulse::Pulse;
pub use together::Together;
pub use wire::Wire;

/// How much the system keeps for a client that reads slowly; it may double it. Little enough that what lies
/// there is read within seconds also on a bad line, so that the answer to a ping is not held for missing.
const SEND_BUFFER: u32 = 256 << 10; // 256 KiB

/// How many connections wait to be accepted: a workshop that comes back at once.
const BACKLOG: u32 = 1024;

/// A listener for lines as they are set here.
pub struct Lines(TcpListener);

impl Lines {
    /// Listens on an address; port 0 takes a free one.
    pub fn listen(address: SocketAddr) -> io::Result<Self> {
        let socket = match address {
            SocketAddr::V4(_) => TcpSocket::new_v4(),
            SocketAddr::V6(_) => TcpSocket::new_v6(),
        }?;
        // A server that starts again takes its port at once.
        #[cfg(unix)]
        socket.set_reuseaddr(true)?;
        // Those that are accepted inherit it.
        socket.set_send_buffer_size(SEND_BUFFER)?;
        socket.bind(address)?;
        Ok(Self(socket.listen(BACKLOG)?))
    }

    pub fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

impl Listener for Lines {
    type Io = TcpStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (TcpStream, SocketAddr) {
        let (socket, address) = Listener::accept(&mut self.0).await;
        // A letter must not wait for the next one.
        if let Err(error) = socket.set_nodelay(true) {
            tracing::debug!(%error, "a socket stays slow");
        }
        (socket, address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

/// Who is at the other end of a request's line.
#[derive(Clone)]
pub struct OtherEnd(pub SocketAddr);

impl Connected<IncomingStream<'_, Lines>> for OtherEnd {
    fn connect_info(stream: IncomingStream<'_, Lines>) -> Self {
        Self(*stream.remote_addr())
    }
}

/// One line, under a websocket.
pub struct Line {
    reading: OwnedReadHalf,
    wire: Arc<Wire>,
}

impl Line {
    /// Goes on with a socket over which HTTP spoke until now, in the runtime that this is called in.
    ///
    /// # Errors
    /// When the socket is gone.
    pub fn take_over(socket: TcpStream) -> io::Result<Self> {
        TcpStream::from_std(socket.into_std()?).map(Self::over)
    }

    pub(crate) fn over(socket: TcpStream) -> Self {
        let (reading, writing) = socket.into_split();
        Self {
            reading,
            wire: Arc::new(Wire::over(writing)),
        }
    }

    /// Its writing end.
    pub fn wire(&self) -> &Arc<Wire> {
        &self.wire
    }
}

impl AsyncRead for Line {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        ready!(Pin::new(&mut self.reading).poll_read(context, buffer))?;
        if buffer.filled().len() > before {
            self.wire.pulse.beat();
        }
        Poll::Ready(Ok(()))
    }
}
