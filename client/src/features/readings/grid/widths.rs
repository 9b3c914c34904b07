//! The widths of columns: by the pointer, or by the arrow keys on the line at the end of a head.

use super::Grid;
use crate::features::readings::timeline::Timeline;
use dioxus::prelude::*;
use dioxus::web::WebEventExt;
use jalon_shared::Frequency;
use jalon_view::{args, words::use_words};
use wasm_bindgen::JsCast;
use web_sys::{Element as Node, PointerEvent};

/// The narrowest and the widest column, in pixels: three digits, and half of a large screen.
const NARROWEST: u16 = 48;
const WIDEST: u16 = 720;
/// How much an arrow key changes, in pixels.
const STEP: i32 = 16;
/// What columns take that nobody changed, as the styles say it: a name, and a total.
const NAME: &str = "var(--grid-name)";
const TOTAL: &str = "var(--grid-total)";

/// How a column is kept: the same months of another year have the same width.
pub(super) fn key(timeline: Timeline, column: usize, total: usize) -> String {
    match column {
        0 => "name".to_owned(),
        column if column == total => "total".to_owned(),
        column => {
            let length = match timeline.unit {
                Frequency::Monthly => "month",
                Frequency::Quarterly => "quarter",
                Frequency::HalfYearly => "half",
                Frequency::Yearly => "year",
            };
            format!("{length}-{column}")
        }
    }
}

impl Grid {
    /// The width of a column as the styles take it; none for one that shares what is left. Reactive.
    pub(super) fn width(self, column: usize) -> Option<String> {
        let columns = *self.columns.read();
        let key = key(columns.timeline, column, columns.total());
        let chosen = self.kept.read().widths.get(&key).copied();
        match (chosen, column) {
            (Some(width), _) => Some(format!("{width}px")),
            (None, 0) => Some(NAME.to_owned()),
            (None, column) if column == columns.total() => Some(TOTAL.to_owned()),
            (None, _) => None,
        }
    }

    /// The least width of the whole table: below it, it scrolls sideways. Reactive.
    pub(super) fn least_width(self) -> String {
        let columns = *self.columns.read();
        let one = match columns.timeline.unit {
            Frequency::Monthly => "3.6rem",
            _ => "7rem",
        };
        let all =
            (0..columns.count()).map(|column| self.width(column).unwrap_or_else(|| one.to_owned()));
        format!("calc({})", all.collect::<Vec<_>>().join(" + "))
    }

    fn set_width(mut self, column: usize, width: Option<i32>) {
        let columns = *self.columns.peek();
        let key = key(columns.timeline, column, columns.total());
        let mut kept = self.kept.write();
        match width {
            Some(width) => {
                let width = width.clamp(i32::from(NARROWEST), i32::from(WIDEST));
                kept.widths
                    .insert(key, u16::try_from(width).unwrap_or(WIDEST));
            }
            None => drop(kept.widths.remove(&key)),
        }
    }
}

/// The line at the end of the head of a column.
#[component]
pub(super) fn Separator(column: usize, name: String) -> Element {
    let words = use_words();
    let grid = use_context::<Grid>();
    // Where a drag began, and how wide the column was.
    let mut from = use_signal(|| None::<(i32, i32)>);
    let columns = *grid.columns.read();
    let key = key(columns.timeline, column, columns.total());
    let chosen = grid.kept.read().widths.get(&key).copied();
    rsx! {
        div { class: "grid-separator", role: "separator", tabindex: -1, "aria-orientation": "vertical",
            aria_label: words.t_with("grid-width", args![column => name]),
            "aria-valuemin": NARROWEST, "aria-valuemax": WIDEST, "aria-valuenow": chosen.unwrap_or(0),
            "aria-valuetext": match chosen {
                Some(width) => words.t_with("grid-width-pixels", args![count => width]),
                None => words.t("grid-width-own"),
            },
            onkeydown: move |event| {
                let now = || event.as_web_event().target().and_then(|target| target.dyn_into().ok()).map_or(0, |node| width_of(&node));
                let width = match event.key() {
                    Key::ArrowLeft => Some(now() - STEP),
                    Key::ArrowRight => Some(now() + STEP),
                    Key::Home => None,
                    Key::Enter | Key::Escape => {
                        event.prevent_default();
                        event.stop_propagation();
                        return grid.take_keyboard();
                    }
                    _ => return,
                };
                event.prevent_default();
                event.stop_propagation();
                grid.set_width(column, width);
            },
            ondoubleclick: move |_| grid.set_width(column, None),
            onpointerdown: move |event| {
                event.stop_propagation();
                event.prevent_default();
                let Some(pointer) = pointer(&event) else { return };
                if let Some(node) = pointer.target().and_then(|target| target.dyn_into::<Node>().ok()) {
                    let _ = node.set_pointer_capture(pointer.pointer_id());
                    from.set(Some((pointer.client_x(), width_of(&node))));
                }
            },
            onpointermove: move |event| {
                let (Some((start, width)), Some(pointer)) = (*from.peek(), pointer(&event)) else { return };
                grid.set_width(column, Some(width + pointer.client_x() - start));
            },
            onpointerup: move |_| from.set(None),
            onpointercancel: move |_| from.set(None),
        }
    }
}

fn pointer(event: &PointerEventHandle) -> Option<PointerEvent> {
    event.as_web_event().dyn_into().ok()
}

type PointerEventHandle = Event<PointerData>;

/// The width of the column that a line ends.
fn width_of(separator: &Node) -> i32 {
    let head = separator.closest("th").ok().flatten();
    head.map_or(0, |head| head.get_bounding_client_rect().width() as i32)
}
