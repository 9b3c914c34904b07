//! Readings: measured values, kept as facts that are added and never rewritten.

use crate::{IndicatorId, Period, PersonId, ReadingId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The largest integer up to which a double, and so JSON, holds every one. Counts and times stay within
/// it, so that a frozen version can be read back.
pub const MAX_EXACT: u64 = 1 << 53;

/// What was measured, in the shape that the aggregation of the indicator needs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "shape", rename_all = "snake_case", try_from = "Parts")]
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

/// A measure as it is read: serde would put aside the whole of a tagged enum before it reads any of it, and a
/// version has tens of thousands.
#[derive(Deserialize)]
struct Parts {
    shape: Shape,
    value: Option<f64>,
    n: Option<u64>,
    numerator: Option<f64>,
    denominator: Option<f64>,
    counts: Option<BTreeMap<u8, u64>>,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Shape {
    Amount,
    Ratio,
    Mean,
    Levels,
    Withdrawn,
}

impl TryFrom<Parts> for Measure {
    type Error = &'static str;

    fn try_from(parts: Parts) -> Result<Self, &'static str> {
        let measure = match parts.shape {
            Shape::Amount => parts.value.map(|value| Self::Amount { value }),
            Shape::Ratio => {
                let counts = parts.numerator.zip(parts.denominator);
                counts.map(|(numerator, denominator)| Self::Ratio {
                    numerator,
                    denominator,
                })
            }
            Shape::Mean => {
                let mean = parts.value.zip(parts.n);
                mean.map(|(value, n)| Self::Mean { value, n })
            }
            Shape::Levels => parts.counts.map(|counts| Self::Levels { counts }),
            Shape::Withdrawn => Some(Self::Withdrawn),
        };
        measure.ok_or("a measure lacks one of its numbers")
    }
}

/// One entry of a reading. Its fields are in the order of canonical JSON, in which a version has very many.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadingEntry {
    /// Milliseconds since 1970.
    pub at: i64,
    pub by: PersonId,
    /// The name that the person had when they typed it.
    pub by_name: String,
    pub comment: String,
    pub id: ReadingId,
    pub indicator: IndicatorId,
    pub measure: Measure,
    pub period: Period,
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
        self.others
            .iter()
            .any(|other| other.measure != self.current.measure)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_measure_is_read_as_it_is_written() {
        for measure in [
            Measure::Amount { value: 74.5 },
            Measure::Ratio {
                numerator: 37.0,
                denominator: 90.0,
            },
            Measure::Mean { value: 4.2, n: 171 },
            Measure::Levels {
                counts: BTreeMap::from([(1, 4), (4, 10)]),
            },
            Measure::Withdrawn,
        ] {
            let json = serde_json::to_string(&measure).expect("JSON");
            assert_eq!(
                serde_json::from_str::<Measure>(&json).expect(&json),
                measure
            );
            let value = serde_json::to_value(&measure).expect("JSON");
            assert_eq!(Measure::deserialize(&value).expect(&json), measure);
        }
        for wrong in [
            r#"{"shape":"levels","counts":{"high":3}}"#,
            r#"{"shape":"levels"}"#,
            r#"{"shape":"amount","value":null}"#,
            r#"{"shape":"ratio","numerator":1}"#,
            r#"{"shape":"mean","value":1,"n":1.5}"#,
            r#"{"shape":"guess","value":1}"#,
            r#"{"value":1}"#,
        ] {
            serde_json::from_str::<Measure>(wrong).expect_err(wrong);
        }
    }
}
