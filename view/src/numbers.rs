//! Numbers as people of a language write them, and read them back from what they type.
//!
//! Written by hand for the languages of the interface: ICU's formatter made the wasm 33 kB bigger
//! (14 kB compressed, measured with icu_decimal 2.4), much for a comma and a thin space on a shared wifi.
//! The rounding is that of `fixed_decimal`, on the digits that a person sees.

use crate::words::{Language, Words};
use fixed_decimal::{Decimal, FloatPrecision, SignedRoundingMode, UnsignedRoundingMode};

/// The space between thousands in French, and before a percent sign.
const NARROW: char = '\u{202f}';
/// The space between a number and its unit.
const NO_BREAK: char = '\u{a0}';
/// What stands for a number that is no number.
const NOTHING: &str = "–";

/// A number with exactly `decimals` digits after the mark: `1 234,5`. Halves are rounded away from zero,
/// on the digits that a person would see, so that 1.005 with two decimals is 1.01.
pub fn number(words: Words, value: f64, decimals: u8) -> String {
    exact(words.language(), value, usize::from(decimals))
}

/// A number with at most `decimals` digits after the mark: `1 234,5` and `1 234`.
pub fn short(words: Words, value: f64, decimals: u8) -> String {
    let Some(mut decimal) = rounded(value, usize::from(decimals)) else {
        return NOTHING.to_owned();
    };
    decimal.trim_end();
    dress(words.language(), &decimal.to_string())
}

/// A share of one as a percentage: `percent(words, 0.468, 1)` is `46,8 %`.
pub fn percent(words: Words, share: f64, decimals: u8) -> String {
    with_percent_sign(words.language(), &number(words, share * 100.0, decimals))
}

/// A value with its unit: `4,2 sur 5`, `1 200 heures`, `45 %`. A unit that starts with `%` keeps only
/// the sign ("% des personnes" is a definition, not a unit that is read aloud).
pub fn with_unit(words: Words, value: f64, decimals: u8, unit: &str) -> String {
    join_unit(words, number(words, value, decimals), unit)
}

/// How many digits after the mark it takes to show a number whole, from `least` up to six.
pub fn digits(value: f64, least: u8) -> u8 {
    const MOST: u8 = 6;
    let is_whole = |digits: u8| {
        let shifted = value * 10_f64.powi(i32::from(digits));
        (shifted - shifted.round()).abs() < 1e-6 * shifted.abs().max(1.0)
    };
    (least..MOST)
        .find(|digits| is_whole(*digits))
        .unwrap_or(MOST.max(least))
}

/// A change with its sign: `+3,1 %`, `−12 heures`; percentages change by points: `+3,1 pts`.
pub fn change(words: Words, by: f64, decimals: u8, unit: &str) -> String {
    let figure = number(words, by.abs(), decimals);
    let sign = match by {
        _ if !figure.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) => "±",
        by if by < 0.0 => "−",
        _ => "+",
    };
    let unit = if is_percent(unit) {
        words.t("unit-points")
    } else {
        unit.to_owned()
    };
    join_unit(words, format!("{sign}{figure}"), &unit)
}

/// Whether values of this unit are percentages.
pub fn is_percent(unit: &str) -> bool {
    unit.trim_start().starts_with('%')
}

fn join_unit(words: Words, figure: String, unit: &str) -> String {
    match unit.trim() {
        "" => figure,
        unit if is_percent(unit) => with_percent_sign(words.language(), &figure),
        unit => format!("{figure}{NO_BREAK}{unit}"),
    }
}

fn with_percent_sign(language: Language, figure: &str) -> String {
    match language {
        Language::French => format!("{figure}{NARROW}%"),
        Language::English | Language::Italian | Language::Dutch => format!("{figure}%"),
    }
}

/// As [`number`], for whoever has no words at hand.
pub(crate) fn exact(language: Language, value: f64, decimals: usize) -> String {
    let Some(mut decimal) = rounded(value, decimals) else {
        return NOTHING.to_owned();
    };
    decimal
        .absolute
        .pad_end(-i16::try_from(decimals).unwrap_or(i16::MAX));
    dress(language, &decimal.to_string())
}

fn rounded(value: f64, decimals: usize) -> Option<Decimal> {
    let mut decimal = Decimal::try_from_f64(value, FloatPrecision::RoundTrip).ok()?;
    let half_away_from_zero = SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand);
    decimal.round_with_mode(
        -i16::try_from(decimals).unwrap_or(i16::MAX),
        half_away_from_zero,
    );
    decimal.absolute.trim_start();
    if decimal.absolute.is_zero() {
        decimal.sign = fixed_decimal::Sign::None;
    }
    Some(decimal)
}

/// What stands between thousands, and before the decimals.
const fn marks(language: Language) -> (char, char) {
    match language {
        Language::French => (NARROW, ','),
        Language::English => (',', '.'),
        Language::Italian | Language::Dutch => ('.', ','),
    }
}

/// Gives plain digits (`-1234.5`) the thousands, the mark and the minus of a language.
fn dress(language: Language, plain: &str) -> String {
    let (group, mark) = marks(language);
    let (sign, digits) = plain
        .strip_prefix('-')
        .map_or(("", plain), |digits| ("−", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut text = sign.to_owned();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            text.push(group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(mark);
        text.push_str(fraction);
    }
    text
}

/// A number that somebody typed, or `None` when it is none.
///
/// Any space and any apostrophe between digits is a thousands mark; a `%` at the end is left out; the
/// minus may be a hyphen or a real one. Comma and point are both accepted:
/// - with both, the last one is the decimal mark (`1.234,5` and `1,234.5`);
/// - one that comes several times is a thousands mark (`1,234,567`);
/// - one alone is the decimal mark in any language, except that the thousands mark of the language before
///   exactly three digits, after one to three that do not start with 0, is one: `1,234` is 1234 in English,
///   and `1.234` is 1234 in Italian and in Dutch.
pub fn parse(words: Words, typed: &str) -> Option<f64> {
    let typed = typed.trim().trim_end_matches('%').trim_end();
    let (negative, typed) = match typed.strip_prefix(['-', '−', '–']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, typed.strip_prefix('+').unwrap_or(typed)),
    };
    let is_thousands = |c: char| c.is_whitespace() || matches!(c, '\'' | '’' | '_');
    if !typed.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',')) {
        return None;
    }
    let compact: String = typed.chars().filter(|&c| !is_thousands(c)).collect();
    let plain = match decimal_mark(words.language(), &compact) {
        Some(at) => {
            let (whole, fraction) = (&compact[..at], &compact[at + 1..]);
            format!("0{}.{fraction}", whole.replace([',', '.'], ""))
        }
        None => compact.replace([',', '.'], ""),
    };
    let digits = plain.bytes().filter(u8::is_ascii_digit).count();
    let fits = plain
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'.')
        && compact.bytes().any(|b| b.is_ascii_digit());
    // Twenty digits are beyond what a 64-bit float tells apart, and beyond any count of people or euros.
    let value: f64 = (fits && digits <= 20).then(|| plain.parse().ok())??;
    Some(if negative && value != 0.0 {
        -value
    } else {
        value
    })
}

/// Where the decimal mark of a number without spaces stands, if it has one.
fn decimal_mark(language: Language, compact: &str) -> Option<usize> {
    let last = compact.rfind([',', '.'])?;
    let mark = compact.as_bytes().get(last).copied()?;
    let others = compact
        .bytes()
        .filter(|byte| matches!(byte, b',' | b'.') && *byte != mark)
        .count();
    let same = compact.bytes().filter(|byte| *byte == mark).count();
    if same > 1 {
        return None;
    }
    let is_thousands = marks(language).0 == char::from(mark)
        && others == 0
        && compact.len() - last - 1 == 3
        && (1..=3).contains(&last)
        && !compact.starts_with('0');
    (!is_thousands).then_some(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const FR: Words = Words::of(Language::French);
    const EN: Words = Words::of(Language::English);
    const IT: Words = Words::of(Language::Italian);
    const NL: Words = Words::of(Language::Dutch);

    #[test]
    fn numbers_are_written_as_in_their_language() {
        assert_eq!(number(FR, 1234567.25, 1), "1\u{202f}234\u{202f}567,3");
        assert_eq!(number(EN, 1234567.25, 1), "1,234,567.3");
        assert_eq!(number(IT, 1234567.25, 1), "1.234.567,3");
        assert_eq!(number(NL, -1234.5, 1), "−1.234,5");
        assert_eq!(number(FR, -0.04, 1), "0,0");
        assert_eq!(number(FR, 999.0, 0), "999");
        assert_eq!(number(FR, 1.005, 2), "1,01");
        assert_eq!(number(FR, 2.5, 0), "3");
        assert_eq!(number(FR, -1200.0, 0), "−1\u{202f}200");
        assert_eq!(number(FR, f64::NAN, 0), "–");
        assert_eq!(short(FR, 6.0, 2), "6");
        assert_eq!(short(FR, 7.45, 2), "7,45");
        assert_eq!(percent(FR, 0.468, 1), "46,8\u{202f}%");
        assert_eq!(percent(EN, 0.468, 1), "46.8%");
        assert_eq!(percent(IT, 0.468, 1), "46,8%");
        assert_eq!(percent(NL, 0.468, 1), "46,8%");
    }

    #[test]
    fn values_are_read_with_their_unit() {
        assert_eq!(with_unit(FR, 4.2, 1, "sur 5"), "4,2\u{a0}sur 5");
        assert_eq!(
            with_unit(FR, 1200.0, 0, "heures"),
            "1\u{202f}200\u{a0}heures"
        );
        assert_eq!(with_unit(FR, 45.0, 0, "% des personnes"), "45\u{202f}%");
        assert_eq!(with_unit(EN, 45.0, 0, ""), "45");
        assert_eq!(change(FR, 3.12, 1, "%"), "+3,1\u{a0}pts");
        assert_eq!(change(FR, -12.0, 0, "heures"), "−12\u{a0}heures");
        assert_eq!(change(FR, -0.001, 1, "heures"), "±0,0\u{a0}heures");
    }

    #[test]
    fn numbers_are_understood_however_they_are_typed() {
        for (typed, value) in [
            ("12", 12.0),
            ("4,2", 4.2),
            ("4.2", 4.2),
            (",5", 0.5),
            ("7,", 7.0),
            ("1 234,5", 1234.5),
            ("1\u{a0}234\u{202f}567,25", 1_234_567.25),
            ("1\u{2009}200", 1200.0),
            ("1'234.50", 1234.5),
            ("1’234", 1234.0),
            ("1.234,5", 1234.5),
            ("1,234.5", 1234.5),
            ("1,234,567", 1_234_567.0),
            (" 46,8 % ", 46.8),
            ("-3", -3.0),
            ("− 3,5", -3.5),
            ("+2", 2.0),
            ("0,125", 0.125),
        ] {
            for words in [FR, EN, IT, NL] {
                assert_eq!(parse(words, typed), Some(value), "{typed:?} in {words:?}");
            }
        }
        let all = |typed| [FR, EN, IT, NL].map(|words| parse(words, typed));
        assert_eq!(all("1,234"), [1.234, 1234.0, 1.234, 1.234].map(Some));
        assert_eq!(all("1.234"), [1.234, 1.234, 1234.0, 1234.0].map(Some));
        // Thousands do not begin with 0, and have three digits after each mark.
        assert_eq!(all("0.234"), [Some(0.234); 4]);
        assert_eq!(all("1234.567"), [Some(1234.567); 4]);
        for typed in [
            "",
            " ",
            "abc",
            "-",
            "%",
            ",",
            ".",
            "1e5",
            "12 cafés",
            "1-2",
            "--2",
            "NaN",
            "inf",
            "1/2",
            "'",
        ] {
            assert_eq!(all(typed), [None; 4], "{typed:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(thousandths in -9_000_000_000_i64..9_000_000_000, decimals in 0_u8..4) {
            let value = thousandths as f64 / 1000.0;
            for words in [FR, EN, IT, NL] {
                let text = number(words, value, decimals);
                let back = parse(words, &text);
                let unit = 10_f64.powi(-i32::from(decimals));
                prop_assert!(back.is_some_and(|back| (back - value).abs() <= unit * 0.5001), "{text} gave {back:?}");
                let percent = parse(words, &percent(words, value, decimals));
                prop_assert!(percent.is_some_and(|back| (back - value * 100.0).abs() <= unit * 0.5001));
            }
        }

        #[test]
        fn nothing_that_is_typed_breaks_it(typed in "\\PC{0,12}") {
            for words in [FR, EN, IT, NL] {
                let _ = parse(words, &typed);
            }
        }
    }
}
