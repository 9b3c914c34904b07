//! How many letters an update adds to each text, without those that it deletes.

use super::places::{Place, Places, Slot};
use crate::doc::update::{Update, id_set};
use std::{collections::HashMap, ops::Range};
use yrs::ReadTxn;

/// The letters that an update writes.
#[derive(Default)]
pub struct Letters {
    by_text: HashMap<Slot, Vec<(u64, Range<u32>)>>,
}

impl Letters {
    pub fn write(&mut self, text: Slot, client: u64, clocks: Range<u32>) {
        self.by_text.entry(text).or_default().push((client, clocks));
    }

    /// Texts, and how many UTF-16 code units are written into each.
    pub fn by_text(&self) -> impl Iterator<Item = (Slot, u64)> {
        self.by_text.iter().map(|(text, written)| {
            let lengths = written.iter().map(|(_, clocks)| clocks.len() as u64);
            (*text, lengths.sum())
        })
    }

    /// How many letters of a text the update deletes, of those that it writes and of those that stand.
    /// This looks at the whole document: it is asked only when a text may become too long.
    pub fn deleted(&self, text: Slot, update: &Update, known: &Places, txn: &impl ReadTxn) -> u64 {
        let written = self.by_text.get(&text).cloned().unwrap_or_default();
        let standing = update.deleted.iter().flat_map(|(client, clocks)| {
            let runs = known.overlapping(*client, clocks);
            let letters = runs.filter(|(.., place)| *place == Place::Letters(text));
            letters.map(|(item, end, _)| {
                let (start, end) = (item.clock.max(clocks.start), end.min(clocks.end));
                (*client, start..end)
            })
        });
        let letters = id_set(written.into_iter().chain(standing).collect());
        let mut deleted = id_set(update.deleted.clone()).intersect(&letters);
        deleted.diff_with(&txn.snapshot().delete_set);
        let ranges = deleted.iter().flat_map(|(_, ranges)| ranges.iter());
        ranges.map(|clocks| clocks.len() as u64).sum()
    }
}
