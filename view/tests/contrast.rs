//! Every pair of colours that the styles put together passes WCAG 2.2 AA, in the light and in the dark:
//! 4.5 to 1 for words (1.4.3), 3 to 1 for marks and the edges of fields (1.4.11). On the projector words have
//! 7 to 1 (1.4.6), and marks what words have elsewhere.

use jalon_view::theme::{
    Theme,
    pairs::{PAIRS, Rgb, contrast, parse},
};
use std::collections::BTreeMap;

const TOKENS: &str = include_str!("../styles/00-tokens.css");
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
        (Theme::Light, &light),
        (Theme::Dark, &dark),
        (Theme::Projector, &projector),
    ] {
        for (fronts, backs, kind) in PAIRS {
            let least = kind.least(Some(theme));
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
                        "{theme:?}: {front} on {back} is {ratio:.2}, not {least}"
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

fn tokens(css: &str) -> BTreeMap<&str, Rgb> {
    let declarations = css
        .lines()
        .filter_map(|line| line.trim().strip_prefix("--")?.split_once(':'));
    declarations
        .filter_map(|(name, value)| Some((name.trim(), parse(value)?)))
        .collect()
}
