//! What tells something: chips, marks, people, notes, tables, and the grid of readings.

use super::{sample::MISSED, specimen::Specimen};
use crate::{
    features::{
        readings::ReadingsTable,
        since::{ChangedMark, ChangedWithin},
    },
    session::use_session,
    ui::initials,
};
use dioxus::prelude::*;
use jalon_shared::{Field, dashboard::State, indicator::Category};
use jalon_view::{
    dashboard::{CategoryChip, ProgressBar, StateMark, StateShape},
    words::use_words,
};

const STATES: [(State, f64); 3] = [
    (State::Good, 1.08),
    (State::OnTheWay, 0.72),
    (State::Gap, 0.31),
];

#[component]
pub(super) fn Data() -> Element {
    let words = use_words();
    let session = use_session();
    rsx! {
        div { class: "specimens",
            Specimen { shows: "CategoryChip", caption: words.t("design-chips"),
                div { class: "cluster",
                    span { class: "chip", {words.t("design-chip")} }
                    span { class: "chip accent", {words.t("role-contributor")} }
                    span { class: "chip pole", {words.t("design-chip")} }
                    for category in [Category::Activity, Category::PerceivedQuality, Category::Impact] {
                        CategoryChip { category }
                    }
                    for axis in 0..6 {
                        span { key: "{axis}", class: "chip axis-{axis}", span { class: "dot", "aria-hidden": "true" } {words.t("design-axis")} }
                    }
                    span { class: "badge", "12" }
                }
            }
            Specimen { shows: "StateMark StateShape ProgressBar", caption: words.t("design-marks"),
                div { class: "cluster",
                    for (state, _) in STATES { StateMark { state } }
                    StateMark { state: State::Unknown }
                    span { class: "chip good", StateShape { state: State::Good } {words.state(State::Good)} }
                    span { class: "chip gap", StateShape { state: State::Gap } {words.state(State::Gap)} }
                    span { class: "chip on-the-way", StateShape { state: State::OnTheWay } {words.state(State::OnTheWay)} }
                    span { class: "chip unknown", StateShape { state: State::Unknown } {words.state(State::Unknown)} }
                }
                for (state, progress) in STATES { ProgressBar { progress, state } }
                ProgressBar { progress: None, state: State::Unknown }
            }
            Specimen { shows: "ChangedMark ChangedWithin", caption: words.t("design-changed"),
                p { class: "row", ChangedMark { path: MISSED.field(Field::Definition).to_string() } {words.t("design-changed-field")} }
                p { class: "row", ChangedWithin { entity: MISSED.into() } {words.t("design-changed-card")} }
            }
            Specimen { shows: "", caption: words.t("design-people"),
                div { class: "cluster",
                    for (color, name) in ["Inès", "Karim", "Zoé", "Maël", "Ada", "Bruno", "Lou", "Noé"].into_iter().enumerate() {
                        span { key: "{color}", class: "avatar presence-{color}", title: name, {initials(name)} }
                    }
                }
            }
            Specimen { shows: "", caption: words.t("design-notes"),
                for (class, key) in [
                    ("note", "design-note"), ("note good", "design-note-good"), ("note warning", "design-note-warning"),
                    ("note gap", "design-note-gap"), ("note danger", "design-note-danger"),
                ] {
                    p { key: "{key}", class, {words.t(key)} }
                }
            }
            Specimen { shows: "", caption: words.t("design-surfaces"),
                div { class: "card", {words.t("design-surface-card")} }
                div { class: "panel",
                    div { class: "panel-head", h3 { {words.t("design-surface-panel")} } }
                    div { class: "panel-body", p { {words.t("design-sample-text")} } }
                }
            }
            Specimen { shows: "", caption: words.t("design-table"), wide: true,
                div { class: "table-wrap", tabindex: "0", role: "group", aria_label: words.t("design-table"),
                    table { class: "table",
                        caption { {words.t("design-table")} }
                        thead { tr {
                            th { scope: "col", {words.t("nav-indicators")} }
                            th { scope: "col", class: "number", {words.t("dashboard-value")} }
                        } }
                        tbody {
                            for (key, value) in [("design-sample-met", "89"), ("design-sample-on-the-way", "85"), ("design-sample-unread", "–")] {
                                tr { key: "{key}", th { scope: "row", {words.t(key)} } td { class: "number", {value} } }
                            }
                        }
                    }
                }
            }
            Specimen { shows: "ReadingsTable", caption: words.t("design-grid"), wide: true,
                ReadingsTable { id: session.workspace_id(), is_part: true }
            }
        }
    }
}
