//! A workspace: the only door to the shared document. Who may come through is the server's affair.
//!
//! Nothing calls back: what a change did is returned as an [`Effect`]. A workspace has neither clock nor
//! chance but for its random client id; who acts and when comes with each command.

mod anchors;
mod forget;
mod history;
mod readers;
mod receive;
mod recording;
mod restore;
mod talk;

pub use readers::{Binned, Moment};
pub use receive::{LoadError, ReceiveError, join_updates, merge_updates};
pub use recording::{NewReading, TakenBack};
pub use restore::{LARGEST_RESTORE, Rehearsal, RestoreError};

use crate::{
    Change, Command, CommandError, EntityRef, Fate, FieldRef, Settings, Stamp, TextEdit, TextOp,
    doc::{
        self, Roots,
        changes::{self, Notebook},
        gate::Gate,
        readings::Index,
        talk::Index as TalkIndex,
        write,
    },
    reading::ReadingEntry,
    talk::Talk,
};
use history::{History, Step};
use yrs::{Doc, ReadTxn, StateVector, Transact};

/// How much a workspace may hold, and who sends what it takes in.
pub use crate::doc::gate::{Limits, Sender};
/// The longest shared text, in UTF-16 code units.
pub use crate::doc::write::LONGEST_TEXT;

/// The origin of what is made here and never undone.
const MADE_HERE: &str = "made here";
/// The origin of what came from others.
const RECEIVED: &str = "received";

/// A workspace in memory.
pub struct Workspace {
    /// Dropped before the document that it watches.
    history: History,
    doc: Doc,
    roots: Roots,
    /// Where the observers of the document write.
    notebook: Notebook,
    /// **Invariant:** between two calls, it is that of the readings in the document.
    readings: Index,
    /// **Invariant:** between two calls, it is that of the talk in the document.
    talk: TalkIndex,
    /// What looks through what others send, on a server.
    gate: Option<Gate>,
}

/// What a change did.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Effect {
    /// What the others need; empty when nothing changed.
    pub update: Vec<u8>,
    /// What views must redraw. Where a text was made anew, its steps start with a deletion of
    /// [`u32::MAX`]: all that was there.
    pub changes: Vec<Change>,
    /// What became of whole entities, each once.
    pub fates: Vec<(EntityRef, Fate)>,
}

impl Default for Workspace {
    fn default() -> Self {
        Self::new()
    }
}

impl Workspace {
    /// An empty document with a random client id.
    pub fn new() -> Self {
        Self::around(doc::empty())
    }

    /// Around a document whose content nobody watches yet.
    fn around(doc: Doc) -> Self {
        let roots = Roots::of(&doc);
        let readings = Index::of(&doc.transact(), &roots.readings);
        let talk = TalkIndex::of(&doc.transact(), &roots.talk);
        let notebook = Notebook::default();
        notebook.watch(&doc, &roots);
        Self {
            history: History::default(),
            doc,
            roots,
            notebook,
            readings,
            talk,
            gate: None,
        }
    }

    /// The id that this replica writes under, which is also its id in awareness.
    pub fn client_id(&self) -> u64 {
        self.doc.client_id().get()
    }

    /// What this replica has (state vector v1, clients in their order: equal states are equal bytes).
    pub fn state_vector(&self) -> Vec<u8> {
        receive::encode_state(&self.doc.transact().state_vector())
    }

    /// What somebody lacks who has `state_vector`.
    ///
    /// # Errors
    /// [`ReceiveError::Unreadable`] when that is no state vector.
    pub fn diff(&self, state_vector: &[u8]) -> Result<Vec<u8>, ReceiveError> {
        let state_vector = receive::state_vector(state_vector)?;
        Ok(self.doc.transact().encode_diff_v1(&state_vector))
    }

    /// Whether somebody who has `state_vector` has something that is not here.
    ///
    /// # Errors
    /// [`ReceiveError::Unreadable`] when that is no state vector.
    pub fn lacks(&self, state_vector: &[u8]) -> Result<bool, ReceiveError> {
        let theirs = receive::state_vector(state_vector)?;
        let ours = self.doc.transact().state_vector();
        let mut theirs = theirs.iter();
        Ok(theirs.any(|(client, clock)| *clock > ours.get(client)))
    }

    /// The whole document as one update.
    pub fn snapshot(&self) -> Vec<u8> {
        self.doc.transact().encode_diff_v1(&StateVector::default())
    }

    /// Carries out a command.
    ///
    /// # Errors
    /// When it cannot be carried out; nothing was changed.
    pub fn apply(&mut self, command: &Command, by: &Stamp) -> Result<Effect, CommandError> {
        write::check(&self.doc.transact(), &self.roots, command)?;
        if !matches!(command, Command::Record { .. } | Command::Talk { .. }) {
            self.history.before(&self.doc, &self.roots, command, by);
        }
        self.write(command, by);
        Ok(self.effect())
    }

    /// Carries out a command as part of the step of undo that was begun.
    fn carry_out(&mut self, command: &Command, by: &Stamp) -> Result<(), CommandError> {
        write::check(&self.doc.transact(), &self.roots, command)?;
        self.write(command, by);
        Ok(())
    }

    /// Writes what a command says. **Invariant:** it was checked.
    fn write(&mut self, command: &Command, by: &Stamp) {
        if let Command::Record {
            id,
            indicator,
            period,
            measure,
            comment,
        } = command
        {
            let entry = ReadingEntry {
                id: *id,
                indicator: *indicator,
                period: *period,
                measure: measure.clone(),
                comment: comment.clone(),
                by: by.person,
                by_name: by.name.clone(),
                at: by.at,
                supersedes: self.readings.heads((*indicator, *period)),
            };
            let mut txn = self.doc.transact_mut_with(MADE_HERE);
            write::record(&mut txn, &self.roots, &entry);
            return;
        }
        if let Command::Talk {
            id,
            about,
            thread,
            deed,
        } = command
        {
            let entries = self.talk.entries_of(*about, *thread);
            let last = entries.last().map_or(i64::MIN, |entry| entry.at);
            let entry = Talk {
                id: *id,
                about: *about,
                thread: *thread,
                deed: deed.clone(),
                by: by.person,
                by_name: by.name.clone(),
                // What answers something comes after it, whatever the clocks say.
                at: by.at.max(last.saturating_add(1)),
            };
            let mut txn = self.doc.transact_mut_with(MADE_HERE);
            write::say(&mut txn, &self.roots, &entry);
            return;
        }
        {
            let mut txn = self.doc.transact_mut_with(MADE_HERE);
            write::prepare(&mut txn, &self.roots, command, by);
        }
        let mut txn = self.doc.transact_mut_with(history::UNDOABLE);
        write::act(&mut txn, &self.roots, command, by);
    }

    /// The first content of a new document: the texts and values of its settings, and its languages.
    pub fn setup(&mut self, settings: &Settings, _by: &Stamp) -> Effect {
        write::setup(
            &mut self.doc.transact_mut_with(MADE_HERE),
            &self.roots,
            settings,
        );
        self.effect()
    }

    /// Takes back the last edit that was done here, as far as nobody else changed it since; `None` when there
    /// is nothing to take back. Readings are facts, which [`Workspace::take_back`] takes back by others.
    pub fn undo(&mut self) -> Option<Effect> {
        self.step_back().and_then(TakenBack::into_effect)
    }

    /// Does again what was taken back last.
    pub fn redo(&mut self) -> Option<Effect> {
        let step = self.history.redo();
        self.stepped(step).and_then(TakenBack::into_effect)
    }

    /// Takes back the last step of edits. Of words that took the place of others, and were all written over since,
    /// nothing is left to take back: bringing back only what they replaced would glue it to what stands there now.
    fn step_back(&mut self) -> Option<TakenBack> {
        let writes = self.history.writes();
        let step = self.history.undo();
        let mut taken = self.stepped(step)?;
        if step == Step::Done && writes {
            let changes = taken.effects.iter().flat_map(|effect| &effect.changes);
            let back = brought_back(changes.clone());
            if !back.is_empty() && changes.count() == back.len() {
                {
                    let mut txn = self.doc.transact_mut_with(MADE_HERE);
                    for (field, edits) in &back {
                        for edit in edits {
                            write::edit(&mut txn, &self.roots, field, edit);
                        }
                    }
                }
                self.history.forget_undone();
                taken.effects.push(self.effect());
                taken.is_overtaken = true;
            }
        }
        Some(taken)
    }

    /// What a step of edits did.
    fn stepped(&mut self, step: Step) -> Option<TakenBack> {
        let effect = self.effect();
        (step != Step::Nothing).then(|| TakenBack {
            effects: vec![effect],
            is_overtaken: step == Step::Overtaken,
            ..TakenBack::default()
        })
    }

    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// What was done here since the last call.
    fn effect(&mut self) -> Effect {
        let effect = self.noticed();
        if let (Some(gate), false) = (&mut self.gate, effect.update.is_empty()) {
            // It continues what the gate knows; if it did not, the gate would let nobody in who builds on it.
            let _ = gate.learn(&effect.update);
        }
        effect
    }

    /// What happened since the last call, after the indexes have followed it.
    fn noticed(&mut self) -> Effect {
        let noticed = self.notebook.take();
        let mut changes = noticed.changes;
        if !noticed.readings.is_empty() {
            let txn = self.doc.transact();
            for key in noticed.readings {
                if let Some((indicator, period)) =
                    self.readings.follow(&txn, &self.roots.readings, &key)
                {
                    changes.push(Change::Reading { indicator, period });
                }
            }
        }
        if !noticed.talk.is_empty() {
            let txn = self.doc.transact();
            for key in noticed.talk {
                let about = self.talk.follow(&txn, &self.roots.talk, &key);
                changes.extend(about.map(Change::Talk));
            }
        }
        Effect {
            update: receive::merge(noticed.updates),
            changes: changes::without_repeats(changes),
            fates: changes::last_fates(noticed.fates),
        }
    }
}

/// For each change that only brought words into a text, the edits that take them out again, the last words first.
fn brought_back<'c>(changes: impl Iterator<Item = &'c Change>) -> Vec<(FieldRef, Vec<TextEdit>)> {
    let texts = changes.filter_map(|change| match change {
        Change::Text { field, ops, .. } => Some((field, ops)),
        _ => None,
    });
    let only = texts.filter(|(_, ops)| !ops.iter().any(|op| matches!(op, TextOp::Delete(_))));
    only.map(|(field, ops)| {
        let (mut at, mut edits) = (0, Vec::new());
        for op in ops {
            if let TextOp::Insert(length) = op {
                edits.push(TextEdit {
                    at,
                    delete: *length,
                    insert: String::new(),
                });
            }
            if let TextOp::Insert(length) | TextOp::Retain(length) = op {
                at += length;
            }
        }
        edits.reverse();
        (field.clone(), edits)
    })
    .collect()
}
