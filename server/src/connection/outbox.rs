//! What waits to be written to one socket. Nobody ever waits for a slow one: when its queue is full, what
//! can be sent again is dropped, and the room syncs the connection anew.
//!
//! Whoever filled it for many writes it at once ([`Outbox::push`]); what a socket does not take then, and all that goes
//! over requests, is the connection's to bring.

use super::packet::Packet;
use crate::line::{Together, Wire};
use std::{
    collections::VecDeque,
    future, io, mem,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tokio::sync::Notify;

use jalon_shared::protocol::{Frame, Message};

/// How much of what can be sent again waits at most: a phone that sleeps for a moment keeps up, one
/// that sleeps for long gets one merged update instead of thousands.
const MOST_FRAMES: usize = 512;
const MOST_BYTES: usize = 1 << 20; // 1 MiB

/// So much is copied into one piece, which costs less than writing several.
const LITTLE: usize = 1 << 10; // 1 KiB

/// How many answers wait at most for a client that asks and does not read: beyond that it is synced once,
/// which answers them all. So it is beyond [`MOST_BYTES`] of them beside the largest: a document is as large
/// as it is, and one of them has to do.
const MOST_ANSWERS: usize = 16;

/// How many of our own messages wait at most; beyond that the connection is closed.
const MOST_MESSAGES: usize = 512;

/// Why the server ends a connection: a websocket close code, and a word for our client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Close {
    /// The server stops; come back soon.
    Restart,
    /// This person is no longer welcome.
    Access,
    /// The document cannot be read.
    Unreadable,
    /// The disk cannot be written; what was not acknowledged is not kept.
    Storage,
    /// Too slow, or silent for too long.
    Slow,
    /// The client has another history of the workspace, which must not be merged in.
    Generation,
    /// The server has as many connections as it takes.
    Full,
    /// This person has.
    TooMany,
}

impl Close {
    pub fn code(self) -> u16 {
        match self {
            Self::Restart => 1001,
            Self::Access | Self::Slow | Self::Generation | Self::TooMany => 1008,
            Self::Unreadable => 1011,
            Self::Storage | Self::Full => 1013,
        }
    }

    pub fn word(self) -> &'static str {
        match self {
            Self::Restart => "restart",
            Self::Access => "access",
            Self::Unreadable => "unreadable",
            Self::Storage => "storage",
            Self::Slow => "slow",
            Self::Generation => "generation",
            Self::Full => "full",
            Self::TooMany => "too-many",
        }
    }
}

/// The queue towards one socket. The room fills it, the connection empties it.
pub struct Outbox {
    queue: Mutex<Queue>,
    /// Woken when there is something to take.
    filled: Notify,
    /// Woken when the end was said.
    ending: Notify,
    /// Whether the client understands our own messages.
    jalon: bool,
    /// Where it is written, if that is a socket.
    wire: Option<Arc<Wire>>,
}

#[derive(Default)]
struct Queue {
    /// Our own messages: each is sent.
    messages: VecDeque<Packet>,
    /// Updates and awareness: what can be sent again.
    frames: VecDeque<Packet>,
    /// Bytes of the frames that are no answers.
    frame_bytes: usize,
    answers: Answers,
    /// Who leads the others now: the newest says it all.
    guide: Option<Packet>,
    /// The newest acknowledgement says what all before it said.
    acknowledged: Option<u64>,
    /// Whether that waits for something that it is written with.
    rides: bool,
    /// **Invariant:** while this is set nothing is in `frames`, so that a client never sees an update
    /// after a gap.
    lag: Lag,
    close: Option<Close>,
}

impl Queue {
    fn is_empty(&self) -> bool {
        self.messages.is_empty()
            && self.frames.is_empty()
            && self.guide.is_none()
            && self.acknowledged.is_none()
    }

    /// Whether there is only an acknowledgement, which waits for something that it is written with.
    fn only_rides(&self) -> bool {
        let has_more = !self.messages.is_empty() || !self.frames.is_empty() || self.guide.is_some();
        self.rides && !has_more && self.close.is_none()
    }

    /// Whether the connection itself has something to do.
    fn has_more(&self) -> bool {
        self.lag == Lag::Dropped || self.close.is_some()
    }

    /// Takes what waits when it is one frame and nothing else, as it is mostly.
    fn only_frame(&mut self) -> Option<Packet> {
        let is_only = self.frames.len() == 1
            && self.messages.is_empty()
            && self.guide.is_none()
            && self.acknowledged.is_none();
        if !is_only {
            return None;
        }
        (self.frame_bytes, self.answers) = (0, Answers::default());
        self.frames.pop_front()
    }

    /// Takes all of it, in the order in which it is said, and keeps no room for as much.
    fn drain(&mut self) -> Vec<Packet> {
        let mut packets = Vec::from(mem::take(&mut self.messages));
        packets.extend(self.guide.take());
        packets.extend(mem::take(&mut self.frames));
        (self.frame_bytes, self.answers) = (0, Answers::default());
        self.rides = false;
        let acknowledged = self.acknowledged.take();
        packets.extend(acknowledged.map(|through| packet_of(Message::Acknowledged { through })));
        packets
    }

    /// Writes all of it, little with what others get, unless the socket is full.
    fn write<'a>(&mut self, wire: &'a Arc<Wire>, together: &mut Together<'a>) {
        if self.is_empty() || self.only_rides() || wire.is_blocked() {
            return;
        }
        if let Some(frame) = self.only_frame() {
            return together.add(wire, frame.into_bytes());
        }
        let packets = self.drain();
        let is_little = packets.iter().map(Packet::size).sum::<usize>() <= LITTLE;
        let pieces = packets.into_iter().map(Packet::into_bytes);
        if is_little {
            together.add(wire, pieces.collect::<Vec<_>>().concat().into());
        } else {
            // A socket that is gone is seen by whoever reads it.
            let _ = wire.write(pieces);
        }
    }

    /// Drops what can be sent again; the room is asked to.
    fn overflow(&mut self) {
        self.frames.clear();
        (self.frame_bytes, self.answers) = (0, Answers::default());
        self.lag = Lag::Dropped;
    }
}

fn packet_of(message: Message) -> Packet {
    Frame::Jalon(message).encode().into()
}

/// Those of the frames that were asked for.
#[derive(Default, Clone, Copy)]
struct Answers {
    count: usize,
    bytes: usize,
    /// Bytes of the largest.
    largest: usize,
}

impl Answers {
    fn and(self, frame: &Packet) -> Self {
        Self {
            count: self.count + 1,
            bytes: self.bytes + frame.size(),
            largest: self.largest.max(frame.size()),
        }
    }

    fn are_too_many(self) -> bool {
        self.count > MOST_ANSWERS || self.bytes - self.largest > MOST_BYTES
    }
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Lag {
    #[default]
    None,
    /// Frames were dropped and the room does not know yet.
    Dropped,
    /// The room was asked to sync this connection.
    Asked,
}

/// What was taken out of the queue.
pub struct Taken {
    /// To be written together; none over a socket, to which they are written already.
    pub frames: Vec<Packet>,
    /// Whether the room has to be asked to sync this connection anew.
    pub resync: bool,
    /// Whether that was all, for ever.
    pub close: Option<Close>,
}

impl Outbox {
    /// `jalon` says whether the client understands our own messages, `wire` where all is written, if that is a
    /// socket.
    pub fn new(jalon: bool, wire: Option<Arc<Wire>>) -> Self {
        Self {
            queue: Mutex::default(),
            filled: Notify::new(),
            ending: Notify::new(),
            jalon,
            wire,
        }
    }

    /// Writes what waits as far as the socket takes it. Whoever fills an outbox calls this when that is done.
    pub fn push(&self) {
        let mut together = Together::default();
        self.push_with(&mut together);
        together.write();
    }

    /// As [`Self::push`], together with what others get.
    pub fn push_with<'a>(&'a self, together: &mut Together<'a>) {
        let Some(wire) = &self.wire else {
            return;
        };
        let mut queue = self.queue();
        queue.write(wire, together);
        if queue.has_more() {
            self.filled.notify_one();
        }
    }

    /// Asks the other side for a sign and says `word`, unless a socket is full anyway.
    pub fn beat(&self, word: &Packet) {
        let Some(wire) = &self.wire else {
            return self.relay(word);
        };
        if !wire.is_blocked() {
            // A socket that is gone is seen by whoever reads it.
            let _ = wire.write([Packet::ping(), word.clone().into_bytes()]);
        }
    }

    /// Waits until a socket that was full takes something again; for ever where there is none.
    ///
    /// # Errors
    /// When it is gone.
    pub async fn unblocked(&self) -> io::Result<()> {
        match &self.wire {
            Some(wire) => wire.unblocked().await,
            None => future::pending().await,
        }
    }

    /// A frame of which all receivers share the bytes.
    pub fn relay(&self, frame: &Packet) {
        let mut queue = self.queue();
        if queue.lag != Lag::None {
            return;
        }
        if queue.frames.len() >= MOST_FRAMES || queue.frame_bytes + frame.size() > MOST_BYTES {
            queue.overflow();
        } else {
            queue.frame_bytes += frame.size();
            queue.frames.push_back(frame.clone());
        }
        drop(queue);
        self.wake();
    }

    /// What this client asked for, however large. While it lags this is left out: the sync that comes
    /// answers it too.
    pub fn answer(&self, frame: Packet) {
        let mut queue = self.queue();
        if queue.lag == Lag::None {
            queue.answers = queue.answers.and(&frame);
            if queue.answers.are_too_many() {
                queue.overflow();
            } else {
                queue.frames.push_back(frame);
            }
        }
        drop(queue);
        self.wake();
    }

    /// Everything that a client needs to be in step again, however large.
    pub fn resync(&self, frames: impl IntoIterator<Item = Packet>) {
        let mut queue = self.queue();
        queue.lag = Lag::None;
        for frame in frames {
            queue.answers = queue.answers.and(&frame);
            queue.frames.push_back(frame);
        }
        drop(queue);
        self.wake();
    }

    /// One of our own messages; a foreign client does not get it.
    pub fn say(&self, message: Message) {
        if !self.jalon {
            return;
        }
        let mut queue = self.queue();
        if let Message::Acknowledged { through } = message {
            queue.acknowledged = queue.acknowledged.max(Some(through));
            queue.rides = false;
        } else if let Message::Guide { .. } = message {
            queue.guide = Some(packet_of(message));
        } else if queue.messages.len() < MOST_MESSAGES {
            queue.messages.push_back(packet_of(message));
        } else {
            queue.close.get_or_insert(Close::Slow);
            self.ending.notify_one();
        }
        drop(queue);
        self.wake();
    }

    /// As [`Self::say`] acknowledges, but with the next thing that is written, or after [`Self::hurry`].
    pub fn acknowledge_soon(&self, through: u64) {
        if !self.jalon {
            return;
        }
        let mut queue = self.queue();
        queue.rides |= queue.acknowledged.is_none();
        queue.acknowledged = queue.acknowledged.max(Some(through));
        drop(queue);
        self.wake();
    }

    /// Lets an acknowledgement wait for nothing more; [`Self::push`] writes it.
    pub fn hurry(&self) {
        self.queue().rides = false;
    }

    /// The end: what waits is still written, then the socket is closed.
    pub fn close(&self, why: Close) {
        self.queue().close.get_or_insert(why);
        self.filled.notify_one();
        self.ending.notify_one();
    }

    /// Why it ends, if that was said.
    pub fn closing(&self) -> Option<Close> {
        self.queue().close
    }

    /// Returns when the end was said, whether or not it was written.
    pub async fn is_closing(&self) {
        while self.queue().close.is_none() {
            self.ending.notified().await;
        }
    }

    /// Waits until there is something, and takes all of it.
    pub async fn take(&self) -> Taken {
        loop {
            if let Some(taken) = self.try_take() {
                return taken;
            }
            self.filled.notified().await;
        }
    }

    /// Wakes the connection when nobody else writes what waits.
    fn wake(&self) {
        if self.wire.is_none() {
            self.filled.notify_one();
        }
    }

    fn try_take(&self) -> Option<Taken> {
        let mut queue = self.queue();
        let frames = match &self.wire {
            Some(wire) => {
                let mut together = Together::default();
                queue.write(wire, &mut together);
                together.write();
                Vec::new()
            }
            None => queue.drain(),
        };
        let resync = queue.lag == Lag::Dropped;
        if resync {
            queue.lag = Lag::Asked;
        }
        // Only after all that was said before.
        let close = queue.close.filter(|_| queue.is_empty());
        (!frames.is_empty() || resync || close.is_some()).then_some(Taken {
            frames,
            resync,
            close,
        })
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        // Nothing in here panics halfway through a change.
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::Line;
    use futures::FutureExt;
    use std::time::Duration;
    use tokio::{
        io::AsyncReadExt,
        net::{TcpListener, TcpStream},
        time::timeout,
    };

    fn packet(frame: &[u8]) -> Packet {
        frame.to_vec().into()
    }

    fn taken(outbox: &Outbox) -> Option<Taken> {
        outbox.take().now_or_never()
    }

    #[test]
    fn a_slow_one_gets_nothing_after_a_gap_until_it_is_synced() {
        let outbox = Outbox::new(true, None);
        let frame = packet(b"update");
        for _ in 0..=MOST_FRAMES {
            outbox.relay(&frame);
        }
        outbox.say(Message::Acknowledged { through: 1 });
        outbox.say(Message::Acknowledged { through: 7 });
        let first = taken(&outbox).expect("something");
        assert!(first.resync);
        assert_eq!(
            first.frames,
            [packet_of(Message::Acknowledged { through: 7 })]
        );
        outbox.relay(&frame);
        assert!(
            taken(&outbox).is_none(),
            "it is asked for once, and nothing comes before the answer"
        );
        outbox.resync([packet(b"all of it")]);
        outbox.relay(&frame);
        let second = taken(&outbox).expect("something");
        assert_eq!(second.frames, [packet(b"all of it"), frame]);
        assert!(!second.resync && second.close.is_none());
    }

    #[test]
    fn one_who_asks_and_does_not_read_is_answered_once() {
        let outbox = Outbox::new(true, None);
        for _ in 0..1_000 {
            outbox.answer(packet(b"the whole document"));
        }
        let first = taken(&outbox).expect("something");
        assert!(first.resync && first.frames.is_empty());
        outbox.resync([packet(b"all of it")]);
        assert_eq!(taken(&outbox).map(|taken| taken.frames.len()), Some(1));
        for _ in 0..MOST_ANSWERS {
            outbox.answer(packet(b"an answer"));
        }
        let all = taken(&outbox).expect("something");
        assert!(!all.resync && all.frames.len() == MOST_ANSWERS);
    }

    /// Whoever says to have something that nobody has gets an encoding of their own.
    #[test]
    fn of_large_answers_only_one_waits() {
        let outbox = Outbox::new(true, None);
        let (small, large) = (packet(b"a question"), vec![7; MOST_BYTES * 3]);
        let large = Packet::from(large);
        for frame in [&small, &large, &small] {
            outbox.answer(frame.clone());
        }
        let one = taken(&outbox).expect("something");
        assert!(!one.resync && one.frames.len() == 3);
        outbox.answer(large.clone());
        outbox.answer(large.clone());
        let dropped = taken(&outbox).expect("something");
        assert!(dropped.resync && dropped.frames.is_empty());
        outbox.resync([small.clone(), large.clone()]);
        outbox.answer(large);
        let again = taken(&outbox).expect("something");
        assert!(again.resync && again.frames.is_empty());
    }

    /// Somebody who begins and ends without rest does not fill the queues of those who read slowly.
    #[test]
    fn of_those_who_lead_only_the_last_is_told() {
        let outbox = Outbox::new(true, None);
        for _ in 0..2 * MOST_MESSAGES {
            let person = Some(jalon_shared::PersonId::from(uuid::Uuid::nil()));
            outbox.say(Message::Guide { person });
            outbox.say(Message::Guide { person: None });
        }
        let all = taken(&outbox).expect("something");
        assert_eq!(all.frames, [packet_of(Message::Guide { person: None })]);
        assert!(all.close.is_none());
    }

    /// An outbox over a socket, and the other end of that.
    async fn over_a_socket() -> (Outbox, Line, TcpStream) {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a listener");
        let address = listener.local_addr().expect("its address");
        let reader = TcpStream::connect(address).await.expect("a socket");
        let (socket, _) = listener.accept().await.expect("its other end");
        socket
            .writable()
            .await
            .expect("a socket that takes something");
        let line = Line::over(socket);
        let outbox = Outbox::new(true, Some(line.wire().clone()));
        (outbox, line, reader)
    }

    #[tokio::test]
    async fn an_acknowledgement_that_has_time_is_written_with_the_next_thing() {
        let acknowledged = |through| packet_of(Message::Acknowledged { through }).into_bytes();
        let update = packet(b"update");
        let (outbox, _line, mut reader) = over_a_socket().await;
        outbox.acknowledge_soon(1);
        outbox.acknowledge_soon(2);
        outbox.push();
        // Had it been written, it would come first.
        outbox.relay(&update);
        outbox.push();
        outbox.acknowledge_soon(3);
        outbox.hurry();
        outbox.push();
        // One that was promised at once does not wait for one that is not.
        outbox.say(Message::Acknowledged { through: 4 });
        outbox.acknowledge_soon(5);
        outbox.push();
        // Whoever is sent away hears what is kept of theirs.
        outbox.acknowledge_soon(6);
        outbox.close(Close::Restart);
        outbox.push();
        let expected = [
            update.into_bytes(),
            acknowledged(2),
            acknowledged(3),
            acknowledged(5),
            acknowledged(6),
        ]
        .concat();
        let mut came = vec![0; expected.len()];
        let read = timeout(Duration::from_secs(20), reader.read_exact(&mut came)).await;
        read.expect("something was not written")
            .expect("as many bytes");
        assert_eq!(came, expected);
    }

    #[test]
    fn a_foreign_client_gets_none_of_our_messages() {
        let outbox = Outbox::new(false, None);
        outbox.say(Message::Acknowledged { through: 1 });
        assert!(taken(&outbox).is_none());
        outbox.close(Close::Access);
        assert_eq!(
            taken(&outbox).and_then(|taken| taken.close),
            Some(Close::Access)
        );
    }
}
