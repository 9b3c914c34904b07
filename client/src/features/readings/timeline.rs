//! The timeline of the table of readings: which columns a year has, and how many of them the cell of an
//! indicator spans. Drawing it is left to the table.

use jalon_shared::{Frequency, Period, content::Readings};
use std::collections::BTreeSet;

/// One shown year, cut into columns of the shortest period that any indicator is read in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeline {
    pub year: i16,
    pub unit: Frequency,
}

/// A cell or a heading that lies over some columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    pub period: Period,
    pub columns: usize,
}

impl Timeline {
    /// The columns that suit these indicators; without any, the cadence of the workspace.
    pub fn of(
        year: i16,
        frequencies: impl IntoIterator<Item = Frequency>,
        cadence: Frequency,
    ) -> Self {
        let unit = frequencies
            .into_iter()
            .min_by_key(|frequency| frequency.months())
            .unwrap_or(cadence);
        Self { year, unit }
    }

    pub fn columns(self) -> Vec<Period> {
        self.cells(self.unit)
            .into_iter()
            .map(|span| span.period)
            .collect()
    }

    /// The quarters that stand above months; longer columns need nothing above them.
    pub fn groups(self) -> Vec<Span> {
        if self.unit == Frequency::Monthly {
            self.cells(Frequency::Quarterly)
        } else {
            Vec::new()
        }
    }

    /// The cells of an indicator of this frequency, in order.
    pub fn cells(self, frequency: Frequency) -> Vec<Span> {
        let columns = usize::from((frequency.months() / self.unit.months()).max(1));
        let Some(year) = Period::new(self.year, 0, Frequency::Yearly) else {
            return Vec::new();
        };
        year.split(frequency)
            .into_iter()
            .map(|period| Span { period, columns })
            .collect()
    }
}

/// A month, to tell which periods are over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    pub year: i16,
    /// 1 to 12.
    pub month: u8,
}

impl Month {
    /// Whether a period ended before this month began.
    pub fn is_after(self, period: Period) -> bool {
        let now = i32::from(self.year) * 12 + i32::from(self.month) - 1;
        period.months().1 <= now
    }
}

/// The cells of a card: the period of today, those before it back to the first, then what is still to come.
pub fn newest_first(cells: Vec<Span>, today: Month) -> Vec<Span> {
    let now = i32::from(today.year) * 12 + i32::from(today.month) - 1;
    let (mut begun, later): (Vec<_>, Vec<_>) = cells
        .into_iter()
        .partition(|cell| cell.period.months().0 <= now);
    begun.reverse();
    begun.extend(later);
    begun
}

/// The year to show first: this one when it holds a reading or nothing does, else the last one that does.
pub fn first_year(years: &BTreeSet<i16>, today: Month) -> i16 {
    if years.contains(&today.year) {
        return today.year;
    }
    years.last().copied().unwrap_or(today.year)
}

/// How many periods of a year are over and have no reading yet.
pub fn waiting(frequency: Frequency, year: i16, readings: &Readings, today: Month) -> usize {
    let cells = Timeline {
        year,
        unit: frequency,
    }
    .cells(frequency);
    cells
        .iter()
        .filter(|cell| today.is_after(cell.period) && !readings.contains_key(&cell.period))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(year: i16, month: u8) -> Month {
        Month { year, month }
    }

    #[test]
    fn the_shortest_frequency_makes_the_columns() {
        let timeline = Timeline::of(
            2025,
            [Frequency::Quarterly, Frequency::Monthly],
            Frequency::Quarterly,
        );
        assert_eq!(timeline.columns().len(), 12);
        assert_eq!(timeline.groups().len(), 4);
        let spans = |frequency| {
            timeline
                .cells(frequency)
                .iter()
                .map(|span| span.columns)
                .collect::<Vec<_>>()
        };
        assert_eq!(spans(Frequency::Quarterly), [3, 3, 3, 3]);
        assert_eq!(spans(Frequency::HalfYearly), [6, 6]);
        assert_eq!(spans(Frequency::Yearly), [12]);
    }

    #[test]
    fn quarters_alone_make_four_columns_without_groups() {
        let timeline = Timeline::of(
            2025,
            [Frequency::HalfYearly, Frequency::Quarterly],
            Frequency::Monthly,
        );
        assert_eq!(
            timeline
                .columns()
                .iter()
                .map(Period::to_string)
                .collect::<Vec<_>>(),
            ["2025-T1", "2025-T2", "2025-T3", "2025-T4"]
        );
        assert!(timeline.groups().is_empty());
        assert_eq!(
            Timeline::of(2025, [], Frequency::Monthly).columns().len(),
            12
        );
    }

    #[test]
    fn a_card_begins_with_the_period_of_today() {
        let order = |year, frequency, today| {
            let timeline = Timeline {
                year,
                unit: frequency,
            };
            newest_first(timeline.cells(frequency), today)
                .iter()
                .map(|cell| cell.period.number())
                .collect::<Vec<_>>()
        };
        assert_eq!(
            order(2025, Frequency::Quarterly, month(2025, 6)),
            [2, 1, 3, 4]
        );
        assert_eq!(order(2025, Frequency::HalfYearly, month(2026, 1)), [2, 1]);
        assert_eq!(order(2025, Frequency::HalfYearly, month(2024, 12)), [1, 2]);
    }

    #[test]
    fn a_period_is_over_when_its_last_month_is() {
        let quarter: Period = "2025-T2".parse().unwrap();
        assert!(!month(2025, 6).is_after(quarter));
        assert!(month(2025, 7).is_after(quarter));
        assert_eq!(
            waiting(Frequency::Quarterly, 2025, &Readings::new(), month(2025, 7)),
            2
        );
        assert_eq!(
            waiting(Frequency::Monthly, 2026, &Readings::new(), month(2025, 7)),
            0
        );
    }
}
