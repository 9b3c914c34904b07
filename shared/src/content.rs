//! Content: everything that a workspace says at one moment, as plain data, without what is in the bin.
//!
//! It is what a version freezes, what two versions are compared by, and what a dashboard is computed from.

use crate::{
    Axis, Block, Decision, Indicator, IndicatorId, Objective, Period, ReadingEntry, Settings, Term,
    Verbatim, reading::Reading,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The readings of one indicator, by period.
pub type Readings = BTreeMap<Period, Reading>;

/// A workspace at one moment. Lists are in the order that people gave them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Content {
    pub settings: Settings,
    pub axes: Vec<Axis>,
    pub objectives: Vec<Objective>,
    /// In the order of the grid: by category, then as people ordered them.
    pub indicators: Vec<Indicator>,
    /// Cells whose value was withdrawn are left out.
    pub readings: BTreeMap<IndicatorId, Readings>,
    pub verbatims: Vec<Verbatim>,
    pub terms: Vec<Term>,
    pub decisions: Vec<Decision>,
    pub blocks: Vec<Block>,
}

impl Content {
    pub fn indicator(&self, id: IndicatorId) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.id == id)
    }

    /// The current entries of an indicator, oldest period first.
    pub fn entries(&self, id: IndicatorId) -> impl Iterator<Item = &ReadingEntry> {
        self.readings
            .get(&id)
            .into_iter()
            .flat_map(|readings| readings.values().map(|reading| &reading.current))
    }

    /// The objectives that an indicator is linked to.
    pub fn objectives_of(&self, id: IndicatorId) -> impl Iterator<Item = &Objective> {
        self.objectives
            .iter()
            .filter(move |objective| objective.indicators.contains(&id))
    }
}
