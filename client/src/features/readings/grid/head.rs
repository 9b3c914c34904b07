//! The head of the grid: the names of its columns, by which it is sorted, and their widths.

use super::{Grid, spot_name, widths::Separator};
use crate::{
    features::readings::{board::Board, layout::SortBy, table::month_name},
    ui::{Icon, Shape},
};
use dioxus::prelude::*;
use jalon_shared::{Frequency, Period};
use jalon_view::{dates, words::use_words};

#[component]
pub(super) fn GridHead() -> Element {
    let words = use_words();
    let grid = use_context::<Grid>();
    let today = use_context::<Board>().today;
    let columns = *grid.columns.read();
    let (timeline, total) = (columns.timeline, columns.total());
    let groups = timeline.groups();
    let active = use_memo(move || {
        let active = grid.selection.read().active;
        active.line.is_none().then_some(active.column)
    });
    let tab = |column: usize| if active() == Some(column) { "0" } else { "-1" };
    let rows = if groups.is_empty() { 1 } else { 2 };
    let is_now = |period: Period| {
        Period::containing(today.year, today.month, Frequency::Monthly)
            .is_some_and(|month| period.contains(month))
    };
    let months = timeline.columns().into_iter().enumerate().map(|(index, period)| {
        let (column, month) = (index + 1, !groups.is_empty());
        let name = if month { month_name(words, period) } else { dates::period_short(words, period) };
        let class = match (month, is_now(period)) {
            (true, true) => "readings-month is-now",
            (true, false) => "readings-month",
            (false, true) => "is-now",
            (false, false) => "",
        };
        rsx! {
            th { key: "{period}", class, role: "columnheader", scope: "col", "aria-colindex": column + 1,
                // The line at its end has words of its own, which are not part of its name.
                aria_label: dates::period(words, period),
                "data-spot": spot_name(None, column), tabindex: tab(column),
                "{name}"
                Separator { column, name: dates::period(words, period) }
            }
        }
    });
    let months: Vec<Element> = months.collect();
    rsx! {
        thead { role: "rowgroup",
            tr { role: "row", "aria-rowindex": 1,
                SortHead { column: 0, by: SortBy::Name, name: words.t("readings-indicator"), rows, class: "grid-name", is_active: active() == Some(0) }
                if groups.is_empty() {
                    {months.clone().into_iter()}
                } else {
                    for (index, group) in groups.clone().into_iter().enumerate() {
                        th { key: "{group.period}", class: "grid-group", role: "columnheader", scope: "colgroup", colspan: group.columns,
                            "aria-colindex": 2 + index * group.columns,
                            {dates::period_short(words, group.period)}
                        }
                    }
                }
                SortHead { column: total, by: SortBy::Standing, name: words.t("readings-to-date"), rows, class: "grid-total", is_active: active() == Some(total) }
            }
            if !groups.is_empty() {
                tr { role: "row", "aria-rowindex": 2, {months.into_iter()} }
            }
        }
    }
}

/// A head by which rows are sorted: one way, the other way, and back to the order that everybody shares.
#[component]
fn SortHead(
    column: usize,
    by: SortBy,
    name: String,
    rows: usize,
    class: &'static str,
    is_active: bool,
) -> Element {
    let mut grid = use_context::<Grid>();
    let view = grid.kept.read().view.clone();
    let sorted = view.sort == by;
    let direction = match (sorted, view.descending) {
        (false, _) => "none",
        (true, false) => "ascending",
        (true, true) => "descending",
    };
    rsx! {
        th { class, role: "columnheader", scope: "col", rowspan: rows, "aria-colindex": column + 1, "aria-sort": direction, aria_label: name.clone(),
            "data-spot": spot_name(None, column), tabindex: if is_active { "0" } else { "-1" },
            button { class: "grid-sort", r#type: "button", tabindex: -1,
                onclick: move |_| {
                    let mut kept = grid.kept.write();
                    let view = &mut kept.view;
                    // What is reached most is looked for first.
                    let first = by == SortBy::Standing;
                    if view.sort != by {
                        (view.sort, view.descending) = (by, first);
                    } else if view.descending == first {
                        view.descending = !first;
                    } else {
                        (view.sort, view.descending) = (SortBy::Category, false);
                    }
                },
                "{name}"
                if sorted {
                    Icon { shape: if view.descending { Shape::Down } else { Shape::Up } }
                }
            }
            Separator { column, name: name.clone() }
        }
    }
}
