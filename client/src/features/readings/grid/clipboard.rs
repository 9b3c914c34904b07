//! The clipboard, by the browser's own events, so that nobody is asked for a permission. What is copied goes out
//! as text and as a table for spreadsheets, and whole, with all the numbers behind it, for another place here.

use super::Grid;
use crate::{
    features::readings::{
        block::{self, Piece},
        layout::Row,
        shown::shown,
        tsv::{self, Copied},
    },
    session::Session,
    ui::use_window_event,
};
use dioxus::prelude::*;
use jalon_shared::{
    Measure,
    rules::{aggregate, progress},
};
use jalon_view::{measures, words::Words};
use web_sys::ClipboardEvent;

/// The kind of what only this program reads back.
const OWN: &str = "application/x-jalon-readings";

/// What is on the clipboard.
struct Clip {
    text: String,
    html: String,
    own: String,
}

/// Answers the events of the clipboard while the keyboard is in the grid.
pub(super) fn use_clipboard(grid: Grid, session: &Session, words: Words) {
    // Some browsers copy nothing where no letters are selected, unless it is asked for.
    for name in ["beforecopy", "beforecut", "beforepaste"] {
        use_window_event(name, move |event: web_sys::Event| {
            if grid.has_keyboard() {
                event.prevent_default();
            }
        });
    }
    let copied = session.clone();
    use_window_event("copy", move |event: ClipboardEvent| {
        grid.on_copy(&event, &copied, words);
    });
    let cut = session.clone();
    use_window_event("cut", move |event: ClipboardEvent| {
        if grid.on_copy(&event, &cut, words) {
            grid.withdraw(&cut);
        }
    });
    let pasted = session.clone();
    use_window_event("paste", move |event: ClipboardEvent| {
        if !grid.has_keyboard() {
            return;
        }
        event.prevent_default();
        let Some(data) = event.clipboard_data() else {
            return;
        };
        let of = |kind: &str| data.get_data(kind).unwrap_or_default();
        let pieces = own(&of(OWN)).unwrap_or_else(|| {
            let rows = tsv::parse(&of("text/plain")).into_iter();
            rows.map(|row| row.into_iter().map(Piece::Text).collect())
                .collect()
        });
        grid.paste(&pasted, words, &pieces);
    });
}

/// What was copied here; `None` for what was not.
fn own(text: &str) -> Option<Vec<Vec<Piece>>> {
    let rows: Vec<Vec<Option<Measure>>> = serde_json::from_str(text).ok()?;
    let piece = |measure: Option<Measure>| measure.map_or(Piece::Nothing, Piece::Measure);
    let rows = rows.into_iter();
    Some(
        rows.map(|row| row.into_iter().map(piece).collect())
            .collect(),
    )
}

impl Grid {
    /// Whether something was copied.
    fn on_copy(self, event: &ClipboardEvent, session: &Session, words: Words) -> bool {
        if !self.has_keyboard() {
            return false;
        }
        let (Some(clip), Some(data)) = (self.clip(session, words), event.clipboard_data()) else {
            return false;
        };
        event.prevent_default();
        let put = |kind: &str, text: &str| data.set_data(kind, text).is_ok();
        put("text/html", &clip.html);
        put(OWN, &clip.own);
        put("text/plain", &clip.text)
    }

    /// The selection as text, for a button.
    pub fn copied_text(self, session: &Session, words: Words) -> Option<String> {
        self.clip(session, words).map(|clip| clip.text)
    }

    fn clip(self, session: &Session, words: Words) -> Option<Clip> {
        let selected = self.rect()?;
        let (order, columns) = (self.order.peek(), *self.columns.peek());
        let block = block::copy(selected, &order, columns, |row, column| {
            if column == 0 {
                let name = self.line(row.id).map(|line| line.name);
                return Copied {
                    text: name.unwrap_or_default(),
                    ..Copied::default()
                };
            }
            match columns.place(row, column) {
                Some(place) => self.copied(session, words, row, place.period),
                None => total(session, words, row),
            }
        });
        let measures: Vec<Vec<Option<Measure>>> = order
            .rows
            .iter()
            .take(selected.bottom + 1)
            .skip(selected.top)
            .map(|row| {
                let measure = |column: usize| {
                    let slot = columns.slot(row.frequency, column);
                    let period = slot
                        .period
                        .filter(|_| slot.first.max(selected.left) == column)?;
                    let reading = session.read(|workspace| workspace.reading(row.id, period))?;
                    Some(reading.current.measure)
                };
                (selected.left..=selected.right).map(measure).collect()
            })
            .collect();
        Some(Clip {
            text: tsv::write(&block::texts(&block)),
            html: tsv::html(&block),
            own: serde_json::to_string(&measures).ok()?,
        })
    }

    fn copied(
        self,
        session: &Session,
        words: Words,
        row: &Row,
        period: jalon_shared::Period,
    ) -> Copied {
        session.read(|workspace| {
            let reading = workspace.reading(row.id, period);
            let held = reading.as_ref().zip(workspace.indicator(row.id));
            let Some((reading, indicator)) = held else {
                return Copied::default();
            };
            let measure = &reading.current.measure;
            let text = shown(measure, &indicator, words).map(|shown| shown.figure);
            let number = aggregate::value(row.aggregation, [measure]);
            let is_percent = matches!(measure, Measure::Ratio { .. });
            Copied {
                text: text.unwrap_or_default(),
                // Spreadsheets hold percentages as shares; their text says it better.
                number: number.filter(|_| !is_percent),
                columns: 1,
            }
        })
    }
}

fn total(session: &Session, words: Words, row: &Row) -> Copied {
    session.read(|workspace| {
        let Some(indicator) = workspace.indicator(row.id) else {
            return Copied::default();
        };
        let figure = progress::figure(&indicator, &workspace.readings(row.id));
        let text = figure
            .aggregate
            .map(|value| measures::of_figure(words, &figure, value));
        Copied {
            text: text.unwrap_or_default(),
            ..Copied::default()
        }
    })
}
