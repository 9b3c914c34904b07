//! Taking the name of a person out of the document, and leaving what they wrote.
//!
//! Only the server does this: readings are facts that nobody else rewrites.

use super::{Effect, MADE_HERE, Workspace};
use crate::{
    EntityKind, PersonId,
    doc::{DELETED_BY, readings},
};
use std::collections::BTreeSet;
use yrs::{Any, Map, Out, Transact};

impl Workspace {
    /// The names under which somebody typed readings.
    pub fn names_of(&self, person: PersonId) -> BTreeSet<String> {
        let typed = self.readings.entries().filter(|entry| entry.by == person);
        typed
            .map(|entry| entry.by_name.clone())
            .filter(|name| !name.is_empty())
            .collect()
    }

    /// Empties the name of a person where the document itself keeps it: beside the readings that they
    /// typed, and beside what somebody of one of these `names` sent to the bin. The update has nothing of
    /// the old names, and neither has a [`Self::snapshot`] made after it. Words that people typed are
    /// not touched.
    pub fn forget(&mut self, person: PersonId, names: &BTreeSet<String>) -> Effect {
        let typed = self.readings.entries().filter(|entry| entry.by == person);
        let mut typed: Vec<_> = typed
            .filter(|entry| !entry.by_name.is_empty())
            .cloned()
            .collect();
        {
            let mut txn = self.doc.transact_mut_with(MADE_HERE);
            for entry in &mut typed {
                entry.by_name.clear();
                let (key, value) = (readings::key(entry), readings::encode(entry));
                self.roots.readings.insert(&mut txn, key, value);
            }
            for kind in EntityKind::ALL {
                for (_, fields) in self.roots.entities(&txn, kind) {
                    let by = fields.get(&txn, DELETED_BY);
                    if matches!(by, Some(Out::Any(Any::String(by))) if names.contains(&*by)) {
                        fields.insert(&mut txn, DELETED_BY, "");
                    }
                }
            }
        }
        self.effect()
    }
}
