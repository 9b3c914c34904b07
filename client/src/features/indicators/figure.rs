//! Where an indicator stands, in its sheet: the figure of the whole period, what is expected by now, and the
//! readings one by one.

use super::standing::share;
use crate::session::{Watch, use_watch};
use crate::ui::{Icon, Shape};
use dioxus::prelude::*;
use jalon_shared::{IndicatorId, indicator::Aggregation, rules::progress::figure};
use jalon_view::{
    args,
    dashboard::{ProgressBar, StateMark},
    dates, measures, numbers,
    words::use_words,
};

#[component]
pub(super) fn Standing(id: IndicatorId) -> Element {
    let words = use_words();
    let watch = Watch::Any(vec![Watch::Entity(id.into()), Watch::Readings(id)]);
    let read = use_watch(watch, move |workspace| {
        let indicator = workspace.indicator(id)?;
        let figure = figure(&indicator, &workspace.readings(id));
        Some((figure, indicator.aggregation))
    });
    let read = read.read();
    let Some((figure, aggregation)) = read.as_ref() else {
        return rsx! {};
    };
    if figure.series.is_empty() {
        return rsx! { p { class: "hint", {words.t("indicator-no-reading")} } };
    }
    let say = |value: f64| measures::of_figure(words, figure, value);
    let is_distribution = *aggregation == Aggregation::Distribution;
    rsx! {
        if figure.disputed {
            div { class: "note warning disputed", role: "note",
                Icon { shape: Shape::Warning }
                div {
                    strong { {words.t("indicator-disputed")} }
                    p { {words.t("indicator-disputed-hint")} }
                }
            }
        }
        div { class: "cluster standing",
            if let Some(aggregate) = figure.aggregate {
                div {
                    p { class: "display", {say(aggregate)} }
                    p { class: "hint",
                        {words.t("indicator-aggregate")}
                        if let Some(count) = figure.n { " · " {words.t_with("indicator-answers", args![count => count])} }
                    }
                }
            }
            div { class: "standing-progress",
                if let Some(progress) = figure.progress {
                    ProgressBar { progress: Some(progress), state: figure.state }
                    p { class: "hint", {share(words, progress)} }
                }
                StateMark { state: figure.state }
            }
        }
        dl { class: "definition",
            if let Some(expected) = figure.expected.filter(|expected| Some(*expected) != figure.target) {
                dt { {words.t("indicator-expected")} }
                dd { {say(expected)} }
            }
            if let Some(latest) = figure.latest {
                dt { {words.t("indicator-latest")} }
                dd { {format!("{} · {}", say(latest.value), dates::period(words, latest.period))} }
            }
        }
        details { class: "series",
            summary { {words.t("indicator-series")} }
            dl { class: "definition",
                for point in figure.series.iter() {
                    dt { key: "{point.period}", {dates::period(words, point.period)} }
                    dd { {say(point.value)} }
                }
                if is_distribution {
                    for level in figure.levels.iter() {
                        dt { key: "level-{level.level}", {words.t_with("indicator-level", args![level => level.level])} " · " {level.label.clone()} }
                        dd { {numbers::number(words, level.count as f64, 0)} }
                    }
                }
            }
        }
    }
}
