//! Plain things for the tests of the rules and of versions, as short as they can be said.

use crate::{
    Content, Frequency, Indicator, IndicatorId, Measure, Objective, ObjectiveId, Period, PersonId,
    Reading, ReadingEntry, ReadingId,
    content::Readings,
    indicator::{Aggregation, Bound, Category, Direction, Nature, Thresholds},
    objective::{ObjectiveStatus, SmartNotes},
};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

pub fn period(text: &str) -> Period {
    text.parse().expect("a period")
}

/// An indicator with a target for 2025.
pub fn indicator(aggregation: Aggregation, target: f64) -> Indicator {
    Indicator {
        id: IndicatorId::from_uuid(Uuid::from_u128(1)),
        category: Category::Activity,
        nature: Nature::Quantitative,
        name: String::new(),
        definition: String::new(),
        unit: String::new(),
        decimals: 0,
        direction: Direction::Increase,
        aggregation,
        numerator: String::new(),
        denominator: String::new(),
        levels: Vec::new(),
        baseline: Bound::default(),
        target: Bound {
            value: Some(target),
            period: Some(period("2025")),
        },
        thresholds: Thresholds::default(),
        source: String::new(),
        collection: String::new(),
        frequency: Frequency::Monthly,
        owner_role: String::new(),
        disaggregation: String::new(),
        personal_data: String::new(),
        known_biases: String::new(),
        agreed_by: String::new(),
        agreed_why: String::new(),
    }
}

/// An objective with a statement and nothing else.
pub fn objective(statement: &str) -> Objective {
    Objective {
        id: ObjectiveId::from_uuid(Uuid::from_u128(2)),
        axis: None,
        statement: statement.to_owned(),
        expected_for: None,
        smart: SmartNotes::default(),
        owner_role: String::new(),
        due_date: None,
        status: ObjectiveStatus::Draft,
        indicators: BTreeSet::new(),
    }
}

pub fn amount(value: f64) -> Measure {
    Measure::Amount { value }
}

pub fn ratio(numerator: f64, denominator: f64) -> Measure {
    Measure::Ratio {
        numerator,
        denominator,
    }
}

pub fn mean(value: f64, n: u64) -> Measure {
    Measure::Mean { value, n }
}

/// Counts by level, from level 1.
pub fn counts(counts: &[u64]) -> Measure {
    Measure::Levels {
        counts: (1..).zip(counts.iter().copied()).collect(),
    }
}

pub fn entry(text: &str, measure: Measure) -> ReadingEntry {
    ReadingEntry {
        id: ReadingId::from_uuid(Uuid::from_u128(3)),
        indicator: IndicatorId::from_uuid(Uuid::from_u128(1)),
        period: period(text),
        measure,
        comment: String::new(),
        by: PersonId::from_uuid(Uuid::from_u128(4)),
        by_name: "Awa".to_owned(),
        at: 0,
        supersedes: Vec::new(),
    }
}

pub fn readings(list: impl IntoIterator<Item = (&'static str, Measure)>) -> Readings {
    let cell = |(text, measure)| {
        (
            period(text),
            Reading {
                current: entry(text, measure),
                others: Vec::new(),
            },
        )
    };
    list.into_iter().map(cell).collect()
}

/// A content with one objective, one indicator and one reading.
pub fn content() -> Content {
    let cafes = Indicator {
        name: "Cafés tenus".to_owned(),
        ..indicator(Aggregation::Sum, 96.0)
    };
    Content {
        objectives: vec![objective("Tenir 96 cafés de quartier en 2025.")],
        readings: BTreeMap::from([(cafes.id, readings([("2025-01", amount(6.0))]))]),
        indicators: vec![cafes],
        ..Content::default()
    }
}
