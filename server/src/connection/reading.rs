//! What comes over a connection: frames are looked at by their size and pace, and brought to the room.

use super::{
    coming::Here,
    pace::{Kind, Pace},
};
use crate::{
    metrics::Metrics,
    room::{self, ConnectionId, Event, MAX_UPDATE},
};
use futures::{
    Stream, StreamExt,
    future::{BoxFuture, Either, Ready, ready},
};
use jalon_shared::protocol::{AwarenessEntry, Frame, Message, Refusal};
use tokio::sync::mpsc::{self, error::TrySendError};
use tungstenite::Message as Said;

/// The most bytes of a frame that says who is where. Some clients say again what they hear of sixty others.
const MAX_AWARENESS: usize = 64 << 10; // 64 KiB

/// The most bytes of what one client says of itself, as JSON: a place and a caret are a tenth of it.
const MAX_STATE: usize = 4 << 10; // 4 KiB

/// How many clients one such frame may speak of.
const MOST_ENTRIES: usize = 256;

/// The number of [`Message::Guide`].
const GUIDE: u8 = 108;

/// Brings what comes from the socket to the room, until it ends.
pub async fn read(stream: &mut (impl Stream<Item = Said> + Unpin), here: &Here, metrics: &Metrics) {
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
pub fn bring(event: Event, room: &mpsc::Sender<Event>) -> Either<Ready<bool>, BoxFuture<'_, bool>> {
    match room.try_send(event) {
        Ok(()) => Either::Left(ready(true)),
        Err(TrySendError::Closed(_)) => Either::Left(ready(false)),
        // Seldom, so that nobody keeps room for it.
        Err(TrySendError::Full(event)) => {
            Either::Right(Box::pin(async { room.send(event).await.is_ok() }))
        }
    }
}

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
