//! Blocks of cells: what is copied out of a selection, and where a block that is pasted or filled goes, cell by
//! cell. Nothing is written here: a plan says what would be.

use super::{
    layout::{Columns, Order, Row},
    place::Place,
    quick::Unread,
    tsv::Copied,
};
use jalon_shared::{Measure, indicator::Aggregation};

/// A rectangle of rows and columns, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rect {
    pub top: usize,
    pub bottom: usize,
    pub left: usize,
    pub right: usize,
}

impl Rect {
    pub const fn height(self) -> usize {
        self.bottom - self.top + 1
    }

    pub const fn width(self) -> usize {
        self.right - self.left + 1
    }

    pub fn contains(self, row: usize, first: usize, last: usize) -> bool {
        (self.top..=self.bottom).contains(&row) && first <= self.right && last >= self.left
    }

    /// The smallest one around both.
    pub fn around(self, other: Self) -> Self {
        Self {
            top: self.top.min(other.top),
            bottom: self.bottom.max(other.bottom),
            left: self.left.min(other.left),
            right: self.right.max(other.right),
        }
    }
}

/// One cell of a block.
#[derive(Debug, Clone, PartialEq)]
pub enum Piece {
    Nothing,
    Text(String),
    /// It was copied here, with all the numbers behind it.
    Measure(Measure),
}

impl Piece {
    fn is_nothing(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::Measure(measure) => *measure == Measure::Withdrawn,
        }
    }
}

/// Why a cell stays as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    Unread(Unread),
    /// The indicator is measured in another way.
    OtherKind,
}

/// A cell that stays as it was.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    pub place: Place,
    pub text: String,
    pub why: Why,
}

/// What pasting or filling would do.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    pub entries: Vec<(Place, Measure)>,
    pub kept: Vec<Kept>,
    /// How many values fell onto the names and the totals, which nobody writes.
    pub read_only: usize,
    /// How many fell beside the grid.
    pub outside: usize,
    /// What it covers, to be selected.
    pub covers: Option<Rect>,
}

/// Whether a measure has the shape that an aggregation needs.
pub fn fits(measure: &Measure, aggregation: Aggregation) -> bool {
    matches!(
        (measure, aggregation),
        (Measure::Amount { .. }, Aggregation::Sum)
            | (Measure::Ratio { .. }, Aggregation::Ratio)
            | (Measure::Mean { .. }, Aggregation::WeightedMean)
            | (Measure::Levels { .. }, Aggregation::Distribution)
    )
}

/// Where a block goes that is pasted over a selection. A block that fits into it several times fills it; any
/// other one begins in its corner. `read` understands a text as the row needs it.
pub fn paste(
    block: &[Vec<Piece>],
    over: Rect,
    order: &Order,
    columns: Columns,
    read: impl Fn(&Row, &str) -> Result<Measure, Unread>,
) -> Plan {
    let (height, width) = (
        block.len(),
        block.iter().map(Vec::len).max().unwrap_or_default(),
    );
    let mut plan = Plan::default();
    if height == 0 || width == 0 {
        return plan;
    }
    let fills = over.height().is_multiple_of(height) && over.width().is_multiple_of(width);
    let (rows, wide) = if fills {
        (over.height(), over.width())
    } else {
        (height, width)
    };
    for down in 0..rows {
        let pieces = (0..wide).map(|along| {
            let row = block.get(down % height);
            row.and_then(|row| row.get(along % width))
                .unwrap_or(&Piece::Nothing)
        });
        let pieces: Vec<&Piece> = pieces.collect();
        match order.rows.get(over.top + down) {
            Some(row) => {
                let targets = targets(&pieces, over.left, row, columns);
                for (piece, column) in pieces.into_iter().zip(targets) {
                    if !piece.is_nothing() {
                        plan.put(piece, row, column, columns, &read);
                    }
                }
            }
            None => {
                plan.outside += pieces.iter().filter(|piece| !piece.is_nothing()).count();
            }
        }
    }
    plan.covers = Some(Rect {
        top: over.top,
        bottom: (over.top + rows - 1).min(order.rows.len().saturating_sub(1)),
        left: over.left,
        right: (over.left + wide - 1).min(columns.total()),
    });
    plan
}

/// The column of each piece of a row; none for one that lies under a cell that began before it. A cell over
/// several columns takes the piece at its first column, as it is copied; but where all stand side by side, as in
/// a file that knows only quarters, the first one takes the first, the second one the second.
fn targets(pieces: &[&Piece], left: usize, row: &Row, columns: Columns) -> Vec<Option<usize>> {
    let first = columns.slot(row.frequency, left);
    let begins = |column: usize| columns.slot(row.frequency, column).first == column;
    let spaced = pieces.iter().enumerate().all(|(along, piece)| {
        let column = first.first + along;
        piece.is_nothing() || column > columns.periods || begins(column)
    });
    let step = if spaced { 1 } else { first.columns };
    (0..pieces.len())
        .map(|along| {
            let column = first.first + along * step;
            (column > columns.periods || begins(column)).then_some(column)
        })
        .collect()
}

impl Plan {
    fn put(
        &mut self,
        piece: &Piece,
        row: &Row,
        column: Option<usize>,
        columns: Columns,
        read: &impl Fn(&Row, &str) -> Result<Measure, Unread>,
    ) {
        let Some(column) = column.filter(|column| *column <= columns.total()) else {
            self.outside += 1;
            return;
        };
        let Some(place) = columns.place(row, column) else {
            self.read_only += 1;
            return;
        };
        let keep = |text: &str, why| Kept {
            place,
            text: text.to_owned(),
            why,
        };
        match piece {
            Piece::Nothing => {}
            Piece::Measure(measure) if fits(measure, row.aggregation) => {
                self.entries.push((place, measure.clone()));
            }
            Piece::Measure(_) => self.kept.push(keep("", Why::OtherKind)),
            Piece::Text(text) => match read(row, text) {
                Ok(measure) => self.entries.push((place, measure)),
                Err(unread) => self.kept.push(keep(text.trim(), Why::Unread(unread))),
            },
        }
    }
}

/// What a selection comes to when it is drawn out to `to`, which lies around it: it is repeated, up, down and
/// sideways. Empty cells of it fill nothing.
pub fn fill(
    from: Rect,
    to: Rect,
    order: &Order,
    columns: Columns,
    measure: impl Fn(Place) -> Option<Measure>,
) -> Plan {
    let mut plan = Plan {
        covers: Some(to),
        ..Plan::default()
    };
    let again = |at: usize, start: usize, length: usize| {
        let by = at as i64 - start as i64;
        start + by.rem_euclid(length.max(1) as i64) as usize
    };
    for at in to.top..=to.bottom {
        let (Some(row), Some(source)) = (
            order.rows.get(at),
            order.rows.get(again(at, from.top, from.height())),
        ) else {
            continue;
        };
        for column in to.left..=to.right {
            let slot = columns.slot(row.frequency, column);
            let is_inside = from.contains(at, slot.first, slot.last());
            if column != slot.first.max(to.left) || is_inside {
                continue;
            }
            let column = again(slot.first, from.left, from.width());
            let (Some(place), Some(from)) = (
                columns.place(row, slot.first),
                columns.place(source, column),
            ) else {
                continue;
            };
            match measure(from).filter(|measure| *measure != Measure::Withdrawn) {
                Some(measure) if fits(&measure, row.aggregation) => {
                    plan.entries.push((place, measure));
                }
                Some(_) => plan.kept.push(Kept {
                    place,
                    text: String::new(),
                    why: Why::OtherKind,
                }),
                None => {}
            }
        }
    }
    plan
}

/// The cells of a selection, once each, row by row.
pub fn places(selected: Rect, order: &Order, columns: Columns) -> Vec<Place> {
    let mut places = Vec::new();
    for row in order
        .rows
        .iter()
        .take(selected.bottom + 1)
        .skip(selected.top)
    {
        let mut column = selected.left;
        while column <= selected.right {
            let slot = columns.slot(row.frequency, column);
            places.extend(columns.place(row, slot.first));
            column = slot.last() + 1;
        }
    }
    places
}

/// A selection as a block: each row with as many cells as it has columns, a cell over several in the first.
pub fn copy(
    selected: Rect,
    order: &Order,
    columns: Columns,
    cell: impl Fn(&Row, usize) -> Copied,
) -> Vec<Vec<Copied>> {
    let rows = order
        .rows
        .iter()
        .take(selected.bottom + 1)
        .skip(selected.top);
    rows.map(|row| {
        let mut cells = Vec::new();
        let mut column = selected.left;
        while column <= selected.right {
            let slot = columns.slot(row.frequency, column);
            let last = slot.last().min(selected.right);
            cells.push(Copied {
                columns: last + 1 - column,
                ..cell(row, slot.first)
            });
            column = last + 1;
        }
        cells
    })
    .collect()
}

/// The texts of a block, with an empty one for each further column.
pub fn texts(block: &[Vec<Copied>]) -> Vec<Vec<String>> {
    let row = |row: &Vec<Copied>| {
        let mut texts = Vec::new();
        for cell in row {
            texts.push(cell.text.clone());
            texts.extend((1..cell.columns).map(|_| String::new()));
        }
        texts
    };
    block.iter().map(row).collect()
}

#[cfg(test)]
mod tests;
