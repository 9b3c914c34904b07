//! What somebody does to the cells of the grid: type into one, paste, fill, withdraw; and what is said of it.

use super::{Editing, Grid};
use crate::{
    features::readings::{
        block::{self, Kept, Piece, Plan, Rect},
        draft::Fault,
        place::Place,
        quick::{self, Unread},
        travel::{Go, Selection, Spot},
    },
    session::Session,
};
use dioxus::prelude::*;
use jalon_shared::{Measure, indicator::Aggregation, workspace::NewReading};
use jalon_view::words::Words;

/// A value for a cell, with the comment that stays beside it.
fn new_reading(place: Place, measure: Measure, comment: String) -> NewReading {
    NewReading {
        id: Session::fresh_uuid().into(),
        indicator: place.indicator,
        period: place.period,
        measure,
        comment,
    }
}

/// What came of a block.
#[derive(Debug, Clone, Default, PartialEq)]
pub(in super::super) struct Report {
    /// Cells that got a value, and how many of them had another one before.
    pub entered: usize,
    pub replaced: usize,
    /// Cells that hold this very value already.
    pub same: usize,
    pub kept: Vec<Kept>,
    pub read_only: usize,
    pub outside: usize,
}

impl Grid {
    /// Begins to type into the cell that has the keyboard: over what it holds, or in it. A measure that is more
    /// than a line opens its sheet instead. Whoever may only read sees the sheet, too.
    pub fn edit(mut self, session: &Session, words: Words, typed: Option<&str>) {
        let Some(place) = self.place() else { return };
        let Some(aggregation) = self.aggregation(place) else {
            return;
        };
        if !session.may_write() {
            match typed {
                Some(_) => session.toasts().say("error-read-only"),
                None => self.open.set(Some(place)),
            }
            return;
        }
        let current = session
            .read(|workspace| workspace.reading(place.indicator, place.period))
            .map(|reading| reading.current);
        let measure = current.as_ref().map(|entry| &entry.measure);
        let is_line = measure.is_none_or(|measure| {
            block::fits(measure, aggregation) || *measure == Measure::Withdrawn
        });
        if !quick::takes_text(aggregation) || !is_line {
            self.open.set(Some(place));
            return;
        }
        let text = match typed {
            Some(typed) => typed.to_owned(),
            None => measure
                .map(|measure| quick::write(measure, words))
                .unwrap_or_default(),
        };
        let active = self.selection.peek().active;
        self.selection.set(Selection::one(active));
        self.editing.set(Some(Editing {
            place,
            text,
            typed: typed.is_some(),
            over: current.map(|entry| entry.id),
            fault: None,
        }));
    }

    /// Keeps what is typed, if something is. `false` when it is not understood: then it stays in its box.
    pub fn commit(mut self, session: &Session, words: Words) -> bool {
        let Some(editing) = self.editing.peek().clone() else {
            return true;
        };
        let Some(input) = self.input.peek().clone() else {
            return true;
        };
        let place = editing.place;
        let text = input.value();
        let text = text.trim();
        let reading = session.read(|workspace| workspace.reading(place.indicator, place.period));
        let current = reading.as_ref().map(|reading| &reading.current);
        let there = current.filter(|entry| entry.measure != Measure::Withdrawn);
        let comment = there.map(|entry| entry.comment.clone()).unwrap_or_default();
        let new = if text.is_empty() {
            there.map(|_| (Measure::Withdrawn, String::new()))
        } else if !editing.typed && text == editing.text {
            None
        } else {
            match self.understand(place, text, words) {
                Ok(measure) => {
                    let disputed = reading
                        .as_ref()
                        .is_some_and(|reading| reading.is_disputed());
                    let same = there.is_some_and(|entry| entry.measure == measure) && !disputed;
                    (!same).then_some((measure, comment))
                }
                Err(unread) => {
                    self.editing.set(Some(Editing {
                        fault: Some(unread),
                        ..editing
                    }));
                    return false;
                }
            }
        };
        self.editing.set(None);
        if let Some((measure, comment)) = new {
            session.record(vec![new_reading(place, measure, comment)]);
        }
        true
    }

    /// Keeps what is typed and goes on.
    pub fn commit_and_go(self, session: &Session, words: Words, step: Go) {
        if self.commit(session, words) {
            self.step(step, false);
        }
    }

    /// Leaves the box; the cell is as it was.
    pub fn cancel(mut self) {
        self.editing.set(None);
        self.take_keyboard();
    }

    pub fn aggregation(self, place: Place) -> Option<Aggregation> {
        let order = self.order.peek();
        let row = order.rows.get(order.row_of(place.indicator)?)?;
        Some(row.aggregation)
    }

    fn understand(self, place: Place, text: &str, words: Words) -> Result<Measure, Unread> {
        let line = self.line(place.indicator);
        let line = line.ok_or(Unread::Fault(Fault::NotANumber))?;
        quick::read(text, line.aggregation, &line.unit, words)
    }

    /// Puts a block over the selection.
    pub fn paste(self, session: &Session, words: Words, pieces: &[Vec<Piece>]) {
        let Some(over) = self.rect() else { return };
        let plan = block::paste(
            pieces,
            over,
            &self.order.peek(),
            *self.columns.peek(),
            |row, text| {
                let unit = self.line(row.id).map(|line| line.unit).unwrap_or_default();
                quick::read(text, row.aggregation, &unit, words)
            },
        );
        self.carry_out(session, plan);
    }

    /// Repeats the selection over what it is drawn out to.
    pub fn fill(self, session: &Session, from: Rect, to: Rect) {
        let plan = block::fill(
            from,
            to,
            &self.order.peek(),
            *self.columns.peek(),
            |place| {
                let Place { indicator, period } = place;
                session
                    .read(|workspace| workspace.reading(indicator, period))
                    .map(|reading| reading.current.measure)
            },
        );
        self.carry_out(session, plan);
    }

    /// Repeats the first row of the selection in the others; a single row takes what stands above it.
    pub fn fill_down(self, session: &Session) {
        let Some(to) = self.rect() else { return };
        let from = match (to.height(), to.top.checked_sub(1)) {
            (1, Some(above)) => Rect {
                top: above,
                bottom: above,
                ..to
            },
            _ => Rect {
                bottom: to.top,
                ..to
            },
        };
        self.fill(session, from, to.around(from));
    }

    /// Takes back the values of the selection: the cells are empty again, their history stays.
    pub fn withdraw(mut self, session: &Session) {
        let Some(selected) = self.rect() else { return };
        let places = block::places(selected, &self.order.peek(), *self.columns.peek());
        let holds = |place: &Place| {
            let Place { indicator, period } = *place;
            session.read(|workspace| {
                let reading = workspace.reading(indicator, period);
                reading.is_some_and(|reading| reading.current.measure != Measure::Withdrawn)
            })
        };
        let new: Vec<NewReading> = places
            .into_iter()
            .filter(holds)
            .map(|place| new_reading(place, Measure::Withdrawn, String::new()))
            .collect();
        self.report.set(None);
        session.record(new);
    }

    fn carry_out(mut self, session: &Session, plan: Plan) {
        if !session.may_write() {
            session.toasts().say("error-read-only");
            return;
        }
        let mut report = Report {
            kept: plan.kept,
            read_only: plan.read_only,
            outside: plan.outside,
            ..Report::default()
        };
        let mut new = Vec::new();
        for (place, measure) in plan.entries {
            let Place { indicator, period } = place;
            let reading = session.read(|workspace| workspace.reading(indicator, period));
            let there = reading
                .as_ref()
                .filter(|reading| reading.current.measure != Measure::Withdrawn);
            if there.is_some_and(|there| there.current.measure == measure && !there.is_disputed()) {
                report.same += 1;
                continue;
            }
            report.entered += 1;
            report.replaced += usize::from(there.is_some());
            let comment = there.map(|there| there.current.comment.clone());
            new.push(new_reading(place, measure, comment.unwrap_or_default()));
        }
        if !session.record(new) {
            return;
        }
        if let Some(covers) = plan.covers {
            self.select(covers);
        }
        self.report.set(Some(report));
    }

    /// Selects a rectangle; the cell that has the keyboard is its first one.
    fn select(mut self, rect: Rect) {
        let selection = {
            let order = self.order.peek();
            let line = |row: usize| order.rows.get(row).map(|row| row.id);
            Selection {
                active: Spot {
                    line: line(rect.top),
                    column: rect.left,
                },
                end: Spot {
                    line: line(rect.bottom),
                    column: rect.right,
                },
            }
        };
        self.selection.set(selection);
        self.take_keyboard();
    }
}
