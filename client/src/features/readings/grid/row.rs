//! A row of the grid: the name of an indicator, its cells, and what they come to. What is selected comes down from
//! here, so that moving about draws two rows anew and a value one cell.

use super::{Grid, cell::GridCell, spot_name};
use crate::{
    features::readings::{board::name_of, place::Place, shown::in_words, table::Total},
    session::{Watch, use_watch},
};
use dioxus::prelude::*;
use jalon_shared::{IndicatorId, Period, indicator::Category, rules::progress};
use jalon_view::{args, dates, words::use_words};

/// What of the selection lies in a row.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Lit {
    /// The columns that are selected.
    selected: Option<(usize, usize)>,
    /// The columns that a selection is being drawn out to.
    filled: Option<(usize, usize)>,
    /// The column that the keyboard is in.
    active: Option<usize>,
    editing: bool,
    /// The column at whose corner the selection is drawn out.
    corner: Option<usize>,
}

impl Grid {
    /// Reactive.
    fn lit(self, id: IndicatorId) -> Lit {
        let (order, columns) = (self.order.read(), *self.columns.read());
        let selection = *self.selection.read();
        let Some(row) = order.row_of(id) else {
            return Lit::default();
        };
        let is_active = selection.active.line == Some(id);
        let rect = selection.rect(&order, columns);
        let here = rect.filter(|rect| (rect.top..=rect.bottom).contains(&row));
        let filled = self
            .filling
            .read()
            .filter(|rect| (rect.top..=rect.bottom).contains(&row));
        let editing = self.editing.read();
        let is_editing = editing
            .as_ref()
            .is_some_and(|editing| editing.place.indicator == id);
        Lit {
            selected: here.map(|rect| (rect.left, rect.right)),
            filled: filled.map(|rect| (rect.left, rect.right)),
            active: is_active.then_some(selection.active.column),
            editing: is_editing,
            corner: here
                .filter(|rect| rect.bottom == row)
                .map(|rect| rect.right),
        }
    }
}

#[component]
pub(super) fn GridRow(
    id: IndicatorId,
    number: usize,
    category: Category,
    says_category: bool,
) -> Element {
    let words = use_words();
    let grid = use_context::<Grid>();
    let indicator = use_watch(Watch::Entity(id.into()), move |workspace| {
        workspace.indicator(id)
    });
    let lit = use_memo(move || grid.lit(id));
    let columns = *grid.columns.read();
    let read = indicator.read();
    let Some(known) = read.as_ref() else {
        return rsx! {};
    };
    let lit = lit();
    let frequency = known.frequency;
    let total = columns.total();
    let is_in = |range: Option<(usize, usize)>, first: usize, last: usize| {
        range.is_some_and(|(left, right)| first <= right && last >= left)
    };
    let tab = |column: usize| {
        if lit.active == Some(column) {
            "0"
        } else {
            "-1"
        }
    };
    let hue = super::table::hue(category);
    rsx! {
        tr { class: "grid-line {hue}", role: "row", "aria-rowindex": number,
            th { class: "grid-name", role: "rowheader", scope: "row", "aria-colindex": 1,
                "data-spot": spot_name(Some(id), 0), tabindex: tab(0),
                "data-lit": is_in(lit.selected, 0, 0),
                div { class: "grid-name-inner",
                    span { class: "grid-name-text", title: known.name.clone(), {name_of(words, known)} }
                    if says_category { span { class: "visually-hidden", ", " {words.choice(category)} } }
                    span { class: "grid-name-more",
                        if !known.unit.trim().is_empty() { span { class: "readings-unit", {known.unit.clone()} } }
                        Also { id, year: columns.timeline.year, indicator }
                    }
                }
            }
            for span in columns.timeline.cells(frequency) {
                {
                    let first = 1 + usize::from(span.period.number() - 1) * span.columns;
                    let last = first + span.columns - 1;
                    let is_active = lit.active.is_some_and(|column| (first..=last).contains(&column));
                    rsx! {
                        GridCell { key: "{span.period}", place: Place { indicator: id, period: span.period },
                            first, columns: span.columns, indicator,
                            is_active, is_editing: is_active && lit.editing,
                            is_selected: is_in(lit.selected, first, last),
                            is_filled: is_in(lit.filled, first, last),
                            has_corner: lit.corner.is_some_and(|column| (first..=last).contains(&column)) }
                    }
                }
            }
            td { class: "grid-total", role: "gridcell", "aria-colindex": total + 1, "aria-readonly": true,
                "data-spot": spot_name(Some(id), total), tabindex: tab(total),
                "aria-selected": is_in(lit.selected, total, total),
                "data-lit": is_in(lit.selected, total, total),
                RowTotal { id }
            }
        }
    }
}

/// What the readings of an indicator come to. It alone is drawn again when one of them changes.
#[component]
fn RowTotal(id: IndicatorId) -> Element {
    let watch = Watch::Any(vec![Watch::Entity(id.into()), Watch::Readings(id)]);
    let figure = use_watch(watch, move |workspace| {
        let indicator = workspace.indicator(id)?;
        let figure = progress::figure(&indicator, &workspace.readings(id));
        Some((figure, indicator.aggregation))
    });
    match figure.read().clone() {
        Some((figure, aggregation)) => rsx! {
            div { class: "grid-total-inner", Total { figure, aggregation } }
        },
        None => rsx! {},
    }
}

/// What was read in periods of another length: it counts, and has no cell of its own.
#[component]
fn Also(
    id: IndicatorId,
    year: i16,
    indicator: ReadSignal<Option<jalon_shared::Indicator>>,
) -> Element {
    let words = use_words();
    let mut open = use_context::<Grid>().open;
    let readings = use_watch(Watch::Readings(id), move |workspace| {
        let readings = workspace.readings(id).into_iter();
        readings
            .filter(|(period, _)| period.year() == year)
            .map(|(period, reading)| (period, reading.current.measure))
            .collect::<Vec<_>>()
    });
    let indicator = indicator.read();
    let Some(indicator) = indicator.as_ref() else {
        return rsx! {};
    };
    let also: Vec<(Period, String)> = readings
        .read()
        .iter()
        .filter(|(period, _)| period.frequency() != indicator.frequency)
        .map(|(period, measure)| (*period, in_words(measure, indicator, words)))
        .collect();
    if also.is_empty() {
        return rsx! {};
    }
    rsx! {
        span { class: "grid-also",
            {words.t("readings-also")}
            for (period, value) in also {
                button { key: "{period}", class: "link-button", r#type: "button", tabindex: -1,
                    aria_label: words.t_with("readings-details", args![indicator => name_of(words, indicator), period => dates::period(words, period)]),
                    onclick: move |_| open.set(Some(Place { indicator: id, period })),
                    {format!("{} · {value}", dates::period_short(words, period))}
                }
            }
        }
    }
}
