//! Periods: a year, a half-year, a quarter or a month, and how they contain one another.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{fmt, str::FromStr};

/// How often a workspace, or an indicator, is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Frequency {
    Monthly,
    Quarterly,
    HalfYearly,
    Yearly,
}

impl Frequency {
    pub const ALL: [Self; 4] = [
        Self::Monthly,
        Self::Quarterly,
        Self::HalfYearly,
        Self::Yearly,
    ];

    /// How many months one period lasts: 1, 3, 6 or 12.
    pub const fn months(self) -> u8 {
        match self {
            Self::Monthly => 1,
            Self::Quarterly => 3,
            Self::HalfYearly => 6,
            Self::Yearly => 12,
        }
    }
}

/// A calendar period of one of the four lengths.
///
/// Written `2025`, `2025-S1`, `2025-T2`, `2025-06`, as the field's files in French do; `2025-Q2` and
/// `2025-H1` are understood too. Ordered by its last month, then the shorter first, so that a total follows its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    year: i16,
    /// Which one of the year, from 0.
    index: u8,
    frequency: Frequency,
}

/// A text that names no period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a period such as 2025, 2025-S1, 2025-T2 or 2025-06: {0:?}")]
pub struct InvalidPeriod(String);

impl Period {
    /// The period number `index` (from 0) of a year; `None` when the year has no such period
    /// or is outside 1900 to 2999.
    pub fn new(year: i16, index: u8, frequency: Frequency) -> Option<Self> {
        let fits = index < 12 / frequency.months() && (1900..3000).contains(&year);
        fits.then_some(Self {
            year,
            index,
            frequency,
        })
    }

    /// The period of this frequency that contains a month (1 to 12).
    pub fn containing(year: i16, month: u8, frequency: Frequency) -> Option<Self> {
        let month = month.checked_sub(1).filter(|month| *month < 12)?;
        Self::new(year, month / frequency.months(), frequency)
    }

    pub const fn year(self) -> i16 {
        self.year
    }

    /// Which one of the year, from 1.
    pub const fn number(self) -> u8 {
        self.index + 1
    }

    pub const fn frequency(self) -> Frequency {
        self.frequency
    }

    /// Months since year 0 of the first month, and of the month after the last.
    pub fn months(self) -> (i32, i32) {
        let length = i32::from(self.frequency.months());
        let start = i32::from(self.year) * 12 + i32::from(self.index) * length;
        (start, start + length)
    }

    /// Whether `other` lies wholly inside this one (a period contains itself).
    pub fn contains(self, other: Self) -> bool {
        let ((start, end), (from, to)) = (self.months(), other.months());
        start <= from && to <= end
    }

    pub fn next(self) -> Option<Self> {
        let per_year = 12 / self.frequency.months();
        if self.index + 1 < per_year {
            Self::new(self.year, self.index + 1, self.frequency)
        } else {
            Self::new(self.year + 1, 0, self.frequency)
        }
    }

    pub fn previous(self) -> Option<Self> {
        match self.index.checked_sub(1) {
            Some(index) => Self::new(self.year, index, self.frequency),
            None => Self::new(
                self.year - 1,
                12 / self.frequency.months() - 1,
                self.frequency,
            ),
        }
    }

    /// The periods of `frequency` inside this one, in order; empty when they are longer than it.
    pub fn split(self, frequency: Frequency) -> Vec<Self> {
        let length = i32::from(frequency.months());
        let (start, end) = self.months();
        (start..end)
            .filter(|month| month % length == 0 && month + length <= end)
            .filter_map(|month| {
                let year = i16::try_from(month / 12).ok()?;
                let month = u8::try_from(month % 12).ok()?;
                Self::containing(year, month + 1, frequency)
            })
            .collect()
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |period: &Self| (period.months().1, period.frequency.months());
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, number) = (self.year, self.number());
        match self.frequency {
            Frequency::Monthly => write!(f, "{year}-{number:02}"),
            Frequency::Quarterly => write!(f, "{year}-T{number}"),
            Frequency::HalfYearly => write!(f, "{year}-S{number}"),
            Frequency::Yearly => write!(f, "{year}"),
        }
    }
}

impl FromStr for Period {
    type Err = InvalidPeriod;

    fn from_str(text: &str) -> Result<Self, InvalidPeriod> {
        let parse = || {
            let (year, rest) = text.split_once('-').unwrap_or((text, ""));
            if year.len() != 4 {
                return None;
            }
            let year = year.parse().ok()?;
            let (frequency, number) = match rest.chars().next() {
                None => (Frequency::Yearly, "1"),
                Some('T' | 'Q' | 't' | 'q') => (Frequency::Quarterly, rest.get(1..)?),
                Some('S' | 'H' | 's' | 'h') => (Frequency::HalfYearly, rest.get(1..)?),
                Some(_) => (Frequency::Monthly, rest),
            };
            let number: u8 = number.parse().ok()?;
            Self::new(year, number.checked_sub(1)?, frequency)
        };
        parse().ok_or_else(|| InvalidPeriod(text.to_owned()))
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_read_as_they_are_written() {
        for text in ["2025", "2025-S2", "2025-T3", "2025-06", "1999-12"] {
            assert_eq!(
                text.parse::<Period>().map(|period| period.to_string()),
                Ok(text.to_owned())
            );
        }
        assert_eq!(
            "2025-Q2".parse::<Period>().map(|period| period.to_string()),
            Ok("2025-T2".into())
        );
        for text in [
            "", "25", "2025-13", "2025-00", "2025-T5", "2025-S0", "2025-T", "20250-1", "juin",
            "2025-é",
        ] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_year_contains_its_parts() {
        let year: Period = "2025".parse().unwrap();
        let quarters = year.split(Frequency::Quarterly);
        assert_eq!(quarters.len(), 4);
        assert!(
            quarters
                .iter()
                .all(|quarter| year.contains(*quarter) && !quarter.contains(year))
        );
        assert_eq!(
            quarters[1]
                .split(Frequency::Monthly)
                .first()
                .map(Period::to_string),
            Some("2025-04".into())
        );
        assert_eq!(
            "2024-12"
                .parse::<Period>()
                .unwrap()
                .next()
                .map(|p| p.to_string()),
            Some("2025-01".into())
        );
        assert_eq!(
            "2025-T1"
                .parse::<Period>()
                .unwrap()
                .previous()
                .map(|p| p.to_string()),
            Some("2024-T4".into())
        );
    }
}
