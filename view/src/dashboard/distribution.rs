//! How answers are spread over the levels of a qualitative indicator: one bar, cut by level, and its table.
//! Levels go from light to dark and carry their number, so that the bar is read in grey too.

use super::{
    scale::place,
    state::{StateMark, category_class},
};
use crate::{
    args, measures, numbers,
    words::{Words, use_words},
};
use dioxus::prelude::*;
use jalon_shared::dashboard::{Figure, LevelCount};

const WIDTH: f64 = 560.0;
const HEIGHT: f64 = 46.0;

/// The spread of one indicator. `id` is unique on the page.
#[component]
pub fn Distribution(figure: Figure, id: String) -> Element {
    let words = use_words();
    let total: u64 = figure.levels.iter().map(|level| level.count).sum();
    let mean = figure.aggregate.filter(|_| total > 0);
    rsx! {
        figure { class: "chart distribution {category_class(figure.category)}",
            figcaption { class: "chart-head",
                span { class: "chart-name", {figure.name.clone()} }
                StateMark { state: figure.state }
            }
            if total == 0 {
                p { class: "hint", {words.t("dashboard-no-answer")} }
            } else {
                Bar { figure: figure.clone(), total, id }
                if let Some(mean) = mean {
                    p { class: "hint",
                        {words.t_with("dashboard-spread-summary", args![
                            n => total as f64, mean => numbers::number(words, mean, measures::computed(mean, figure.decimals))
                        ])}
                    }
                }
            }
            LevelTable { figure: figure.clone(), total }
        }
    }
}

#[component]
fn Bar(figure: Figure, total: u64, id: String) -> Element {
    let words = use_words();
    let (title, desc) = (format!("{id}-title"), format!("{id}-desc"));
    let mut left = 0.0;
    let shares = figure
        .levels
        .iter()
        .filter(|level| level.count > 0)
        .map(|level| {
            let width = WIDTH * share(level.count, total);
            left += width;
            (level.level, left - width, width)
        });
    let shares: Vec<_> = shares.collect();
    let top = figure
        .levels
        .iter()
        .map(|level| level.level)
        .max()
        .unwrap_or(1);
    rsx! {
        svg {
            class: "picture spread", view_box: "0 0 {WIDTH} {HEIGHT}", role: "img",
            "aria-labelledby": "{title} {desc}",
            title { id: title.clone(), {figure.name.clone()} }
            desc { id: desc.clone(), {sentence(words, &figure, total)} }
            for (level, left, width) in shares {
                rect { class: "share {shade(level, top)}", x: place(left), y: "18", width: place(width), height: "28" }
                if width > 16.0 {
                    text { class: "share-level", x: place(left + width / 2.0), y: "12", text_anchor: "middle", {level.to_string()} }
                }
            }
        }
    }
}

/// The key of the bar and its data at once, from the first level to the last.
#[component]
fn LevelTable(figure: Figure, total: u64) -> Element {
    let words = use_words();
    let top = figure
        .levels
        .iter()
        .map(|level| level.level)
        .max()
        .unwrap_or(1);
    let percent = |level: &LevelCount| match total {
        0 => "–".to_owned(),
        total => numbers::percent(words, share(level.count, total), 0),
    };
    rsx! {
        // What may scroll sideways is scrolled with the keyboard too.
        div { class: "table-wrap", tabindex: "0", role: "group", aria_label: figure.name.clone(),
            table { class: "table levels",
                caption { class: "visually-hidden", {figure.name.clone()} }
                thead {
                    tr {
                        th { scope: "col", {words.t("dashboard-level")} }
                        th { scope: "col", class: "number", {words.t("dashboard-answers")} }
                        th { scope: "col", class: "number", {words.t("dashboard-share")} }
                    }
                }
                tbody {
                    for level in figure.levels.iter().rev() {
                        tr {
                            th { scope: "row",
                                span { class: "level-name",
                                    svg { class: "swatch", view_box: "0 0 16 16", width: "16", height: "16", "aria-hidden": "true", "focusable": "false",
                                        rect { class: "share {shade(level.level, top)}", width: "16", height: "16", rx: "3" }
                                    }
                                    span { class: "level-number", {level.level.to_string()} }
                                    span { {label(words, &level.label)} }
                                }
                            }
                            td { class: "number", {numbers::number(words, level.count as f64, 0)} }
                            td { class: "number", {percent(level)} }
                        }
                    }
                }
            }
        }
    }
}

/// Nine shades at most, from `shade-1` (light) to `shade-9` (dark), spread over the levels that there are.
fn shade(level: u8, top: u8) -> String {
    let (level, top) = (f64::from(level), f64::from(top.max(2)));
    format!(
        "shade-{:.0}",
        (1.0 + 8.0 * (level - 1.0) / (top - 1.0))
            .clamp(1.0, 9.0)
            .round()
    )
}

fn share(count: u64, total: u64) -> f64 {
    if total == 0 {
        0.0
    } else {
        count as f64 / total as f64
    }
}

/// What the bar says, in a sentence.
fn sentence(words: Words, figure: &Figure, total: u64) -> String {
    let each = figure.levels.iter().map(|level| {
        let args = args![level => level.level, label => level.label.as_str(), n => level.count as f64, share => numbers::percent(words, share(level.count, total), 0)];
        words.t_with("dashboard-spread-level", args)
    });
    let each: Vec<String> = each.collect();
    words.t_with(
        "dashboard-spread",
        args![name => figure.name.as_str(), n => total as f64, levels => each.join("; ")],
    )
}

/// The words of a level, or that it has none yet.
fn label(words: Words, label: &str) -> String {
    match label.trim() {
        "" => words.t("dashboard-level-unnamed"),
        label => label.to_owned(),
    }
}
