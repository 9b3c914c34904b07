//! What a connection writes by itself: what waits for a line that is no socket, and why it ends.

use super::{
    LAST_WORD,
    coming::Here,
    outbox::{Close, Taken},
    packet::Packet,
    reading::bring,
};
use crate::room::{self, Event};
use futures::{Sink, SinkExt};
use jalon_shared::protocol::Frame;
use std::io;
use tokio::time::timeout;
use tungstenite::{Message as Said, protocol::CloseFrame};

/// Writes what waits, until the outbox ends it.
pub async fn write(
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
pub async fn end(sink: &mut (impl Sink<Said, Error = io::Error> + Unpin), why: Close) {
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
