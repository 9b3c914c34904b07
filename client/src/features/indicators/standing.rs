//! Where an indicator stands, in the grid: its latest reading, and how far it is from its target.

use crate::session::{Watch, use_watch};
use crate::ui::{Icon, Shape};
use dioxus::prelude::*;
use jalon_shared::{IndicatorId, dashboard::Figure, rules::progress::figure};
use jalon_view::{
    args,
    dashboard::{ProgressBar, StateMark},
    dates, measures, numbers,
    words::{Words, use_words},
};

fn use_figure(id: IndicatorId) -> ReadSignal<Option<Figure>> {
    let watch = Watch::Any(vec![Watch::Entity(id.into()), Watch::Readings(id)]);
    use_watch(watch, move |workspace| {
        let indicator = workspace.indicator(id)?;
        Some(figure(&indicator, &workspace.readings(id)))
    })
}

#[component]
pub(super) fn Latest(id: IndicatorId) -> Element {
    let words = use_words();
    let figure = use_figure(id);
    let figure = figure.read();
    let Some(figure) = figure.as_ref() else {
        return rsx! {};
    };
    rsx! {
        match figure.latest {
            Some(point) => rsx! {
                span { class: "latest-value", {measures::of_figure_alone(words, figure, point.value)} }
                span { class: "latest-period", {dates::period_short(words, point.period)} }
            },
            None => rsx! { span { class: "hint", {words.t("indicator-no-reading")} } },
        }
        if figure.disputed {
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
    let figure = use_figure(id);
    let figure = figure.read();
    let Some(figure) = figure.as_ref() else {
        return rsx! {};
    };
    match figure.progress {
        Some(progress) => rsx! {
            ProgressBar { progress: Some(progress), state: figure.state }
            span { class: "progress-word", aria_hidden: true, {words.state(figure.state)} }
            if let Some(expected) = figure.expected.filter(|expected| Some(*expected) != figure.target) {
                span { class: "progress-word", aria_hidden: true,
                    {words.t_with("indicator-expected-now", args![value => measures::of_figure_alone(words, figure, expected)])}
                }
            }
        },
        None if figure.target.is_none() => {
            rsx! { span { class: "hint", {words.t("indicator-no-target")} } }
        }
        None if figure.latest.is_none() => rsx! { span { class: "hint", "–" } },
        None => rsx! { StateMark { state: figure.state } },
    }
}

/// A share of the target in words.
pub(super) fn share(words: Words, progress: f64) -> String {
    words.t_with(
        "indicator-progress-of",
        args![percent => numbers::percent(words, progress, 0)],
    )
}
