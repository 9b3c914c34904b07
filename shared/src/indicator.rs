//! An indicator: an observable sign, with all that is needed to read it the same way twice.

use crate::{IndicatorId, Period, VerbatimId, period::Frequency};
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Indicator {
    pub id: IndicatorId,
    pub category: Category,
    pub nature: Nature,
    pub name: String,
    pub definition: String,
    pub unit: String,
    /// Digits shown after the decimal mark, 0 to 6.
    pub decimals: u8,
    pub direction: Direction,
    pub aggregation: Aggregation,
    /// What the numerator counts, for a ratio.
    pub numerator: String,
    /// What the denominator counts, for a ratio.
    pub denominator: String,
    /// What each level means, from level 1 up; at most [`Indicator::MAX_LEVELS`].
    pub levels: Vec<String>,
    pub baseline: Bound,
    pub target: Bound,
    pub thresholds: Thresholds,
    pub source: String,
    /// How it is collected, by whom and when.
    pub collection: String,
    pub frequency: Frequency,
    pub owner_role: String,
    pub disaggregation: String,
    pub personal_data: String,
    pub known_biases: String,
    /// Who agreed to this indicator.
    pub agreed_by: String,
    /// Why they agreed to it.
    pub agreed_why: String,
}

impl Indicator {
    /// The most levels that a qualitative scale can describe.
    pub const MAX_LEVELS: u8 = 7;
    /// The most digits after the decimal mark.
    pub const MAX_DECIMALS: u8 = 6;

    /// The unit in which its figures are read: those of a ratio are percentages, whatever is written.
    pub fn shown_unit(&self) -> &str {
        let unit = self.unit.trim();
        if self.aggregation == Aggregation::Ratio && !unit.starts_with('%') {
            "%"
        } else {
            unit
        }
    }
}

#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    #[default]
    Activity,
    PerceivedQuality,
    /// Impact on the people.
    Impact,
}

impl Category {
    pub const ALL: [Self; 3] = [Self::Activity, Self::PerceivedQuality, Self::Impact];
}

#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    #[default]
    Quantitative,
    Qualitative,
}

impl Nature {
    pub const ALL: [Self; 2] = [Self::Quantitative, Self::Qualitative];
}

/// Which way is better.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    #[default]
    Increase,
    Decrease,
}

impl Direction {
    pub const ALL: [Self; 2] = [Self::Increase, Self::Decrease];
}

/// How the readings of several periods become one figure.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Aggregation {
    /// The sum of the periods.
    #[default]
    Sum,
    /// Sum of the numerators over sum of the denominators; never a mean of percentages.
    Ratio,
    /// Mean weighted by n.
    WeightedMean,
    /// Counts by level, with an indicative mean.
    Distribution,
}

impl Aggregation {
    pub const ALL: [Self; 4] = [
        Self::Sum,
        Self::Ratio,
        Self::WeightedMean,
        Self::Distribution,
    ];
}

/// A baseline or a target: a value in the unit of the indicator (a ratio in percent), and its period.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Bound {
    pub value: Option<f64>,
    pub period: Option<Period>,
}

/// Shares of the target, between 0 and 1 in practice.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Thresholds {
    /// Below it there is a gap to understand.
    pub alert: f64,
    /// From it on the target is near or reached.
    pub good: f64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            alert: 0.75,
            good: 0.95,
        }
    }
}

/// The words of somebody who was heard, kept beside the figures.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Verbatim {
    pub id: VerbatimId,
    pub indicator: Option<IndicatorId>,
    pub period: Option<Period>,
    pub theme: String,
    pub text: String,
    /// Who speaks, as they accepted to be named ("Aidante, 58 ans").
    pub speaker: String,
}
