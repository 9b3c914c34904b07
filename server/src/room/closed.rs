//! What becomes of events when the room is no more, or never was: whoever asked hears why.

use super::{Event, ForgetError, FreezeError, RoomError};
use std::time::Duration;
use tokio::{
    sync::mpsc,
    time::{Instant, timeout_at},
};

/// How long a workspace that cannot be read is not read again.
const UNREADABLE_REST: Duration = Duration::from_secs(2);

/// Says for a while why a workspace cannot be opened, so that sixty people who knock do not make it be read
/// sixty times.
pub(super) async fn rest(mut mailbox: mpsc::Receiver<Event>, error: &RoomError) {
    let end = Instant::now() + UNREADABLE_REST;
    while let Ok(Some(event)) = timeout_at(end, mailbox.recv()).await {
        if matches!(event, Event::Stop) {
            break;
        }
        decline(event, error);
    }
    turn_away(mailbox, error).await;
}

/// Answers everything that still comes to a room that is no more.
pub(super) async fn turn_away(mut mailbox: mpsc::Receiver<Event>, error: &RoomError) {
    mailbox.close();
    while let Some(event) = mailbox.recv().await {
        decline(event, error);
    }
}

/// Says to whoever asked for something that it is not done.
pub(super) fn decline(event: Event, error: &RoomError) {
    match event {
        Event::Join { reply, .. } => drop(reply.send(Err(error.clone()))),
        Event::Freeze { reply, .. } => drop(reply.send(Err(FreezeError::Room(error.clone())))),
        Event::Forget { reply, .. } => drop(reply.send(Err(ForgetError::Room(error.clone())))),
        _ => {}
    }
}
