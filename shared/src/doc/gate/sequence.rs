//! The order of the letters in every text, deleted ones too. A letter says which one it came after and which
//! one before; where it says this the wrong way round, the place that the library finds depends on what else
//! is there just then, and two replicas do not show the same words any more.
//!
//! This is the part of the library's rule that decides the place (YATA, as in
//! <https://github.com/yjs/yjs/blob/main/src/structs/Item.js>, `integrate`), on runs of letters without content.

use super::places::Slot;
use crate::doc::update::{Block, ItemId};
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    mem::size_of,
};

/// Where a run stands in [`Sequences::runs`].
type At = u32;

/// Letters that one client wrote one after the other, and that stand together.
struct Run {
    first: ItemId,
    length: u32,
    /// The letter after which the first was put, and the one before which all of them were.
    origin: Option<ItemId>,
    right_origin: Option<ItemId>,
    /// The neighbours in the text.
    left: Option<At>,
    right: Option<At>,
}

impl Run {
    const fn end(&self) -> u32 {
        self.first.clock + self.length
    }

    fn last(&self) -> Option<ItemId> {
        let client = self.first.client;
        let clock = self.end().checked_sub(1)?;
        Some(ItemId { client, clock })
    }
}

/// What was done, so that it can be taken back, the last first.
enum Step {
    /// The last run was put into a text.
    New(Slot),
    /// The last run was cut off the one on its left.
    Cut,
    /// A run got longer by so many letters.
    Grown(At, u32),
}

/// The order of the letters in every text.
#[derive(Default)]
pub struct Sequences {
    runs: Vec<Run>,
    /// Runs by their first letter.
    by_first: BTreeMap<ItemId, At>,
    /// The first run of each text.
    starts: HashMap<Slot, At>,
    /// Texts that came out of the store in no order: nobody can say what is right in them.
    lawless: HashSet<Slot>,
    /// What was done since the last [`Self::keep`].
    steps: Vec<Step>,
}

/// Letters say that they stand before something, and after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Disorder;

impl Sequences {
    /// Puts the letters of a block, from the clock `from` on, into a text. What they stand beside must have
    /// been put before.
    ///
    /// # Errors
    /// [`Disorder`]; then [`Self::take_back`] must follow.
    pub fn put(
        &mut self,
        text: Slot,
        client: u64,
        from: u32,
        block: &Block,
    ) -> Result<(), Disorder> {
        if self.lawless.contains(&text) {
            return Ok(());
        }
        self.try_put(text, client, from, block).ok_or(Disorder)
    }

    /// From now on everything goes in a text.
    pub fn let_go(&mut self, text: Slot) {
        self.lawless.insert(text);
    }

    /// What was put stays.
    pub fn keep(&mut self) {
        self.steps.clear();
    }

    /// Takes back what was put since the last [`Self::keep`].
    pub fn take_back(&mut self) {
        while let Some(step) = self.steps.pop() {
            match step {
                Step::Grown(at, by) => {
                    if let Some(run) = self.run_mut(at) {
                        run.length -= by;
                    }
                }
                Step::New(text) => {
                    let Some(run) = self.runs.pop() else { continue };
                    self.by_first.remove(&run.first);
                    match (run.left, run.right) {
                        (None, None) => drop(self.starts.remove(&text)),
                        (None, Some(right)) => drop(self.starts.insert(text, right)),
                        (Some(_), _) => {}
                    }
                    self.join(run.left, run.right);
                }
                Step::Cut => {
                    let Some(run) = self.runs.pop() else { continue };
                    self.by_first.remove(&run.first);
                    if let Some(left) = run.left.and_then(|left| self.run_mut(left)) {
                        left.length += run.length;
                    }
                    self.join(run.left, run.right);
                }
            }
        }
    }

    pub fn memory(&self) -> usize {
        self.runs.capacity() * size_of::<Run>()
            + self.by_first.len() * size_of::<(ItemId, At)>()
            + self.starts.capacity() * size_of::<(Slot, At)>()
    }

    /// `None` means disorder.
    fn try_put(&mut self, text: Slot, client: u64, from: u32, block: &Block) -> Option<()> {
        let origin = if from > block.start {
            // The library puts the rest of a block that it knows the beginning of after that.
            let clock = from - 1;
            Some(ItemId { client, clock })
        } else {
            block.origin
        };
        // In this order: looking for the right one may cut the run that ends in the left one.
        let right = match block.right_origin {
            Some(id) => Some(self.starting_with(id)?),
            None => None,
        };
        let left = match origin {
            Some(id) => Some(self.ending_with(id)?),
            None => None,
        };
        let clock = from;
        let run = Run {
            first: ItemId { client, clock },
            length: block.end - from,
            origin,
            right_origin: block.right_origin,
            left: None,
            right: None,
        };
        let left = self.place(text, left, right, &run)?;
        self.insert(text, left, run)
    }

    /// The run after which another one goes that was put between `left` and `right`; the outer `None` means
    /// that these are the wrong way round.
    fn place(
        &self,
        text: Slot,
        left: Option<At>,
        right: Option<At>,
        new: &Run,
    ) -> Option<Option<At>> {
        let start = self.after(text, left)?;
        if right.is_some() {
            let mut at = start;
            while at != right {
                at = self.run(at?)?.right;
            }
        }
        let (mut place, mut at) = (left, start);
        let (mut passed, mut conflicting) = (HashSet::new(), HashSet::new());
        while at != right {
            let here = at?;
            let other = self.run(here)?;
            passed.insert(here);
            conflicting.insert(here);
            let goes_before;
            if other.origin == new.origin {
                goes_before = other.first.client < new.first.client;
                if !goes_before && other.right_origin == new.right_origin {
                    break;
                }
            } else {
                match other.origin.and_then(|origin| self.find(origin)) {
                    Some(origin) if passed.contains(&origin) => {
                        goes_before = !conflicting.contains(&origin);
                    }
                    _ => break,
                }
            }
            if goes_before {
                place = at;
                conflicting.clear();
            }
            at = other.right;
        }
        Some(place)
    }

    fn insert(&mut self, text: Slot, left: Option<At>, mut new: Run) -> Option<()> {
        if let Some(at) = left {
            let run = self.run_mut(at)?;
            let continues = run.first.client == new.first.client
                && run.end() == new.first.clock
                && run.last() == new.origin
                && run.right_origin == new.right_origin;
            if continues {
                run.length += new.length;
                self.steps.push(Step::Grown(at, new.length));
                return Some(());
            }
        }
        let at = At::try_from(self.runs.len()).ok()?;
        new.left = left;
        new.right = self.after(text, left)?;
        let (first, right) = (new.first, new.right);
        self.runs.push(new);
        self.by_first.insert(first, at);
        if left.is_none() {
            self.starts.insert(text, at);
        }
        self.join(left, Some(at));
        self.join(Some(at), right);
        self.steps.push(Step::New(text));
        Some(())
    }

    /// What comes after a run, or first in a text; the outer `None` means that there is no such run.
    fn after(&self, text: Slot, left: Option<At>) -> Option<Option<At>> {
        match left {
            Some(at) => Some(self.run(at)?.right),
            None => Some(self.starts.get(&text).copied()),
        }
    }

    /// The run that holds a letter.
    fn find(&self, id: ItemId) -> Option<At> {
        let (_, at) = self.by_first.range(..=id).next_back()?;
        let run = self.run(*at)?;
        (run.first.client == id.client && id.clock < run.end()).then_some(*at)
    }

    /// The run that starts with a letter, cut off if need be.
    fn starting_with(&mut self, id: ItemId) -> Option<At> {
        let at = self.find(id)?;
        let offset = id.clock - self.run(at)?.first.clock;
        if offset == 0 {
            Some(at)
        } else {
            self.cut(at, offset)
        }
    }

    /// The run that ends with a letter, the rest cut off if need be.
    fn ending_with(&mut self, id: ItemId) -> Option<At> {
        let at = self.find(id)?;
        let run = self.run(at)?;
        let length = id.clock - run.first.clock + 1;
        if length < run.length {
            self.cut(at, length)?;
        }
        Some(at)
    }

    /// Cuts a run in two; the second one.
    fn cut(&mut self, at: At, length: u32) -> Option<At> {
        let second = At::try_from(self.runs.len()).ok()?;
        let run = self.run_mut(at)?;
        let first = ItemId {
            client: run.first.client,
            clock: run.first.clock + length,
        };
        let rest = Run {
            first,
            length: run.length - length,
            origin: Some(ItemId {
                client: first.client,
                clock: first.clock - 1,
            }),
            right_origin: run.right_origin,
            left: Some(at),
            right: run.right,
        };
        run.length = length;
        let right = rest.right;
        self.runs.push(rest);
        self.by_first.insert(first, second);
        self.join(Some(at), Some(second));
        self.join(Some(second), right);
        self.steps.push(Step::Cut);
        Some(second)
    }

    fn join(&mut self, left: Option<At>, right: Option<At>) {
        if let Some(run) = left.and_then(|left| self.run_mut(left)) {
            run.right = right;
        }
        if let Some(run) = right.and_then(|right| self.run_mut(right)) {
            run.left = left;
        }
    }

    fn run(&self, at: At) -> Option<&Run> {
        self.runs.get(at as usize)
    }

    fn run_mut(&mut self, at: At) -> Option<&mut Run> {
        self.runs.get_mut(at as usize)
    }
}

#[cfg(test)]
mod tests;
