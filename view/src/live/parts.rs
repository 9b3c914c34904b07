//! The pages of a first picture that are not those of a frozen version: statements where the client has its
//! cards, and figures as a plain table.

use crate::{
    dashboard::{StateMark, category_class},
    dates, measures,
    words::use_words,
};
use dioxus::prelude::*;
use jalon_shared::{
    Axis, Content, EntityKind, Field, Objective, dashboard::Figure, indicator::Category,
};

/// From so many objectives on the client has a filter above them.
const WORTH_SORTING: usize = 3;

#[component]
pub(super) fn Objectives(axes: Vec<Axis>, objectives: Vec<Objective>) -> Element {
    let is_known = |objective: &Objective| axes.iter().any(|axis| Some(axis.id) == objective.axis);
    let loose: Vec<Objective> = objectives
        .iter()
        .filter(|objective| !is_known(objective))
        .cloned()
        .collect();
    rsx! {
        // Where the client has its filter.
        if objectives.len() >= WORTH_SORTING {
            div { class: "toolbar objectives-toolbar picture-tools", "aria-hidden": "true" }
        }
        div { class: "axes",
            for axis in axes.iter().cloned() {
                Group { key: "{axis.id}",
                    objectives: objectives.iter().filter(|objective| objective.axis == Some(axis.id)).cloned().collect::<Vec<_>>(),
                    axis: Some(axis),
                }
            }
            if !loose.is_empty() {
                Group { axis: None, objectives: loose }
            }
        }
    }
}

#[component]
fn Group(axis: Option<Axis>, objectives: Vec<Objective>) -> Element {
    let words = use_words();
    let hue = axis.as_ref().map_or_else(String::new, |axis| {
        format!("axis-{}", axis.color % Axis::COLORS)
    });
    let name = match &axis {
        Some(axis) if axis.label.trim().is_empty() => words.t("axis-unnamed"),
        Some(axis) => axis.label.trim().to_owned(),
        None => words.t("axis-none"),
    };
    let head = if axis.is_some() {
        "axis-head"
    } else {
        "axis-head is-none"
    };
    let project = axis.map(|axis| axis.project).unwrap_or_default();
    rsx! {
        section { class: "axis {hue}",
            header { class: head,
                span { class: "dot" }
                div { class: "axis-words",
                    h2 { {name} }
                    if !project.trim().is_empty() {
                        p { class: "hint", {project} }
                    }
                }
            }
            div { class: "cards",
                for objective in objectives {
                    article { key: "{objective.id}", class: "card objective",
                        div { class: "objective-main",
                            p { class: "statement",
                                if objective.statement.trim().is_empty() { {words.t("version-no-statement")} } else { {objective.statement.clone()} }
                            }
                            p { class: "hint", {words.choice(objective.status)} }
                        }
                    }
                }
            }
        }
    }
}

/// The indicators of each category with where they stand.
#[component]
pub(super) fn Figures(content: Content, figures: Vec<Figure>) -> Element {
    let words = use_words();
    let of = |category: Category| -> Vec<Figure> {
        let mine = figures.iter().filter(|figure| figure.category == category);
        mine.cloned().collect()
    };
    let label = |field: &Field| words.field(EntityKind::Indicator, field);
    rsx! {
        for category in Category::ALL.into_iter().filter(|category| !of(*category).is_empty()) {
            section { key: "{category:?}", class: "grid-section {category_class(category)}",
                header { class: "section-head",
                    h2 { class: "grid-title", span { class: "dot" } {words.choice(category)} }
                }
                div { class: "table-wrap",
                    table { class: "table",
                        caption { class: "visually-hidden", {words.choice(category)} }
                        thead {
                            tr {
                                th { scope: "col", {words.kind(EntityKind::Indicator)} }
                                th { scope: "col", class: "number", {label(&Field::BaselineValue)} }
                                th { scope: "col", class: "number", {label(&Field::TargetValue)} }
                                th { scope: "col", class: "number", {words.t("version-result")} }
                                th { scope: "col", {words.t("version-state")} }
                            }
                        }
                        tbody {
                            for figure in of(category) {
                                Line { key: "{figure.indicator}", figure }
                            }
                        }
                    }
                }
            }
        }
        if content.indicators.is_empty() {
            p { class: "hint", {words.t("version-no-indicator")} }
        }
    }
}

#[component]
fn Line(figure: Figure) -> Element {
    let words = use_words();
    let say = |value: Option<f64>| {
        value.map_or_else(
            || "–".to_owned(),
            |value| measures::of_figure(words, &figure, value),
        )
    };
    let latest = figure.latest;
    rsx! {
        tr {
            th { scope: "row", {figure.name.clone()} }
            td { class: "number", {say(figure.baseline)} }
            td { class: "number", {say(figure.target)} }
            td { class: "number",
                {say(latest.map(|point| point.value))}
                if let Some(point) = latest {
                    span { class: "under", {dates::period(words, point.period)} }
                }
            }
            td { StateMark { state: figure.state } }
        }
    }
}
