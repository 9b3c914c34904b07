//! What came of a block that was pasted or filled: what was entered, and what stays as it was, cell by cell.

use super::{Grid, deeds::Report};
use crate::{
    features::readings::{block::Kept, board::name_of, report_words::why, travel::Spot},
    session::use_session,
    ui::{Icon, Shape},
};
use dioxus::prelude::*;
use jalon_view::{args, dates, words::use_words};

/// How many cells are listed; more are counted.
const LISTED: usize = 12;

#[component]
pub(super) fn ReportNote() -> Element {
    let words = use_words();
    let session = use_session();
    let mut grid = use_context::<Grid>();
    let report = grid.report.read();
    // The region stays, so that what comes into it is read aloud.
    let Some(report) = report.as_ref() else {
        return rsx! { div { class: "grid-report", role: "status" } };
    };
    let Report {
        entered,
        replaced,
        same,
        kept,
        read_only,
        outside,
    } = report;
    let is_whole = kept.is_empty() && *read_only == 0 && *outside == 0;
    let listed = kept.iter().take(LISTED).map(|kept| {
        let indicator = session.read(|workspace| workspace.indicator(kept.place.indicator));
        let name = indicator.map_or_else(String::new, |indicator| name_of(words, &indicator));
        let cell = words.t_with(
            "readings-cell",
            args![indicator => name, period => dates::period(words, kept.place.period)],
        );
        (kept.clone(), cell)
    });
    let listed: Vec<(Kept, String)> = listed.collect();
    let more = kept.len().saturating_sub(LISTED);
    rsx! {
        div { class: "grid-report", role: "status",
            div { class: if is_whole { "note good" } else { "note warning" },
                div { class: "row spread",
                    p {
                        strong { {words.t_with("grid-entered", args![count => *entered])} }
                        if *replaced > 0 { " " {words.t_with("grid-replaced", args![count => *replaced])} }
                        if *same > 0 { " " {words.t_with("grid-same", args![count => *same])} }
                    }
                    button { class: "icon-button", r#type: "button", aria_label: words.t("grid-report-close"),
                        onclick: move |_| {
                            grid.report.set(None);
                            grid.take_keyboard();
                        },
                        Icon { shape: Shape::Close }
                    }
                }
                if !kept.is_empty() {
                    p { {words.t_with("grid-kept", args![count => kept.len()])} }
                    ul {
                        for (kept, cell) in listed {
                            li { key: "{kept.place.path()}",
                                button { class: "link-button", r#type: "button",
                                    onclick: move |_| {
                                        let slot = grid.order.peek().row_of(kept.place.indicator).and_then(|row| {
                                            let columns = *grid.columns.peek();
                                            let row = *grid.order.peek().rows.get(row)?;
                                            (1..=columns.periods).find(|column| columns.place(&row, *column) == Some(kept.place))
                                        });
                                        if let Some(column) = slot {
                                            grid.go_to(Spot { line: Some(kept.place.indicator), column });
                                        }
                                    },
                                    "{cell}"
                                }
                                if !kept.text.is_empty() { " " {words.t_with("grid-kept-text", args![text => shortened(&kept.text)])} }
                                " " {why(words, kept.why)}
                            }
                        }
                    }
                    if more > 0 { p { {words.t_with("grid-kept-more", args![count => more])} } }
                }
                if *read_only > 0 { p { {words.t_with("grid-read-only", args![count => *read_only])} } }
                if *outside > 0 { p { {words.t_with("grid-outside", args![count => *outside])} } }
            }
        }
    }
}

/// The start of a text that may be a whole page.
fn shortened(text: &str) -> String {
    const MOST: usize = 40;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let start: String = text.chars().take(MOST).collect();
    format!("{start}…")
}
