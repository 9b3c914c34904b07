//! How many letters an update adds to each text, without those that it deletes.

use super::places::{Place, Places, Slot};
use crate::doc::update::Update;
use std::{collections::HashMap, ops::Range};
use yrs::{ClientID, ID, IdSet, ReadTxn};

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
        let letters = set(written.into_iter().chain(standing).collect());
        let mut deleted = set(update.deleted.clone()).intersect(&letters);
        deleted.diff_with(&txn.snapshot().delete_set);
        let ranges = deleted.iter().flat_map(|(_, ranges)| ranges.iter());
        ranges.map(|clocks| clocks.len() as u64).sum()
    }
}

fn set(mut ranges: Vec<(u64, Range<u32>)>) -> IdSet {
    // The library inserts at the end fast, and slowly elsewhere.
    ranges.sort_unstable_by_key(|(client, clocks)| (*client, clocks.start));
    let mut set = IdSet::new();
    for (client, clocks) in ranges {
        let length = clocks.end.saturating_sub(clocks.start);
        if length > 0 {
            set.insert(ID::new(ClientID::new(client), clocks.start), length);
        }
    }
    set
}
