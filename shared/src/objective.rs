//! A SMART objective: what shall change, for whom, by when, and who answers for it.

use crate::{AxisId, IndicatorId, ObjectiveId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Objective {
    pub id: ObjectiveId,
    /// `None` when it was not sorted under an axis yet, or when that axis was deleted.
    pub axis: Option<AxisId>,
    pub statement: String,
    pub expected_for: Option<Audience>,
    pub smart: SmartNotes,
    pub owner_role: String,
    pub due_date: Option<Date>,
    pub status: ObjectiveStatus,
    /// The indicators that show whether it is reached.
    pub indicators: BTreeSet<IndicatorId>,
}

/// For whom the result is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// The people who are helped.
    Beneficiaries,
    Organisation,
    Partners,
}

impl Audience {
    pub const ALL: [Self; 3] = [Self::Beneficiaries, Self::Organisation, Self::Partners];
}

#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum ObjectiveStatus {
    #[default]
    Draft,
    Proposed,
    Agreed,
}

impl ObjectiveStatus {
    pub const ALL: [Self; 3] = [Self::Draft, Self::Proposed, Self::Agreed];
}

/// A note for each letter of SMART (Doran, 1981, in the reading that the field uses today).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SmartNotes {
    pub specific: String,
    pub measurable: String,
    pub achievable: String,
    pub relevant: String,
    pub time_bound: String,
}
