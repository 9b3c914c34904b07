//! Where an indicator stands against its target: figures, what is expected by now, share reached, state.

use super::aggregate;
use crate::{
    Indicator, Measure, Period,
    content::Readings,
    dashboard::{Figure, LevelCount, Point, State},
    indicator::{Aggregation, Direction, Thresholds},
};
use std::collections::BTreeMap;

/// Where an indicator stands.
///
/// The aggregate is made of the readings inside the target's period, or of all of them when the target
/// has no period. A reading inside another one that was read too (a month beside its quarter) is left
/// out of it, so that nothing counts twice. While nothing was read inside the target's period, what was
/// last read before its end stands for it (35 % in spring, on the way to 50 % in the fourth quarter),
/// unless it is a sum, which starts at its period. Progress is a share of the target: value / expected when
/// more is better, expected / value when less is. What is expected of a sum is in proportion to the
/// part of the target's period that the readings cover.
pub fn figure(indicator: &Indicator, readings: &Readings) -> Figure {
    let rule = indicator.aggregation;
    let series = series(rule, readings);
    let span = indicator.target.period;
    let inside = inside(rule, readings, span);
    let measures = || inside.iter().map(|(_, measure)| *measure);
    let aggregate = aggregate::value(rule, measures());
    let target = indicator.target.value.filter(|target| target.is_finite());
    let latest_inside = inside.last().map(|(period, _)| *period);
    let expected = target.and_then(|target| expected(rule, target, span, latest_inside));
    let progress = aggregate
        .zip(expected)
        .and_then(|(value, expected)| progress(indicator.direction, value, expected));
    Figure {
        indicator: indicator.id,
        name: indicator.name.clone(),
        unit: indicator.shown_unit().to_owned(),
        category: indicator.category,
        decimals: indicator.decimals,
        direction: indicator.direction,
        aggregation: rule,
        thresholds: indicator.thresholds,
        baseline: indicator.baseline.value.filter(|value| value.is_finite()),
        baseline_period: indicator.baseline.period,
        target,
        target_period: span,
        latest: series.last().copied(),
        aggregate,
        expected,
        progress,
        state: progress.map_or(State::Unknown, |progress| {
            state(indicator.thresholds, progress)
        }),
        series,
        levels: levels(indicator, &aggregate::levels(rule, measures())),
        n: aggregate.and_then(|_| aggregate::count(rule, measures())),
        disputed: readings.values().any(|reading| reading.is_disputed()),
    }
}

/// One point for each period whose reading says something, oldest first.
fn series(rule: Aggregation, readings: &Readings) -> Vec<Point> {
    let points = readings.iter().filter_map(|(period, reading)| {
        let value = aggregate::value(rule, [&reading.current.measure])?;
        Some(Point {
            period: *period,
            value,
        })
    });
    points.collect()
}

/// The measures that the aggregate is made of, oldest first.
fn inside(rule: Aggregation, readings: &Readings, span: Option<Period>) -> Vec<(Period, &Measure)> {
    let inside = readings.iter().filter_map(|(period, reading)| {
        let measure = &reading.current.measure;
        let counts = span.is_none_or(|span| span.contains(*period));
        (counts && aggregate::value(rule, [measure]).is_some()).then_some((*period, measure))
    });
    let mut inside: Vec<_> = inside.collect();
    if let (Some(span), true) = (span, inside.is_empty() && rule != Aggregation::Sum) {
        let before = readings
            .iter()
            .rev()
            .map(|(period, reading)| (*period, &reading.current.measure));
        let last = before
            .filter(|(period, _)| period.months().0 < span.months().1)
            .find(|(_, measure)| aggregate::value(rule, [*measure]).is_some());
        inside.extend(last);
    }
    let periods: Vec<Period> = inside.iter().map(|(period, _)| *period).collect();
    inside.retain(|(period, _)| {
        !periods
            .iter()
            .any(|whole| whole != period && whole.contains(*period))
    });
    inside
}

/// What the target asks for by now. For a sum over a span, in proportion to the part of it that has
/// elapsed at the end of the latest reading: 6 of 12 months, 2 of 4 quarters.
fn expected(
    rule: Aggregation,
    target: f64,
    span: Option<Period>,
    latest: Option<Period>,
) -> Option<f64> {
    let (Aggregation::Sum, Some(span)) = (rule, span) else {
        return Some(target);
    };
    let ((start, end), (_, now)) = (span.months(), latest?.months());
    // The product first: 96 × 6 / 12 is exact where 96 × 0.5833… would not be.
    Some(target * f64::from(now.min(end) - start) / f64::from(end - start))
}

/// The share of what is expected that is reached, 1.0 being all of it. `None` when the target is zero or
/// negative, as no share of it can be taken. Nothing left of what shall decrease is all of it.
fn progress(direction: Direction, value: f64, expected: f64) -> Option<f64> {
    if expected <= 0.0 {
        return None;
    }
    let share = match direction {
        Direction::Increase => value / expected,
        Direction::Decrease if value <= 0.0 => 1.0,
        Direction::Decrease => expected / value,
    };
    share.is_finite().then(|| settle(share))
}

fn state(thresholds: Thresholds, progress: f64) -> State {
    if progress < thresholds.alert {
        State::Gap
    } else if progress >= thresholds.good {
        State::Good
    } else {
        State::OnTheWay
    }
}

/// Rounds to 12 digits, so that a share that is 0.95 on paper is not 0.9499999999999999 here and lands
/// on the wrong side of a threshold.
fn settle(share: f64) -> f64 {
    format!("{share:.11e}").parse().unwrap_or(share)
}

/// One count for each described level, and for any other level that somebody chose.
fn levels(indicator: &Indicator, counts: &BTreeMap<u8, u64>) -> Vec<LevelCount> {
    if indicator.aggregation != Aggregation::Distribution {
        return Vec::new();
    }
    let described = (1_u8..)
        .zip(&indicator.levels)
        .map(|(level, label)| (level, label.as_str()));
    let mut labels: BTreeMap<u8, &str> = described.collect();
    for (level, _) in counts.iter().filter(|(_, count)| **count > 0) {
        labels.entry(*level).or_default();
    }
    let count = |level| counts.get(&level).copied().unwrap_or_default();
    let all = labels.into_iter();
    all.map(|(level, label)| LevelCount {
        level,
        label: label.to_owned(),
        count: count(level),
    })
    .collect()
}

#[cfg(test)]
mod tests;
