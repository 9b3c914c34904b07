//! The mouse and the finger in the grid: a click goes to a cell, a drag selects, the corner of a selection draws it
//! out (with the mouse: fills; with a finger: selects more), a tap or a double click begins to type.

use super::{Grid, spot_of};
use crate::{
    features::readings::{
        block::Rect,
        travel::{Selection, Spot},
    },
    session::Session,
    ui::use_window_event,
};
use dioxus::prelude::*;
use dioxus::web::WebEventExt;
use jalon_view::words::Words;
use std::{cell::Cell, rc::Rc};
use wasm_bindgen::JsCast;
use web_sys::{Element as Node, PointerEvent};

/// What a drag does.
#[derive(Clone, Copy, PartialEq)]
enum Drag {
    Select,
    /// Fills from this selection.
    Fill(Rect),
}

/// How near to the edge a drag scrolls, and by how much, in pixels.
const EDGE: f64 = 36.0;
const SCROLL: i32 = 24;

/// The handlers of the table.
#[derive(Clone)]
pub(super) struct Pointer {
    grid: Grid,
    session: Session,
    words: Words,
    drag: Rc<Cell<Option<Drag>>>,
}

pub(super) fn use_pointer(grid: Grid, session: &Session, words: Words) -> Pointer {
    let drag = use_hook(|| Rc::new(Cell::new(None::<Drag>)));
    let pointer = Pointer {
        grid,
        session: session.clone(),
        words,
        drag,
    };
    let moved = pointer.clone();
    use_window_event("pointermove", move |event: PointerEvent| {
        moved.moved(&event)
    });
    for name in ["pointerup", "pointercancel"] {
        let ended = pointer.clone();
        use_window_event(name, move |event: PointerEvent| ended.ended(&event));
    }
    pointer
}

impl Pointer {
    pub fn down(&self, event: &Event<PointerData>) {
        let Ok(event) = event.as_web_event().dyn_into::<PointerEvent>() else {
            return;
        };
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<Node>().ok());
        let Some(target) = target.filter(|_| event.button() == 0) else {
            return;
        };
        let is_touch = event.pointer_type() == "touch";
        if is(&target, ".grid-handle") {
            event.prevent_default();
            self.drag.set(if is_touch {
                Some(Drag::Select)
            } else {
                self.grid.rect().map(Drag::Fill)
            });
            return;
        }
        // A finger scrolls; its tap comes as a click. What is inside of a cell answers for itself.
        if is_touch || is(&target, "button, input, [role=separator]") {
            return;
        }
        let Some(spot) = spot_of(&target) else { return };
        // The box would lose the keyboard before what is in it was looked at.
        event.prevent_default();
        if !self.grid.commit(&self.session, self.words) {
            return;
        }
        let mut grid = self.grid;
        let active = grid.selection.peek().active;
        if event.shift_key() && active.line.is_some() && spot.line.is_some() {
            grid.selection.set(Selection { active, end: spot });
            grid.take_keyboard();
        } else {
            grid.go_to(spot);
        }
        if spot.line.is_some() {
            self.drag.set(Some(Drag::Select));
        }
    }

    /// A tap of a finger, which types at once.
    pub fn click(&self, event: &Event<MouseData>) {
        let event = event.as_web_event();
        let kind = event
            .dyn_ref::<PointerEvent>()
            .map(PointerEvent::pointer_type);
        if kind.as_deref() == Some("touch")
            && let Some(target) = event
                .target()
                .and_then(|target| target.dyn_into::<Node>().ok())
            && !is(&target, "button, input, [role=separator], .grid-handle")
            && let Some(spot) = spot_of(&target)
            && self.grid.commit(&self.session, self.words)
        {
            self.grid.go_to(spot);
            self.grid.edit(&self.session, self.words, None);
        }
    }

    pub fn double_click(&self, event: &Event<MouseData>) {
        let target = event
            .as_web_event()
            .target()
            .and_then(|target| target.dyn_into::<Node>().ok());
        if target.is_some_and(|target| {
            !is(&target, "button, input, [role=separator]") && spot_of(&target).is_some()
        }) {
            self.grid.edit(&self.session, self.words, None);
        }
    }

    fn moved(&self, event: &PointerEvent) {
        let Some(drag) = self.drag.get() else { return };
        self.scroll_at_edge(event);
        let Some(spot) = under(event).filter(|spot| spot.line.is_some()) else {
            return;
        };
        let mut grid = self.grid;
        match drag {
            Drag::Select => {
                let active = grid.selection.peek().active;
                let selection = Selection { active, end: spot };
                if *grid.selection.peek() != selection {
                    grid.selection.set(selection);
                }
            }
            Drag::Fill(from) => {
                let one = Selection::one(spot).rect(&grid.order.peek(), *grid.columns.peek());
                let to = one.map(|one| drawn_out(from, one));
                if *grid.filling.peek() != to {
                    grid.filling.set(to);
                }
            }
        }
    }

    fn ended(&self, event: &PointerEvent) {
        let Some(drag) = self.drag.take() else { return };
        let mut grid = self.grid;
        let to = grid.filling.take();
        if let (Drag::Fill(from), Some(to)) = (drag, to)
            && event.type_() == "pointerup"
            && to != from
        {
            grid.fill(&self.session, from, to);
        }
    }

    fn scroll_at_edge(&self, event: &PointerEvent) {
        let Some(scroller) = self.grid.scroller.peek().clone() else {
            return;
        };
        let bounds = scroller.get_bounding_client_rect();
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        let by = |at: f64, start: f64, end: f64| match at {
            at if at < start + EDGE => -SCROLL,
            at if at > end - EDGE => SCROLL,
            _ => 0,
        };
        scroller.set_scroll_top(scroller.scroll_top() + by(y, bounds.top(), bounds.bottom()));
        scroller.set_scroll_left(scroller.scroll_left() + by(x, bounds.left(), bounds.right()));
    }
}

/// A selection drawn out to a cell: down or up, or sideways, whichever is further.
fn drawn_out(from: Rect, to: Rect) -> Rect {
    let beyond = |start: usize, end: usize, low: usize, high: usize| {
        start.saturating_sub(low).max(high.saturating_sub(end))
    };
    let rows = beyond(from.top, from.bottom, to.top, to.bottom);
    let columns = beyond(from.left, from.right, to.left, to.right);
    let whole = from.around(to);
    match (rows, columns) {
        (0, 0) => from,
        (rows, columns) if rows >= columns => Rect {
            left: from.left,
            right: from.right,
            ..whole
        },
        _ => Rect {
            top: from.top,
            bottom: from.bottom,
            ..whole
        },
    }
}

fn is(target: &Node, what: &str) -> bool {
    target.closest(what).ok().flatten().is_some()
}

/// The spot under a pointer, which may be captured elsewhere.
fn under(event: &PointerEvent) -> Option<Spot> {
    let document = web_sys::window()?.document()?;
    let (x, y) = (event.client_x() as f32, event.client_y() as f32);
    spot_of(&document.element_from_point(x, y)?)
}
