//! Readings in the document, and an index of them by cell that follows each change.
//!
//! An entry lies under `indicator/period/entry` as a plain value and is never written again; an entry
//! whose key and content disagree, or whose measure makes no sense, is passed over.

use super::{
    id,
    json::{to_any, to_json},
    value,
};
use crate::{
    IndicatorId, Measure, Period, PersonId, Reading, ReadingEntry, ReadingId, content::Readings,
    reading::MAX_EXACT,
};
use serde_json::Value as Json;
use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    sync::Arc,
};
use yrs::{Any, Map, MapRef, Out, ReadTxn};

/// A cell of the table of readings.
pub type Cell = (IndicatorId, Period);

/// The entries of the cells of one indicator.
type Cells = BTreeMap<Period, Vec<ReadingEntry>>;

/// The entries of every cell, newest first. A copy costs a pointer for each indicator.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Index {
    /// Shared with the pictures of moments that are still looked at: whoever writes makes a copy of one indicator's.
    cells: BTreeMap<IndicatorId, Arc<Cells>>,
}

impl Index {
    pub fn of(txn: &impl ReadTxn, readings: &MapRef) -> Self {
        let mut index = Self::default();
        for (key, value) in readings.iter(txn) {
            if let Some(entry) = decode(key, &value) {
                let periods = Arc::make_mut(index.cells.entry(entry.indicator).or_default());
                periods.entry(entry.period).or_default().push(entry);
            }
        }
        for periods in index.cells.values_mut() {
            for cell in Arc::make_mut(periods).values_mut() {
                sort(cell);
            }
        }
        index
    }

    /// Reads one key anew. Returns its cell, if the key names one.
    pub fn follow(&mut self, txn: &impl ReadTxn, readings: &MapRef, key: &str) -> Option<Cell> {
        let (indicator, period, reading) = parse(key)?;
        let entry = readings.get(txn, key).and_then(|value| decode(key, &value));
        let periods = Arc::make_mut(self.cells.entry(indicator).or_default());
        let cell = periods.entry(period).or_default();
        cell.retain(|entry| entry.id != reading);
        cell.extend(entry);
        sort(cell);
        if cell.is_empty() {
            periods.remove(&period);
        }
        if periods.is_empty() {
            self.cells.remove(&indicator);
        }
        Some((indicator, period))
    }

    /// All the entries of a cell, newest first.
    pub fn history(&self, (indicator, period): Cell) -> &[ReadingEntry] {
        self.cells
            .get(&indicator)
            .and_then(|periods| periods.get(&period))
            .map_or(&[], Vec::as_slice)
    }

    /// Every entry of every cell.
    pub fn entries(&self) -> impl Iterator<Item = &ReadingEntry> {
        let cells = self.cells.values().flat_map(|periods| periods.values());
        cells.flatten()
    }

    /// The years in which there are entries.
    pub fn years(&self) -> BTreeSet<i16> {
        let periods = self.cells.values().flat_map(|periods| periods.keys());
        periods.map(|period| period.year()).collect()
    }

    /// The entries that stand in a cell: none replaces them. Those that they replaced stay replaced.
    pub fn heads(&self, cell: Cell) -> Vec<ReadingId> {
        let reading = self.reading(cell).into_iter();
        reading
            .flat_map(|Reading { current, others }| [current].into_iter().chain(others))
            .map(|one| one.id)
            .collect()
    }

    pub fn reading(&self, cell: Cell) -> Option<Reading> {
        current(self.history(cell))
    }

    /// The cells of an indicator that hold a value.
    pub fn readings(&self, indicator: IndicatorId) -> Readings {
        let periods = self.cells.get(&indicator).into_iter();
        let periods = periods.flat_map(|periods| periods.iter());
        let readings = periods.filter_map(|(period, entries)| Some((*period, current(entries)?)));
        readings
            .filter(|(_, reading)| reading.current.measure != Measure::Withdrawn)
            .collect()
    }
}

/// What a cell holds, given its entries, newest first.
fn current(entries: &[ReadingEntry]) -> Option<Reading> {
    // As in nearly every cell.
    if let [only] = entries {
        return Some(Reading {
            current: only.clone(),
            others: Vec::new(),
        });
    }
    let replaced = entries
        .iter()
        .flat_map(|entry| entry.supersedes.iter().filter(|other| **other != entry.id));
    let replaced: HashSet<&ReadingId> = replaced.collect();
    let mut heads = entries
        .iter()
        .filter(|entry| !replaced.contains(&entry.id))
        .cloned();
    // Entries that replace each other in a circle, which nobody does who plays fair: the newest counts.
    let current = heads.next().or_else(|| entries.first().cloned())?;
    Some(Reading {
        current,
        others: heads.collect(),
    })
}

fn sort(cell: &mut [ReadingEntry]) {
    cell.sort_by_key(|entry| std::cmp::Reverse((entry.at, entry.id)));
}

/// The key of an entry.
pub fn key(entry: &ReadingEntry) -> String {
    format!("{}/{}/{}", entry.indicator, entry.period, entry.id)
}

/// What a key names; `None` when it is not the key of an entry.
pub fn parse(key: &str) -> Option<(IndicatorId, Period, ReadingId)> {
    let (indicator, rest) = key.split_once('/')?;
    let (period, reading) = rest.split_once('/')?;
    // In the one way of writing it: else one entry could be there twice.
    let period = period
        .parse()
        .ok()
        .filter(|parsed: &Period| parsed.to_string() == period)?;
    Some((id(indicator)?.into(), period, id(reading)?.into()))
}

/// An entry as it lies in the document. The parts of its key are in it again: a key that was copied is
/// found out.
pub fn encode(entry: &ReadingEntry) -> Any {
    serde_json::to_value(entry).map_or(Any::Null, |json| to_any(&json))
}

/// The entry under a key; `None` when it is none.
pub fn decode(key: &str, value: &Out) -> Option<ReadingEntry> {
    let (indicator, period, reading) = parse(key)?;
    let Out::Any(any @ Any::Map(_)) = value else {
        return None;
    };
    let mut json = to_json(any)?;
    let measure = measure(json.get_mut("measure")?.take())?;
    // Its own fields only: a JSON map with numbers for keys cannot be read inside a tagged one.
    let field = |name: &str| json.get(name);
    let text = |name: &str| field(name).and_then(Json::as_str);
    let entry = ReadingEntry {
        id: reading,
        indicator,
        period,
        measure,
        comment: text("comment").unwrap_or_default().to_owned(),
        by: PersonId::from_uuid(text("by").and_then(id)?),
        by_name: text("by_name").unwrap_or_default().to_owned(),
        at: field("at")
            .and_then(Json::as_i64)
            .filter(|at| at.unsigned_abs() <= MAX_EXACT)?,
        supersedes: match field("supersedes") {
            Some(Json::Array(ids)) => ids
                .iter()
                .filter_map(|other| Some(id(other.as_str()?)?.into()))
                .collect(),
            _ => Vec::new(),
        },
    };
    let agrees = text("id").and_then(id) == Some(reading.uuid())
        && text("indicator").and_then(id) == Some(indicator.uuid())
        && text("period") == Some(period.to_string().as_str());
    agrees.then_some(entry)
}

fn measure(json: Json) -> Option<Measure> {
    let number = |name: &str| json.get(name).and_then(Json::as_f64);
    let measure = match json.get("shape")?.as_str()? {
        "amount" => Measure::Amount {
            value: number("value")?,
        },
        "ratio" => Measure::Ratio {
            numerator: number("numerator")?,
            denominator: number("denominator")?,
        },
        "mean" => Measure::Mean {
            value: number("value")?,
            n: json.get("n")?.as_u64()?,
        },
        "levels" => {
            let counts = json.get("counts")?.as_object()?.iter();
            let counts = counts.map(|(level, count)| Some((level.parse().ok()?, count.as_u64()?)));
            Measure::Levels {
                counts: counts.collect::<Option<_>>()?,
            }
        }
        "withdrawn" => Measure::Withdrawn,
        _ => return None,
    };
    value::is_measure(&measure).then_some(measure)
}
