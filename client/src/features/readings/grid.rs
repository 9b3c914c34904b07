//! The grid: what its parts share, and the table around them. Only the rows in view are on the page, each cell
//! follows the document itself, and the keyboard, the mouse and the clipboard are answered in one place each.

mod bar;
mod cell;
mod clipboard;
mod deeds;
mod editor;
mod filter;
mod head;
mod help;
mod kept;
mod keys;
mod lines;
mod pointer;
mod report;
mod row;
mod scroll;
mod table;
mod widths;

pub(super) use {
    bar::Bar,
    filter::Filter,
    kept::{Kept, use_kept},
    lines::use_lines,
    table::GridTable,
};

use super::{
    block::Rect,
    layout::{Columns, Heights, Line, Order},
    place::Place,
    quick::Unread,
    travel::{Go, Selection, Spot, go},
};
use deeds::Report;
use dioxus::prelude::*;
use jalon_shared::{IndicatorId, ReadingId};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

/// What the parts of the grid share. A handle, from context.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Grid {
    /// Every indicator, in the order that everybody shares.
    pub lines: Signal<Rc<Vec<Line>>>,
    /// The rows that this person sees.
    pub order: Signal<Rc<Order>>,
    pub columns: Signal<Columns>,
    pub kept: Signal<Kept>,
    pub selection: Signal<Selection>,
    pub editing: Signal<Option<Editing>>,
    /// What a selection is being drawn out to.
    pub filling: Signal<Option<Rect>>,
    /// Which items are on the page.
    pub window: Signal<(usize, usize)>,
    /// Everything is on the page, since it is being printed.
    pub printing: Signal<bool>,
    pub heights: Signal<Heights>,
    pub scroller: Signal<Option<HtmlElement>>,
    /// The box in which something is typed.
    pub input: Signal<Option<HtmlInputElement>>,
    /// Counts how often the keyboard was asked for: see [`Grid::take_keyboard`].
    pub keyboard: Signal<u32>,
    pub report: Signal<Option<Report>>,
    pub help: Signal<bool>,
    /// The cell whose sheet is open.
    pub open: Signal<Option<Place>>,
}

/// A cell that is being typed into. Its text is in the box.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Editing {
    pub place: Place,
    /// What stood in the box first.
    pub text: String,
    /// It began with a letter: arrow keys go on to the next cell. Else they move the caret.
    pub typed: bool,
    /// The entry that was seen when it began.
    pub over: Option<ReadingId>,
    /// Why what was typed is not taken.
    pub fault: Option<Unread>,
}

impl Grid {
    pub fn new(
        lines: Signal<Rc<Vec<Line>>>,
        kept: Signal<Kept>,
        columns: Columns,
        open: Signal<Option<Place>>,
    ) -> Self {
        let start = Spot {
            line: None,
            column: 1,
        };
        Self {
            lines,
            order: Signal::new(Rc::default()),
            columns: Signal::new(columns),
            kept,
            selection: Signal::new(Selection::one(start)),
            editing: Signal::new(None),
            filling: Signal::new(None),
            window: Signal::new((0, scroll::AT_FIRST)),
            printing: Signal::new(false),
            heights: Signal::new(scroll::heights()),
            scroller: Signal::new(None),
            input: Signal::new(None),
            keyboard: Signal::new(0),
            report: Signal::new(None),
            help: Signal::new(false),
            open,
        }
    }

    /// The rows and columns that are selected. Not reactive.
    pub fn rect(self) -> Option<Rect> {
        let selection = *self.selection.peek();
        selection.rect(&self.order.peek(), *self.columns.peek())
    }

    /// The cell that has the keyboard. Not reactive.
    pub fn place(self) -> Option<Place> {
        let spot = self.selection.peek().active;
        let order = self.order.peek();
        let row = order.rows.get(order.row_of(spot.line?)?)?;
        self.columns.peek().place(row, spot.column)
    }

    pub fn line(self, id: IndicatorId) -> Option<Line> {
        let lines = self.lines.peek();
        lines.iter().find(|line| line.id == id).cloned()
    }

    /// Selects one cell and goes there.
    pub fn go_to(mut self, spot: Spot) {
        self.selection.set(Selection::one(spot));
        self.take_keyboard();
    }

    /// Goes a step, or draws the selection out by one.
    pub fn step(mut self, step: Go, extend: bool) {
        let Selection { active, end } = *self.selection.peek();
        let from = if extend { end } else { active };
        let to = go(
            from,
            step,
            self.page(),
            &self.order.peek(),
            *self.columns.peek(),
        );
        if !extend {
            return self.go_to(to);
        }
        if to.line.is_some() {
            self.selection.set(Selection { active, end: to });
            self.take_keyboard();
        }
    }

    /// Once it is drawn, the selection is in view and its cell has the keyboard.
    pub fn take_keyboard(mut self) {
        let asked = *self.keyboard.peek();
        self.keyboard.set(asked.wrapping_add(1));
    }

    /// The element of a spot, if it is on the page.
    fn element(self, spot: Spot) -> Option<HtmlElement> {
        let first = match spot.line {
            Some(id) => {
                let order = self.order.peek();
                let row = order.rows.get(order.row_of(id)?)?;
                self.columns.peek().slot(row.frequency, spot.column).first
            }
            None => spot.column,
        };
        let scroller = self.scroller.peek().clone()?;
        let found =
            scroller.query_selector(&format!("[data-spot=\"{}\"]", spot_name(spot.line, first)));
        found.ok()??.dyn_into().ok()
    }
}

/// How the page names a spot: by its row, and the first column that it lies over.
fn spot_name(line: Option<IndicatorId>, first: usize) -> String {
    match line {
        Some(id) => format!("{id}/{first}"),
        None => format!("head/{first}"),
    }
}

/// The spot that an element lies in.
fn spot_of(element: &web_sys::Element) -> Option<Spot> {
    let name = element
        .closest("[data-spot]")
        .ok()??
        .get_attribute("data-spot")?;
    let (line, column) = name.split_once('/')?;
    let line = match line {
        "head" => None,
        id => Some(id.parse().ok()?),
    };
    Some(Spot {
        line,
        column: column.parse().ok()?,
    })
}
