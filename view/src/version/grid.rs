//! The grid of a frozen version: where each indicator stands, category by category, then its sheet in full.

use super::sheet::Sheet;
use crate::{
    args,
    dashboard::{StateMark, category_class},
    dates, measures, numbers,
    words::{Words, use_words},
};
use dioxus::prelude::*;
use jalon_shared::{Content, EntityKind, Field, Period, dashboard::Figure, indicator::Category};

#[component]
pub fn Grid(content: Content, figures: Vec<Figure>) -> Element {
    let words = use_words();
    if figures.is_empty() {
        return rsx! { p { class: "hint", {words.t("version-no-indicator")} } };
    }
    let of = |category| -> Vec<Figure> {
        figures
            .iter()
            .filter(|figure| figure.category == category)
            .cloned()
            .collect()
    };
    rsx! {
        for category in Category::ALL {
            if !of(category).is_empty() {
                div { class: "category-group {category_class(category)}",
                    h3 { class: "category-title", {words.choice(category)} }
                    Summary { figures: of(category), caption: words.choice(category) }
                    div { class: "sheets",
                        for figure in of(category) {
                            if let Some(indicator) = content.indicator(figure.indicator) {
                                Sheet {
                                    key: "{figure.indicator}",
                                    indicator: indicator.clone(),
                                    objectives: content.objectives_of(figure.indicator).map(|objective| objective.statement.clone()).collect::<Vec<_>>(),
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

#[component]
fn Summary(figures: Vec<Figure>, caption: String) -> Element {
    let words = use_words();
    let label = |field: &Field| words.field(EntityKind::Indicator, field);
    rsx! {
        div { class: "table-wrap", tabindex: "0", role: "group", aria_label: caption.clone(),
            table { class: "table lined",
                caption { class: "visually-hidden", {caption.clone()} }
                thead {
                    tr {
                        th { scope: "col", {words.kind(EntityKind::Indicator)} }
                        th { scope: "col", class: "number", {label(&Field::BaselineValue)} }
                        th { scope: "col", class: "number", {label(&Field::TargetValue)} }
                        th { scope: "col", class: "number", {words.t("version-result")} }
                        th { scope: "col", class: "number", {words.t("version-progress")} }
                        th { scope: "col", {words.t("version-state")} }
                    }
                }
                tbody {
                    for figure in figures {
                        tr { key: "{figure.indicator}",
                            th { scope: "row",
                                a { href: "#indicator-{figure.indicator}", {figure.name.clone()} }
                            }
                            td { class: "number", Dated { figure: figure.clone(), value: figure.baseline, period: figure.baseline_period } }
                            td { class: "number", Dated { figure: figure.clone(), value: figure.target, period: figure.target_period } }
                            td { class: "number",
                                {value(words, &figure, figure.aggregate)}
                                if let Some(n) = figure.n {
                                    span { class: "under", {words.t_with("version-base", args![n => n as f64])} }
                                }
                                if figure.disputed {
                                    span { class: "under", {words.t("version-disputed")} }
                                }
                            }
                            td { class: "number",
                                {figure.progress.map_or_else(|| "–".to_owned(), |progress| numbers::percent(words, progress, 0))}
                                if let Some(expected) = figure.expected.filter(|expected| Some(*expected) != figure.target) {
                                    span { class: "under",
                                        {words.t_with("version-of-expected", args![value => value(words, &figure, Some(expected))])}
                                    }
                                }
                            }
                            td { StateMark { state: figure.state } }
                        }
                    }
                }
            }
        }
    }
}

#[component]
fn Dated(figure: Figure, value: Option<f64>, period: Option<Period>) -> Element {
    let words = use_words();
    rsx! {
        {self::value(words, &figure, value)}
        if let Some(period) = period.filter(|_| value.is_some()) {
            span { class: "under", {dates::period(words, period)} }
        }
    }
}

fn value(words: Words, figure: &Figure, value: Option<f64>) -> String {
    value.map_or_else(
        || "–".to_owned(),
        |value| measures::of_figure(words, figure, value),
    )
}
