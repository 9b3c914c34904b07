//! Writing to many sockets in one call, where the system has one for that (`io_uring` of Linux). An edit of a workshop is
//! then three calls and not sixty, and whoever reads on this machine is not let in between each two of them.

use super::{Wire, wire::Begun};
use axum::body::Bytes;
use compio_buf::BufResult;
use compio_driver::{Proactor, PushEntry, op::Send};
use rustix::net::SendFlags;
use std::{cell::RefCell, sync::Arc, time::Duration};

/// So few are written one by one: a call for all of them saves nothing.
const FEW: usize = 3;

/// How many are written in one call at most, so that the first of a crowd do not wait for the last.
const AT_ONCE: usize = 24;

/// A write that never waits, and to which a socket that is gone is an answer.
const FLAGS: SendFlags = SendFlags::DONTWAIT.union(SendFlags::NOSIGNAL);

thread_local! {
    /// How this thread asks for many writes; not at all where the system does not know it, or does not allow it (as
    /// in containers of Docker).
    ///
    /// **Invariant:** nothing is on its way in it but the writes of one call.
    static RING: RefCell<Option<Proactor>> = RefCell::new(open());
}

fn open() -> Option<Proactor> {
    let ring = Proactor::builder().capacity(2 * AT_ONCE as u32).build();
    ring.inspect_err(|error| tracing::debug!(%error, "each socket is written to by itself"))
        .ok()
        .filter(|ring| ring.driver_type().is_iouring())
}

/// One piece for each of many wires.
#[derive(Default)]
pub struct Together<'a>(Vec<Begun<'a>>);

impl<'a> Together<'a> {
    /// Adds a piece, which comes after what waits for its wire. It is the only one for that wire.
    pub fn add(&mut self, wire: &'a Arc<Wire>, piece: Bytes) {
        self.0.extend(wire.begin(piece));
    }

    /// Writes all of them; what a socket does not take now waits. One that is gone is seen by whoever reads it.
    pub fn write(self) {
        if self.0.len() <= FEW {
            return self.write_each();
        }
        RING.with_borrow_mut(|ring| match ring {
            Some(ring) => self.write_in(ring),
            None => self.write_each(),
        });
    }

    fn write_each(self) {
        for begun in self.0 {
            let _ = begun.write();
        }
    }

    fn write_in(self, ring: &mut Proactor) {
        let mut left = self.0.into_iter().peekable();
        while left.peek().is_some() {
            let group = left.by_ref().take(AT_ONCE).map(|begun| {
                let send = Send::new(begun.wire.clone(), begun.piece.clone(), FLAGS);
                (ring.push(send), begun)
            });
            let group: Vec<_> = group.collect();
            // All are done when it returns, since none of them waits.
            if let Err(error) = ring.poll(Some(Duration::ZERO)) {
                tracing::warn!(%error, "the system did not take many writes at once");
            }
            for (asked, begun) in group {
                let answer = match asked {
                    PushEntry::Pending(key) => ring.pop(key),
                    answered => answered,
                };
                match answer.take_ready() {
                    Some(BufResult(written, _)) => drop(begun.ended(written)),
                    None => begun.lost(),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::Line;
    use tokio::{
        io::AsyncReadExt,
        net::{TcpListener, TcpStream},
        time::timeout,
    };

    const MUCH: usize = 16 << 20; // 16 MiB: beyond what a system keeps for a socket
    /// After so long something never comes.
    const PATIENCE: Duration = Duration::from_secs(20);

    /// So many lines, and who reads at their other ends.
    async fn lines(count: usize) -> (Vec<Line>, Vec<TcpStream>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a listener");
        let address = listener.local_addr().expect("its address");
        let (mut lines, mut readers) = (Vec::new(), Vec::new());
        for _ in 0..count {
            readers.push(TcpStream::connect(address).await.expect("a socket"));
            let (socket, _) = listener.accept().await.expect("its other end");
            lines.push(Line::over(socket));
        }
        (lines, readers)
    }

    /// In one call, if this system knows it, and one by one.
    fn ways() -> impl Iterator<Item = fn(Together<'_>)> {
        let in_one_call: fn(Together<'_>) = |together| {
            let mut ring = open().expect("it was there before");
            together.write_in(&mut ring);
        };
        let one_by_one: fn(Together<'_>) = |together| together.write_each();
        let is_known = open().is_some();
        is_known
            .then_some(in_one_call)
            .into_iter()
            .chain([one_by_one])
    }

    fn together(lines: &[Line], piece: impl Fn(usize) -> Bytes) -> Together<'_> {
        let mut together = Together::default();
        for (number, line) in lines.iter().enumerate() {
            together.add(line.wire(), piece(number));
        }
        together
    }

    async fn read(reader: &mut TcpStream, count: usize) -> Vec<u8> {
        let mut bytes = vec![0; count];
        let came = timeout(PATIENCE, reader.read_exact(&mut bytes)).await;
        came.expect("something was not written")
            .expect("as many bytes");
        bytes
    }

    fn word(number: usize) -> Bytes {
        format!("{number:08}").into()
    }

    #[tokio::test]
    async fn each_gets_what_is_for_them() {
        let (lines, mut readers) = lines(2 * AT_ONCE + 1).await;
        for write in ways() {
            write(together(&lines, word));
            for (number, reader) in readers.iter_mut().enumerate() {
                assert_eq!(read(reader, 8).await, word(number));
            }
        }
    }

    #[tokio::test]
    async fn what_a_socket_does_not_take_comes_later_and_before_what_follows() {
        let (lines, mut readers) = lines(FEW + 1).await;
        for write in ways() {
            let much: Bytes = vec![7; MUCH].into();
            let piece = |number| {
                if number == 1 {
                    much.clone()
                } else {
                    word(number)
                }
            };
            write(together(&lines, piece));
            assert!(lines[1].wire().is_blocked() && !lines[2].wire().is_blocked());
            write(together(&lines, word));
            assert_eq!(read(&mut readers[2], 16).await, b"0000000200000002");
            let (written, came) =
                tokio::join!(lines[1].wire().unblocked(), read(&mut readers[1], MUCH + 8));
            written.expect("a socket that takes it");
            assert_eq!(came[..MUCH], *much);
            assert_eq!(came[MUCH..], *word(1));
            assert_eq!(read(&mut readers[0], 16).await, b"0000000000000000");
            read(&mut readers[3], 16).await;
        }
    }

    #[tokio::test]
    async fn one_that_is_gone_takes_nothing_from_the_others() {
        for write in ways() {
            let (lines, mut readers) = lines(FEW + 1).await;
            readers[0]
                .set_zero_linger()
                .expect("an end without a goodbye");
            drop(readers.remove(0));
            for _ in 0..3 {
                write(together(&lines, word));
            }
            assert!(!lines[0].wire().is_blocked());
            for (number, reader) in readers.iter_mut().enumerate() {
                assert_eq!(read(reader, 24).await, word(number + 1).repeat(3));
            }
            // What comes after it in the same call is looked at, too.
            write(together(&lines, |_| vec![7; MUCH].into()));
            for line in &lines[1..] {
                assert!(line.wire().is_blocked());
            }
        }
    }

    #[tokio::test]
    async fn nothing_follows_what_nobody_knows_of() {
        let (lines, mut readers) = lines(1).await;
        let begun = lines[0].wire().begin(word(1)).expect("nothing waits");
        begun.lost();
        assert!(lines[0].wire().write_one(word(2)).is_err());
        let mut rest = Vec::new();
        readers[0].read_to_end(&mut rest).await.expect("an end");
        assert_eq!(rest, b"");
    }
}
