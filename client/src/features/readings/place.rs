//! Which cell of the table something is about.

use jalon_shared::{IndicatorId, Period};

/// A cell of the table: what the readings of one indicator in one period are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub indicator: IndicatorId,
    pub period: Period,
}

impl Place {
    /// How presence names it.
    pub fn path(self) -> String {
        format!("reading/{}/{}", self.indicator, self.period)
    }
}
