//! A row of the grid. Its cells are fields of one indicator; it is drawn again only when this one changes.

use super::{
    grid::Grid,
    standing::{Latest, Progress},
    tools::RowMenu,
};
use crate::field::{ChoiceField, NumberField, PeriodField, TextField};
use crate::session::{Watch, use_session, use_watch};
use crate::ui::DragHandle;
use dioxus::prelude::*;
use jalon_shared::{Field, Frequency, IndicatorId};
use jalon_view::words::use_words;

#[component]
pub(super) fn Row(
    id: IndicatorId,
    /// The indicators of the same category, in order, this one among them.
    neighbours: Vec<IndicatorId>,
) -> Element {
    let words = use_words();
    let session = use_session();
    let grid = use_context::<Grid>();
    let frequency = use_watch(Watch::Field(id.field(Field::Frequency)), move |workspace| {
        workspace.indicator(id).map(|indicator| indicator.frequency)
    });
    let Some(frequency) = frequency() else {
        return rsx! {};
    };
    let drop = grid.rows.class(id.uuid());
    let column = |name: &str| words.t(&format!("indicators-column-{name}"));
    rsx! {
        tr { class: "grid-row {drop}", id: "indicator-{id}", role: "row", aria_labelledby: "indicator-{id}-called", "data-sort-item": grid.rows.item(id.uuid()),
            th { class: "column-name", role: "rowheader", scope: "row", "data-column": "name",
                div { class: "name-cell",
                    if session.may_write() {
                        DragHandle { sorting: grid.rows, id: id.uuid() }
                    }
                    TextField {
                        field: id.field(Field::Name),
                        label: words.t("indicator-name"),
                        placeholder: words.t("indicator-name-placeholder"),
                        hide_label: true,
                        multiline: true,
                        rows: 1,
                        class: "bare grow",
                        id: "indicator-{id}-name",
                    }
                    Called { id }
                }
            }
            td { class: "column-unit", role: "cell", "data-column": "unit", "data-label": column("unit"),
                TextField {
                    field: id.field(Field::Unit),
                    label: words.t("indicator-unit"),
                    placeholder: words.t("indicator-unit-placeholder"),
                    hide_label: true,
                    multiline: true,
                    rows: 1,
                    class: "bare",
                }
            }
            Bound { id, name: "baseline", value: Field::BaselineValue, period: Field::BaselinePeriod }
            Bound { id, name: "target", value: Field::TargetValue, period: Field::TargetPeriod }
            td { class: "column-frequency", role: "cell", "data-column": "frequency", "data-label": column("frequency"),
                ChoiceField::<Frequency> {
                    field: id.field(Field::Frequency),
                    label: words.t("indicator-frequency"),
                    current: Some(frequency),
                    hide_label: true,
                    class: "bare",
                }
            }
            td { class: "column-source", role: "cell", "data-column": "source", "data-label": column("source"),
                TextField {
                    field: id.field(Field::Source),
                    label: words.t("indicator-source"),
                    hide_label: true,
                    multiline: true,
                    rows: 1,
                    class: "bare",
                }
            }
            td { class: "column-role", role: "cell", "data-column": "role", "data-label": column("role"),
                TextField {
                    field: id.field(Field::OwnerRole),
                    label: words.t("indicator-role"),
                    hide_label: true,
                    multiline: true,
                    rows: 1,
                    class: "bare",
                }
            }
            td { class: "column-latest", role: "cell", "data-label": column("latest"), Latest { id } }
            td { class: "column-progress", role: "cell", "data-label": column("progress"), Progress { id } }
            td { class: "column-actions", role: "cell", RowMenu { id, neighbours } }
        }
    }
}

/// The name of a row, for whoever hears it. It alone is drawn again while somebody writes the name.
#[component]
fn Called(id: IndicatorId) -> Element {
    let words = use_words();
    let name = use_watch(Watch::Field(id.field(Field::Name)), move |workspace| {
        workspace.text(&id.field(Field::Name)).unwrap_or_default()
    });
    let name = name.read();
    let name = name.trim();
    rsx! {
        span { id: "indicator-{id}-called", hidden: true,
            if name.is_empty() { {words.t("readings-indicator-unnamed")} } else { "{name}" }
        }
    }
}

/// A value and its period in one cell.
#[component]
fn Bound(id: IndicatorId, name: &'static str, value: Field, period: Field) -> Element {
    let words = use_words();
    rsx! {
        td { class: "column-{name}", role: "cell", "data-column": name, "data-label": words.t(&format!("indicators-column-{name}")),
            NumberField {
                field: id.field(value),
                label: words.t(&format!("indicator-{name}")),
                hide_label: true,
                class: "bare",
            }
            PeriodField {
                field: id.field(period),
                label: words.t(&format!("indicator-{name}-period")),
                hide_label: true,
                class: "bare bound-period",
                short: true,
            }
        }
    }
}
