//! Changes: what the observers of the document noticed, kept as plain data until the transaction ended.
//!
//! Observers run inside the commit, where no other transaction can start: they only write into a queue.

use super::{DELETED_AT, DELETED_BY, POSITION, Roots, id, map_at, read};
use crate::{Change, EntityKind, EntityRef, Fate, Field, FieldKind, FieldRef, TextOp};
use std::sync::{
    Arc, Mutex, MutexGuard, PoisonError,
    atomic::{AtomicBool, Ordering},
};
use yrs::{
    Any, DeepObservable, Doc, GetString, Map, MapRef, Out, TransactionMut,
    types::{Delta, EntryChange, Event, Events, PathSegment},
};

/// The name of our observers.
const OBSERVER: &str = "jalon";

/// What happened since somebody last looked.
#[derive(Default)]
pub struct Noticed {
    /// One for each transaction that changed something.
    pub updates: Vec<Vec<u8>>,
    pub changes: Vec<Change>,
    /// What became of whole entities, in the order of its happening.
    pub fates: Vec<(EntityRef, Fate)>,
    /// Keys of readings that were added, changed or removed.
    pub readings: Vec<Arc<str>>,
    /// Keys of entries of threads that were.
    pub talk: Vec<Arc<str>>,
}

/// Where observers write, shared with the workspace that owns the document.
#[derive(Clone, Default)]
pub struct Notebook {
    noticed: Arc<Mutex<Noticed>>,
    /// Whether nobody follows texts step by step. To find the steps the library walks through the whole text.
    leaves_out_steps: Arc<AtomicBool>,
}

impl Notebook {
    /// Takes what was noticed.
    pub fn take(&self) -> Noticed {
        std::mem::take(&mut self.lock())
    }

    /// From now on a text that changed is a [`Change::Value`], which costs what the change is and not what the text is.
    pub fn leave_out_steps(&self) {
        self.leaves_out_steps.store(true, Ordering::Relaxed);
    }

    /// A panic in an observer leaves the notes of other transactions whole, so its poison is ignored.
    fn lock(&self) -> MutexGuard<'_, Noticed> {
        self.noticed.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Starts to notice what happens to a document.
    pub fn watch(&self, doc: &Doc, roots: &Roots) {
        let notebook = self.clone();
        // Fails only while a transaction is open, and this is called where there is none.
        let _ = doc.observe_update_v1(OBSERVER, move |_, event| {
            notebook.lock().updates.push(event.update.clone())
        });
        for kind in EntityKind::ALL {
            let (notebook, root) = (self.clone(), roots.kind(kind).clone());
            roots.kind(kind).observe_deep(OBSERVER, move |txn, events| {
                let mut seen = Seen {
                    steps: !notebook.leaves_out_steps.load(Ordering::Relaxed),
                    ..Seen::default()
                };
                notice(txn, kind, &root, events, &mut seen);
                let mut notes = notebook.lock();
                notes.changes.extend(seen.changes);
                notes.fates.extend(seen.fates);
            });
        }
        let notebook = self.clone();
        roots.languages.observe_deep(OBSERVER, move |_, _| {
            notebook.lock().changes.push(Change::Languages)
        });
        let notebook = self.clone();
        roots.readings.observe_deep(OBSERVER, move |txn, events| {
            notebook.lock().readings.extend(keys(txn, events))
        });
        let notebook = self.clone();
        roots.talk.observe_deep(OBSERVER, move |txn, events| {
            notebook.lock().talk.extend(keys(txn, events))
        });
    }
}

/// The keys of a map of facts that were added, changed or removed.
fn keys(txn: &TransactionMut, events: &Events) -> Vec<Arc<str>> {
    let maps = events.iter().filter_map(|event| match event {
        Event::Map(map) if event.path().is_empty() => Some(map.keys(txn).keys().cloned()),
        _ => None,
    });
    maps.flatten().collect()
}

/// What events under the root of a kind mean.
#[derive(Default)]
struct Seen {
    /// Whether texts are followed step by step.
    steps: bool,
    changes: Vec<Change>,
    fates: Vec<(EntityRef, Fate)>,
}

/// Writes down what events under the root of a kind mean.
fn notice(txn: &TransactionMut, kind: EntityKind, root: &MapRef, events: &Events, seen: &mut Seen) {
    for event in events.iter() {
        let path = event.path();
        let mut keys = path.iter().map(|segment| match segment {
            PathSegment::Key(key) => Some(key.as_ref()),
            PathSegment::Index(_) => None,
        });
        let entity = match kind {
            EntityKind::Settings => Some((EntityRef::SETTINGS, root.clone())),
            _ => match keys.next() {
                None => {
                    if let Event::Map(map) = event {
                        notice_entities(txn, kind, map.keys(txn), seen);
                    }
                    continue;
                }
                Some(key) => key.and_then(|key| {
                    Some((EntityRef::new(kind, id(key)?), map_at(txn, root, key)?))
                }),
            },
        };
        // Nothing of ours: a path that no schema of ours knows, or what was overwritten.
        let Some((entity, fields)) = entity else {
            continue;
        };
        match (event, keys.next(), keys.next()) {
            (Event::Map(map), None, None) if *map.target() == fields => {
                for key in map.keys(txn).keys() {
                    notice_field(txn, entity, &fields, key, seen);
                }
            }
            (Event::Text(text), Some(Some(key)), None) => {
                let is_current =
                    matches!(fields.get(txn, key), Some(Out::YText(now)) if now == *text.target());
                if let Some(field) = field(entity, key).filter(|_| is_current) {
                    seen.changes.push(if seen.steps {
                        Change::Text {
                            field,
                            ops: text.delta(txn).iter().map(op).collect(),
                            now: text.target().get_string(txn),
                        }
                    } else {
                        Change::Value(field)
                    });
                }
            }
            (Event::Map(_), Some(Some(key)), None) => {
                seen.changes.extend(field(entity, key).map(Change::Value))
            }
            _ => {}
        }
    }
}

fn field(entity: EntityRef, key: &str) -> Option<FieldRef> {
    Field::parse(entity.kind, key).map(|field| entity.field(field))
}

/// Entities were made, or removed by a foreign client or an undo.
fn notice_entities(
    txn: &TransactionMut,
    kind: EntityKind,
    entries: &std::collections::HashMap<Arc<str>, EntryChange>,
    seen: &mut Seen,
) {
    seen.changes.push(Change::List(kind));
    for (key, change) in entries {
        if let (Some(id), EntryChange::Inserted(_)) = (id(key), change) {
            seen.fates.push((EntityRef::new(kind, id), Fate::Made));
        }
        let (Some(id), EntryChange::Updated(_, Out::YMap(fields))) = (id(key), change) else {
            continue;
        };
        // Another one took its place, with all its fields.
        for key in fields.keys(txn) {
            if let Some(field) = field(EntityRef::new(kind, id), key) {
                seen.rewritten(txn, fields, field);
            }
        }
    }
}

/// A key of an entity got another value.
fn notice_field(
    txn: &TransactionMut,
    entity: EntityRef,
    fields: &MapRef,
    key: &str,
    seen: &mut Seen,
) {
    if key == DELETED_AT {
        let is_there = read::binned(txn, fields).is_none();
        let fate = if is_there {
            Fate::Restored
        } else {
            Fate::Binned
        };
        seen.fates.push((entity, fate));
    }
    if [POSITION, DELETED_AT, DELETED_BY].contains(&key) {
        seen.changes.push(Change::List(entity.kind));
        return;
    }
    let Some(field) = field(entity, key) else {
        return;
    };
    // The grid is in the order of the categories.
    if field.field == Field::Category {
        seen.changes.push(Change::List(entity.kind));
    }
    seen.rewritten(txn, fields, field);
}

impl Seen {
    /// The value of a field is another one now.
    fn rewritten(&mut self, txn: &TransactionMut, fields: &MapRef, field: FieldRef) {
        let is_followed = self.steps && field.field.kind() == FieldKind::Text;
        self.changes.push(if is_followed {
            let now = read::text(txn, fields, &field.field.key()).unwrap_or_default();
            let inserted = u32::try_from(now.encode_utf16().count()).unwrap_or(u32::MAX);
            // How long the text was that it replaces is not known any more: all of it goes.
            Change::Text {
                field,
                ops: vec![TextOp::Delete(u32::MAX), TextOp::Insert(inserted)],
                now,
            }
        } else {
            Change::Value(field)
        });
    }
}

fn op(delta: &Delta) -> TextOp {
    match delta {
        Delta::Inserted(Out::Any(Any::String(text)), _) => {
            TextOp::Insert(u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX))
        }
        // A foreign client put something that is no word: it is not shown.
        Delta::Inserted(..) => TextOp::Insert(0),
        Delta::Deleted(length) => TextOp::Delete(*length),
        Delta::Retain(length, _) => TextOp::Retain(*length),
    }
}

/// What became of each entity at last: what was just made is that, whatever else happened to it.
pub fn last_fates(all: Vec<(EntityRef, Fate)>) -> Vec<(EntityRef, Fate)> {
    let mut fates: Vec<(EntityRef, Fate)> = Vec::with_capacity(all.len());
    let mut places = std::collections::HashMap::new();
    for (entity, fate) in all {
        match places
            .get(&entity)
            .and_then(|at: &usize| fates.get_mut(*at))
        {
            Some((_, Fate::Made)) => {}
            Some((_, last)) => *last = fate,
            None => {
                places.insert(entity, fates.len());
                fates.push((entity, fate));
            }
        }
    }
    fates
}

/// Leaves out what is said already. Texts are kept: each has its own steps.
pub fn without_repeats(changes: Vec<Change>) -> Vec<Change> {
    let mut kept: Vec<Change> = Vec::with_capacity(changes.len());
    let mut seen = std::collections::HashSet::new();
    let mut said = std::collections::HashSet::new();
    for change in changes {
        let is_new = match &change {
            Change::Text { .. } => true,
            Change::List(kind) => seen.insert((Some(*kind), None, None)),
            Change::Value(field) => seen.insert((None, Some(field.clone()), None)),
            Change::Reading { indicator, period } => {
                seen.insert((None, None, Some((*indicator, *period))))
            }
            Change::Talk(about) => said.insert(*about),
            Change::Languages => seen.insert((None, None, None)),
        };
        if is_new {
            kept.push(change);
        }
    }
    kept
}
