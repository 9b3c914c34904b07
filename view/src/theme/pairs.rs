//! Which colours the styles put together, and the contrast that each pair needs: `view/tests/contrast.rs` checks the
//! tokens in each theme, and the page of the design measures what the browser shows.

use super::Theme;

/// Red, green and blue, each from 0 to 1.
pub type Rgb = [f64; 3];

/// What a pair is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words on a ground: 4.5 to 1 (WCAG 2.2, 1.4.3), on the projector 7 to 1 (1.4.6).
    Words,
    /// Marks and the edges of fields: 3 to 1 (1.4.11), on the projector what words have elsewhere.
    Marks,
}

impl Kind {
    /// The least contrast ratio in a theme.
    pub const fn least(self, theme: Option<Theme>) -> f64 {
        match (self, theme) {
            (Self::Words, Some(Theme::Projector)) => 7.0,
            (Self::Words, _) | (Self::Marks, Some(Theme::Projector)) => 4.5,
            (Self::Marks, _) => 3.0,
        }
    }
}

/// Tokens in front, tokens behind, and what they are for.
pub const PAIRS: &[(&[&str], &[&str], Kind)] = &[
    (
        &[
            "ink",
            "ink-soft",
            "accent",
            "accent-strong",
            "pole",
            "danger",
        ],
        &["paper", "surface", "sunken"],
        Kind::Words,
    ),
    (
        &["ink", "accent", "accent-strong"],
        &["accent-soft"],
        Kind::Words,
    ),
    (
        &["ink"],
        &[
            "highlight",
            "good-soft",
            "gap-soft",
            "on-the-way-soft",
            "danger-soft",
        ],
        Kind::Words,
    ),
    (&["on-accent"], &["accent", "accent-strong"], Kind::Words),
    (&["on-pole"], &["pole"], Kind::Words),
    (&["on-danger"], &["danger"], Kind::Words),
    (&["pole"], &["pole-soft"], Kind::Words),
    (&["danger"], &["danger-soft"], Kind::Words),
    (
        &["good", "on-the-way", "gap", "unknown"],
        &["paper", "surface"],
        Kind::Words,
    ),
    (&["good"], &["good-soft"], Kind::Words),
    (&["on-the-way"], &["on-the-way-soft"], Kind::Words),
    (&["gap"], &["gap-soft"], Kind::Words),
    (&["unknown"], &["unknown-soft"], Kind::Words),
    (
        &["activity", "quality", "impact"],
        &["paper", "surface"],
        Kind::Words,
    ),
    (&["activity"], &["activity-soft"], Kind::Words),
    (&["quality"], &["quality-soft"], Kind::Words),
    (&["impact"], &["impact-soft"], Kind::Words),
    (
        &["axis-0", "axis-1", "axis-2", "axis-3", "axis-4", "axis-5"],
        &["paper", "surface"],
        Kind::Words,
    ),
    (
        &["on-presence"],
        &[
            "presence-0",
            "presence-1",
            "presence-2",
            "presence-3",
            "presence-4",
            "presence-5",
            "presence-6",
            "presence-7",
        ],
        Kind::Words,
    ),
    (
        &["line-strong", "focus"],
        &["paper", "surface"],
        Kind::Marks,
    ),
];

/// A colour as the tokens write it: `#0f5b62`.
pub fn parse(text: &str) -> Option<Rgb> {
    let hex = text.trim().strip_prefix('#')?;
    let part = |at: usize| {
        u8::from_str_radix(hex.get(at..at + 2)?, 16)
            .ok()
            .map(|part| f64::from(part) / 255.0)
    };
    Some([part(0)?, part(2)?, part(4)?])
}

/// The contrast ratio of WCAG 2.2.
pub fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(rgb: Rgb) -> f64 {
    let linear = |part: f64| {
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    let [red, green, blue] = rgb.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}
