//! Where an indicator stands, in the grid: its latest reading, and how far it is from its target.

use crate::session::{Watch, use_watch};
use crate::ui::{Icon, Shape};
use dioxus::prelude::*;
use jalon_shared::{
    IndicatorId,
    dashboard::{Point, State},
    indicator::Aggregation,
    rules::progress::figure,
};
use jalon_view::{
    args,
    dashboard::{ProgressBar, StateMark},
    dates, numbers,
    words::{Words, use_words},
};

/// The part of a figure that the grid shows.
#[derive(Clone, PartialEq)]
struct Standing {
    latest: Option<Point>,
    is_ratio: bool,
    is_sum: bool,
    decimals: u8,
    progress: Option<f64>,
    /// What is expected by now, where that is not the whole target.
    expected: Option<f64>,
    state: State,
    has_target: bool,
    disputed: bool,
}

fn use_standing(id: IndicatorId) -> ReadSignal<Option<Standing>> {
    let watch = Watch::Any(vec![Watch::Entity(id.into()), Watch::Readings(id)]);
    use_watch(watch, move |workspace| {
        let indicator = workspace.indicator(id)?;
        let figure = figure(&indicator, &workspace.readings(id));
        let is_mean = indicator.aggregation != Aggregation::Sum;
        Some(Standing {
            latest: figure.latest,
            is_sum: !is_mean,
            is_ratio: indicator.aggregation == Aggregation::Ratio,
            // A mean or a share that was computed is seldom whole.
            decimals: if is_mean {
                indicator.decimals.max(1)
            } else {
                indicator.decimals
            },
            progress: figure.progress,
            expected: figure
                .expected
                .filter(|expected| Some(*expected) != figure.target),
            state: figure.state,
            has_target: figure.target.is_some(),
            disputed: figure.disputed,
        })
    })
}

/// The value alone: its unit stands in a column of its own.
fn value_of(words: Words, value: f64, standing: &Standing) -> String {
    if standing.is_ratio {
        numbers::percent(words, value / 100.0, standing.decimals)
    } else {
        let decimals = if standing.is_sum {
            numbers::digits(value, standing.decimals)
        } else {
            standing.decimals
        };
        numbers::number(words, value, decimals)
    }
}

#[component]
pub(super) fn Latest(id: IndicatorId) -> Element {
    let words = use_words();
    let standing = use_standing(id);
    let standing = standing.read();
    let Some(standing) = standing.as_ref() else {
        return rsx! {};
    };
    rsx! {
        match standing.latest {
            Some(point) => rsx! {
                span { class: "latest-value", {value_of(words, point.value, standing)} }
                span { class: "latest-period", {dates::period_short(words, point.period)} }
            },
            None => rsx! { span { class: "hint", {words.t("indicator-no-reading")} } },
        }
        if standing.disputed {
            span { class: "chip on-the-way", title: words.t("indicator-disputed-hint"),
                Icon { shape: Shape::Warning }
                {words.t("indicator-disputed-short")}
            }
        }
    }
}

#[component]
pub(super) fn Progress(id: IndicatorId) -> Element {
    let words = use_words();
    let standing = use_standing(id);
    let standing = standing.read();
    let Some(standing) = standing.as_ref() else {
        return rsx! {};
    };
    match standing.progress {
        Some(progress) => rsx! {
            ProgressBar { progress: Some(progress), state: standing.state }
            span { class: "progress-word", aria_hidden: true, {words.state(standing.state)} }
            if let Some(expected) = standing.expected {
                span { class: "progress-word", aria_hidden: true,
                    {words.t_with("indicator-expected-now", args![value => numbers::short(words, expected, standing.decimals.max(1))])}
                }
            }
        },
        None if !standing.has_target => {
            rsx! { span { class: "hint", {words.t("indicator-no-target")} } }
        }
        None if standing.latest.is_none() => rsx! { span { class: "hint", "–" } },
        None => rsx! { StateMark { state: standing.state } },
    }
}

/// A share of the target in words.
pub(super) fn share(words: Words, progress: f64) -> String {
    words.t_with(
        "indicator-progress-of",
        args![percent => numbers::percent(words, progress, 0)],
    )
}
