//! The objectives of a frozen version, axis by axis, with what was noted for each letter of SMART.

use super::pieces;
use crate::{
    args,
    dashboard::{StateShape, state_class},
    dates,
    html::escape,
    words::{Words, use_words},
};
use dioxus::prelude::*;
use jalon_shared::{
    Axis, AxisId, EntityKind, Field, IndicatorId, Objective, dashboard::State,
    objective::ObjectiveStatus, version::Sealed,
};
use std::collections::{HashMap, HashSet};

/// An indicator that shows whether an objective is reached.
#[derive(Debug, Clone, PartialEq)]
struct Linked {
    indicator: IndicatorId,
    name: String,
    state: State,
}

/// All of them, as HTML.
pub fn objectives(words: Words, sealed: &Sealed) -> String {
    let (content, figures) = (&sealed.version.content, &sealed.version.dashboard.figures);
    if content.objectives.is_empty() {
        let nothing = escape(&words.t("version-no-objective"));
        return format!("<p class=\"hint\">{nothing}</p>");
    }
    let known: HashSet<AxisId> = content.axes.iter().map(|axis| axis.id).collect();
    let places: HashMap<IndicatorId, usize> = (0..)
        .zip(figures)
        .map(|(place, figure)| (figure.indicator, place))
        .collect();
    // In the order of the grid.
    let linked = |objective: &Objective| -> Vec<Linked> {
        let places = objective.indicators.iter().filter_map(|id| places.get(id));
        let mut places: Vec<usize> = places.copied().collect();
        places.sort_unstable();
        let figures = places.into_iter().filter_map(|place| figures.get(place));
        figures
            .map(|figure| Linked {
                indicator: figure.indicator,
                name: figure.name.clone(),
                state: figure.state,
            })
            .collect()
    };
    let mut by_axis: HashMap<Option<AxisId>, Vec<ObjectiveSheetProps>> = HashMap::new();
    for objective in &content.objectives {
        let axis = objective.axis.filter(|axis| known.contains(axis));
        by_axis.entry(axis).or_default().push(ObjectiveSheetProps {
            linked: linked(objective),
            objective: objective.clone(),
        });
    }
    let axes = content.axes.iter().map(Some).chain([None]);
    let groups = axes.filter_map(|axis| Some((axis, by_axis.get(&axis.map(|axis| axis.id))?)));
    let groups: Vec<_> = groups.collect();
    pieces::drawn(&groups, |few| {
        let each = few.iter();
        each.map(|(axis, sheets)| {
            let sheets = pieces::components(words.language(), ObjectiveSheet, sheets);
            group(words, *axis, &sheets)
        })
        .collect()
    })
    .concat()
}

/// The sheets of an axis, or those of none, under its name.
fn group(words: Words, axis: Option<&Axis>, sheets: &str) -> String {
    let Some(axis) = axis else {
        let title = escape(&words.t("version-no-axis"));
        return format!(
            "<div class=\"axis-group\"><h3 class=\"axis-title\">{title}</h3>{sheets}</div>"
        );
    };
    let project = match axis.project.trim() {
        "" => String::new(),
        _ => {
            let project = words.t_with("version-project", args![project => axis.project.as_str()]);
            format!("<p class=\"hint\">{}</p>", escape(&project))
        }
    };
    format!(
        "<div class=\"axis-group axis-{}\"><h3 class=\"axis-title\">{}</h3>{project}{sheets}</div>",
        axis.color % Axis::COLORS,
        escape(&axis.label)
    )
}

#[component]
fn ObjectiveSheet(objective: Objective, linked: Vec<Linked>) -> Element {
    let words = use_words();
    let statement = match objective.statement.trim() {
        "" => words.t("version-no-statement"),
        statement => statement.to_owned(),
    };
    let status = match objective.status {
        ObjectiveStatus::Agreed => "good",
        ObjectiveStatus::Proposed => "accent",
        ObjectiveStatus::Draft => "unknown",
    };
    let rows = rows(words, &objective);
    rsx! {
        article { class: "objective-sheet card",
            p { class: "cluster", span { class: "chip {status}", {words.choice(objective.status)} } }
            h4 { class: "statement", {statement} }
            if !rows.is_empty() {
                dl { class: "definition",
                    for (label, text) in rows {
                        dt { {label} }
                        dd { {text} }
                    }
                }
            }
            if !linked.is_empty() {
                p { class: "label", {words.field(EntityKind::Objective, &Field::Indicators)} }
                ul { class: "linked",
                    for figure in linked {
                        li { key: "{figure.indicator}",
                            a { href: "#indicator-{figure.indicator}", {figure.name.clone()} }
                            span { class: "state {state_class(figure.state)}",
                                StateShape { state: figure.state }
                                {words.state(figure.state)}
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What was written, field by field; what was not is left out.
fn rows(words: Words, objective: &Objective) -> Vec<(String, String)> {
    let smart = &objective.smart;
    let texts = [
        (
            Field::ExpectedFor,
            objective
                .expected_for
                .map(|audience| words.choice(audience))
                .unwrap_or_default(),
        ),
        (Field::Specific, smart.specific.clone()),
        (Field::Measurable, smart.measurable.clone()),
        (Field::Achievable, smart.achievable.clone()),
        (Field::Relevant, smart.relevant.clone()),
        (Field::TimeBound, smart.time_bound.clone()),
        (Field::OwnerRole, objective.owner_role.clone()),
        (
            Field::DueDate,
            objective
                .due_date
                .map(|date| dates::date(words, date))
                .unwrap_or_default(),
        ),
    ];
    let written = texts
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty());
    written
        .map(|(field, text)| (words.field(EntityKind::Objective, &field), text))
        .collect()
}
