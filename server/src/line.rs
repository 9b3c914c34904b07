//! The line under a connection: its bytes as they come and go, below HTTP and websocket. It knows when the
//! other side was last heard, also in the middle of a large message, and since when it takes nothing.

use axum::{
    extract::connect_info::Connected,
    serve::{IncomingStream, Listener},
};
use std::{
    io::{self, IoSlice},
    net::SocketAddr,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    task::{Context, Poll, ready},
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpListener, TcpSocket, TcpStream},
    time::{Instant, sleep},
};

/// How much the system keeps for a client that reads slowly; it may double it. Little enough that what lies
/// there is read within seconds also on a bad line, so that the answer to a ping is not held for missing.
const SEND_BUFFER: u32 = 256 << 10; // 256 KiB

/// How many connections wait to be accepted: a workshop that comes back at once.
const BACKLOG: u32 = 1024;

/// A listener whose lines know their pulse.
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
    type Io = Line;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Line, SocketAddr) {
        let (socket, address) = Listener::accept(&mut self.0).await;
        // A letter must not wait for the next one.
        if let Err(error) = socket.set_nodelay(true) {
            tracing::debug!(%error, "a socket stays slow");
        }
        (Line::over(socket), address)
    }

    fn local_addr(&self) -> io::Result<SocketAddr> {
        self.0.local_addr()
    }
}

/// Who is at the other end of a request's line.
#[derive(Clone)]
pub struct OtherEnd {
    pub address: SocketAddr,
    pub pulse: Arc<Pulse>,
}

impl Connected<IncomingStream<'_, Lines>> for OtherEnd {
    fn connect_info(stream: IncomingStream<'_, Lines>) -> Self {
        Self {
            address: *stream.remote_addr(),
            pulse: stream.io().pulse.clone(),
        }
    }
}

/// One line.
pub struct Line {
    socket: TcpStream,
    pulse: Arc<Pulse>,
}

impl Line {
    fn over(socket: TcpStream) -> Self {
        Self {
            socket,
            pulse: Arc::new(Pulse::default()),
        }
    }

    /// Notes how a write went. One that had to wait and goes on proves that the other side took something;
    /// one that did not has only filled a buffer of this machine.
    fn wrote<T>(&self, written: &Poll<io::Result<T>>) {
        match written {
            Poll::Pending => self.pulse.sticks(self.pulse.now()),
            Poll::Ready(_) => self.pulse.goes_on(self.pulse.now()),
        }
    }
}

impl AsyncRead for Line {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        ready!(Pin::new(&mut self.socket).poll_read(context, buffer))?;
        if buffer.filled().len() > before {
            self.pulse.beat();
        }
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Line {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.socket).poll_write(context, bytes);
        self.wrote(&written);
        written
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.socket).poll_write_vectored(context, parts);
        self.wrote(&written);
        written
    }

    fn is_write_vectored(&self) -> bool {
        self.socket.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.socket).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.socket).poll_shutdown(context)
    }
}

/// When the other side of a line last gave a sign.
pub struct Pulse {
    start: Instant,
    /// In milliseconds after `start`.
    last: AtomicU64,
    /// Since when it takes nothing of what is written, the same way and one more; 0 while it does.
    stuck: AtomicU64,
}

impl Default for Pulse {
    fn default() -> Self {
        Self {
            start: Instant::now(),
            last: AtomicU64::new(0),
            stuck: AtomicU64::new(0),
        }
    }
}

impl Pulse {
    /// Returns when the other side gave no sign for as long as `silence`.
    pub async fn silent_for(&self, silence: Duration) {
        loop {
            match silence.checked_sub(self.silence(self.now())) {
                Some(left) if !left.is_zero() => sleep(left).await,
                _ => return,
            }
        }
    }

    /// Returns when the other side took nothing of what was written for as long as `patience`, though it may
    /// go on talking.
    pub async fn stuck_for(&self, patience: Duration) {
        /// How exactly that is known.
        const LOOK: Duration = Duration::from_secs(1);
        while self.stuck(self.now()) < patience {
            sleep(LOOK).await;
        }
    }

    /// The other side gave a sign.
    pub fn beat(&self) {
        self.beats(self.now());
    }

    /// Milliseconds after the start.
    fn now(&self) -> u64 {
        u64::try_from(self.start.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    fn beats(&self, now: u64) {
        self.last.store(now, Ordering::Relaxed);
    }

    fn sticks(&self, now: u64) {
        let _ = self
            .stuck
            .compare_exchange(0, now + 1, Ordering::Relaxed, Ordering::Relaxed);
    }

    fn goes_on(&self, now: u64) {
        if self.stuck.swap(0, Ordering::Relaxed) > 0 {
            self.beats(now);
        }
    }

    fn silence(&self, now: u64) -> Duration {
        Duration::from_millis(now.saturating_sub(self.last.load(Ordering::Relaxed)))
    }

    fn stuck(&self, now: u64) -> Duration {
        match self.stuck.load(Ordering::Relaxed) {
            0 => Duration::ZERO,
            since => Duration::from_millis((now + 1).saturating_sub(since)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn silence_is_counted_from_the_last_sign() {
        let pulse = Pulse::default();
        assert_eq!(pulse.silence(9_000), Duration::from_secs(9));
        pulse.beats(9_000);
        assert_eq!(pulse.silence(19_000), Duration::from_secs(10));
    }

    #[test]
    fn only_a_write_that_had_to_wait_is_a_sign() {
        let pulse = Pulse::default();
        // Into a buffer of this machine.
        pulse.goes_on(9_000);
        assert_eq!(pulse.silence(10_000), Duration::from_secs(10));
        assert_eq!(pulse.stuck(10_000), Duration::ZERO);
        pulse.sticks(10_000);
        pulse.sticks(14_000);
        assert_eq!(pulse.stuck(15_000), Duration::from_secs(5));
        pulse.goes_on(15_000);
        assert_eq!(pulse.stuck(16_000), Duration::ZERO);
        assert_eq!(pulse.silence(16_000), Duration::from_secs(1));
    }
}
