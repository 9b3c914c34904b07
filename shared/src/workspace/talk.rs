//! What people say about the workspace, and the words that the server takes out of it for good.

use super::{Effect, MADE_HERE, Workspace};
use crate::{CommentId, Subject, Talk, Thread, doc::talk, talk::Deed};
use std::collections::{BTreeMap, BTreeSet};
use yrs::{Map, Transact};

impl Workspace {
    /// What is said about something, thread by thread.
    pub fn threads(&self, about: Subject) -> Vec<Thread> {
        self.talk.threads(about)
    }

    /// Every thread, also those about what is in the bin.
    pub fn all_threads(&self) -> Vec<Thread> {
        let subjects = self.talk.subjects();
        subjects
            .flat_map(|about| self.talk.threads(about))
            .collect()
    }

    /// Every entry of every thread.
    pub fn talk(&self) -> Vec<Talk> {
        self.talk.entries().cloned().collect()
    }

    /// Takes the words that a later entry took away or corrected out of the document. Only the server does
    /// this: what people said is a fact that nobody else rewrites. The update and a [`Self::snapshot`] made
    /// after it have nothing of those words.
    pub fn erase_replaced(&mut self, about: &[Subject]) -> Effect {
        let mut replaced: Vec<Talk> = Vec::new();
        for subject in about {
            replaced.extend(self.replaced(*subject));
        }
        {
            let mut txn = self.doc.transact_mut_with(MADE_HERE);
            for entry in &mut replaced {
                if let Some((text, mentions)) = entry.deed.words_mut() {
                    text.clear();
                    mentions.clear();
                }
                let (key, value) = (talk::key(entry), talk::encode(entry));
                self.roots.talk.insert(&mut txn, key, value);
            }
        }
        self.effect()
    }

    /// The entries about something whose words do not stand any more, and are still there.
    fn replaced(&self, about: Subject) -> Vec<Talk> {
        self.talk
            .about(about)
            .flat_map(replaced_in)
            .cloned()
            .collect()
    }
}

/// The same in one thread.
fn replaced_in(entries: &[Talk]) -> Vec<&Talk> {
    let comments = Thread::of(entries).map_or(Vec::new(), |thread| thread.comments);
    let authors: BTreeMap<CommentId, _> =
        comments.iter().map(|one| (one.id, one.said.by)).collect();
    let gone = comments.iter().filter(|one| one.gone.is_some());
    let gone: BTreeSet<CommentId> = gone.map(|one| one.id).collect();
    let mut last = BTreeMap::new();
    for entry in entries {
        if let Deed::Correct { comment, .. } = entry.deed
            && authors.get(&comment) == Some(&entry.by)
        {
            last.insert(comment, entry.id);
        }
    }
    let does_not_stand = |entry: &&Talk| {
        let comment = match entry.deed {
            Deed::Say { .. } => entry.id,
            Deed::Correct { comment, .. } => comment,
            _ => return false,
        };
        let is_replaced = last.get(&comment).is_some_and(|last| *last != entry.id);
        let says = entry.deed.words().is_some_and(|(text, _)| !text.is_empty());
        says && (gone.contains(&comment) || is_replaced)
    };
    entries.iter().filter(does_not_stand).collect()
}
