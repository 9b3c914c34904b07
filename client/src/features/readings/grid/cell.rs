//! A cell of the grid: what it holds, or the box in which it is typed. It follows its own reading and nothing else.

use super::{Grid, editor::Editor, spot_name};
use crate::{
    features::readings::{
        board::Board,
        cell::{Corner, cell_class, cell_name},
        place::Place,
        shown::shown,
    },
    field::PresenceMark,
    session::{Watch, use_session, use_watch},
};
use dioxus::prelude::*;
use jalon_shared::{Indicator, Measure, Subject, indicator::Aggregation};
use jalon_view::{args, words::use_words};
use std::rc::Rc;

#[component]
pub(super) fn GridCell(
    place: Place,
    /// The first column that it lies over, and how many.
    first: usize,
    columns: usize,
    indicator: ReadSignal<Option<Indicator>>,
    is_active: bool,
    is_editing: bool,
    is_selected: bool,
    is_filled: bool,
    has_corner: bool,
) -> Element {
    let words = use_words();
    let session = use_session();
    let grid = use_context::<Grid>();
    let today = use_context::<Board>().today;
    let about = Subject::Cell(place.indicator, place.period);
    let watch = vec![
        Watch::Reading(place.indicator, place.period),
        Watch::Talk(about),
    ];
    let held = use_watch(Watch::Any(watch), move |workspace| {
        let reading = workspace.reading(place.indicator, place.period);
        let reading = reading.filter(|reading| {
            reading.current.measure != Measure::Withdrawn || reading.is_disputed()
        });
        (reading, !workspace.threads(about).is_empty())
    });
    let (held, known) = (held.read(), indicator.read());
    let ((reading, is_discussed), Some(known)) = (&*held, known.as_ref()) else {
        return rsx! {};
    };
    let reading = reading.as_ref();
    let is_discussed = *is_discussed;
    let says = reading.and_then(|reading| shown(&reading.current.measure, known, words));
    let counts = match reading.map(|reading| &reading.current.measure) {
        Some(Measure::Levels { counts }) if known.aggregation == Aggregation::Distribution => {
            counts.clone()
        }
        _ => Default::default(),
    };
    let is_marked = reading
        .is_some_and(|reading| reading.is_disputed() || !reading.current.comment.trim().is_empty());
    let is_waiting = reading.is_none() && today.is_after(place.period);
    let mut class = cell_class(place, columns, reading, today);
    class.push_str(" grid-cell");
    if is_filled {
        class.push_str(" is-filled");
    }
    let start = is_editing.then(|| grid.editing.peek().clone()).flatten();
    let start = start.filter(|editing| editing.place == place);
    rsx! {
        td { class, role: "gridcell", colspan: columns, "aria-colindex": first + 1,
            "aria-colspan": if columns > 1 { Some(columns) } else { None },
            "data-spot": spot_name(Some(place.indicator), first),
            "data-period": "{place.period}",
            "data-name": cell_name(words, known, place, "readings-cell"),
            "data-lit": is_selected,
            "aria-selected": is_selected,
            "aria-readonly": !session.may_write(),
            "aria-keyshortcuts": "F2",
            tabindex: if is_active { "0" } else { "-1" },
            if let Some(start) = start {
                Editor { start, name: cell_name(words, known, place, "readings-cell"), indicator }
            } else {
                div { class: "grid-value",
                    if let Some(says) = &says {
                        if counts.is_empty() {
                            span { class: if says.figure.chars().count() > 6 && columns == 1 { "reading-figure is-long" } else { "reading-figure" }, {says.figure.clone()} }
                            if !says.behind.is_empty() { span { class: "reading-behind", " " {says.behind.clone()} } }
                        } else {
                            span { class: "reading-strip", "aria-hidden": "true",
                                for (level, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
                                    span { key: "{level}", class: "of-{level}", flex_grow: "{count}" }
                                }
                            }
                            span { class: "reading-behind", {words.t_with("readings-mean-short", args![value => says.figure.clone()])} " · {says.behind}" }
                        }
                    } else if is_waiting {
                        span { class: "reading-to-fill", {words.t("readings-fill")} }
                    }
                }
            }
            if is_active || is_marked || is_discussed {
                Corner { place, indicator: Rc::new(known.clone()), reading: reading.cloned(), is_wide: columns > 1 }
            }
            PresenceMark { field: place.path() }
            if has_corner && !is_editing {
                span { class: "grid-handle", "aria-hidden": "true" }
            }
        }
    }
}
