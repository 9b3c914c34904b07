//! A measure in one line of text, as people type it into a cell or bring it from a spreadsheet: `1 234,5`, `44/94`.
//! What needs more than a line (counts by level, a mean with its answers) is left to the sheet of the cell.

use super::draft::{Draft, Fault};
use jalon_shared::{Indicator, Measure, indicator::Aggregation};
use jalon_view::{numbers, words::Words};

/// Signs of money that spreadsheets write beside a number.
const MONEY: [&str; 6] = ["€", "$", "£", "CHF", "EUR", "USD"];

/// Why a text is no measure of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    Fault(Fault),
    /// It takes two numbers: how many, of how many.
    NeedsRatio,
    /// It takes several numbers, which the sheet of the cell asks for.
    NeedsSheet,
}

/// Whether a line of text can say the measure of an indicator.
pub fn takes_text(aggregation: Aggregation) -> bool {
    matches!(aggregation, Aggregation::Sum | Aggregation::Ratio)
}

/// Reads a text that is not empty.
pub fn read(
    text: &str,
    aggregation: Aggregation,
    unit: &str,
    words: Words,
) -> Result<Measure, Unread> {
    let draft = match aggregation {
        Aggregation::Sum => Draft::Amount {
            value: bare(text, unit).to_owned(),
        },
        Aggregation::Ratio => {
            let (numerator, denominator) = two_parts(text).ok_or_else(|| {
                let is_number = numbers::parse(words, text).is_some();
                if is_number {
                    Unread::NeedsRatio
                } else {
                    Unread::Fault(Fault::NotANumber)
                }
            })?;
            Draft::Ratio {
                numerator,
                denominator,
            }
        }
        Aggregation::WeightedMean | Aggregation::Distribution => return Err(Unread::NeedsSheet),
    };
    let fault = (0..2).find_map(|input| draft.fault(input, words));
    match (draft.measure(words), fault) {
        (Some(measure), _) => Ok(measure),
        (None, fault) => Err(Unread::Fault(fault.unwrap_or(Fault::NotANumber))),
    }
}

/// The text that says a measure again, for a line that is edited; empty where a line cannot say it.
pub fn write(measure: &Measure, words: Words) -> String {
    let exact = |number: f64| numbers::short(words, number, Indicator::MAX_DECIMALS);
    match measure {
        Measure::Amount { value } => exact(*value),
        Measure::Ratio {
            numerator,
            denominator,
        } => format!("{}/{}", exact(*numerator), exact(*denominator)),
        Measure::Mean { .. } | Measure::Levels { .. } | Measure::Withdrawn => String::new(),
    }
}

/// `44/94`, `44 sur 94`, `44 of 94`: any two numbers with a slash or a word between them.
fn two_parts(text: &str) -> Option<(String, String)> {
    let is_between = |letter: char| letter.is_alphabetic() || letter == '/';
    let start = text.find(is_between)?;
    let end = text.rfind(is_between)?;
    let after = text.get(end..)?.chars().next()?.len_utf8();
    let between = text.get(start..end + after)?;
    let is_one = between == "/" || between.chars().all(char::is_alphabetic);
    let (first, second) = (text.get(..start)?.trim(), text.get(end + after..)?.trim());
    (is_one && !first.is_empty() && !second.is_empty())
        .then(|| (first.to_owned(), second.to_owned()))
}

/// A number without its unit or the sign of money beside it.
fn bare<'a>(text: &'a str, unit: &str) -> &'a str {
    let text = text.trim();
    let unit = unit.trim();
    let signs = MONEY.into_iter().chain((!unit.is_empty()).then_some(unit));
    for sign in signs {
        let without = text.strip_suffix(sign).or_else(|| text.strip_prefix(sign));
        if let Some(without) = without {
            return without.trim();
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use jalon_view::words::Language;

    const FR: Words = Words::of(Language::French);

    #[test]
    fn a_line_is_read_as_the_indicator_needs_it() {
        let sum = |text: &str| read(text, Aggregation::Sum, "heures", FR);
        for (text, value) in [
            ("1\u{202f}234,5", 1234.5),
            ("1\u{a0}234,50\u{a0}€", 1234.5),
            ("12 heures", 12.0),
            ("$1,200.50", 1200.5),
            ("46,8 %", 46.8),
            ("-3", -3.0),
        ] {
            assert_eq!(sum(text), Ok(Measure::Amount { value }), "{text}");
        }
        let not = Err(Unread::Fault(Fault::NotANumber));
        for text in ["beaucoup", "12/30", "#REF!", "12 ans", "€"] {
            assert_eq!(sum(text), not, "{text}");
        }
        let ratio = |text: &str| read(text, Aggregation::Ratio, "%", FR);
        let half = |numerator, denominator| {
            Ok(Measure::Ratio {
                numerator,
                denominator,
            })
        };
        assert_eq!(ratio("44/94"), half(44.0, 94.0));
        assert_eq!(ratio(" 1 044 sur 2 000 "), half(1044.0, 2000.0));
        assert_eq!(ratio("46,8 %"), Err(Unread::NeedsRatio));
        assert_eq!(ratio("44/0"), Err(Unread::Fault(Fault::ZeroDenominator)));
        for text in ["44/94/3", "44/", "/", "peu", "3 sur beaucoup d’autres"] {
            assert_eq!(ratio(text), not, "{text}");
        }
        let mean = read("4,2", Aggregation::WeightedMean, "sur 5", FR);
        assert_eq!(mean, Err(Unread::NeedsSheet));
    }

    #[test]
    fn what_a_line_says_is_read_back() {
        for (aggregation, measure) in [
            (Aggregation::Sum, Measure::Amount { value: -1234.5 }),
            (
                Aggregation::Ratio,
                Measure::Ratio {
                    numerator: 1044.0,
                    denominator: 2000.5,
                },
            ),
        ] {
            let text = write(&measure, FR);
            assert_eq!(read(&text, aggregation, "", FR), Ok(measure));
        }
    }

    #[test]
    fn nothing_that_is_pasted_breaks_it() {
        use rand::{Rng, SeedableRng, rngs::StdRng};
        const LETTERS: [char; 9] = ['1', '0', ',', '/', 's', 'é', '€', '\u{202f}', '%'];
        let mut chance = StdRng::seed_from_u64(6);
        for _ in 0..20_000 {
            let letters = chance.random_range(1..8);
            let text: String = (0..letters)
                .map(|_| LETTERS[chance.random_range(0..LETTERS.len())])
                .collect();
            for aggregation in [Aggregation::Sum, Aggregation::Ratio] {
                let _ = read(&text, aggregation, "é", FR);
            }
        }
    }
}
