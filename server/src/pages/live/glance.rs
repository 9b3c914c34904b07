//! A glance at a workspace: what it says now, or said a moment ago. Its room hands out the frame that it gives
//! to everybody who comes; what is in it is read away from the network threads, once for all who look at once.

use crate::{hub::Hub, room::Event};
use axum::body::Bytes;
use jalon_shared::{Content, Workspace, WorkspaceId, protocol::Frame};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::{
    sync::{Mutex as TurnMutex, oneshot},
    task::spawn_blocking,
    time::{Instant, timeout},
};

/// How long a page waits for what stands in the workspace, before it is sent without.
const PATIENCE: Duration = Duration::from_millis(300);

/// How old a glance may be while people write: a workspace in which everybody arrives at once is read once in
/// this time and not for each of them.
const FRESH: Duration = Duration::from_secs(2);

/// The most bytes of a document that is read for a picture: beyond that it takes longer than the client itself.
const MOST_READ: usize = 4 << 20; // 4 MiB

/// The most workspaces of which a glance is kept.
const MOST_KEPT: usize = 8;

/// What was seen, and when.
#[derive(Clone)]
struct Seen {
    /// The frame that it was read from: the room hands out the same bytes until something changes.
    whole: Bytes,
    content: Arc<Content>,
    at: Instant,
}

/// The last glance at one workspace. Whoever looks next waits for whoever is looking.
type Turn = Arc<TurnMutex<Option<Seen>>>;

/// The last glances.
#[derive(Clone, Default)]
pub struct Glances {
    turns: Arc<Mutex<HashMap<WorkspaceId, (Turn, Instant)>>>,
}

impl Glances {
    /// What a workspace says; `None` when that cannot be had at once.
    pub async fn at(&self, hub: &Hub, workspace: WorkspaceId) -> Option<Arc<Content>> {
        let turn = self.turn(workspace);
        let hub = hub.clone();
        // A task of its own: what was begun is there for whoever comes next, also when this one does not wait.
        let looking = tokio::spawn(async move { look(turn, &hub, workspace).await });
        timeout(PATIENCE, looking).await.ok()?.ok()?
    }

    fn turn(&self, workspace: WorkspaceId) -> Turn {
        // Nothing in here panics halfway through a change.
        let mut turns = self.turns.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        if turns.len() >= MOST_KEPT && !turns.contains_key(&workspace) {
            let oldest = turns.iter().min_by_key(|(_, (_, used))| *used);
            if let Some(oldest) = oldest.map(|(workspace, _)| *workspace) {
                turns.remove(&oldest);
            }
        }
        let (turn, used) = turns
            .entry(workspace)
            .or_insert_with(|| (Turn::default(), now));
        *used = now;
        turn.clone()
    }
}

async fn look(turn: Turn, hub: &Hub, workspace: WorkspaceId) -> Option<Arc<Content>> {
    let mut seen = turn.lock().await;
    if let Some(seen) = seen.as_ref().filter(|seen| seen.at.elapsed() < FRESH) {
        return Some(seen.content.clone());
    }
    let (reply, answer) = oneshot::channel();
    let room = hub.open(workspace).await.ok()?;
    room.send(Event::Whole { reply }).await.ok()?;
    let whole = answer.await.ok()?;
    if let Some(seen) = seen.as_mut().filter(|seen| is_same(&seen.whole, &whole)) {
        seen.at = Instant::now();
        return Some(seen.content.clone());
    }
    if whole.len() > MOST_READ {
        return None;
    }
    let frame = whole.clone();
    let content = Arc::new(spawn_blocking(move || read(&frame)).await.ok()??);
    *seen = Some(Seen {
        whole,
        content: content.clone(),
        at: Instant::now(),
    });
    Some(content)
}

/// Whether two are the very same bytes, without comparing them.
fn is_same(one: &Bytes, other: &Bytes) -> bool {
    one.as_ptr() == other.as_ptr() && one.len() == other.len()
}

fn read(frame: &[u8]) -> Option<Content> {
    match Frame::decode(frame) {
        Ok(Frame::SyncStep2 { update }) => Some(Workspace::load(&update).ok()?.content()),
        _ => None,
    }
}
