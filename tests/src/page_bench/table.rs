//! The figures of the page as a table for a document.

use super::{PEOPLE, ROWS, keys::Keys, memory::Held, visit::Visit, work::Work};
use std::fmt;

/// Everything that was measured.
#[derive(Debug, Default)]
pub struct Table {
    pub(super) first_visits: Vec<Visit>,
    pub(super) reloads: Vec<Visit>,
    pub(super) alone: Keys,
    pub(super) in_a_crowd: Keys,
    pub(super) in_the_grid: Keys,
    pub(super) work_in_a_crowd: Work,
    pub(super) work_in_the_grid: Work,
    pub(super) memory_in_a_crowd: Vec<Held>,
    pub(super) memory_in_the_grid: Vec<Held>,
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| what | wanted | median | p95 | least to most | of |")?;
        writeln!(f, "| --- | --- | ---: | ---: | ---: | ---: |")?;
        let of = |visits: &[Visit], what: fn(&Visit) -> f64| visits.iter().map(what).collect();
        let (first, again) = (&self.first_visits, &self.reloads);
        line(
            f,
            "first visit over a slow line: readable (ms)",
            "1,000",
            of(first, |visit| visit.readable),
        )?;
        line(
            f,
            "first visit: largest paint (ms)",
            "",
            of(first, |visit| visit.largest),
        )?;
        line(
            f,
            "first visit: usable (ms)",
            "4,000",
            of(first, |visit| visit.usable),
        )?;
        line(
            f,
            "first visit: over the line until then (kB)",
            "",
            of(first, |visit| visit.bytes / 1_000.0),
        )?;
        line(
            f,
            "reload: readable (ms)",
            "",
            of(again, |visit| visit.readable),
        )?;
        line(
            f,
            "reload: usable (ms)",
            "500",
            of(again, |visit| visit.usable),
        )?;
        let crowd = format!("{PEOPLE} people typing");
        let grid = format!("grid of {ROWS} rows, {PEOPLE} people typing");
        for (place, keys) in [
            ("alone", &self.alone),
            (crowd.as_str(), &self.in_a_crowd),
            (grid.as_str(), &self.in_the_grid),
        ] {
            line(
                f,
                &format!("key to paint, {place} (ms)"),
                "16.7, p95 33.3",
                keys.painted.clone(),
            )?;
            line(
                f,
                &format!("work for a key, {place} (ms)"),
                "",
                keys.handled.clone(),
            )?;
        }
        writeln!(f)?;
        writeln!(
            f,
            "| main thread blocked for more than 50 ms | times a minute | longest (ms) |"
        )?;
        writeln!(f, "| --- | ---: | ---: |")?;
        for (place, keys) in [(&crowd, &self.in_a_crowd), (&grid, &self.in_the_grid)] {
            let minutes = (keys.watched / 60_000.0).max(f64::MIN_POSITIVE);
            let longest = keys.blocked.iter().copied().fold(0.0, f64::max);
            writeln!(
                f,
                "| {place} | {:.1} | {longest:.0} |",
                keys.blocked.len() as f64 / minutes
            )?;
        }
        writeln!(f)?;
        writeln!(
            f,
            "| processor time for each edit of the others (ms) | all | scripts | layout | styles | layouts a second | edits a second |"
        )?;
        writeln!(f, "| --- | ---: | ---: | ---: | ---: | ---: | ---: |")?;
        for (place, work) in [
            (&crowd, &self.work_in_a_crowd),
            (&grid, &self.work_in_the_grid),
        ] {
            done(f, place, work)?;
        }
        writeln!(f)?;
        writeln!(
            f,
            "| memory | minutes | heap (MB) | heap, slope (MB/h) | client (MB) | client, slope (MB/h) | nodes |"
        )?;
        writeln!(f, "| --- | ---: | ---: | ---: | ---: | ---: | ---: |")?;
        for (place, held) in [
            (&crowd, &self.memory_in_a_crowd),
            (&grid, &self.memory_in_the_grid),
        ] {
            remembered(f, place, held)?;
        }
        Ok(())
    }
}

fn line(f: &mut fmt::Formatter<'_>, what: &str, target: &str, mut sample: Vec<f64>) -> fmt::Result {
    sample.sort_by(f64::total_cmp);
    let at = |share: f64| figure(quantile(&sample, share));
    writeln!(
        f,
        "| {what} | {target} | {} | {} | {} to {} | {} |",
        at(0.5),
        at(0.95),
        at(0.0),
        at(1.0),
        sample.len()
    )
}

fn done(f: &mut fmt::Formatter<'_>, place: &str, work: &Work) -> fmt::Result {
    if work.edits == 0.0 {
        return Ok(());
    }
    let each = |seconds: f64| seconds * 1_000.0 / work.edits;
    writeln!(
        f,
        "| {place} | {:.2} | {:.2} | {:.2} | {:.2} | {:.0} | {:.0} |",
        each(work.all),
        each(work.scripts),
        each(work.layout),
        each(work.styles),
        work.layouts / work.seconds,
        work.edits / work.seconds
    )
}

fn remembered(f: &mut fmt::Formatter<'_>, place: &str, held: &[Held]) -> fmt::Result {
    let Some(last) = held.last() else {
        return Ok(());
    };
    let slope = |what: fn(&Held) -> f64| {
        let points: Vec<_> = held
            .iter()
            .map(|held| (held.minutes / 60.0, what(held) / 1e6))
            .collect();
        slope(&points)
    };
    writeln!(
        f,
        "| {place} | {:.0} | {:.1} | {:+.1} | {:.1} | {:+.1} | {} |",
        last.minutes,
        last.heap / 1e6,
        slope(|held| held.heap),
        last.client / 1e6,
        slope(|held| held.client),
        last.nodes
    )
}

/// Short enough to read, exact enough to compare.
fn figure(value: f64) -> String {
    if value.is_nan() {
        "–".to_owned()
    } else if value < 100.0 {
        format!("{value:.1}")
    } else {
        format!("{value:.0}")
    }
}

/// The value below which this share of a sorted sample lies (nearest rank).
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let rank = (share * sorted.len() as f64).ceil() as usize;
    sorted.get(rank.max(1) - 1).copied().unwrap_or(f64::NAN)
}

/// The slope of the straight line that fits best (least squares).
fn slope(points: &[(f64, f64)]) -> f64 {
    let n = points.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / n;
    let (x, y) = (mean(|point| point.0), mean(|point| point.1));
    let over: f64 = points
        .iter()
        .map(|point| (point.0 - x) * (point.1 - y))
        .sum();
    let under: f64 = points.iter().map(|point| (point.0 - x).powi(2)).sum();
    if under == 0.0 { 0.0 } else { over / under }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_values_of_the_sample() {
        let sample: Vec<f64> = (1..=20).map(f64::from).collect();
        for (share, value) in [(0.0, 1.0), (0.5, 10.0), (0.95, 19.0), (1.0, 20.0)] {
            assert_eq!(quantile(&sample, share), value, "{share}");
        }
        assert!(quantile(&[], 0.5).is_nan());
    }

    #[test]
    fn a_slope_is_that_of_the_line_through_the_points() {
        assert_eq!(slope(&[(0.0, 5.0), (1.0, 7.0), (2.0, 9.0)]), 2.0);
        assert_eq!(slope(&[(1.0, 5.0)]), 0.0);
    }
}
