//! Scrolling: which rows are in view, and bringing a cell there.

use super::{Grid, spot_of};
use crate::features::readings::{layout::Heights, travel::Selection};
use dioxus::prelude::*;
use dioxus::web::WebEventExt;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, FocusOptions, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// How many items are drawn before the height of the window is known.
pub const AT_FIRST: usize = 24;
/// How many items are kept ready above and below those in view, so that scrolling by some shows no gap.
const READY: usize = 8;
/// The heights of a row and of the head of a category, in rem, as the styles have them.
const ROW: f64 = 3.75;
const HEAD: f64 = 2.5;
/// The size of letters where a browser does not tell, in pixels.
const USUAL_LETTER: f64 = 16.0;

/// The heights in pixels, which follow the size of letters that somebody chose.
pub fn heights() -> Heights {
    let letter = || {
        let window = web_sys::window()?;
        let root = window.document()?.document_element()?;
        let style = window.get_computed_style(&root).ok()??;
        let size = style.get_property_value("font-size").ok()?;
        size.strip_suffix("px")?.parse::<f64>().ok()
    };
    let letter = letter().unwrap_or(USUAL_LETTER);
    Heights {
        row: ROW * letter,
        head: HEAD * letter,
    }
}

impl Grid {
    /// Looks anew which rows are in view.
    pub fn scrolled(mut self) {
        let Some(scroller) = self.scroller.peek().clone() else {
            return;
        };
        let heights = heights();
        if *self.heights.peek() != heights {
            self.heights.set(heights);
        }
        let top = f64::from(scroller.scroll_top());
        let bottom = top + f64::from(scroller.client_height());
        let window = heights.window(&self.order.peek(), top, bottom, READY);
        if *self.window.peek() != window {
            self.window.set(window);
        }
    }

    /// How many whole rows are in view.
    pub fn page(self) -> usize {
        let height = self
            .scroller
            .peek()
            .as_ref()
            .map_or(0, |scroller| scroller.client_height());
        let rows = (f64::from(height) / self.heights.peek().row) as usize;
        // The head covers about one of them, and one stays in view to go on from.
        rows.saturating_sub(2).max(1)
    }

    /// Brings the end of the selection into view and gives its cell the keyboard.
    pub fn arrive(self) {
        let selection = *self.selection.peek();
        if let Some(end) = self.element(selection.end) {
            let nearest = ScrollIntoViewOptions::new();
            nearest.set_block(ScrollLogicalPosition::Nearest);
            nearest.set_inline(ScrollLogicalPosition::Nearest);
            nearest.set_behavior(ScrollBehavior::Instant);
            end.scroll_into_view_with_scroll_into_view_options(&nearest);
        }
        if self.editing.peek().is_some() {
            return;
        }
        if let Some(active) = self.element(selection.active) {
            let quietly = FocusOptions::new();
            quietly.set_prevent_scroll(true);
            let _ = active.focus_with_options(&quietly);
        }
    }

    /// Brings the row of a cell into view, given the path of the cell. One that is there already stays.
    pub fn reveal(self, path: &str) {
        let mut parts = path.split('/');
        let (Some("reading"), Some(id)) = (parts.next(), parts.next()) else {
            return;
        };
        let (Some(scroller), Ok(id)) = (self.scroller.peek().clone(), id.parse()) else {
            return;
        };
        let order = self.order.peek();
        let Some(row) = order.row_of(id).and_then(|row| order.rows.get(row)) else {
            return;
        };
        let (first, last) = *self.window.peek();
        if !(first..last).contains(&row.item) {
            let middle = f64::from(scroller.client_height()) / 2.0;
            let top = self.heights.peek().top(&order, row.item);
            scroller.set_scroll_top((top - middle).max(0.0) as i32);
        }
    }

    /// The keyboard came into the grid by another way than its keys: that cell is the active one.
    pub fn focused(mut self, event: &FocusEvent) {
        let target = event.as_web_event().target();
        let Some(target) = target.and_then(|target| target.dyn_into::<Element>().ok()) else {
            return;
        };
        let Some(spot) = spot_of(&target).filter(|_| target.has_attribute("data-spot")) else {
            return;
        };
        let active = self.selection.peek().active;
        let is_there = self
            .element(active)
            .is_some_and(|element| element.is_same_node(Some(&target)));
        if !is_there {
            self.selection.set(Selection::one(spot));
        }
    }

    /// Whether the keyboard is in a cell of the grid, and nothing is typed.
    pub fn has_keyboard(self) -> bool {
        let document = web_sys::window().and_then(|window| window.document());
        let active = document.and_then(|document| document.active_element());
        let scroller = self.scroller.peek();
        let inside = active.as_ref().zip(scroller.as_ref());
        inside.is_some_and(|(active, scroller)| {
            scroller.contains(Some(active.unchecked_ref())) && active.has_attribute("data-spot")
        })
    }
}
