//! A measure as people read it: the figure, and what stands behind it. Drawing it is left to the cells.

use jalon_shared::{Indicator, Measure, indicator::Aggregation, rules::aggregate};
use jalon_view::{args, numbers, words::Words};

/// The words of a measure.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Shown {
    /// The figure: `46,8 %`.
    pub figure: String,
    /// What stands behind it: `44 sur 94`, `n = 171`; empty for a plain amount.
    pub behind: String,
}

impl Shown {
    /// Both in one line, for a name, a history or a choice.
    pub fn line(&self) -> String {
        if self.behind.is_empty() {
            self.figure.clone()
        } else {
            format!("{} ({})", self.figure, self.behind)
        }
    }
}

/// The words of a measure of an indicator; `None` when it was withdrawn.
pub fn shown(measure: &Measure, indicator: &Indicator, words: Words) -> Option<Shown> {
    let exact = |number: f64| numbers::short(words, number, Indicator::MAX_DECIMALS);
    let decimals = indicator.decimals;
    Some(match measure {
        Measure::Withdrawn => return None,
        Measure::Amount { value } => Shown {
            figure: amount(*value, decimals, words),
            behind: String::new(),
        },
        Measure::Ratio {
            numerator,
            denominator,
        } => Shown {
            figure: aggregate::value(Aggregation::Ratio, [measure]).map_or_else(
                || "–".to_owned(),
                |percent| {
                    numbers::percent(words, percent / 100.0, at_most(percent, decimals.max(1)))
                },
            ),
            behind: words.t_with(
                "readings-of",
                args![numerator => exact(*numerator), denominator => exact(*denominator)],
            ),
        },
        Measure::Mean { value, n } => Shown {
            figure: amount(*value, decimals, words),
            behind: words.t_with("readings-n", args![count => *n]),
        },
        Measure::Levels { counts } => {
            let mean = aggregate::value(Aggregation::Distribution, [measure]);
            let count: u64 = counts
                .values()
                .fold(0, |sum, count| sum.saturating_add(*count));
            Shown {
                figure: mean.map_or_else(
                    || "–".to_owned(),
                    |mean| numbers::number(words, mean, decimals.max(1)),
                ),
                behind: words.t_with("readings-n", args![count => count]),
            }
        }
    })
}

/// The words of a measure in one line, with its unit; a withdrawn one says so.
pub fn in_words(measure: &Measure, indicator: &Indicator, words: Words) -> String {
    match (shown(measure, indicator, words), measure) {
        (None, _) => words.t("readings-history-withdrawn"),
        (Some(_), Measure::Amount { value }) => numbers::with_unit(
            words,
            *value,
            numbers::digits(*value, indicator.decimals),
            &indicator.unit,
        ),
        (Some(shown), _) => shown.line(),
    }
}

/// An amount with the digits of its indicator, or more when it was typed with more: what people typed is
/// what they see.
fn amount(value: f64, decimals: u8, words: Words) -> String {
    numbers::number(words, value, numbers::digits(value, decimals))
}

/// How many digits after the mark to show of a computed value: none that are zeros, and no more than `most`.
pub(super) fn at_most(value: f64, most: u8) -> u8 {
    numbers::digits(value, 0).min(most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jalon_view::words::Language;

    #[test]
    fn an_amount_shows_all_the_digits_that_were_typed() {
        let words = Words::of(Language::French);
        for (value, decimals, text) in [
            (81.0, 1, "81,0"),
            (92.5, 1, "92,5"),
            (92.25, 1, "92,25"),
            (7.0, 0, "7"),
            (0.1, 0, "0,1"),
        ] {
            assert_eq!(amount(value, decimals, words), text);
        }
    }
}
