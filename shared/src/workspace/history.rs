//! What was done here and can be taken back, in order. Edits are undone in the document; readings are facts,
//! which `recording` takes back by others.

use super::recording::Fact;
use crate::{Command, EntityKind, FieldRef, ReadingId, Stamp, doc::Roots};
use std::{
    collections::{HashMap, HashSet},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
};
use yrs::{
    Doc,
    undo::{Options, UndoManager},
};

/// The origin of what can be taken back.
pub const UNDOABLE: &str = "local";
/// Letters typed into one text within this time (in milliseconds) of each other are one step.
const ONE_STEP: u64 = 800;

/// The steps that were done here, last one first.
#[derive(Default)]
pub struct History {
    /// Made with the first command: a server takes nothing back.
    steps: Option<UndoManager<()>>,
    /// The time of the last command, which only grows: there is no clock in this crate.
    now: Arc<AtomicU64>,
    /// The text that was written into last.
    text: Option<FieldRef>,
    /// Readings that were recorded together, each time with how many edits could be undone then: while there
    /// are no more of those, the readings came last.
    facts: Vec<(usize, Vec<Fact>)>,
    /// Readings that were taken back, with how many edits could be done again then.
    undone: Vec<(usize, Vec<Fact>)>,
    /// Entries that say again what another one said, when a step was taken back or done again.
    again: HashMap<ReadingId, ReadingId>,
}

/// What became of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// There was none.
    Nothing,
    Done,
    /// Others overwrote it since: nothing is left of it, and nothing else was done.
    Overtaken,
}

#[derive(Clone, Copy)]
enum Way {
    Undo,
    Redo,
}

impl History {
    /// Makes ready for a command: what it writes is a step of its own, unless it goes on writing
    /// in the same text. To be called while no transaction is open.
    pub fn before(&mut self, doc: &Doc, roots: &Roots, command: &Command, by: &Stamp) {
        let text = match command {
            Command::Edit { field, .. } => Some(field.clone()),
            _ => None,
        };
        let goes_on = text.is_some() && text == self.text;
        self.text = text;
        self.undone.clear();
        let steps = self.steps_at(doc, roots, by);
        if !goes_on {
            steps.reset();
        }
    }

    /// Makes ready for many commands that are one step together. To be called while no transaction is
    /// open; the command after them begins its own step.
    pub fn begin_step(&mut self, doc: &Doc, roots: &Roots, by: &Stamp) {
        self.text = None;
        self.undone.clear();
        self.steps_at(doc, roots, by).reset();
    }

    /// Readings were recorded: a step of their own.
    pub fn recorded(&mut self, facts: Vec<Fact>) {
        self.undone.clear();
        if let Some(steps) = &mut self.steps {
            steps.clear_redo();
        }
        self.facts_redone(facts);
    }

    /// Takes out the readings that were recorded last, if they are the last thing that was done.
    pub fn last_facts(&mut self) -> Option<Vec<Fact>> {
        let edits = self
            .steps
            .as_ref()
            .map_or(0, |steps| steps.undo_stack().len());
        self.facts
            .pop_if(|(then, _)| *then >= edits)
            .map(|(_, facts)| facts)
    }

    /// Takes out the readings that were taken back last, if they are the last thing that was taken back.
    pub fn last_undone_facts(&mut self) -> Option<Vec<Fact>> {
        let edits = self
            .steps
            .as_ref()
            .map_or(0, |steps| steps.redo_stack().len());
        self.undone
            .pop_if(|(then, _)| *then >= edits)
            .map(|(_, facts)| facts)
    }

    /// Readings stand again; none when others overwrote them all.
    pub fn facts_redone(&mut self, facts: Vec<Fact>) {
        self.end_text();
        if !facts.is_empty() {
            let edits = self
                .steps
                .as_ref()
                .map_or(0, |steps| steps.undo_stack().len());
            self.facts.push((edits, facts));
        }
    }

    /// Readings were taken back; none when others overwrote them all.
    pub fn facts_undone(&mut self, facts: Vec<Fact>) {
        self.end_text();
        if !facts.is_empty() {
            let edits = self
                .steps
                .as_ref()
                .map_or(0, |steps| steps.redo_stack().len());
            self.undone.push((edits, facts));
        }
    }

    /// `entry` says again what `said` did.
    pub fn says_again(&mut self, entry: ReadingId, said: ReadingId) {
        self.again.insert(entry, self.first_said(said));
    }

    /// The entry that first said what this one says.
    pub fn first_said(&self, entry: ReadingId) -> ReadingId {
        self.again.get(&entry).copied().unwrap_or(entry)
    }

    /// What is typed next is a step of its own.
    fn end_text(&mut self) {
        self.text = None;
        if let Some(steps) = &mut self.steps {
            steps.reset();
        }
    }

    /// The steps, at the time of somebody's deed.
    fn steps_at(&mut self, doc: &Doc, roots: &Roots, by: &Stamp) -> &mut UndoManager<()> {
        let at = u64::try_from(by.at).unwrap_or_default().max(1);
        self.now.fetch_max(at, Ordering::Relaxed);
        self.steps
            .get_or_insert_with(|| steps(doc, roots, self.now.clone()))
    }

    pub fn undo(&mut self) -> Step {
        self.step(Way::Undo)
    }

    pub fn redo(&mut self) -> Step {
        self.step(Way::Redo)
    }

    /// Goes one step. Of one that others overwrote nothing is left to do, and the library goes on to the next; that
    /// one is then put back, so that nobody loses what they did not mean.
    fn step(&mut self, way: Way) -> Step {
        self.text = None;
        let Some(steps) = &mut self.steps else {
            return Step::Nothing;
        };
        let left = |steps: &UndoManager<()>| match way {
            Way::Undo => steps.undo_stack().len(),
            Way::Redo => steps.redo_stack().len(),
        };
        let before = left(steps);
        let is_done = match way {
            Way::Undo => steps.undo_blocking(),
            Way::Redo => steps.redo_blocking(),
        };
        match before.saturating_sub(left(steps)) {
            0 => Step::Nothing,
            1 if is_done => Step::Done,
            _ => {
                if is_done {
                    match way {
                        Way::Undo => steps.redo_blocking(),
                        Way::Redo => steps.undo_blocking(),
                    };
                }
                Step::Overtaken
            }
        }
    }

    /// Whether the step that would be taken back wrote something that it did not delete itself.
    pub fn writes(&self) -> bool {
        let next = self
            .steps
            .as_ref()
            .and_then(|steps| steps.undo_stack().last());
        next.is_some_and(|next| !next.insertions().diff(next.deletions()).is_empty())
    }

    /// What was taken back is not done again.
    pub fn forget_undone(&mut self) {
        if let Some(steps) = &mut self.steps {
            steps.clear_redo();
        }
    }

    pub fn can_undo(&self) -> bool {
        !self.facts.is_empty() || self.steps.as_ref().is_some_and(UndoManager::can_undo)
    }

    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty() || self.steps.as_ref().is_some_and(UndoManager::can_redo)
    }
}

fn steps(doc: &Doc, roots: &Roots, now: Arc<AtomicU64>) -> UndoManager<()> {
    let mut steps = UndoManager::with_options(Options {
        capture_timeout_millis: ONE_STEP,
        tracked_origins: HashSet::from([UNDOABLE.into()]),
        capture_transaction: None,
        timestamp: Arc::new(move || now.load(Ordering::Relaxed)),
        init_undo_stack: Vec::new(),
        init_redo_stack: Vec::new(),
    });
    for kind in EntityKind::ALL {
        steps.expand_scope(doc, roots.kind(kind));
    }
    steps.expand_scope(doc, &roots.languages);
    steps
}
