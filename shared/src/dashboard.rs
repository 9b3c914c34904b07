//! What a dashboard shows, computed from plain data alone: the same on a screen, on paper and in a frozen version.

use crate::{
    BlockId, IndicatorId, Period, Verbatim,
    indicator::{Aggregation, Category, Direction, Thresholds},
    plan::Decision,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

mod compute;

pub use compute::compute;

/// A block that people put on the dashboard.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Block {
    pub id: BlockId,
    pub kind: BlockKind,
    pub title: String,
    /// The sentences of an essential or of a free text; a comment under the other kinds.
    pub text: String,
    /// What it shows; drawn in the order of the grid.
    pub indicators: BTreeSet<IndicatorId>,
}

#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// The essential in a few sentences.
    Essential,
    /// Gauges against the target.
    Gauges,
    /// A line over time.
    Line,
    /// How answers are spread over the levels of a qualitative indicator.
    Distribution,
    Verbatims,
    Decisions,
    /// Free text.
    #[default]
    Text,
}

/// A dashboard ready to be drawn.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Dashboard {
    /// One figure for each indicator of the grid, in its order.
    pub figures: Vec<Figure>,
    pub panels: Vec<Panel>,
}

impl Dashboard {
    pub fn figure(&self, id: IndicatorId) -> Option<&Figure> {
        self.figures.iter().find(|figure| figure.indicator == id)
    }
}

/// Where an indicator stands. Values are in its unit; those of a ratio are percentages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    pub indicator: IndicatorId,
    pub name: String,
    pub unit: String,
    pub category: Category,
    pub decimals: u8,
    pub direction: Direction,
    pub aggregation: Aggregation,
    /// Where the state changes, in shares of what is expected: for the marks of a gauge.
    pub thresholds: Thresholds,
    pub baseline: Option<f64>,
    pub baseline_period: Option<Period>,
    pub target: Option<f64>,
    pub target_period: Option<Period>,
    /// The last period that was read, and its value.
    pub latest: Option<Point>,
    /// All the periods of the target's span as one figure, by the rule of its aggregation.
    pub aggregate: Option<f64>,
    /// What the target asks for by now: for a sum, in proportion to the periods elapsed.
    pub expected: Option<f64>,
    /// The share of the target that is reached: 1.0 is all of it.
    pub progress: Option<f64>,
    pub state: State,
    /// One point for each period that was read, oldest first.
    pub series: Vec<Point>,
    /// The counts by level over the target's span, for a distribution.
    pub levels: Vec<LevelCount>,
    /// How many answers or cases stand behind the aggregate, where the measure says so.
    pub n: Option<u64>,
    /// Whether a cell holds two values that were typed at the same time.
    pub disputed: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Point {
    pub period: Period,
    pub value: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LevelCount {
    pub level: u8,
    pub label: String,
    pub count: u64,
}

/// How far from the target, by the thresholds of the indicator.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// No reading, no target, or a target that cannot be compared.
    #[default]
    Unknown,
    /// Below the alert threshold: a gap to understand (red).
    Gap,
    /// Between the two thresholds (orange).
    OnTheWay,
    /// From the good threshold on (green).
    Good,
}

/// A block with all that it draws.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Panel {
    pub block: BlockId,
    pub title: String,
    pub text: String,
    pub show: Show,
}

/// What a panel draws besides its title and text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Show {
    Essential,
    /// The figures by their indicator, in the order of the grid.
    Gauges {
        indicators: Vec<IndicatorId>,
    },
    Line {
        indicators: Vec<IndicatorId>,
    },
    Distribution {
        indicators: Vec<IndicatorId>,
    },
    Verbatims {
        verbatims: Vec<Verbatim>,
    },
    Decisions {
        decisions: Vec<Decision>,
    },
    Text,
}
