//! A gauge: the way from where people started to the pole that they planted, and how far they are on it.
//!
//! The start is on the left and the target further right whichever way is better, so that to the right
//! is always towards the target. A sum starts from nothing; other figures start from their baseline.

use super::{
    picture::{DataTable, TableRow},
    scale::{Scale, extent, place},
    state::{StateMark, category_class, state_class},
};
use crate::{
    args, dates, measures, numbers,
    words::{Words, use_words},
};
use dioxus::prelude::*;
use jalon_shared::{
    Period,
    dashboard::{Figure, State},
    indicator::{Aggregation, Direction},
};

/// The picture's own width and height.
const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 60.0;
/// Where the way lies, and what is left free at its ends for half a mark.
const WAY: f64 = 42.0;
const MARGIN: f64 = 14.0;

/// A figure against its target. `id` is unique on the page.
#[component]
pub fn Gauge(figure: Figure, id: String) -> Element {
    let words = use_words();
    let value = shown(&figure);
    let say = |value: f64| measures::of_figure(words, &figure, value);
    let marks = marks(words, &figure);
    let rows = rows(words, &figure);
    rsx! {
        figure { class: "gauge {category_class(figure.category)}",
            figcaption { class: "gauge-head",
                span { class: "gauge-name", {figure.name.clone()} }
                span { class: "gauge-value",
                    span { class: "display", {value.map_or_else(|| "–".to_owned(), say)} }
                    StateMark { state: figure.state }
                }
            }
            Way { figure: figure.clone(), id }
            ul { class: "gauge-marks",
                for mark in marks {
                    li { {mark} }
                }
            }
            DataTable {
                caption: figure.name.clone(),
                heads: vec![words.t("dashboard-measure"), words.t("dashboard-value")],
                rows,
            }
        }
    }
}

/// The picture alone.
#[component]
fn Way(figure: Figure, id: String) -> Element {
    let words = use_words();
    let Some(scale) = scale(&figure) else {
        return rsx! { p { class: "hint", {words.t("dashboard-nothing-to-draw")} } };
    };
    let start = start(&figure);
    let way = place(WAY);
    let at = |value: f64| place(scale.place(value));
    let (title, desc) = (format!("{id}-title"), format!("{id}-desc"));
    let thresholds = thresholds(&figure);
    let expected = expected_now(&figure);
    let value = shown(&figure);
    let state = state_class(figure.state);
    rsx! {
        svg {
            class: "picture way", view_box: "0 0 {WIDTH} {HEIGHT}", role: "img",
            "aria-labelledby": "{title} {desc}",
            title { id: title.clone(), {figure.name.clone()} }
            desc { id: desc.clone(), {sentence(words, &figure)} }
            line { class: "way-track", x1: place(MARGIN), x2: place(WIDTH - MARGIN), y1: way.clone(), y2: way.clone() }
            for threshold in thresholds {
                line { class: "way-threshold", x1: at(threshold), x2: at(threshold), y1: place(WAY - 7.0), y2: place(WAY + 7.0) }
            }
            if let Some(value) = value {
                line { class: "way-gone {state}", x1: at(start), x2: at(value), y1: way.clone(), y2: way.clone() }
            }
            if let Some(baseline) = figure.baseline {
                line { class: "way-baseline", x1: at(baseline), x2: at(baseline), y1: place(WAY - 11.0), y2: place(WAY + 11.0) }
            }
            if let Some(expected) = expected {
                path { class: "way-expected", d: "M{at(expected)} {WAY + 6.0}l5 8h-10z" }
            }
            if let Some(target) = figure.target {
                g { class: "way-pole", transform: "translate({at(target)} 0)",
                    path { class: "pole-flag", d: "M1.5 3h14l-4 5 4 5h-14z" }
                    path { class: "pole-red", d: "M-2 2h4v{WAY - 2.0}l-2 4-2-4z" }
                    path { class: "pole-white", d: "M-2 12h4v8h-4zM-2 28h4v8h-4z" }
                }
            }
            if let Some(value) = value {
                g { class: "way-marker {state}", transform: "translate({at(value)} {WAY})",
                    match figure.state {
                        State::Good => rsx! { circle { class: "filled", r: "8" } },
                        State::OnTheWay => rsx! {
                            circle { r: "7.5" }
                            path { class: "filled", d: "M0-7.5a7.5 7.5 0 0 0 0 15z" }
                        },
                        State::Gap => rsx! { path { d: "M0-9 8.5 6.5h-17z" } },
                        State::Unknown => rsx! { circle { r: "7" } },
                    }
                }
            }
        }
    }
}

/// What stands under the picture: start, latest reading, what is expected by now, target.
fn marks(words: Words, figure: &Figure) -> Vec<String> {
    let say = |value| measures::of_figure(words, figure, value);
    let dated = |key: &str, value: Option<f64>, period: Option<Period>| {
        let value = value.map(say)?;
        Some(match period {
            Some(period) => {
                let figure = args![value => value, period => dates::period(words, period)];
                words.t_with("dashboard-mark", args![mark => words.t(key), figure => words.t_with("dashboard-figure-dated", figure)])
            }
            None => words.t_with(
                "dashboard-mark",
                args![mark => words.t(key), figure => value],
            ),
        })
    };
    // Said only when it is not the great figure above.
    let latest = figure
        .latest
        .filter(|latest| shown(figure) != Some(latest.value));
    let marks = [
        dated(
            "dashboard-baseline",
            figure.baseline,
            figure.baseline_period,
        ),
        latest
            .and_then(|latest| dated("dashboard-latest", Some(latest.value), Some(latest.period))),
        dated("dashboard-expected-now", expected_now(figure), None),
        dated("dashboard-target", figure.target, figure.target_period),
    ];
    marks.into_iter().flatten().collect()
}

/// What the picture says, in a sentence.
fn sentence(words: Words, figure: &Figure) -> String {
    let say = |value| measures::of_figure(words, figure, value);
    let state = words.state(figure.state);
    match (shown(figure), figure.target, figure.progress) {
        (Some(value), Some(target), Some(progress)) => {
            let progress = numbers::percent(words, progress, 0);
            let key = if expected_now(figure).is_some() {
                "dashboard-gauge-expected"
            } else {
                "dashboard-gauge-target"
            };
            let args = args![name => figure.name.as_str(), value => say(value), target => say(target), progress => progress, state => state];
            words.t_with(key, args)
        }
        (Some(value), _, _) => words.t_with(
            "dashboard-gauge-value",
            args![name => figure.name.as_str(), value => say(value), state => state],
        ),
        (None, _, _) => words.t_with("dashboard-gauge-empty", args![name => figure.name.as_str()]),
    }
}

fn rows(words: Words, figure: &Figure) -> Vec<TableRow> {
    let say = |value| measures::of_figure(words, figure, value);
    let dated = |key: &str, period: Option<Period>| match period {
        Some(period) => words.t_with(
            "dashboard-figure-dated",
            args![value => words.t(key), period => dates::period(words, period)],
        ),
        None => words.t(key),
    };
    let latest = figure.latest.map(|latest| {
        (
            dated("dashboard-latest", Some(latest.period)),
            say(latest.value),
        )
    });
    let rows = [
        figure.baseline.map(|value| {
            (
                dated("dashboard-baseline", figure.baseline_period),
                say(value),
            )
        }),
        latest,
        figure.aggregate.map(|value| {
            (
                dated("dashboard-aggregate", figure.target_period),
                say(value),
            )
        }),
        expected_now(figure).map(|value| (words.t("dashboard-expected-now"), say(value))),
        figure
            .target
            .map(|value| (dated("dashboard-target", figure.target_period), say(value))),
        figure.progress.map(|share| {
            (
                words.t("dashboard-progress"),
                numbers::percent(words, share, 0),
            )
        }),
        figure
            .n
            .map(|n| (words.t("dashboard-n"), numbers::number(words, n as f64, 0))),
        Some((words.t("dashboard-state"), words.state(figure.state))),
    ];
    rows.into_iter()
        .flatten()
        .map(|(head, cell)| TableRow::new(head, [cell]))
        .collect()
}

/// The figure of the target's span, or the latest reading when nothing was read in that span yet.
fn shown(figure: &Figure) -> Option<f64> {
    figure
        .aggregate
        .or(figure.latest.map(|latest| latest.value))
}

/// What is expected by now, when that is not the target itself.
pub(super) fn expected_now(figure: &Figure) -> Option<f64> {
    let (expected, target) = figure.expected.zip(figure.target)?;
    ((expected - target).abs() > target.abs() * 1e-9).then_some(expected)
}

/// Where the way begins.
fn start(figure: &Figure) -> f64 {
    let from_nothing =
        figure.aggregation == Aggregation::Sum && figure.direction == Direction::Increase;
    match (figure.baseline, figure.direction) {
        (Some(baseline), _) if !from_nothing => baseline,
        (_, Direction::Increase) => 0.0,
        (_, Direction::Decrease) => {
            let known = [shown(figure), figure.target, figure.baseline]
                .into_iter()
                .flatten();
            extent(known).map_or(0.0, |(_, high)| high * 1.25)
        }
    }
}

/// The values at which the state changes.
fn thresholds(figure: &Figure) -> Vec<f64> {
    let Some(expected) = figure.expected else {
        return Vec::new();
    };
    let shares = [figure.thresholds.alert, figure.thresholds.good]
        .into_iter()
        .filter(|share| *share > 0.0);
    let values = shares.map(|share| match figure.direction {
        Direction::Increase => expected * share,
        Direction::Decrease => expected / share,
    });
    values.collect()
}

/// All that the picture shows, start on the left; `None` when there is neither a value nor a target.
fn scale(figure: &Figure) -> Option<Scale> {
    let shown = [
        shown(figure),
        figure.target,
        figure.baseline,
        figure.expected,
    ]
    .into_iter()
    .flatten();
    let shown: Vec<f64> = shown.collect();
    if shown.is_empty() {
        return None;
    }
    let (low, high) = extent(shown.into_iter().chain([start(figure)]))?;
    let (left, right) = if figure.direction == Direction::Increase {
        (low, high)
    } else {
        (high, low)
    };
    // The flag of the pole needs some room when the target is the furthest of all.
    Some(Scale::new((left, MARGIN), (right, WIDTH - MARGIN - 10.0)))
}
