//! A connection: one websocket, or what stands for one. It reads frames and brings them to the room, and writes what waits in its
//! outbox. What a frame means is the room's business, and who may come in was asked before.

use crate::{
    access::Identity,
    hub::Hub,
    line::{Pulse, Wire},
    metrics::Metrics,
    room::{Claim, MAX_UPDATE},
    store::Store,
    watch::Watch,
};
use futures::{Sink, Stream};
use jalon_shared::{Role, WorkspaceId, protocol::Frame};
use std::{io, sync::Arc, time::Duration};
use tokio::time::{Instant, sleep, timeout_at};
use tungstenite::Message as Said;

mod coming;
pub mod crowd;
pub mod outbox;
mod pace;
pub mod packet;
mod reading;
pub mod websocket;
mod writing;

use coming::{Here, come_in, note_left};
use crowd::Crowd;
use outbox::Close;
use packet::Packet;
use reading::read;
use writing::{end, write};

/// The most bytes of one websocket message. What is larger ends the connection; what lies between this and
/// [`MAX_UPDATE`] is refused in words.
pub const MAX_PACKET: usize = 4 * MAX_UPDATE;

/// How long the other side may take nothing of what is written to it, though it goes on talking.
const STUCK: Duration = Duration::from_secs(30);

/// How long the other side has to take the last word, and again to answer it.
pub const LAST_WORD: Duration = Duration::from_secs(2);

/// What every connection works with.
pub struct Surroundings {
    pub hub: Hub,
    pub watch: Watch,
    pub store: Store,
    pub metrics: Arc<Metrics>,
    pub crowd: Crowd,
    pub heartbeat: Heartbeat,
    /// What those hear that do not see pings, as often.
    pub beat: Packet,
}

/// How a connection that died without a word is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heartbeat {
    /// How often the other side is asked for a sign. Foreign clients do not see pings and go away after 30 s
    /// of silence: they hear a frame as often.
    pub ping: Duration,
    /// After this long without one it is gone. Longer than two pings, so that a wifi that swallows one does
    /// not make people flicker.
    pub silence: Duration,
}

impl Default for Heartbeat {
    fn default() -> Self {
        Self {
            ping: Duration::from_secs(5),
            silence: Duration::from_secs(12),
        }
    }
}

/// A frame that says nothing.
pub fn beat() -> Packet {
    let entries = Vec::new();
    Frame::Awareness { entries }.encode().into()
}

/// Who is at the other end, and where they want in.
pub struct Caller {
    pub workspace: WorkspaceId,
    pub identity: Identity,
    pub role: Role,
    /// Whether the client understands our own messages.
    pub jalon: bool,
    /// Which history of the workspace the client says it has.
    pub claim: Claim,
}

/// What they come over.
pub enum Way {
    /// What is for this client is written to it by whoever has it.
    Socket(Arc<Wire>),
    /// Requests, which say when there was one.
    Requests(Arc<Pulse>),
}

impl Way {
    fn pulse(&self) -> &Arc<Pulse> {
        match self {
            Self::Socket(wire) => &wire.pulse,
            Self::Requests(pulse) => pulse,
        }
    }

    fn wire(&self) -> Option<&Arc<Wire>> {
        match self {
            Self::Socket(wire) => Some(wire),
            Self::Requests(_) => None,
        }
    }
}

/// Serves the two halves of a socket until it ends, and the last word is said.
///
/// Thousands of people mostly only are here. So what is needed to come in and to go is put elsewhere for that while.
pub async fn serve(
    mut sink: impl Sink<Said, Error = io::Error> + Unpin,
    mut stream: impl Stream<Item = Said> + Unpin,
    caller: Box<Caller>,
    way: Way,
    around: Arc<Surroundings>,
) {
    let open = Open::new(around.metrics.clone());
    let here = match Box::pin(come_in(caller, way, &around)).await {
        Ok(here) => here,
        Err(why) => return Box::pin(end(&mut sink, why)).await,
    };
    // Made in here and not before, so that a connection holds room for each of them once.
    let why = tokio::select! {
        // The other side went, or the room did, which says why.
        () = read(&mut stream, &here, &around.metrics) => here.outbox.closing(),
        why = write(&mut sink, &here) => why,
        why = keep_up(&here, &around) => why,
    };
    Box::pin(go(here, &around, why, &mut sink)).await;
    drop(open);
}

/// Asks the other side for a sign, now and then; returns when it is gone, and why. Whoever reads nothing does not stay
/// because the last word cannot be said.
async fn keep_up(here: &Here, around: &Surroundings) -> Option<Close> {
    let mut beat_at = Instant::now();
    loop {
        let next = match look_after(here, around, &mut beat_at) {
            Ok(next) => next,
            Err(why) => return Some(why),
        };
        if timeout_at(next, here.outbox.is_closing()).await.is_ok() {
            sleep(LAST_WORD).await;
            return None;
        }
    }
}

/// Asks for a sign when it is time to; when to look again, or why not.
fn look_after(here: &Here, around: &Surroundings, beat_at: &mut Instant) -> Result<Instant, Close> {
    let Heartbeat { ping, silence } = around.heartbeat;
    let now = Instant::now();
    if *beat_at <= now {
        here.outbox.beat(&around.beat);
        *beat_at = now + ping;
    }
    let silent_in = silence.saturating_sub(here.pulse.is_silent_for());
    if silent_in.is_zero() {
        around.metrics.half_open.inc();
        return Err(Close::Slow);
    }
    // Whoever takes nothing from now on is stuck as long as this lasts.
    let stuck_in = STUCK.saturating_sub(here.pulse.is_stuck_for());
    if stuck_in.is_zero() {
        return Err(Close::Slow);
    }
    Ok((now + silent_in.min(stuck_in)).min(*beat_at))
}

/// Goes away, and says why if that is to be said.
async fn go(
    here: Here,
    around: &Surroundings,
    why: Option<Close>,
    sink: &mut (impl Sink<Said, Error = io::Error> + Unpin),
) {
    let Here {
        workspace,
        person,
        is_person,
        watched,
        seated,
        place,
        ..
    } = here;
    drop((watched, seated));
    if is_person {
        note_left(workspace, person, &around.store).await;
    }
    if let Some(why) = why {
        end(sink, why).await;
    }
    tracing::info!(%workspace, %person, "disconnected");
    drop(place);
}

/// Counts an open connection.
struct Open(Arc<Metrics>);

impl Open {
    fn new(metrics: Arc<Metrics>) -> Self {
        metrics.connections.inc();
        Self(metrics)
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.connections.dec();
    }
}
