//! A measure in words: its value as the indicator shows it, and the counts that stand behind it.

use crate::{args, numbers, words::Words};
use jalon_shared::{Indicator, Measure, dashboard::Figure, indicator::Aggregation};

/// The value of a measure: `46,8 %` for a ratio, `1 200 heures`, `4,2 sur 5`. The levels of a qualitative
/// indicator are given by their indicative mean.
pub fn value(words: Words, measure: &Measure, indicator: &Indicator) -> String {
    let decimals = indicator.decimals;
    match measure {
        Measure::Amount { value } | Measure::Mean { value, .. } => {
            let decimals = numbers::digits(*value, decimals);
            numbers::with_unit(words, *value, decimals, &indicator.unit)
        }
        Measure::Ratio {
            numerator,
            denominator,
        } => numbers::percent(words, numerator / denominator, decimals),
        Measure::Levels { counts } => {
            let total: u64 = counts
                .values()
                .fold(0, |sum, count| sum.saturating_add(*count));
            let weighted: f64 = counts
                .iter()
                .map(|(level, count)| f64::from(*level) * *count as f64)
                .sum();
            if total == 0 {
                return numbers::number(words, f64::NAN, 0);
            }
            let mean = numbers::with_unit(
                words,
                weighted / total as f64,
                decimals.max(1),
                &indicator.unit,
            );
            words.t_with("measure-mean", args![mean => mean])
        }
        Measure::Withdrawn => words.t("measure-withdrawn"),
    }
}

/// A value of a figure: its start, its target, or what its readings come to. What people typed, and the sum
/// of what they typed, has all its digits and no others; a mean or a share that was computed has those of its
/// indicator.
pub fn of_figure(words: Words, figure: &Figure, value: f64) -> String {
    let is_typed = [figure.baseline, figure.target].contains(&Some(value));
    let decimals = match figure.aggregation {
        _ if is_typed => numbers::digits(value, 0),
        Aggregation::Sum => numbers::digits(value, 0),
        Aggregation::Ratio => figure.decimals,
        Aggregation::WeightedMean | Aggregation::Distribution => {
            let most = figure.decimals.max(1);
            numbers::digits(value, figure.decimals).min(most)
        }
    };
    numbers::with_unit(words, value, decimals, &figure.unit)
}

/// What stands behind the value: `79 sur 169`, `24 réponses`, `niveau 1 : 2, niveau 2 : 5`; `None` when
/// there is nothing more to say than the value.
pub fn detail(words: Words, measure: &Measure) -> Option<String> {
    match measure {
        Measure::Amount { .. } | Measure::Withdrawn => None,
        Measure::Ratio {
            numerator,
            denominator,
        } => {
            let (numerator, denominator) = (
                numbers::short(words, *numerator, 2),
                numbers::short(words, *denominator, 2),
            );
            Some(words.t_with(
                "measure-ratio",
                args![numerator => numerator, denominator => denominator],
            ))
        }
        Measure::Mean { n, .. } => Some(words.t_with("answers-count", args![n => *n as f64])),
        Measure::Levels { counts } => {
            let each = counts.iter().map(|(level, count)| {
                words.t_with("measure-level", args![level => *level, n => *count as f64])
            });
            Some(each.collect::<Vec<_>>().join(", "))
        }
    }
}
