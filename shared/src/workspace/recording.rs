//! Recording many readings together, as one step of undo. Readings are facts, so taking a step back records
//! again what stood in the cells before; a cell that somebody else wrote in since stays as they left it.

use super::{Effect, MADE_HERE, Workspace};
use crate::{
    Command, CommandError, IndicatorId, Measure, Period, ReadingEntry, ReadingId, Stamp, doc::write,
};
use std::collections::HashMap;
use uuid::Uuid;

/// The most bytes of readings in one update: a quarter of what a server takes in one frame.
const LARGEST_UPDATE: usize = 512 << 10; // 512 KiB
/// What an entry takes in an update beside its comment: its ids twice, its period, measure and author.
const ENTRY: usize = 480; // bytes

/// A value for a cell.
#[derive(Debug, Clone, PartialEq)]
pub struct NewReading {
    pub id: ReadingId,
    pub indicator: IndicatorId,
    pub period: Period,
    pub measure: Measure,
    pub comment: String,
}

/// What a step of undo did.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TakenBack {
    /// In order, each small enough for one frame.
    pub effects: Vec<Effect>,
    /// How many cells somebody else wrote in since: they stay as they are.
    pub overwritten: usize,
    /// Others overwrote the whole edit since: nothing was done, and what they did stays.
    pub is_overtaken: bool,
}

impl TakenBack {
    pub(super) fn into_effect(self) -> Option<Effect> {
        self.effects.into_iter().next()
    }
}

/// What was said in a cell, and what stood there before.
#[derive(Debug, Clone)]
pub(super) struct Fact {
    new: NewReading,
    before: Before,
}

/// What stood in a cell: its entry, value and comment. A cell in which nothing was ever said is as if withdrawn.
#[derive(Debug, Clone)]
struct Before {
    entry: Option<ReadingId>,
    measure: Measure,
    comment: String,
}

impl NewReading {
    fn command(&self) -> Command {
        Command::Record {
            id: self.id,
            indicator: self.indicator,
            period: self.period,
            measure: self.measure.clone(),
            comment: self.comment.clone(),
        }
    }

    const fn cell(&self) -> (IndicatorId, Period) {
        (self.indicator, self.period)
    }
}

impl Workspace {
    /// Records values in many cells, all or none, as one step of undo. Of several values for one cell the
    /// last counts.
    ///
    /// # Errors
    /// When one of them cannot be recorded; nothing was changed.
    pub fn record_all(
        &mut self,
        readings: Vec<NewReading>,
        by: &Stamp,
    ) -> Result<Vec<Effect>, CommandError> {
        {
            let txn = yrs::Transact::transact(&self.doc);
            for reading in &readings {
                write::check(&txn, &self.roots, &reading.command())?;
            }
        }
        let mut at = HashMap::new();
        let mut facts: Vec<Fact> = Vec::new();
        for new in readings {
            let fact = Fact {
                before: self.said_in(new.cell()),
                new,
            };
            match at.get(&fact.new.cell()) {
                Some(index) => facts[*index] = fact,
                None => {
                    at.insert(fact.new.cell(), facts.len());
                    facts.push(fact);
                }
            }
        }
        let effects = self.write_facts(&facts, by);
        if !facts.is_empty() {
            self.history.recorded(facts);
        }
        Ok(effects)
    }

    /// Takes back the last thing that was done here, readings included; `None` when there is nothing to take
    /// back. `fresh` makes the ids of what is recorded again.
    pub fn take_back(&mut self, by: &Stamp, fresh: impl FnMut() -> Uuid) -> Option<TakenBack> {
        match self.history.last_facts() {
            Some(facts) => {
                let (taken, facts) = self.turn(facts, by, fresh);
                self.history.facts_undone(facts);
                Some(taken)
            }
            None => self.step_back(),
        }
    }

    /// Does again what was taken back last.
    pub fn do_again(&mut self, by: &Stamp, fresh: impl FnMut() -> Uuid) -> Option<TakenBack> {
        match self.history.last_undone_facts() {
            Some(facts) => {
                let (taken, facts) = self.turn(facts, by, fresh);
                self.history.facts_redone(facts);
                Some(taken)
            }
            None => {
                let step = self.history.redo();
                self.stepped(step)
            }
        }
    }

    /// Records what stood before in each cell where the fact still stands; and the facts that this makes.
    fn turn(
        &mut self,
        facts: Vec<Fact>,
        by: &Stamp,
        mut fresh: impl FnMut() -> Uuid,
    ) -> (TakenBack, Vec<Fact>) {
        let all = facts.len();
        let mut turned = Vec::new();
        for fact in facts {
            if self.stands(&fact) {
                let id = ReadingId::from_uuid(fresh());
                if let Some(said) = fact.before.entry {
                    self.history.says_again(id, said);
                }
                turned.push(fact.turned(id));
            }
        }
        let taken = TakenBack {
            effects: self.write_facts(&turned, by),
            overwritten: all - turned.len(),
            is_overtaken: false,
        };
        (taken, turned)
    }

    /// Whether nobody wrote in the cell since.
    fn stands(&self, fact: &Fact) -> bool {
        let same = |id| self.history.first_said(id);
        match self.readings.heads(fact.new.cell()).as_slice() {
            [head] => same(*head) == same(fact.new.id),
            _ => false,
        }
    }

    fn write_facts(&mut self, facts: &[Fact], by: &Stamp) -> Vec<Effect> {
        let mut effects = Vec::new();
        let mut rest = facts;
        while !rest.is_empty() {
            let (now, later) = rest.split_at(how_many_fit(rest));
            self.write_some(now, by);
            effects.push(self.effect());
            rest = later;
        }
        effects
    }

    fn write_some(&self, facts: &[Fact], by: &Stamp) {
        let mut txn = yrs::Transact::transact_mut_with(&self.doc, MADE_HERE);
        for Fact { new, .. } in facts {
            let entry = ReadingEntry {
                id: new.id,
                indicator: new.indicator,
                period: new.period,
                measure: new.measure.clone(),
                comment: new.comment.clone(),
                by: by.person,
                by_name: by.name.clone(),
                at: by.at,
                supersedes: self.readings.heads(new.cell()),
            };
            write::record(&mut txn, &self.roots, &entry);
        }
    }

    fn said_in(&self, cell: (IndicatorId, Period)) -> Before {
        match self.readings.reading(cell) {
            Some(reading) => Before {
                entry: Some(reading.current.id),
                measure: reading.current.measure,
                comment: reading.current.comment,
            },
            None => Before {
                entry: None,
                measure: Measure::Withdrawn,
                comment: String::new(),
            },
        }
    }
}

impl Fact {
    /// The way back.
    fn turned(self, id: ReadingId) -> Self {
        let Self { new, before } = self;
        Self {
            before: Before {
                entry: Some(new.id),
                measure: new.measure,
                comment: new.comment,
            },
            new: NewReading {
                id,
                indicator: new.indicator,
                period: new.period,
                measure: before.measure,
                comment: before.comment,
            },
        }
    }
}

/// How many of these fit into one update; at least one.
fn how_many_fit(facts: &[Fact]) -> usize {
    let mut bytes = 0;
    let fits = |fact: &&Fact| {
        bytes += ENTRY + fact.new.comment.len();
        bytes <= LARGEST_UPDATE
    };
    facts.iter().take_while(fits).count().max(1)
}
