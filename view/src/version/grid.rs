//! The grid of a frozen version: where each indicator stands, category by category, then its sheet in full.

use super::{
    pieces,
    sheet::{Sheet, SheetProps},
};
use crate::{
    args,
    dashboard::{StateMark, category_class},
    dates, measures, numbers,
    words::{Words, use_words},
};
use dioxus::prelude::*;
use jalon_shared::{
    EntityKind, Field, Indicator, IndicatorId, Period, dashboard::Figure, indicator::Category,
    version::Sealed,
};
use std::{collections::HashMap, sync::Arc};

#[component]
pub fn Grid(sealed: Arc<Sealed>) -> Element {
    let words = use_words();
    let (content, figures) = (&sealed.version.content, &sealed.version.dashboard.figures);
    if figures.is_empty() {
        return rsx! { p { class: "hint", {words.t("version-no-indicator")} } };
    }
    let indicators = content.indicators.iter();
    let indicators: HashMap<IndicatorId, &Indicator> = indicators
        .map(|indicator| (indicator.id, indicator))
        .collect();
    let mut objectives: HashMap<IndicatorId, Vec<String>> = HashMap::new();
    for objective in &content.objectives {
        for id in &objective.indicators {
            let statements = objectives.entry(*id).or_default();
            statements.push(objective.statement.clone());
        }
    }
    let groups = Category::ALL.map(|category| {
        let figures = figures.iter();
        let figures = figures.filter(|figure| figure.category == category);
        let sheets = figures.filter_map(|figure| {
            let indicator = Indicator::clone(indicators.get(&figure.indicator)?);
            let objectives = objectives.get(&indicator.id).cloned().unwrap_or_default();
            Some(SheetProps {
                indicator,
                objectives,
            })
        });
        (category, sheets.collect::<Vec<_>>())
    });
    rsx! {
        for (category, sheets) in groups {
            if !sheets.is_empty() {
                div { class: "category-group {category_class(category)}",
                    h3 { class: "category-title", {words.choice(category)} }
                    Summary { sealed: sealed.clone(), category }
                    div { class: "sheets", dangerous_inner_html: pieces::components(words.language(), Sheet, &sheets) }
                }
            }
        }
    }
}

/// Where the indicators of a category stand.
#[component]
fn Summary(sealed: Arc<Sealed>, category: Category) -> Element {
    let words = use_words();
    let caption = words.choice(category);
    let figures = sealed.version.dashboard.figures.iter();
    let figures = figures.filter(|figure| figure.category == category);
    let rows: Vec<RowProps> = figures
        .map(|figure| RowProps {
            figure: Figure {
                series: Vec::new(), // no row says it
                ..figure.clone()
            },
        })
        .collect();
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
                tbody { dangerous_inner_html: pieces::components(words.language(), Row, &rows) }
            }
        }
    }
}

#[component]
fn Row(figure: Figure) -> Element {
    let words = use_words();
    let figure = &figure;
    rsx! {
        tr {
            th { scope: "row",
                a { href: "#indicator-{figure.indicator}", {figure.name.clone()} }
            }
            td { class: "number", {dated(words, figure, figure.baseline, figure.baseline_period)} }
            td { class: "number", {dated(words, figure, figure.target, figure.target_period)} }
            td { class: "number",
                {value(words, figure, figure.aggregate)}
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
                        {words.t_with("version-of-expected", args![value => value(words, figure, Some(expected))])}
                    }
                }
            }
            td { StateMark { state: figure.state } }
        }
    }
}

fn dated(words: Words, figure: &Figure, value: Option<f64>, period: Option<Period>) -> Element {
    rsx! {
        {self::value(words, figure, value)}
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
