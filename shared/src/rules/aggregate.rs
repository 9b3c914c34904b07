//! How several measures become one figure: the rule of each aggregation, and nothing about targets.
//!
//! A measure of another shape than the rule needs is skipped: somebody changed the aggregation of the
//! indicator after it was typed. A figure is `None`, never NaN, when there is nothing to divide by.

use crate::{Measure, indicator::Aggregation, reading::MAX_EXACT};
use std::collections::BTreeMap;

/// One figure for several measures, in the unit of the indicator; a ratio in percent.
///
/// - Sum: the sum of the amounts.
/// - Ratio: 100 × the sum of the numerators / the sum of the denominators, never a mean of percentages.
/// - Weighted mean: Σ n × value / Σ n.
/// - Distribution: Σ level × count / Σ count, which is indicative only.
pub fn value<'a>(
    rule: Aggregation,
    measures: impl IntoIterator<Item = &'a Measure>,
) -> Option<f64> {
    let parts = measures
        .into_iter()
        .filter_map(|measure| part(rule, measure));
    let whole = parts.reduce(|a, b| (a.0 + b.0, a.1 + b.1));
    let (top, bottom) = whole?;
    let value = match rule {
        Aggregation::Sum => top,
        _ if bottom <= 0.0 => return None,
        Aggregation::Ratio => 100.0 * top / bottom,
        Aggregation::WeightedMean | Aggregation::Distribution => top / bottom,
    };
    value.is_finite().then_some(value)
}

/// How many answers or cases stand behind a figure: denominators, n or counts by level. `None` for a
/// sum, and for denominators that count nothing (hours, money).
pub fn count<'a>(
    rule: Aggregation,
    measures: impl IntoIterator<Item = &'a Measure>,
) -> Option<u64> {
    if rule == Aggregation::Sum {
        return None;
    }
    let parts = measures
        .into_iter()
        .filter_map(|measure| part(rule, measure));
    let count = parts.map(|(_, bottom)| bottom).reduce(|a, b| a + b)?;
    let is_count = count > 0.0 && count.fract() == 0.0;
    // A whole positive double; `as` takes what is too large to the limit.
    is_count.then(|| (count as u64).min(MAX_EXACT))
}

/// The counts by level of several measures, by level; empty but for a distribution.
pub fn levels<'a>(
    rule: Aggregation,
    measures: impl IntoIterator<Item = &'a Measure>,
) -> BTreeMap<u8, u64> {
    let mut levels = BTreeMap::new();
    for measure in measures {
        if let (Aggregation::Distribution, Measure::Levels { counts }) = (rule, measure) {
            for (level, count) in counts {
                let sum: &mut u64 = levels.entry(*level).or_default();
                *sum = sum.saturating_add(*count).min(MAX_EXACT);
            }
        }
    }
    levels
}

/// What a measure adds above and below the line; `None` when it does not fit the rule.
fn part(rule: Aggregation, measure: &Measure) -> Option<(f64, f64)> {
    let (top, bottom) = match (rule, measure) {
        (Aggregation::Sum, Measure::Amount { value }) => (*value, 1.0),
        (
            Aggregation::Ratio,
            Measure::Ratio {
                numerator,
                denominator,
            },
        ) => (*numerator, *denominator),
        (Aggregation::WeightedMean, Measure::Mean { value, n }) => (*value * *n as f64, *n as f64),
        (Aggregation::Distribution, Measure::Levels { counts }) => {
            let sum = |weight: fn(u8) -> f64| {
                counts
                    .iter()
                    .map(|(level, n)| weight(*level) * *n as f64)
                    .sum()
            };
            (sum(f64::from), sum(|_| 1.0))
        }
        _ => return None,
    };
    (top.is_finite() && bottom.is_finite()).then_some((top, bottom))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn ratio(numerator: f64, denominator: f64) -> Measure {
        Measure::Ratio {
            numerator,
            denominator,
        }
    }

    #[test]
    fn a_ratio_is_never_a_mean_of_percentages() {
        // 1 of 2 and 99 of 99: 100 × 100 / 101 = 99.0 %, whereas the mean of 50 % and 100 % is 75 %.
        let measures = [ratio(1.0, 2.0), ratio(99.0, 99.0)];
        assert_eq!(value(Aggregation::Ratio, &measures), Some(10_000.0 / 101.0));
        assert_eq!(count(Aggregation::Ratio, &measures), Some(101));
    }

    #[test]
    fn a_mean_weighs_each_period_by_its_answers() {
        // (2 × 10 + 5 × 30) / 40 = 170 / 40 = 4.25, whereas the mean of the means is 3.5.
        let measures = [
            Measure::Mean { value: 2.0, n: 10 },
            Measure::Mean { value: 5.0, n: 30 },
        ];
        assert_eq!(value(Aggregation::WeightedMean, &measures), Some(4.25));
        assert_eq!(count(Aggregation::WeightedMean, &measures), Some(40));
    }

    #[test]
    fn levels_are_counted_and_their_mean_is_indicative() {
        let counts = |list: &[(u8, u64)]| Measure::Levels {
            counts: list.iter().copied().collect(),
        };
        let measures = [counts(&[(1, 2), (3, 1)]), counts(&[(3, 4), (4, 1)])];
        assert_eq!(
            levels(Aggregation::Distribution, &measures),
            BTreeMap::from([(1, 2), (3, 5), (4, 1)])
        );
        // (1 × 2 + 3 × 5 + 4 × 1) / 8 = 21 / 8 = 2.625
        assert_eq!(value(Aggregation::Distribution, &measures), Some(2.625));
        assert_eq!(count(Aggregation::Distribution, &measures), Some(8));
    }

    #[test]
    fn what_cannot_be_computed_is_nothing_and_never_nan() {
        let empty = Measure::Levels {
            counts: BTreeMap::new(),
        };
        for (rule, measure) in [
            (Aggregation::Ratio, ratio(0.0, 0.0)),
            (Aggregation::Ratio, ratio(5.0, 0.0)),
            (Aggregation::Ratio, ratio(f64::NAN, 1.0)),
            (
                Aggregation::WeightedMean,
                Measure::Mean { value: 4.0, n: 0 },
            ),
            (Aggregation::Distribution, empty),
            (
                Aggregation::Sum,
                Measure::Amount {
                    value: f64::INFINITY,
                },
            ),
            (Aggregation::Sum, Measure::Withdrawn),
        ] {
            assert_eq!(value(rule, [&measure]), None, "{measure:?}");
            assert_eq!(count(rule, [&measure]), None, "{measure:?}");
        }
        let huge = Measure::Amount { value: f64::MAX };
        assert_eq!(value(Aggregation::Sum, [&huge, &huge]), None);
        assert_eq!(value(Aggregation::Sum, []), None);
    }

    #[test]
    fn a_measure_of_another_shape_is_skipped() {
        let measures = [
            Measure::Amount { value: 7.0 },
            ratio(1.0, 4.0),
            Measure::Mean { value: 3.0, n: 2 },
        ];
        assert_eq!(value(Aggregation::Sum, &measures), Some(7.0));
        assert_eq!(value(Aggregation::Ratio, &measures), Some(25.0));
        assert_eq!(value(Aggregation::WeightedMean, &measures), Some(3.0));
        assert_eq!(value(Aggregation::Distribution, &measures), None);
    }

    proptest! {
        #[test]
        fn a_ratio_lies_between_the_percentages_it_is_made_of(
            cases in proptest::collection::vec((0_u32..1000, 1_u32..1000), 1..12),
        ) {
            let measures: Vec<Measure> = cases.iter().map(|(n, d)| ratio((*n).into(), (*d).into())).collect();
            let percentages = || cases.iter().map(|(n, d)| 100.0 * f64::from(*n) / f64::from(*d));
            let whole = value(Aggregation::Ratio, &measures).expect("every denominator is positive");
            prop_assert!(whole >= percentages().fold(f64::INFINITY, f64::min) - 1e-9);
            prop_assert!(whole <= percentages().fold(f64::NEG_INFINITY, f64::max) + 1e-9);
        }

        #[test]
        fn the_order_of_periods_does_not_matter(
            cases in proptest::collection::vec((0_u32..1000, 1_u64..1000), 1..12),
        ) {
            let mut measures: Vec<Measure> =
                cases.iter().map(|(value, n)| Measure::Mean { value: (*value).into(), n: *n }).collect();
            let forward = value(Aggregation::WeightedMean, &measures);
            measures.reverse();
            prop_assert_eq!(forward, value(Aggregation::WeightedMean, &measures));
        }
    }
}
