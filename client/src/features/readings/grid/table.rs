//! The table of the grid: its head, and of its rows those that are in view, with the one that has the keyboard.

use super::{
    Grid, clipboard::use_clipboard, head::GridHead, help::Help, pointer::use_pointer,
    report::ReportNote, row::GridRow,
};
use crate::{
    features::readings::layout::{Heights, Item, Order, SortBy},
    session::use_session,
    ui::{REVEAL, element_of, use_window_event},
};
use dioxus::prelude::*;
use jalon_shared::indicator::Category;
use jalon_view::{args, words::use_words};
use web_sys::HtmlElement;

/// A piece of what is on the page, from top to bottom.
#[derive(Debug, Clone, PartialEq)]
enum Part {
    /// The rows between that are not, this many pixels high.
    Gap(usize, f64),
    Category(usize, Category),
    Row(usize, usize),
}

/// The parts that show some items, with gaps where the others are.
fn parts(order: &Order, mut shown: Vec<usize>, heights: Heights) -> Vec<Part> {
    shown.sort_unstable();
    shown.dedup();
    let mut parts = Vec::new();
    let mut next = 0;
    let all = order.items().len();
    let gap = |parts: &mut Vec<Part>, from: usize, to: usize| {
        let height = heights.top(order, to) - heights.top(order, from);
        if to > from {
            parts.push(Part::Gap(from, height));
        }
    };
    for item in shown {
        gap(&mut parts, next, item);
        match order.items().get(item) {
            Some(Item::Category(category)) => parts.push(Part::Category(item, *category)),
            Some(Item::Row(row)) => parts.push(Part::Row(item, *row)),
            None => {}
        }
        next = item + 1;
    }
    gap(&mut parts, next, all);
    parts
}

#[component]
pub(in super::super) fn GridTable() -> Element {
    let words = use_words();
    let session = use_session();
    let mut grid = use_context::<Grid>();
    use_clipboard(grid, &session, words);
    let pointer = use_pointer(grid, &session, words);
    use_window_event("resize", move |_: web_sys::Event| grid.scrolled());
    use_window_event(REVEAL, move |event: web_sys::CustomEvent| {
        if let Some(path) = event.detail().as_string() {
            grid.reveal(&path);
        }
    });
    use_window_event("beforeprint", move |_: web_sys::Event| {
        grid.printing.set(true)
    });
    use_window_event("afterprint", move |_: web_sys::Event| {
        grid.printing.set(false)
    });

    // Other rows are in view when others are shown.
    use_effect(move || {
        let _ = (grid.order.read(), grid.scroller.read());
        grid.scrolled();
    });
    // Once what was asked for is drawn, the keyboard goes there.
    use_effect(move || {
        if *grid.keyboard.read() > 0 {
            grid.arrive();
        }
    });
    {
        // Others see in which cell somebody is.
        let session = session.clone();
        use_effect(move || {
            let _ = grid.selection.read();
            if grid.has_keyboard() {
                session.focus(grid.place().map(|place| place.path()));
            }
        });
    }
    let ends = use_memo(move || {
        let selection = grid.selection.read();
        (selection.active.line, selection.end.line)
    });
    let shown = use_memo(move || {
        let order = grid.order.read();
        let all = order.items().len();
        let (first, last) = if (grid.printing)() {
            (0, all)
        } else {
            (grid.window)()
        };
        let mut shown: Vec<usize> = (first.min(all)..last.min(all)).collect();
        // The keyboard stays where it is, however far one scrolls.
        let ends = [ends().0, ends().1];
        let ends = ends.into_iter().flatten();
        shown.extend(ends.filter_map(|id| Some(order.rows.get(order.row_of(id)?)?.item)));
        parts(&order, shown, (grid.heights)())
    });
    let by_category = use_memo(move || grid.kept.read().view.sort == SortBy::Category);

    let columns = *grid.columns.read();
    let order = grid.order.read();
    let heads = if columns.timeline.groups().is_empty() {
        1
    } else {
        2
    };
    let (on_key, entered, left) = (session.clone(), session.clone(), session.clone());
    let (down, click, twice) = (pointer.clone(), pointer.clone(), pointer);
    let year = columns.timeline.year.to_string();
    rsx! {
        ReportNote {}
        div { class: "grid-scroll",
            onmounted: move |event| grid.scroller.set(element_of::<HtmlElement>(&event)),
            onscroll: move |_| grid.scrolled(),
            table { class: "grid", role: "grid", min_width: grid.least_width(),
                aria_label: words.t_with("readings-table", args![year => year]),
                "aria-rowcount": order.items().len() + heads,
                "aria-colcount": columns.count(),
                "aria-multiselectable": true,
                "aria-readonly": !session.may_write(),
                aria_describedby: "grid-keys",
                onkeydown: move |event| grid.on_key(&event, &on_key, words),
                onpointerdown: move |event| down.down(&event),
                onclick: move |event| click.click(&event),
                ondoubleclick: move |event| twice.double_click(&event),
                onfocusin: move |event| {
                    grid.focused(&event);
                    entered.focus(grid.place().map(|place| place.path()));
                },
                onfocusout: move |_| left.focus(None),
                colgroup {
                    for column in 0..columns.count() {
                        col { key: "{column}", width: grid.width(column) }
                    }
                }
                GridHead {}
                tbody { role: "rowgroup",
                    for part in shown.read().iter().cloned() {
                        match part {
                            Part::Gap(item, height) => rsx! {
                                tr { key: "gap-{item}", role: "presentation", "aria-hidden": true,
                                    td { class: "grid-gap", colspan: columns.count(), height: "{height}px" }
                                }
                            },
                            Part::Category(item, category) => rsx! {
                                tr { key: "{category:?}", class: "grid-category {hue(category)}", role: "row", "aria-rowindex": item + heads + 1,
                                    th { role: "rowheader", scope: "rowgroup", colspan: columns.count(), "aria-colindex": 1,
                                        span { class: "readings-category-label", {words.choice(category)} }
                                    }
                                }
                            },
                            Part::Row(item, row) => match order.rows.get(row) {
                                Some(row) => rsx! {
                                    GridRow { key: "{row.id}", id: row.id, number: item + heads + 1, category: row.category, says_category: !by_category() }
                                },
                                None => rsx! {},
                            },
                        }
                    }
                }
            }
        }
        if (grid.help)() {
            Help {}
        }
    }
}

/// The class that gives a row the hue of its category.
pub(super) fn hue(category: Category) -> &'static str {
    match category {
        Category::Activity => "activity",
        Category::PerceivedQuality => "quality",
        Category::Impact => "impact",
    }
}
