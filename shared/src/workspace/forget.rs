//! Taking the name of a person out of the document, and leaving what they wrote.
//!
//! Only the server does this: readings are facts that nobody else rewrites.

use super::{Effect, MADE_HERE, Workspace};
use crate::{
    EntityKind, PersonId,
    doc::{DELETED_BY, readings, talk},
    talk::Talk,
};
use std::collections::BTreeSet;
use yrs::{Any, Map, Out, Transact};

impl Workspace {
    /// The names under which somebody typed readings or said something, and by which they were called.
    pub fn names_of(&self, person: PersonId) -> BTreeSet<String> {
        let typed = self.readings.entries().filter(|entry| entry.by == person);
        let typed = typed.map(|entry| &entry.by_name);
        let said = self
            .talk
            .entries()
            .flat_map(|entry| names_in(entry, person));
        let names = typed.chain(said).filter(|name| !name.is_empty());
        names.cloned().collect()
    }

    /// Empties the name of a person where the document itself keeps it: beside the readings that they
    /// typed and what they said, where others call them, and beside what somebody of one of these `names`
    /// sent to the bin. The update has nothing of
    /// the old names, and neither has a [`Self::snapshot`] made after it. Words that people typed are
    /// not touched.
    pub fn forget(&mut self, person: PersonId, names: &BTreeSet<String>) -> Effect {
        let typed = self.readings.entries().filter(|entry| entry.by == person);
        let mut typed: Vec<_> = typed
            .filter(|entry| !entry.by_name.is_empty())
            .cloned()
            .collect();
        let named = self.talk.entries().filter(|entry| {
            let mut names = names_in(entry, person);
            names.any(|name| !name.is_empty())
        });
        let mut named: Vec<Talk> = named.cloned().collect();
        {
            let mut txn = self.doc.transact_mut_with(MADE_HERE);
            for entry in &mut typed {
                entry.by_name.clear();
                let (key, value) = (readings::key(entry), readings::encode(entry));
                self.roots.readings.insert(&mut txn, key, value);
            }
            for entry in &mut named {
                if entry.by == person {
                    entry.by_name.clear();
                }
                if let Some((_, mentions)) = entry.deed.words_mut() {
                    for mention in mentions.iter_mut().filter(|one| one.person == person) {
                        mention.name.clear();
                    }
                }
                let (key, value) = (talk::key(entry), talk::encode(entry));
                self.roots.talk.insert(&mut txn, key, value);
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

/// The names of a person that an entry of a thread bears.
fn names_in(entry: &Talk, person: PersonId) -> impl Iterator<Item = &String> {
    let author = (entry.by == person).then_some(&entry.by_name);
    let mentions = entry.deed.words().map_or(&[][..], |(_, mentions)| mentions);
    let called = mentions
        .iter()
        .filter(move |mention| mention.person == person);
    author
        .into_iter()
        .chain(called.map(|mention| &mention.name))
}
