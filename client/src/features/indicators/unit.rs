//! The unit in which an indicator is read.

use jalon_shared::indicator::Aggregation;

/// The values of a ratio are percentages, whatever is written.
pub(super) fn unit_of(aggregation: Aggregation, unit: &str) -> String {
    if aggregation == Aggregation::Ratio {
        "%".to_owned()
    } else {
        unit.trim().to_owned()
    }
}
