//! Talk in the document, and an index of it by subject that follows each change.
//!
//! An entry lies under `subject/thread/entry` as a plain value; an entry whose key and content disagree is
//! passed over.

use super::{
    id,
    json::{to_any, to_json},
};
use crate::{CommentId, Subject, Talk, Thread, ThreadId, reading::MAX_EXACT};
use std::collections::BTreeMap;
use yrs::{Any, Map, MapRef, Out, ReadTxn};

/// The entries of every thread, oldest first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Index {
    subjects: BTreeMap<Subject, BTreeMap<ThreadId, Vec<Talk>>>,
}

impl Index {
    pub fn of(txn: &impl ReadTxn, talk: &MapRef) -> Self {
        let mut index = Self::default();
        for (key, value) in talk.iter(txn) {
            if let Some(entry) = decode(key, &value) {
                let threads = index.subjects.entry(entry.about).or_default();
                threads.entry(entry.thread).or_default().push(entry);
            }
        }
        for thread in index.subjects.values_mut().flat_map(BTreeMap::values_mut) {
            sort(thread);
        }
        index
    }

    /// Reads one key anew. Returns what it is about, if it is the key of an entry.
    pub fn follow(&mut self, txn: &impl ReadTxn, talk: &MapRef, key: &str) -> Option<Subject> {
        let (about, thread, id) = parse(key)?;
        let entry = talk.get(txn, key).and_then(|value| decode(key, &value));
        let threads = self.subjects.entry(about).or_default();
        let entries = threads.entry(thread).or_default();
        entries.retain(|entry| entry.id != id);
        entries.extend(entry);
        sort(entries);
        if entries.is_empty() {
            threads.remove(&thread);
        }
        if threads.is_empty() {
            self.subjects.remove(&about);
        }
        Some(about)
    }

    /// What is said about something, thread by thread in the order of their beginnings; not those of which no
    /// comment stands.
    pub fn threads(&self, about: Subject) -> Vec<Thread> {
        let threads = self.about(about).filter_map(Thread::of);
        let mut threads: Vec<_> = threads
            .filter(|thread| thread.standing().next().is_some())
            .collect();
        threads.sort_by_key(|thread| (thread.comments.first().map(|one| one.said.at), thread.id));
        threads
    }

    /// Everything that people talk about.
    pub fn subjects(&self) -> impl Iterator<Item = Subject> {
        self.subjects.keys().copied()
    }

    /// The entries of one thread, oldest first.
    pub fn entries_of(&self, about: Subject, thread: ThreadId) -> &[Talk] {
        let threads = self.subjects.get(&about);
        threads
            .and_then(|threads| threads.get(&thread))
            .map_or(&[], Vec::as_slice)
    }

    /// The entries of every thread about something.
    pub fn about(&self, about: Subject) -> impl Iterator<Item = &[Talk]> {
        let threads = self.subjects.get(&about).into_iter();
        threads.flat_map(BTreeMap::values).map(Vec::as_slice)
    }

    /// Every entry.
    pub fn entries(&self) -> impl Iterator<Item = &Talk> {
        let threads = self.subjects.values().flat_map(BTreeMap::values);
        threads.flatten()
    }
}

fn sort(thread: &mut [Talk]) {
    thread.sort_by_key(|entry| (entry.at, entry.id));
}

/// The key of an entry.
pub fn key(entry: &Talk) -> String {
    key_of(entry.about, entry.thread, entry.id)
}

pub fn key_of(about: Subject, thread: ThreadId, id: CommentId) -> String {
    format!("{about}/{thread}/{id}")
}

/// What a key names; `None` when it is not the key of an entry.
pub fn parse(key: &str) -> Option<(Subject, ThreadId, CommentId)> {
    let (rest, entry) = key.rsplit_once('/')?;
    let (about, thread) = rest.rsplit_once('/')?;
    let about = about.parse().ok()?;
    Some((about, id(thread)?.into(), id(entry)?.into()))
}

/// An entry as it lies in the document. The parts of its key are in it again: a key that was copied is
/// found out.
pub fn encode(entry: &Talk) -> Any {
    serde_json::to_value(entry).map_or(Any::Null, |json| to_any(&json))
}

/// The entry under a key; `None` when it is none.
pub fn decode(key: &str, value: &Out) -> Option<Talk> {
    let Out::Any(any @ Any::Map(_)) = value else {
        return None;
    };
    let entry: Talk = serde_json::from_value(to_json(any)?).ok()?;
    let agrees = parse(key)? == (entry.about, entry.thread, entry.id);
    (agrees && entry.at.unsigned_abs() <= MAX_EXACT).then_some(entry)
}
