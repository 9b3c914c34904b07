//! The writing end of a line, which several may share: the room that has something for everybody writes it here by
//! itself, without waking the task of each connection. Each of them writes whole frames, and what the socket does
//! not take at once waits here in its order.

use super::Pulse;
use axum::body::Bytes;
use std::{
    collections::VecDeque,
    future::poll_fn,
    io::{self, IoSlice},
    net::Shutdown,
    os::fd::{AsFd, BorrowedFd},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll, ready},
};
use tokio::{
    net::{TcpStream, tcp::OwnedWriteHalf},
    sync::Notify,
};

/// How many pieces go to the system at once: what Linux takes.
const PIECES: usize = 1024;

pub struct Wire {
    socket: OwnedWriteHalf,
    pub pulse: Arc<Pulse>,
    waiting: Mutex<Waiting>,
    /// Woken when something begins to wait.
    blocked: Notify,
}

/// A write of one piece that has begun: whoever holds it asks the system, and says what it answered.
pub(super) struct Begun<'a> {
    pub(super) wire: &'a Arc<Wire>,
    pub(super) piece: Bytes,
    waiting: MutexGuard<'a, Waiting>,
}

/// What the socket did not take yet, oldest first.
#[derive(Default)]
struct Waiting {
    pieces: VecDeque<Bytes>,
    bytes: usize,
}

impl Wire {
    pub(super) fn over(socket: OwnedWriteHalf) -> Self {
        Self {
            socket,
            pulse: Arc::default(),
            waiting: Mutex::default(),
            blocked: Notify::new(),
        }
    }

    /// Writes pieces together, after what waits; what the socket does not take now waits.
    ///
    /// # Errors
    /// When the socket is gone.
    pub fn write(&self, pieces: impl IntoIterator<Item = Bytes>) -> io::Result<()> {
        let mut waiting = self.waiting();
        let was_blocked = waiting.bytes > 0;
        for piece in pieces {
            waiting.add(piece);
        }
        // The socket is asked again when it says that it takes something.
        if !was_blocked {
            self.write_waiting(&mut waiting)?;
            self.tell_blocked(&waiting);
        }
        Ok(())
    }

    /// Writes one piece, as [`Self::write`] does: mostly there is one, and the socket takes it.
    ///
    /// # Errors
    /// When the socket is gone.
    pub fn write_one(self: &Arc<Self>, piece: Bytes) -> io::Result<()> {
        self.begin(piece).map_or(Ok(()), Begun::write)
    }

    /// Begins to write one piece; `None` when it has to wait. Nobody else writes before that is ended.
    pub(super) fn begin(self: &Arc<Self>, piece: Bytes) -> Option<Begun<'_>> {
        let mut waiting = self.waiting();
        if waiting.bytes > 0 {
            waiting.add(piece);
            return None;
        }
        Some(Begun {
            wire: self,
            piece,
            waiting,
        })
    }

    fn tell_blocked(&self, waiting: &Waiting) {
        if waiting.bytes > 0 {
            self.blocked.notify_one();
        }
    }

    /// Whether something waits that the socket did not take.
    pub fn is_blocked(&self) -> bool {
        self.how_much_waits() > 0
    }

    /// How many bytes the socket did not take.
    pub fn how_much_waits(&self) -> usize {
        self.waiting().bytes
    }

    /// Waits until something waits, and then until nothing does. May be dropped and called again.
    ///
    /// # Errors
    /// When the socket is gone.
    pub async fn unblocked(&self) -> io::Result<()> {
        while !self.is_blocked() {
            self.blocked.notified().await;
        }
        poll_fn(|context| self.poll_written(context)).await
    }

    /// Whether nothing waits any more. Only the task of the connection asks: a socket wakes one who writes.
    ///
    /// # Errors
    /// When the socket is gone.
    pub fn poll_written(&self, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        while self.is_blocked() {
            ready!(self.stream().poll_write_ready(context))?;
            self.write_waiting(&mut self.waiting())?;
        }
        Poll::Ready(Ok(()))
    }

    /// Says that nothing more is written.
    ///
    /// # Errors
    /// When the socket is gone.
    pub fn shut_down(&self) -> io::Result<()> {
        match socket2::SockRef::from(self.stream()).shutdown(Shutdown::Write) {
            // The other side was quicker.
            Err(error) if error.kind() == io::ErrorKind::NotConnected => Ok(()),
            ended => ended,
        }
    }

    /// Writes of what waits as much as the socket takes.
    fn write_waiting(&self, waiting: &mut Waiting) -> io::Result<()> {
        while waiting.bytes > 0 {
            let pieces = waiting.pieces.iter().take(PIECES);
            let parts: Vec<IoSlice<'_>> = pieces.map(|piece| IoSlice::new(piece)).collect();
            match self.noted(self.socket.try_write_vectored(&parts)) {
                Ok(written) => waiting.went(written),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Ok(()),
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Notes how a write went. One that had to wait and goes on proves that the other side took something; one that
    /// did not has only filled a buffer of this machine.
    fn noted(&self, written: io::Result<usize>) -> io::Result<usize> {
        match &written {
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => self.pulse.sticks_now(),
            _ => self.pulse.goes_on_now(),
        }
        written
    }

    fn stream(&self) -> &TcpStream {
        self.socket.as_ref()
    }

    fn waiting(&self) -> MutexGuard<'_, Waiting> {
        // Nothing in here panics halfway through a change.
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl AsFd for Wire {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.stream().as_fd()
    }
}

impl Begun<'_> {
    /// Asks the system by itself.
    pub(super) fn write(self) -> io::Result<()> {
        let written = self.wire.socket.try_write(&self.piece);
        self.ended(written)
    }

    /// So many bytes were taken, or why none were; the rest waits.
    pub(super) fn ended(mut self, written: io::Result<usize>) -> io::Result<()> {
        match self.wire.noted(written) {
            Ok(written) if written == self.piece.len() => return Ok(()),
            Ok(written) => drop(self.piece.split_to(written)),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {}
            Err(error) => return Err(error),
        }
        self.waiting.add(self.piece);
        self.wire.tell_blocked(&self.waiting);
        Ok(())
    }

    /// Nobody knows how much was taken, so nothing can follow: the other side comes back and is synced anew.
    pub(super) fn lost(self) {
        // A socket that is gone already is what is wanted.
        let _ = socket2::SockRef::from(self.wire.stream()).shutdown(Shutdown::Both);
    }
}

impl Waiting {
    fn add(&mut self, piece: Bytes) {
        self.bytes += piece.len();
        self.pieces.push_back(piece);
    }

    /// So many bytes were written.
    fn went(&mut self, mut count: usize) {
        self.bytes -= count;
        while count > 0
            && let Some(first) = self.pieces.front_mut()
        {
            if count < first.len() {
                let _ = first.split_to(count);
                return;
            }
            count -= first.len();
            self.pieces.pop_front();
        }
        if self.bytes == 0 {
            // Mostly nothing waits, and nobody keeps room for it.
            self.pieces = VecDeque::new();
        }
    }
}
