//! Dates, moments and periods in the words of a language.

use crate::{args, words::Words};
use jalon_shared::{Frequency, Period};
use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};

/// A day in full: `31 décembre 2025`, `1er juin 2025`.
pub fn date(words: Words, date: Date) -> String {
    dated(words, date, "date-long", "month")
}

/// A day with its month cut short: `31 déc. 2025`.
pub fn date_short(words: Words, date: Date) -> String {
    dated(words, date, "date-short", "month-short")
}

/// A moment, in milliseconds since 1970, on a clock `offset_minutes` east of universal time:
/// `1er juin 2025 à 14:05`. The browser knows the offset of its reader.
pub fn moment(words: Words, at_ms: i64, offset_minutes: i32) -> String {
    let shifted = Timestamp::from_millisecond(at_ms).ok().and_then(|at| {
        at.checked_add(SignedDuration::from_mins(offset_minutes.into()))
            .ok()
    });
    shifted.map_or_else(String::new, |at| at_clock(words, at, "moment"))
}

/// A moment written in RFC 3339 (`2025-07-01T09:12:00Z`), in universal time, which a frozen page names
/// because it is read on many clocks. A text that is no moment is shown as it is.
pub fn moment_utc(words: Words, rfc3339: &str) -> String {
    rfc3339.parse().map_or_else(
        |_| rfc3339.to_owned(),
        |at| at_clock(words, at, "moment-utc"),
    )
}

/// The day of a moment written in RFC 3339, in universal time. A text that is no moment is shown as it is.
pub fn day_utc(words: Words, rfc3339: &str) -> String {
    rfc3339.parse::<Timestamp>().map_or_else(
        |_| rfc3339.to_owned(),
        |at| date(words, at.to_zoned(TimeZone::UTC).date()),
    )
}

/// A period: `juin 2025`, `T2 2025`, `1er semestre 2025`, `2025`.
pub fn period(words: Words, period: Period) -> String {
    period_with(words, period, "month", "period-half")
}

/// A period in few letters, for the axis of a picture or the head of a column: `juin 2025`, `T2 2025`, `S1 2025`.
pub fn period_short(words: Words, period: Period) -> String {
    period_with(words, period, "month-short", "period-short-half")
}

/// A period that somebody wrote in their own words: named when it is one (`2025-T2`), shown as it is otherwise.
pub fn period_text(words: Words, text: &str) -> String {
    text.trim()
        .parse()
        .map_or_else(|_| text.trim().to_owned(), |named| period(words, named))
}

fn dated(words: Words, date: Date, pattern: &str, months: &str) -> String {
    let day = if date.day() == 1 {
        words.t("day-first")
    } else {
        date.day().to_string()
    };
    let month = words.t(&format!("{months}-{}", date.month()));
    words.t_with(
        pattern,
        args![day => day, month => month, year => date.year().to_string()],
    )
}

fn at_clock(words: Words, at: Timestamp, pattern: &str) -> String {
    let civil = at.to_zoned(TimeZone::UTC).datetime();
    let time = format!("{:02}:{:02}", civil.hour(), civil.minute());
    words.t_with(
        pattern,
        args![date => date(words, civil.date()), time => time],
    )
}

fn period_with(words: Words, period: Period, months: &str, half: &str) -> String {
    let (n, year) = (period.number(), period.year().to_string());
    match period.frequency() {
        Frequency::Monthly => words.t_with(
            "period-month",
            args![month => words.t(&format!("{months}-{n}")), year => year],
        ),
        Frequency::Quarterly => words.t_with("period-quarter", args![n => n, year => year]),
        Frequency::HalfYearly => words.t_with(half, args![n => n, year => year]),
        Frequency::Yearly => words.t_with("period-year", args![year => year]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Language;

    const FR: Words = Words::of(Language::French);
    const EN: Words = Words::of(Language::English);
    const IT: Words = Words::of(Language::Italian);
    const NL: Words = Words::of(Language::Dutch);

    #[test]
    fn days_and_moments() {
        let (last, first) = (Date::constant(2025, 12, 31), Date::constant(2025, 6, 1));
        assert_eq!(
            (date(FR, last), date(EN, last)),
            ("31 décembre 2025".into(), "31 December 2025".into())
        );
        assert_eq!(
            (date(FR, first), date(EN, first)),
            ("1er juin 2025".into(), "1 June 2025".into())
        );
        assert_eq!(
            (date_short(FR, last), date_short(EN, last)),
            ("31 déc. 2025".into(), "31 Dec 2025".into())
        );
        assert_eq!(
            (date(IT, first), date(NL, first)),
            ("1º giugno 2025".into(), "1 juni 2025".into())
        );
        assert_eq!(
            (date_short(IT, last), date_short(NL, last)),
            ("31 dic 2025".into(), "31 dec 2025".into())
        );
        assert_eq!(moment(FR, 0, 60), "1er janvier 1970 à 01:00");
        assert_eq!(moment(IT, 0, 60), "1º gennaio 1970 alle ore 01:00");
        assert_eq!(moment(NL, 0, 60), "1 januari 1970 om 01:00");
        assert_eq!(
            moment_utc(EN, "2025-07-01T09:12:00Z"),
            "1 July 2025 at 09:12 (UTC)"
        );
        assert_eq!(day_utc(FR, "2025-07-01T09:12:00Z"), "1er juillet 2025");
        assert_eq!(moment_utc(EN, "hier"), "hier");
        assert_eq!(moment(FR, i64::MAX, i32::MAX), "");
    }

    #[test]
    fn periods() {
        for (text, fr, en, short) in [
            ("2025-T2", "T2 2025", "Q2 2025", "T2 2025"),
            ("2025-06", "juin 2025", "June 2025", "juin 2025"),
            ("2025-01", "janvier 2025", "January 2025", "janv. 2025"),
            (
                "2025-S1",
                "1er semestre 2025",
                "1st half of 2025",
                "S1 2025",
            ),
            ("2025-S2", "2e semestre 2025", "2nd half of 2025", "S2 2025"),
            ("2025", "2025", "2025", "2025"),
        ] {
            assert_eq!(
                (period_text(FR, text), period_text(EN, text)),
                (fr.into(), en.into())
            );
            assert_eq!(
                text.parse().map(|parsed| period_short(FR, parsed)),
                Ok(short.into())
            );
        }
        for (text, it, nl) in [
            ("2025-T2", "T2 2025", "K2 2025"),
            ("2025-06", "giugno 2025", "juni 2025"),
            ("2025-S1", "1º semestre 2025", "1e halfjaar 2025"),
        ] {
            assert_eq!(
                (period_text(IT, text), period_text(NL, text)),
                (it.into(), nl.into())
            );
        }
        assert_eq!(period_text(FR, " l’été 2025 "), "l’été 2025");
    }
}
