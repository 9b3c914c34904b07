//! Every pair of colours that the styles put together passes WCAG 2.2 AA, in the light and in the dark:
//! 4.5 to 1 for words (1.4.3), 3 to 1 for marks and the edges of fields (1.4.11). On the projector words have
//! 7 to 1 (1.4.6), and marks what words have elsewhere.

use std::collections::BTreeMap;

const TOKENS: &str = include_str!("../styles/00-tokens.css");
const WORDS: f64 = 4.5;
const MARKS: f64 = 3.0;
const WORDS_FROM_FAR: f64 = 7.0;
const MARKS_FROM_FAR: f64 = 4.5;

/// Colour in front, colours behind, ratio.
const PAIRS: &[(&[&str], &[&str], f64)] = &[
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
        WORDS,
    ),
    (&["ink", "accent", "accent-strong"], &["accent-soft"], WORDS),
    (
        &["ink"],
        &[
            "highlight",
            "good-soft",
            "gap-soft",
            "on-the-way-soft",
            "danger-soft",
        ],
        WORDS,
    ),
    (&["on-accent"], &["accent", "accent-strong"], WORDS),
    (&["on-pole"], &["pole"], WORDS),
    (&["on-danger"], &["danger"], WORDS),
    (&["pole"], &["pole-soft"], WORDS),
    (&["danger"], &["danger-soft"], WORDS),
    (
        &["good", "on-the-way", "gap", "unknown"],
        &["paper", "surface"],
        WORDS,
    ),
    (&["good"], &["good-soft"], WORDS),
    (&["on-the-way"], &["on-the-way-soft"], WORDS),
    (&["gap"], &["gap-soft"], WORDS),
    (&["unknown"], &["unknown-soft"], WORDS),
    (
        &["activity", "quality", "impact"],
        &["paper", "surface"],
        WORDS,
    ),
    (&["activity"], &["activity-soft"], WORDS),
    (&["quality"], &["quality-soft"], WORDS),
    (&["impact"], &["impact-soft"], WORDS),
    (
        &["axis-0", "axis-1", "axis-2", "axis-3", "axis-4", "axis-5"],
        &["paper", "surface"],
        WORDS,
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
        WORDS,
    ),
    (&["line-strong", "focus"], &["paper", "surface"], MARKS),
];

#[test]
fn colours_are_told_apart_by_everybody() {
    let light = tokens(block(":root {"));
    let over = |start| {
        let mut colours = light.clone();
        colours.extend(tokens(block(start)));
        colours
    };
    let dark = over(":root[data-theme=\"dark\"] {");
    let projector = over(":root[data-theme=\"projector\"] {");
    assert!(light.len() > 40 && dark != light && projector != light);
    let mut faults = Vec::new();
    for (theme, colours) in [
        ("light", &light),
        ("dark", &dark),
        ("projector", &projector),
    ] {
        for (fronts, backs, least) in PAIRS {
            let least = match theme {
                "projector" if *least == WORDS => WORDS_FROM_FAR,
                "projector" => MARKS_FROM_FAR,
                _ => *least,
            };
            for (front, back) in fronts
                .iter()
                .flat_map(|front| backs.iter().map(move |back| (front, back)))
            {
                let (Some(a), Some(b)) = (colours.get(*front), colours.get(*back)) else {
                    panic!("no colour {front} or {back}");
                };
                let ratio = contrast(*a, *b);
                if ratio < least {
                    faults.push(format!(
                        "{theme}: {front} on {back} is {ratio:.2}, not {least}"
                    ));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Written twice, since a selector cannot reach out of a media query.
#[test]
fn the_dark_that_is_chosen_is_the_dark_that_is_preferred() {
    let preferred = tokens(block(":root:not([data-theme]) {"));
    assert!(preferred.len() > 40);
    assert_eq!(preferred, tokens(block(":root[data-theme=\"dark\"] {")));
}

#[test]
fn only_the_tokens_name_colours() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("styles");
    for entry in std::fs::read_dir(folder)
        .expect("the folder of styles")
        .flatten()
    {
        let name = entry.file_name().to_string_lossy().into_owned();
        // Paper has its own few: the tokens again, for ink on white.
        if name.starts_with("00-") || name.starts_with("90-") {
            continue;
        }
        let css = std::fs::read_to_string(entry.path()).expect("a style is text");
        for (number, line) in css.lines().enumerate() {
            let hex = line.split('#').skip(1).filter(|rest| {
                let digits = rest.bytes().take_while(u8::is_ascii_hexdigit).count();
                digits == 3 || digits == 6
            });
            assert_eq!(hex.count(), 0, "{name}:{}: {line}", number + 1);
        }
    }
}

/// What stands between the braces of the first rule that opens like this.
fn block(start: &str) -> &'static str {
    let rule = TOKENS
        .split_once(start)
        .unwrap_or_else(|| panic!("no rule {start}"));
    rule.1.split('}').next().unwrap_or_default()
}

type Rgb = [f64; 3];

fn tokens(css: &str) -> BTreeMap<&str, Rgb> {
    let declarations = css
        .lines()
        .filter_map(|line| line.trim().strip_prefix("--")?.split_once(':'));
    declarations
        .filter_map(|(name, value)| Some((name.trim(), colour(value.trim().strip_prefix('#')?)?)))
        .collect()
}

fn colour(hex: &str) -> Option<Rgb> {
    let part = |at: usize| {
        u8::from_str_radix(hex.get(at..at + 2)?, 16)
            .ok()
            .map(|part| f64::from(part) / 255.0)
    };
    Some([part(0)?, part(2)?, part(4)?])
}

/// The contrast ratio of WCAG 2.2.
fn contrast(a: Rgb, b: Rgb) -> f64 {
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
