//! What people did by an update, in the words of the list that whoever comes back reads.

use crate::store::activity::{Deed, Deeds};
use jalon_shared::{Change, EntityRef, Fate, PersonId, workspace::Effect};
use std::collections::HashSet;

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
