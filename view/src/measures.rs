//! A measure in words: its value as its indicator shows it everywhere, and the counts that stand behind it.

use crate::{args, numbers, words::Words};
use jalon_shared::{
    Indicator, Measure, dashboard::Figure, indicator::Aggregation, rules::aggregate,
};

/// How many digits after the mark show what people typed, or a sum of it: all that it has, and no zeros after them.
pub fn typed(value: f64) -> u8 {
    numbers::digits(value, 0)
}

/// How many digits after the mark show a mean, a share or an expectation that was computed: those of its indicator,
/// one at least since it is seldom whole, and no zeros after them.
pub fn computed(value: f64, decimals: u8) -> u8 {
    let most = decimals.max(1);
    let scale = 10_f64.powi(i32::from(most));
    typed((value * scale).round() / scale).min(most)
}

/// The value of a measure: `46,8 %` for a ratio, `1 200 heures`, `4,2 sur 5`. The levels of a qualitative
/// indicator are given by their indicative mean.
pub fn value(words: Words, measure: &Measure, indicator: &Indicator) -> String {
    let unit = &indicator.unit;
    match measure {
        Measure::Amount { value } | Measure::Mean { value, .. } => {
            numbers::with_unit(words, *value, typed(*value), unit)
        }
        Measure::Ratio { .. } => share(words, measure, indicator),
        Measure::Levels { .. } => {
            let Some(mean) = aggregate::value(Aggregation::Distribution, [measure]) else {
                return numbers::number(words, f64::NAN, 0);
            };
            let mean = numbers::with_unit(words, mean, computed(mean, indicator.decimals), unit);
            words.t_with("measure-mean", args![mean => mean])
        }
        Measure::Withdrawn => words.t("measure-withdrawn"),
    }
}

/// A ratio as a percentage.
pub fn share(words: Words, ratio: &Measure, indicator: &Indicator) -> String {
    let Some(percent) = aggregate::value(Aggregation::Ratio, [ratio]) else {
        return numbers::number(words, f64::NAN, 0);
    };
    let decimals = computed(percent, indicator.decimals);
    numbers::percent(words, percent / 100.0, decimals)
}

/// A value of a figure with its unit: its start, its target, what is expected, or what its readings come to.
pub fn of_figure(words: Words, figure: &Figure, value: f64) -> String {
    numbers::with_unit(words, value, decimals(figure, value), &figure.unit)
}

/// As [`of_figure`], where the unit stands elsewhere; a percentage keeps its sign.
pub fn of_figure_alone(words: Words, figure: &Figure, value: f64) -> String {
    let unit = if numbers::is_percent(&figure.unit) {
        "%"
    } else {
        ""
    };
    numbers::with_unit(words, value, decimals(figure, value), unit)
}

fn decimals(figure: &Figure, value: f64) -> u8 {
    let is_read = || figure.series.iter().any(|point| point.value == value);
    let is_typed = [figure.baseline, figure.target].contains(&Some(value));
    match figure.aggregation {
        _ if is_typed => typed(value),
        _ if figure.expected == Some(value) => computed(value, figure.decimals),
        Aggregation::Sum => typed(value),
        Aggregation::WeightedMean if is_read() => typed(value),
        Aggregation::WeightedMean | Aggregation::Ratio | Aggregation::Distribution => {
            computed(value, figure.decimals)
        }
    }
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
                numbers::number(words, *numerator, typed(*numerator)),
                numbers::number(words, *denominator, typed(*denominator)),
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
