//! What somebody types into the editor of a cell, before it is a measure. The words around it are left to
//! the editor.

use crate::field::typed::MOST;
use jalon_shared::{Indicator, Measure, indicator::Aggregation};
use jalon_view::{numbers, words::Words};
use std::collections::BTreeMap;

/// The text of each input of a cell, in the shape that the aggregation of its indicator needs.
#[derive(Debug, Clone, PartialEq)]
pub enum Draft {
    Amount {
        value: String,
    },
    Ratio {
        numerator: String,
        denominator: String,
    },
    Mean {
        value: String,
        n: String,
    },
    /// One text for each described level, from level 1.
    Levels {
        counts: Vec<String>,
    },
}

/// What is not understood yet in an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    NotANumber,
    /// More than people mean: see [`MOST`].
    TooLarge,
    NotWhole,
    ZeroDenominator,
}

impl Fault {
    /// The message that says it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotANumber => "readings-not-a-number",
            Self::TooLarge => "number-too-large",
            Self::NotWhole => "readings-whole",
            Self::ZeroDenominator => "readings-zero-denominator",
        }
    }
}

impl Draft {
    /// The inputs of a cell, filled with what it holds. A measure of another shape (the aggregation was
    /// changed since) leaves them empty.
    pub fn of(measure: Option<&Measure>, indicator: &Indicator, words: Words) -> Self {
        let text = |number: f64| numbers::short(words, number, Indicator::MAX_DECIMALS);
        match (indicator.aggregation, measure) {
            (Aggregation::Sum, Some(Measure::Amount { value })) => Self::Amount {
                value: text(*value),
            },
            (Aggregation::Sum, _) => Self::Amount {
                value: String::new(),
            },
            (
                Aggregation::Ratio,
                Some(Measure::Ratio {
                    numerator,
                    denominator,
                }),
            ) => Self::Ratio {
                numerator: text(*numerator),
                denominator: text(*denominator),
            },
            (Aggregation::Ratio, _) => Self::Ratio {
                numerator: String::new(),
                denominator: String::new(),
            },
            (Aggregation::WeightedMean, Some(Measure::Mean { value, n })) => Self::Mean {
                value: text(*value),
                n: text(*n as f64),
            },
            (Aggregation::WeightedMean, _) => Self::Mean {
                value: String::new(),
                n: String::new(),
            },
            (Aggregation::Distribution, measure) => {
                let counts = match measure {
                    Some(Measure::Levels { counts }) => counts.clone(),
                    _ => BTreeMap::new(),
                };
                let highest = counts.keys().last().copied().unwrap_or(0);
                let levels = u8::try_from(indicator.levels.len())
                    .unwrap_or(Indicator::MAX_LEVELS)
                    .max(highest);
                let count = |level| {
                    counts
                        .get(&level)
                        .map(|count| text(*count as f64))
                        .unwrap_or_default()
                };
                Self::Levels {
                    counts: (1..=levels.clamp(2, Indicator::MAX_LEVELS))
                        .map(count)
                        .collect(),
                }
            }
        }
    }

    /// The texts in the order of their inputs.
    pub fn texts(&self) -> Vec<&str> {
        match self {
            Self::Amount { value } => vec![value],
            Self::Ratio {
                numerator,
                denominator,
            } => vec![numerator, denominator],
            Self::Mean { value, n } => vec![value, n],
            Self::Levels { counts } => counts.iter().map(String::as_str).collect(),
        }
    }

    /// Puts a text into one of the inputs.
    pub fn set(&mut self, input: usize, text: String) {
        let place = match (self, input) {
            (Self::Amount { value }, 0) | (Self::Mean { value, .. }, 0) => Some(value),
            (Self::Ratio { numerator, .. }, 0) => Some(numerator),
            (Self::Ratio { denominator, .. }, 1) => Some(denominator),
            (Self::Mean { n, .. }, 1) => Some(n),
            (Self::Levels { counts }, _) => counts.get_mut(input),
            _ => None,
        };
        if let Some(place) = place {
            *place = text;
        }
    }

    /// What is wrong with one input; an empty one is only unfinished.
    pub fn fault(&self, input: usize, words: Words) -> Option<Fault> {
        let text = self.texts().get(input)?.trim().to_owned();
        if text.is_empty() {
            return None;
        }
        match (self, numbers::parse(words, &text)) {
            (_, None) => Some(Fault::NotANumber),
            (_, Some(number)) if number.abs() > MOST => Some(Fault::TooLarge),
            (Self::Ratio { .. }, Some(number)) if input == 1 && number <= 0.0 => {
                Some(Fault::ZeroDenominator)
            }
            (Self::Mean { .. }, Some(number)) if input == 1 && whole(number).is_none() => {
                Some(Fault::NotWhole)
            }
            (Self::Levels { .. }, Some(number)) if whole(number).is_none() => Some(Fault::NotWhole),
            _ => None,
        }
    }

    /// Whether it counts more than there are, which a percentage seldom does.
    pub fn is_beyond_all(&self, words: Words) -> bool {
        let number = |text: &str| numbers::parse(words, text);
        match self {
            Self::Ratio {
                numerator,
                denominator,
            } => number(numerator)
                .zip(number(denominator))
                .is_some_and(|(part, all)| part > all && all > 0.0),
            _ => false,
        }
    }

    /// The measure that it makes, once everything that it needs is there. An empty level counts nobody.
    pub fn measure(&self, words: Words) -> Option<Measure> {
        let number = |text: &str| numbers::parse(words, text).filter(|number| number.abs() <= MOST);
        match self {
            Self::Amount { value } => Some(Measure::Amount {
                value: number(value)?,
            }),
            Self::Ratio {
                numerator,
                denominator,
            } => {
                let (numerator, denominator) = (number(numerator)?, number(denominator)?);
                (denominator > 0.0).then_some(Measure::Ratio {
                    numerator,
                    denominator,
                })
            }
            Self::Mean { value, n } => {
                let (value, n) = (number(value)?, whole(number(n)?)?);
                (n > 0).then_some(Measure::Mean { value, n })
            }
            Self::Levels { counts } => {
                let mut read = BTreeMap::new();
                for (level, text) in (1_u8..).zip(counts) {
                    let count = if text.trim().is_empty() {
                        0
                    } else {
                        whole(number(text)?)?
                    };
                    read.insert(level, count);
                }
                read.values()
                    .any(|count| *count > 0)
                    .then_some(Measure::Levels { counts: read })
            }
        }
    }
}

/// A count: a whole number, not below zero, small enough for every reader of the file.
fn whole(number: f64) -> Option<u64> {
    let fits = number >= 0.0 && number.fract() == 0.0 && number <= 9_007_199_254_740_991.0;
    fits.then_some(number as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jalon_view::words::Language;

    const FR: Words = Words::of(Language::French);

    fn ratio(numerator: &str, denominator: &str) -> Draft {
        Draft::Ratio {
            numerator: numerator.to_owned(),
            denominator: denominator.to_owned(),
        }
    }

    fn levels(counts: &[&str]) -> Draft {
        Draft::Levels {
            counts: counts.iter().map(|&count| count.to_owned()).collect(),
        }
    }

    #[test]
    fn a_draft_becomes_a_measure_when_it_is_whole() {
        let half = Draft::Amount {
            value: "1\u{a0}234,5".to_owned(),
        };
        assert_eq!(half.measure(FR), Some(Measure::Amount { value: 1234.5 }));
        assert_eq!(
            ratio("44", "94").measure(FR),
            Some(Measure::Ratio {
                numerator: 44.0,
                denominator: 94.0
            })
        );
        assert_eq!(ratio("44", "").measure(FR), None);
        assert_eq!(ratio("44", "0").measure(FR), None);
        let counts = [(1, 2), (2, 0), (3, 17)].into();
        assert_eq!(
            levels(&["2", "", "17"]).measure(FR),
            Some(Measure::Levels { counts })
        );
        assert_eq!(levels(&["", ""]).measure(FR), None);
        let mean = Draft::Mean {
            value: "4.2".to_owned(),
            n: "171".to_owned(),
        };
        assert_eq!(mean.measure(FR), Some(Measure::Mean { value: 4.2, n: 171 }));
    }

    #[test]
    fn each_input_says_what_it_does_not_understand() {
        assert_eq!(ratio("beaucoup", "0").fault(0, FR), Some(Fault::NotANumber));
        assert_eq!(
            ratio("beaucoup", "0").fault(1, FR),
            Some(Fault::ZeroDenominator)
        );
        assert_eq!(
            levels(&["1,5", "-1", ""]).fault(0, FR),
            Some(Fault::NotWhole)
        );
        assert_eq!(
            levels(&["1,5", "-1", ""]).fault(1, FR),
            Some(Fault::NotWhole)
        );
        assert_eq!(levels(&["1,5", "-1", ""]).fault(2, FR), None);
        let huge = ratio("1", "99999999999999999999");
        assert_eq!(huge.fault(1, FR), Some(Fault::TooLarge));
        assert_eq!(huge.measure(FR), None);
        assert_eq!(ratio("1", "2").fault(7, FR), None);
        assert!(ratio("5", "3").is_beyond_all(FR));
        assert!(!ratio("3", "3").is_beyond_all(FR));
    }

    #[test]
    fn typing_goes_into_its_own_input() {
        let mut draft = levels(&["", "", ""]);
        draft.set(1, "9".to_owned());
        draft.set(5, "1".to_owned());
        assert_eq!(draft.texts(), ["", "9", ""]);
    }
}
