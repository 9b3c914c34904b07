//! What a room has for the log and the store has not taken yet. Both see it: the room adds at the end while its
//! write waits for its turn, and the store takes all that there is by then, so that one row and one commit do for it.

use axum::body::Bytes;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Updates, oldest first; clones are the same backlog.
#[derive(Clone, Default)]
pub struct Backlog(Arc<Mutex<Vec<Bytes>>>);

impl Backlog {
    pub fn add(&self, update: Bytes) {
        self.updates().push(update);
    }

    /// All of it, which is gone from here then.
    pub fn take(&self) -> Vec<Bytes> {
        std::mem::take(&mut self.updates())
    }

    /// Holds nothing but these from now on: some were taken, and are not kept.
    pub fn refill(&self, updates: Vec<Bytes>) {
        *self.updates() = updates;
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.updates().len()
    }

    pub fn bytes(&self) -> usize {
        self.updates().iter().map(Bytes::len).sum()
    }

    fn updates(&self) -> MutexGuard<'_, Vec<Bytes>> {
        // A panic elsewhere leaves whole updates behind.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
