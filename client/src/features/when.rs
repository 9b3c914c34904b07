//! Moments as people speak of them: “il y a 5 minutes”, “hier à 14:05”. The clock itself is left to the page.

use jalon_view::{args, dates, words::Words};

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// How long ago a moment was, by the clock of this browser.
#[cfg(target_arch = "wasm32")]
pub fn told(words: Words, at: i64) -> String {
    // The browser counts its offset the other way round, and in minutes that always fit.
    let offset = -js_sys::Date::new_0().get_timezone_offset();
    since(words, at, crate::ui::now(), offset as i32)
}

/// As [`told`], for a moment that the server wrote (RFC 3339).
#[cfg(target_arch = "wasm32")]
pub fn told_of(words: Words, rfc3339: &str) -> String {
    let at = js_sys::Date::parse(rfc3339);
    if at.is_finite() {
        told(words, at as i64)
    } else {
        rfc3339.to_owned()
    }
}

/// How long ago a moment was; both are in milliseconds since 1970, the offset of the clock in minutes east
/// of universal time. What is older than yesterday is named by its date. A clock that runs ahead of ours
/// says "just now".
pub fn since(words: Words, at: i64, now: i64, offset_minutes: i32) -> String {
    let ago = now.saturating_sub(at);
    if ago < MINUTE {
        return words.t("when-now");
    }
    if ago < HOUR {
        return words.t_with("when-minutes", args![count => ago / MINUTE]);
    }
    if ago < 12 * HOUR {
        return words.t_with("when-hours", args![count => ago / HOUR]);
    }
    let day = |moment: i64| {
        moment
            .saturating_add(i64::from(offset_minutes) * MINUTE)
            .div_euclid(DAY)
    };
    let minutes = at
        .saturating_add(i64::from(offset_minutes) * MINUTE)
        .rem_euclid(DAY)
        / MINUTE;
    let time = format!("{:02}:{:02}", minutes / 60, minutes % 60);
    match day(now) - day(at) {
        0 => words.t_with("when-today", args![time => time]),
        1 => words.t_with("when-yesterday", args![time => time]),
        _ => words.t_with(
            "when-on",
            args![moment => dates::moment(words, at, offset_minutes)],
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jalon_view::words::Language;

    #[test]
    fn moments_are_told_from_near_to_far() {
        let words = Words::of(Language::French);
        // 2025-07-02 at 10:00, two hours east of universal time.
        let now = 1_751_443_200_000;
        for (ago, told) in [
            (-5 * HOUR, "à l’instant"),
            (20_000, "à l’instant"),
            (MINUTE, "il y a 1 minute"),
            (5 * MINUTE, "il y a 5 minutes"),
            (3 * HOUR, "il y a 3 heures"),
            (13 * HOUR, "hier à 21:00"),
            (40 * HOUR, "le 30 juin 2025 à 18:00"),
        ] {
            assert_eq!(since(words, now - ago, now, 120), told);
        }
    }
}
