//! The frame of the work: the settings of a workspace, its axes and the decisions taken along the way.

use crate::{AxisId, DecisionId, IndicatorId, Lang, period::Frequency};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What the workspace says of itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    pub title: String,
    pub organisation: String,
    pub mission: String,
    /// ISO 4217 code, such as `EUR`.
    pub currency: String,
    /// The periods of the table of readings: months or quarters.
    pub cadence: Frequency,
    /// The languages of the glossary, in the order of their columns.
    pub languages: Vec<Lang>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            title: String::new(),
            organisation: String::new(),
            mission: String::new(),
            currency: "EUR".to_owned(),
            cadence: Frequency::Quarterly,
            languages: Vec::new(),
        }
    }
}

/// An axis of action, with the project that carries it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Axis {
    pub id: AxisId,
    pub label: String,
    pub project: String,
    /// Which colour of the palette marks it, from 0 to [`Axis::COLORS`] - 1.
    pub color: u8,
}

impl Axis {
    /// How many colours the palette of axes has.
    pub const COLORS: u8 = 6;
}

/// Something that people decided together, often because of an indicator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    pub id: DecisionId,
    pub date: Option<Date>,
    pub indicator: Option<IndicatorId>,
    pub text: String,
    pub owner_role: String,
}
