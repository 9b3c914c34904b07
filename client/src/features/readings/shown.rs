//! A measure as people read it: the figure, and what stands behind it. Drawing it is left to the cells.

use jalon_shared::{Indicator, Measure, indicator::Aggregation, rules::aggregate};
use jalon_view::{args, measures, numbers, words::Words};

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
            figure: amount(*value, words),
            behind: String::new(),
        },
        Measure::Ratio {
            numerator,
            denominator,
        } => Shown {
            figure: measures::share(words, measure, indicator),
            behind: words.t_with(
                "readings-of",
                args![numerator => exact(*numerator), denominator => exact(*denominator)],
            ),
        },
        Measure::Mean { value, n } => Shown {
            figure: amount(*value, words),
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
                    |mean| numbers::number(words, mean, measures::computed(mean, decimals)),
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
        (Some(_), Measure::Amount { .. }) => measures::value(words, measure, indicator),
        (Some(shown), _) => shown.line(),
    }
}

fn amount(value: f64, words: Words) -> String {
    numbers::number(words, value, measures::typed(value))
}
