//! What a list of versions says of itself: which one was corrected by which, what the next one may be called.

use jalon_shared::{Frequency, Period};
use serde::{Deserialize, Serialize};

/// A version without its content, as the server lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    pub number: u32,
    pub label: String,
    #[serde(default)]
    pub period: String,
    #[serde(default)]
    pub note: String,
    /// RFC 3339, universal time.
    pub frozen_at: String,
    pub frozen_by: String,
    /// The version that this one corrects.
    #[serde(default)]
    pub replaces: Option<u32>,
}

/// What is asked of the server.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct NewVersion {
    pub label: String,
    pub period: String,
    pub note: String,
    pub replaces: Option<u32>,
}

/// The version that corrects this one, if there is one: the last that says so.
pub fn corrected_by(entries: &[Entry], number: u32) -> Option<u32> {
    entries
        .iter()
        .filter(|entry| entry.replaces == Some(number))
        .map(|entry| entry.number)
        .max()
}

/// The period that a freeze on this day most likely reports on: the last one that is over, unless the
/// current one has only its last month to go.
fn likely_period(year: i16, month: u8, cadence: Frequency) -> Option<Period> {
    let now = Period::containing(year, month, cadence)?;
    let first_month = now.months().0.rem_euclid(12) + 1;
    let into = i32::from(month) - first_month + 1;
    if into >= i32::from(cadence.months()) {
        Some(now)
    } else {
        now.previous()
    }
}

/// The period that a freeze most likely reports on: the one of the latest readings in the rhythm of the
/// workspace, or else the one that this day suggests.
pub fn period_to_freeze(
    read: impl IntoIterator<Item = Period>,
    (year, month): (i16, u8),
    cadence: Frequency,
) -> Option<Period> {
    let latest = read.into_iter().max_by_key(|period| period.months().1);
    let of_latest = latest.and_then(|latest| {
        let last_month = latest.months().1 - 1;
        let year = i16::try_from(last_month.div_euclid(12)).ok()?;
        let month = u8::try_from(last_month.rem_euclid(12) + 1).ok()?;
        Period::containing(year, month, cadence)
    });
    of_latest.or_else(|| likely_period(year, month, cadence))
}

/// A name that no version has yet: `2025-T2 v1`, then `2025-T2 v2`.
pub fn next_label(entries: &[Entry], period: &str) -> String {
    let period = period.trim();
    let name = |number: usize| {
        if period.is_empty() {
            format!("v{number}")
        } else {
            format!("{period} v{number}")
        }
    };
    (1..=entries.len() + 1)
        .map(name)
        .find(|label| entries.iter().all(|entry| entry.label.trim() != label))
        .unwrap_or_else(|| name(entries.len() + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(number: u32, label: &str, replaces: Option<u32>) -> Entry {
        Entry {
            number,
            label: label.to_owned(),
            period: String::new(),
            note: String::new(),
            frozen_at: String::new(),
            frozen_by: String::new(),
            replaces,
        }
    }

    #[test]
    fn a_correction_is_found_from_what_it_corrects() {
        let entries = [
            entry(3, "c", Some(1)),
            entry(2, "b", Some(1)),
            entry(1, "a", None),
        ];
        assert_eq!(corrected_by(&entries, 1), Some(3));
        assert_eq!(corrected_by(&entries, 3), None);
    }

    #[test]
    fn the_next_name_is_free() {
        let entries = [
            entry(1, "2025-T2 v1", None),
            entry(2, "2025-T2 v2", None),
            entry(3, "v1", None),
        ];
        assert_eq!(next_label(&entries, "2025-T2"), "2025-T2 v3");
        assert_eq!(next_label(&entries, " 2025-T3 "), "2025-T3 v1");
        assert_eq!(next_label(&entries, ""), "v2");
    }

    #[test]
    fn a_freeze_reports_on_the_latest_readings() {
        let found = |read: &[&str], cadence| {
            let read = read.iter().map(|period| period.parse().expect("a period"));
            period_to_freeze(read, (2026, 11), cadence).map(|period| period.to_string())
        };
        let months = ["2025-05", "2025-06", "2025-T1"];
        assert_eq!(found(&months, Frequency::Quarterly), Some("2025-T2".into()));
        assert_eq!(found(&months, Frequency::Monthly), Some("2025-06".into()));
        assert_eq!(
            found(&["2025"], Frequency::Quarterly),
            Some("2025-T4".into())
        );
        assert_eq!(found(&[], Frequency::Quarterly), Some("2026-T3".into()));
    }

    #[test]
    fn a_freeze_reports_on_what_is_over() {
        let likely =
            |month, cadence| likely_period(2025, month, cadence).map(|period| period.to_string());
        assert_eq!(likely(7, Frequency::Quarterly), Some("2025-T2".into()));
        assert_eq!(likely(6, Frequency::Quarterly), Some("2025-T2".into()));
        assert_eq!(likely(1, Frequency::Quarterly), Some("2024-T4".into()));
        assert_eq!(likely(7, Frequency::Monthly), Some("2025-07".into()));
    }
}
