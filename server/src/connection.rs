//! A connection: one websocket, or what stands for one. It reads frames and brings them to the room, and writes what waits in its
//! outbox. What a frame means is the room's business, and who may come in was asked before.

use crate::{
    access::Identity,
    hub::Hub,
    line::{Pulse, Wire},
    metrics::Metrics,
    room::{self, Claim, ConnectionId, Event, MAX_UPDATE, Repetitions, RoomError, Seat},
    store::{Store, StoreError, activity, people},
    watch::{Guest, Watch, Watched},
};
use futures::{
    Sink, SinkExt, Stream, StreamExt,
    future::{BoxFuture, Either, Ready, ready},
};
use jalon_shared::{
    PersonId, Role, WorkspaceId,
    protocol::{AwarenessEntry, Frame, Message, Refusal},
};
use std::{
    io,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use tokio::{
    sync::{
        mpsc::{self, error::TrySendError},
        oneshot,
    },
    time::{Instant, sleep, timeout, timeout_at},
};
use tungstenite::{Message as Said, protocol::CloseFrame};

pub mod crowd;
pub mod outbox;
mod pace;
pub mod packet;
pub mod websocket;

use crowd::{Crowd, Crowded, Place};
use outbox::{Close, Outbox, Taken};
use pace::{Kind, Pace};
use packet::Packet;

/// The most bytes of one websocket message. What is larger ends the connection; what lies between this and
/// [`MAX_UPDATE`] is refused in words.
pub const MAX_PACKET: usize = 4 * MAX_UPDATE;

/// The most bytes of a frame that says who is where. Some clients say again what they hear of sixty others.
const MAX_AWARENESS: usize = 64 << 10; // 64 KiB

/// The most bytes of what one client says of itself, as JSON: a place and a caret are a tenth of it.
const MAX_STATE: usize = 4 << 10; // 4 KiB

/// How many clients one such frame may speak of.
const MOST_ENTRIES: usize = 256;

/// How long the other side may take nothing of what is written to it, though it goes on talking.
const STUCK: Duration = Duration::from_secs(30);

/// How long the other side has to take the last word, and again to answer it.
pub const LAST_WORD: Duration = Duration::from_secs(2);

/// How often a connection knocks at a room that is just leaving memory.
const KNOCKS: usize = 5;

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
    pub pulse: Arc<Pulse>,
    /// The socket itself, if there is one: what is for this client is written to it by whoever has it.
    pub wire: Option<Arc<Wire>>,
}

/// Serves the two halves of a socket until it ends, and the last word is said.
///
/// Thousands of people mostly only are here. So what is needed to come in and to go is put elsewhere for that while.
pub async fn serve(
    mut sink: impl Sink<Said, Error = io::Error> + Unpin,
    mut stream: impl Stream<Item = Said> + Unpin,
    caller: Box<Caller>,
    around: Arc<Surroundings>,
) {
    let open = Open::new(around.metrics.clone());
    let here = match Box::pin(come_in(caller, &around)).await {
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

/// Somebody who came in.
struct Here {
    workspace: WorkspaceId,
    person: PersonId,
    /// Whether they are somebody, and not a script.
    is_person: bool,
    pulse: Arc<Pulse>,
    outbox: Arc<Outbox>,
    seated: Seated,
    watched: Watched,
    place: Place,
}

impl Here {
    fn id(&self) -> ConnectionId {
        self.seated.id
    }

    fn room(&self) -> &mpsc::Sender<Event> {
        &self.seated.room
    }
}

/// Finds a place, takes a seat in the room, and is under watch from then on.
async fn come_in(caller: Box<Caller>, around: &Surroundings) -> Result<Here, Close> {
    let (workspace, person) = (caller.workspace, caller.identity.person);
    let place = around.crowd.enter(person).map_err(|crowded| {
        around.metrics.turned_away.inc();
        tracing::warn!(%person, ?crowded, "no place for a connection");
        Close::from(crowded)
    })?;
    let outbox = Arc::new(Outbox::new(caller.jalon, caller.wire.clone()));
    let id = ConnectionId(NEXT.fetch_add(1, Ordering::Relaxed));
    // Leaves the room on every way out of here.
    let seated = Seated {
        room: enter(&caller, around, id, &outbox).await?,
        id,
    };
    tracing::info!(%workspace, %person, role = ?caller.role, "connected");
    let watched = put_under_watch(&caller, around, id)
        .await
        .map_err(|error| {
            tracing::error!(%error, "a role could not be checked");
            Close::Storage
        })?;
    Ok(Here {
        workspace,
        person,
        is_person: caller.identity.scope.is_none(),
        pulse: caller.pulse,
        outbox,
        seated,
        watched,
        place,
    })
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

/// Remembers until when somebody saw what the others do. Nobody waits for it, and a list that begins earlier is
/// no harm.
async fn note_left(workspace: WorkspaceId, person: PersonId, store: &Store) {
    let noted = store.begin_write(move |connection| activity::left(connection, workspace, person));
    drop::<oneshot::Receiver<Result<(), StoreError>>>(noted.await);
}

static NEXT: AtomicU64 = AtomicU64::new(1);

/// Takes a seat in the room.
async fn enter(
    caller: &Caller,
    around: &Surroundings,
    id: ConnectionId,
    outbox: &Arc<Outbox>,
) -> Result<mpsc::Sender<Event>, Close> {
    let person = caller.identity.person;
    let names: Result<_, StoreError> = around
        .store
        .read(move |connection| people::names(connection, person))
        .await;
    let names = names.map_err(|error| {
        tracing::error!(%error, %person, "the names of somebody cannot be read");
        Close::Storage
    })?;
    for _ in 0..KNOCKS {
        let room = around
            .hub
            .open(caller.workspace)
            .await
            .map_err(|_| Close::Restart)?;
        let (reply, answer) = oneshot::channel();
        let seat = Seat {
            person: caller.identity.person,
            name: caller.identity.name.clone(),
            names: names.clone(),
            role: caller.role,
            outbox: outbox.clone(),
            state_vector: None,
            claim: caller.claim,
            repetitions: Repetitions::default(),
        };
        let _ = room
            .send(Event::Join {
                connection: id,
                seat,
                reply,
            })
            .await;
        match answer.await {
            Ok(Ok(())) => return Ok(room),
            Err(_) | Ok(Err(RoomError::Closed)) => {}
            // The room has logged what it is.
            Ok(Err(RoomError::Unreadable(_) | RoomError::Empty | RoomError::Damaged(_))) => {
                return Err(Close::Unreadable);
            }
            Ok(Err(RoomError::Store(_))) => return Err(Close::Storage),
            Ok(Err(RoomError::OtherGeneration)) => return Err(Close::Generation),
        }
    }
    Err(Close::Restart)
}

/// Between the question who may come in and the seat in the room a role may have been taken away; from
/// now on the watch sees it.
async fn put_under_watch(
    caller: &Caller,
    around: &Surroundings,
    id: ConnectionId,
) -> Result<Watched, StoreError> {
    let (identity, workspace) = (&caller.identity, caller.workspace);
    let guest = Guest {
        access: identity.access.clone(),
        workspace,
        role: caller.role,
        expires_at: identity.expires_at,
    };
    let watched = around.watch.over(id, guest);
    let unchanged = around.watch.look_at(id).await?;
    // Scripts do not take part; people do. A full disk does not keep them from reading.
    if unchanged && identity.scope.is_none() {
        let access = identity.access.clone();
        let noted = room::note_connected(&around.store, workspace, identity.person, access).await;
        if let Err(error) = noted {
            tracing::warn!(%error, person = %identity.person, "not noted that somebody opened a workspace");
        }
    }
    Ok(watched)
}

/// Brings what comes from the socket to the room, until it ends.
async fn read(stream: &mut (impl Stream<Item = Said> + Unpin), here: &Here, metrics: &Metrics) {
    let (mut updates, mut pace) = (0, Pace::new());
    while let Some(said) = stream.next().await {
        let bytes = match said {
            Said::Binary(bytes) => bytes,
            Said::Close(_) => break,
            _ => continue,
        };
        pace.turn(kind_of(&bytes)).await;
        let event = hear(&bytes, &mut updates, here, metrics);
        drop(bytes);
        let brought = event.map(|event| bring(event, here.room()));
        if let Some(brought) = brought
            && !brought.await
        {
            break;
        }
    }
}

/// What a frame is to the room, if it is for the room. `updates` counts those that were to be updates.
fn hear(bytes: &[u8], updates: &mut u64, here: &Here, metrics: &Metrics) -> Option<Event> {
    // Numbered by its first two bytes, so that one that cannot be read has its number too.
    let is_update = matches!(bytes.get(..2), Some([0, 1 | 2]));
    if is_update {
        *updates += 1;
    }
    let refuse = |why| room::refuse_unseen(metrics, &here.outbox, *updates, why);
    if kind_of(bytes) == Kind::Presence && bytes.len() > MAX_AWARENESS {
        metrics.refuse("awareness");
        return None;
    }
    if bytes.len() > MAX_UPDATE {
        refuse(Refusal::TooLarge);
        return None;
    }
    match Frame::decode(bytes) {
        Ok(frame) => event(here.id(), *updates, frame),
        Err(error) => {
            tracing::debug!(%error, "a frame could not be read");
            if is_update {
                refuse(Refusal::Unreadable);
            }
            None
        }
    }
}

/// Brings something to a room, when it has place for it; whether it is still there.
fn bring(event: Event, room: &mpsc::Sender<Event>) -> Either<Ready<bool>, BoxFuture<'_, bool>> {
    match room.try_send(event) {
        Ok(()) => Either::Left(ready(true)),
        Err(TrySendError::Closed(_)) => Either::Left(ready(false)),
        // Seldom, so that nobody keeps room for it.
        Err(TrySendError::Full(event)) => {
            Either::Right(Box::pin(async { room.send(event).await.is_ok() }))
        }
    }
}

/// The number of [`Message::Guide`].
const GUIDE: u8 = 108;

/// What a frame costs, by its first bytes.
fn kind_of(bytes: &[u8]) -> Kind {
    match bytes {
        [0, 0, ..] | [3, ..] => Kind::Question,
        [1 | GUIDE, ..] => Kind::Presence,
        _ => Kind::Other,
    }
}

fn event(connection: ConnectionId, frame_number: u64, frame: Frame) -> Option<Event> {
    Some(match frame {
        Frame::SyncStep1 { state_vector } => Event::SyncStep1 {
            connection,
            state_vector,
        },
        Frame::SyncStep2 { update } => Event::Update {
            connection,
            frame: frame_number,
            update,
            answer: true,
        },
        Frame::Update { update } => Event::Update {
            connection,
            frame: frame_number,
            update,
            answer: false,
        },
        Frame::Awareness { mut entries } => {
            entries.truncate(MOST_ENTRIES);
            entries.retain(is_short);
            Event::Awareness {
                connection,
                entries,
            }
        }
        Frame::QueryAwareness => Event::QueryAwareness { connection },
        Frame::Jalon(Message::Guide { person }) => Event::Guide {
            connection,
            on: person.is_some(),
        },
        // Only the server says these.
        Frame::Auth { .. } | Frame::Jalon(_) => return None,
    })
}

/// Whether what a client says of itself is as short as it has to be: it goes to everybody.
fn is_short(entry: &AwarenessEntry) -> bool {
    let state = entry.state.as_ref();
    state.is_none_or(|state| state.to_string().len() <= MAX_STATE)
}

/// Writes what waits, until the outbox ends it.
async fn write(
    sink: &mut (impl Sink<Said, Error = io::Error> + Unpin),
    here: &Here,
) -> Option<Close> {
    loop {
        let written = tokio::select! {
            Taken { frames, resync, close } = here.outbox.take() => {
                let written = if frames.is_empty() {
                    Ok(())
                } else {
                    Box::pin(put(sink, frames)).await
                };
                if close.is_some() {
                    return close;
                }
                let connection = here.id();
                if resync && written.is_ok() && !bring(Event::Resync { connection }, here.room()).await {
                    return None;
                }
                written
            }
            // What waited meanwhile is taken now.
            gone = here.outbox.unblocked() => gone,
        };
        if written.is_err() {
            return None;
        }
    }
}

/// Writes frames together. An error is a socket that is gone.
async fn put(
    sink: &mut (impl Sink<Said, Error = io::Error> + Unpin),
    packets: Vec<Packet>,
) -> io::Result<()> {
    for packet in packets {
        sink.feed(Said::Binary(packet.frame())).await?;
    }
    sink.flush().await
}

/// Says why, and closes.
async fn end(sink: &mut (impl Sink<Said, Error = io::Error> + Unpin), why: Close) {
    let frame = CloseFrame {
        code: why.code().into(),
        reason: why.word().into(),
    };
    let _ = timeout(LAST_WORD, async {
        if why == Close::Generation {
            // Clients that are not ours do not know the word.
            let reason = room::OTHER_GENERATION.to_owned();
            let told = Frame::Auth { reason }.encode();
            let _ = sink.send(Said::Binary(told.into())).await;
        }
        let _ = sink.send(Said::Close(Some(frame))).await;
        let _ = sink.close().await;
    })
    .await;
}

/// A seat in a room, left on drop.
struct Seated {
    room: mpsc::Sender<Event>,
    id: ConnectionId,
}

impl Drop for Seated {
    fn drop(&mut self) {
        let leave = Event::Leave {
            connection: self.id,
        };
        if let Err(TrySendError::Full(leave)) = self.room.try_send(leave) {
            let room = self.room.clone();
            // The mailbox is bounded, and leaving may not be lost.
            tokio::spawn(async move { room.send(leave).await });
        }
    }
}

impl From<Crowded> for Close {
    fn from(crowded: Crowded) -> Self {
        match crowded {
            Crowded::Everybody => Self::Full,
            Crowded::OnePerson => Self::TooMany,
        }
    }
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
