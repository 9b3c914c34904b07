//! Readings: measured values, kept as facts that are added and never rewritten.

use crate::{IndicatorId, Period, PersonId, ReadingId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What was measured, in the shape that the aggregation of the indicator needs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "shape", rename_all = "snake_case")]
pub enum Measure {
    /// In the unit of the indicator; for a sum.
    Amount { value: f64 },
    /// Two counts whose quotient is shown in percent; for a ratio.
    Ratio { numerator: f64, denominator: f64 },
    /// A mean in the unit of the indicator and the number of answers behind it.
    Mean { value: f64, n: u64 },
    /// How many answers each level got, by level from 1.
    Levels { counts: BTreeMap<u8, u64> },
    /// The value was taken back: the cell is empty again, its history stays.
    Withdrawn,
}

/// One entry of a reading.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadingEntry {
    pub id: ReadingId,
    pub indicator: IndicatorId,
    pub period: Period,
    pub measure: Measure,
    pub comment: String,
    pub by: PersonId,
    /// The name that the person had when they typed it.
    pub by_name: String,
    /// Milliseconds since 1970.
    pub at: i64,
    /// The entries that whoever typed this one saw and replaced.
    pub supersedes: Vec<ReadingId>,
}

/// What a cell of the table of readings holds.
///
/// **Invariant:** `current` is the latest, by time and then id, of the entries that no other entry
/// supersedes; `others` are the rest of those, newest first: values typed at the same time, that
/// people have yet to choose from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    pub current: ReadingEntry,
    pub others: Vec<ReadingEntry>,
}

impl Reading {
    /// Whether two people gave different values at once, and nobody chose yet.
    pub fn is_disputed(&self) -> bool {
        self.others.iter().any(|other| other.measure != self.current.measure)
    }
}
