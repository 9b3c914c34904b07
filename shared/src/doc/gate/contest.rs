//! Texts that several people make at the same moment, not knowing of each other: a term lacks those of a
//! language that was added meanwhile. All of them are let in; the one of the highest client stays.

use super::places::{FieldNumber, Owner};
use std::collections::HashMap;

/// A field of one entity.
pub type Key = (Owner, FieldNumber);

/// Who makes what in an update, and who gives way.
#[derive(Default)]
pub struct Contest {
    /// The clients whose texts or sets the update brings.
    makers: HashMap<Key, Vec<u64>>,
    /// The clients whose texts it deletes.
    losers: Vec<(Key, u64)>,
}

impl Contest {
    pub fn has(&self, key: Key) -> bool {
        self.makers.contains_key(&key)
    }

    pub fn make(&mut self, key: Key, client: u64) {
        self.makers.entry(key).or_default().push(client);
    }

    pub fn lose(&mut self, key: Key, client: u64) {
        self.losers.push((key, client));
    }

    /// Whether every loser gave way to somebody. `holder` is the client whose text is in the document.
    pub fn is_fair(&self, holder: impl Fn(Key) -> Option<u64>) -> bool {
        self.losers.iter().all(|(key, client)| {
            let makers = self.makers.get(key).into_iter().flatten().copied();
            makers.chain(holder(*key)).any(|other| other > *client)
        })
    }
}
