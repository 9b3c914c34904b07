//! The readings on a phone: a card for each indicator, by category, with a cell for each period, the current one first,
//! and where it stands at the end. Each cell carries the name of its period.

use super::{
    board::{Board, Line, name_of},
    cell::{AmountCell, OpenCell},
    place::Place,
    shown::in_words,
    timeline::{Timeline, newest_first},
};
use crate::session::{Watch, use_watch};
use dioxus::prelude::*;
use jalon_shared::{
    IndicatorId, Measure, Period,
    dashboard::Figure,
    indicator::{Aggregation, Category},
    rules::progress,
};
use jalon_view::{
    args,
    dashboard::ProgressBar,
    dates, measures,
    words::{Words, use_words},
};
use std::rc::Rc;

#[component]
pub(super) fn Table(lines: Vec<Line>, timeline: Timeline) -> Element {
    let words = use_words();
    let columns = timeline.columns();
    rsx! {
        div { class: "table-wrap readings-wrap", tabindex: 0, role: "region",
            aria_label: words.t_with("readings-table", args![year => timeline.year.to_string()]),
            table { class: "readings-table", role: "table",
                caption { class: "visually-hidden", {words.t_with("readings-table", args![year => timeline.year.to_string()])} }
                for category in Category::ALL {
                    if lines.iter().any(|line| line.category == category) {
                        tbody { key: "{category:?}", class: category_class(category), role: "rowgroup",
                            tr { class: "readings-category", role: "row",
                                th { role: "rowheader", scope: "rowgroup", colspan: columns.len() + 2,
                                    span { class: "readings-category-label", {words.choice(category)} }
                                }
                            }
                            for (index, line) in lines.iter().enumerate().filter(|(_, line)| line.category == category) {
                                Row { key: "{line.id}", id: line.id, index, timeline }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The month alone: its year stands above the table.
pub(super) fn month_name(words: Words, period: Period) -> String {
    words.t(&format!("month-short-{}", period.number()))
}

fn category_class(category: Category) -> &'static str {
    match category {
        Category::Activity => "activity",
        Category::PerceivedQuality => "quality",
        Category::Impact => "impact",
    }
}

#[component]
fn Row(id: IndicatorId, index: usize, timeline: Timeline) -> Element {
    let words = use_words();
    let Board { mut open, today } = use_context::<Board>();
    let watch = Watch::Any(vec![Watch::Entity(id.into()), Watch::Readings(id)]);
    let read = use_watch(watch, move |workspace| {
        Some((workspace.indicator(id)?, workspace.readings(id)))
    });
    let Some((indicator, readings)) = read.read().clone() else {
        return rsx! {};
    };
    let figure = progress::figure(&indicator, &readings);
    let name = name_of(words, &indicator);
    let also: Vec<(Period, String)> = readings
        .iter()
        .filter(|(period, _)| {
            period.year() == timeline.year && period.frequency() != indicator.frequency
        })
        .map(|(period, reading)| {
            (
                *period,
                in_words(&reading.current.measure, &indicator, words),
            )
        })
        .collect();
    let cells = newest_first(timeline.cells(indicator.frequency), today);
    let indicator = Rc::new(indicator);
    rsx! {
        tr { class: "readings-row", role: "row",
            th { class: "readings-name", role: "rowheader", scope: "row",
                "{name}"
                if !indicator.unit.trim().is_empty() { span { class: "readings-unit", {indicator.unit.clone()} } }
                if !also.is_empty() {
                    span { class: "readings-also",
                        {words.t("readings-also")}
                        for (period, value) in also {
                            button { key: "{period}", class: "link-button", r#type: "button",
                                onclick: move |_| open.set(Some(Place { indicator: id, period })),
                                {format!("{} · {value}", dates::period_short(words, period))}
                            }
                        }
                    }
                }
            }
            for cell in cells {
                {
                    let reading = readings.get(&cell.period).cloned();
                    let place = Place { indicator: id, period: cell.period };
                    let types_here = indicator.aggregation == Aggregation::Sum
                        && reading.as_ref().is_none_or(|reading| matches!(reading.current.measure, Measure::Amount { .. }));
                    if types_here {
                        rsx! { AmountCell { key: "{cell.period}", place, columns: cell.columns, indicator: indicator.clone(), reading, row: index } }
                    } else {
                        rsx! { OpenCell { key: "{cell.period}", place, columns: cell.columns, indicator: indicator.clone(), reading, row: index } }
                    }
                }
            }
            td { class: "readings-total", role: "cell", Total { figure, aggregation: indicator.aggregation } }
        }
    }
}

/// Where an indicator stands at this moment, and what it aims at.
#[component]
pub(super) fn Total(figure: Figure, aggregation: Aggregation) -> Element {
    let words = use_words();
    // The unit stands with the name, but for percentages.
    let say = |value: f64| measures::of_figure_alone(words, &figure, value);
    let now = figure.aggregate.map_or_else(|| "–".to_owned(), say);
    let target = figure.target.map(say);
    let aim = match (&target, figure.target_period) {
        (Some(target), Some(period)) => {
            let target = words.t_with("readings-target", args![value => target.clone()]);
            format!("{target} · {}", dates::period_short(words, period))
        }
        (Some(target), None) => words.t_with("readings-target", args![value => target.clone()]),
        (None, _) => words.t("readings-no-target"),
    };
    let expected = figure
        .expected
        .filter(|expected| Some(*expected) != figure.target);
    rsx! {
        div { class: "readings-total-head",
            span { class: "readings-total-figure", title: now.clone(), "{now}" }
            // The period of the target says of which readings the figure is made.
            span { class: "readings-total-line", " {aim}" }
        }
        if figure.aggregate.is_some() && figure.target.is_some() {
            ProgressBar { progress: figure.progress, state: figure.state }
        }
        if let Some(expected) = expected {
            span { class: "readings-total-line",
                {words.t_with("readings-expected", args![value => say(expected)])}
            }
        }
    }
}
