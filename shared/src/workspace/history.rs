//! What was done here and can be taken back: all but readings, which are facts.

use crate::{Command, EntityKind, FieldRef, Stamp, doc::Roots};
use std::{
    collections::HashSet,
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
        let steps = self.steps_at(doc, roots, by);
        if !goes_on {
            steps.reset();
        }
    }

    /// Makes ready for many commands that are one step together. To be called while no transaction is
    /// open; the command after them begins its own step.
    pub fn begin_step(&mut self, doc: &Doc, roots: &Roots, by: &Stamp) {
        self.text = None;
        self.steps_at(doc, roots, by).reset();
    }

    /// The steps, at the time of somebody's deed.
    fn steps_at(&mut self, doc: &Doc, roots: &Roots, by: &Stamp) -> &mut UndoManager<()> {
        let at = u64::try_from(by.at).unwrap_or_default().max(1);
        self.now.fetch_max(at, Ordering::Relaxed);
        self.steps
            .get_or_insert_with(|| steps(doc, roots, self.now.clone()))
    }

    pub fn undo(&mut self) -> bool {
        self.text = None;
        self.steps.as_mut().is_some_and(UndoManager::undo_blocking)
    }

    pub fn redo(&mut self) -> bool {
        self.text = None;
        self.steps.as_mut().is_some_and(UndoManager::redo_blocking)
    }

    pub fn can_undo(&self) -> bool {
        self.steps.as_ref().is_some_and(UndoManager::can_undo)
    }

    pub fn can_redo(&self) -> bool {
        self.steps.as_ref().is_some_and(UndoManager::can_redo)
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
