//! What people did by an update, in the words of the list that whoever comes back reads. It is written down after
//! some seconds, and before somebody reads it: with each letter it would cost more than the letter. A server that is
//! killed forgets who did what in those seconds, and nothing of what they did.

use super::Room;
use crate::store::{
    StoreError,
    activity::{self, Deed, Deeds},
};
use jalon_shared::{Change, EntityRef, Fate, PersonId, workspace::Effect};
use std::{collections::HashSet, time::Duration};
use tokio::{
    sync::oneshot::{self, error::TryRecvError},
    time::Instant,
};

/// How long deeds wait for more, which are mostly of the same people in the same places: all of that is one row.
const PATIENCE: Duration = Duration::from_secs(5);

/// Deeds that are not written down yet.
#[derive(Default)]
pub(super) struct Unwritten {
    deeds: Deeds,
    /// Since when there are some.
    since: Option<Instant>,
    /// Those that the store has, and its answer.
    on_their_way: Option<(Deeds, oneshot::Receiver<Result<(), StoreError>>)>,
}

impl Unwritten {
    pub fn add(&mut self, deeds: Deeds) {
        if !deeds.is_empty() {
            self.since.get_or_insert_with(Instant::now);
        }
        self.deeds.extend(deeds);
    }

    /// Whether the first of them waited long enough.
    pub fn are_due(&self) -> bool {
        self.since.is_some_and(|since| since.elapsed() >= PATIENCE)
    }

    fn take(&mut self) -> Deeds {
        self.since = None;
        std::mem::take(&mut self.deeds)
    }

    /// Waits for the answer of the store.
    async fn arrive(&mut self) {
        if let Some((_, receipt)) = &mut self.on_their_way {
            let fate = receipt.await.unwrap_or(Err(StoreError::Closed));
            self.arrived(fate);
        }
    }

    /// Those that the disk did not take are tried again.
    fn arrived(&mut self, fate: Result<(), StoreError>) {
        if let (Some((deeds, _)), Err(error)) = (self.on_their_way.take(), fate) {
            tracing::debug!(%error, "who did what is not noted yet");
            self.add(deeds);
        }
    }
}

impl Room {
    /// Lets what people did be written down, unless the store is still busy with what they did before.
    pub(super) async fn note_deeds(&mut self) {
        if let Some((_, receipt)) = &mut self.deeds.on_their_way {
            match receipt.try_recv() {
                Ok(fate) => self.deeds.arrived(fate),
                Err(TryRecvError::Closed) => self.deeds.arrived(Err(StoreError::Closed)),
                Err(TryRecvError::Empty) => return,
            }
        }
        if self.deeds.deeds.is_empty() {
            return;
        }
        let deeds = self.deeds.take();
        let (id, written) = (self.id, deeds.clone());
        let write = move |connection: &_| activity::note(connection, id, &written);
        let receipt = self.store.begin_write_soon(write).await;
        self.deeds.on_their_way = Some((deeds, receipt));
    }

    /// Waits until all of it is written down, or the disk does not take it.
    pub(super) async fn note_all_deeds(&mut self) {
        self.store.hurry();
        self.deeds.arrive().await;
        self.note_deeds().await;
        self.store.hurry();
        self.deeds.arrive().await;
    }
}

/// The deeds of somebody at some time (milliseconds since 1970).
pub(super) fn of(effect: &Effect, person: PersonId, at: i64) -> Deeds {
    let mut deeds = Deeds::default();
    let mut note = |path: String, deed| deeds.note(path, person, deed, at);
    let mut made: HashSet<EntityRef> = HashSet::new();
    for (entity, fate) in &effect.fates {
        let deed = match fate {
            Fate::Made => {
                made.insert(*entity);
                Deed::Added
            }
            Fate::Binned => Deed::Binned,
            Fate::Restored => Deed::Restored,
        };
        note(entity.to_string(), deed);
    }
    for change in &effect.changes {
        match change {
            // All of what was just made is new.
            Change::Value(field) | Change::Text { field, .. } if made.contains(&field.entity) => {}
            Change::Value(field) | Change::Text { field, .. } => {
                note(field.to_string(), Deed::Changed);
            }
            Change::Reading { indicator, period } => {
                note(format!("reading/{indicator}/{period}"), Deed::Changed);
            }
            Change::Talk(about) => note(about.to_string(), Deed::Said),
            Change::Languages => note("languages".to_owned(), Deed::Changed),
            Change::List(_) => {}
        }
    }
    deeds
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::time::advance;

    fn some() -> Deeds {
        let mut deeds = Deeds::default();
        let person = PersonId::born(0, [0; 10]);
        deeds.note("objective/1".to_owned(), person, Deed::Changed, 0);
        deeds
    }

    #[tokio::test(start_paused = true)]
    async fn deeds_are_due_some_time_after_the_first_of_them() {
        let mut unwritten = Unwritten::default();
        unwritten.add(Deeds::default());
        advance(PATIENCE).await;
        assert!(!unwritten.are_due());
        unwritten.add(some());
        advance(PATIENCE / 2).await;
        unwritten.add(some());
        assert!(!unwritten.are_due());
        advance(PATIENCE / 2).await;
        assert!(unwritten.are_due());
        let written = unwritten.take();
        assert!(!unwritten.are_due());
        // The disk did not take them.
        let (_, receipt) = oneshot::channel();
        unwritten.on_their_way = Some((written, receipt));
        unwritten.arrived(Err(StoreError::Closed));
        advance(PATIENCE).await;
        assert!(unwritten.are_due());
    }
}
