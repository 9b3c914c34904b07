//! Going about the grid with the keyboard: from which cell to which.

use super::{
    block::Rect,
    layout::{Columns, Order},
};
use jalon_shared::IndicatorId;

/// A place of the keyboard: a column in the head (without a line) or in the row of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    pub line: Option<IndicatorId>,
    pub column: usize,
}

/// What is selected: the cell that has the keyboard, and the opposite corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    pub active: Spot,
    pub end: Spot,
}

impl Selection {
    pub const fn one(spot: Spot) -> Self {
        Self {
            active: spot,
            end: spot,
        }
    }

    /// The rows and columns of it, whole cells; none in the head, or where its row is not shown.
    pub fn rect(self, order: &Order, columns: Columns) -> Option<Rect> {
        let corner = |spot: Spot| {
            let at = order.row_of(spot.line?)?;
            let slot = columns.slot(order.rows.get(at)?.frequency, spot.column);
            Some(Rect {
                top: at,
                bottom: at,
                left: slot.first,
                right: slot.last(),
            })
        };
        Some(corner(self.active)?.around(corner(self.end)?))
    }
}

/// A step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Go {
    Left,
    Right,
    Up,
    Down,
    /// The first period of the row; from there, its name.
    Home,
    /// The last period of the row; from there, its total.
    End,
    FirstRow,
    LastRow,
    Start,
    Finish,
    PageUp,
    PageDown,
    /// The next cell that somebody writes in, at the end of a row in the next one.
    Next,
    Previous,
}

/// Where a step leads; `page` is how many rows are in view. What is not shown any more counts as the first row.
pub fn go(from: Spot, step: Go, page: usize, order: &Order, columns: Columns) -> Spot {
    let Some(last) = order.rows.len().checked_sub(1) else {
        return Spot {
            line: None,
            column: from.column.min(columns.total()),
        };
    };
    let row = from.line.map(|id| order.row_of(id).unwrap_or(0));
    let frequency = row
        .and_then(|row| order.rows.get(row))
        .map_or(columns.timeline.unit, |row| row.frequency);
    let slot = columns.slot(frequency, from.column);
    let at = |row: Option<usize>, column: usize| Spot {
        line: row.and_then(|row| order.rows.get(row)).map(|row| row.id),
        column: column.min(columns.total()),
    };
    let page = page.max(1);
    let here = row.unwrap_or(0);
    match step {
        Go::Left => at(row, slot.first.saturating_sub(1)),
        Go::Right => at(row, slot.last() + 1),
        Go::Up => at(row.and_then(|row| row.checked_sub(1)), from.column),
        Go::Down => at(Some(row.map_or(0, |row| (row + 1).min(last))), from.column),
        Go::Home => at(row, usize::from(slot.first > 1)),
        Go::End if slot.last() < columns.periods => at(row, columns.periods),
        Go::End => at(row, columns.total()),
        Go::FirstRow => at(Some(0), from.column),
        Go::LastRow => at(Some(last), from.column),
        Go::Start => at(Some(0), 1),
        Go::Finish => at(Some(last), columns.periods),
        Go::PageUp => at(Some(here.saturating_sub(page)), from.column),
        Go::PageDown => at(Some((here + page).min(last)), from.column),
        Go::Next if slot.last() < columns.periods => at(row, (slot.last() + 1).max(1)),
        Go::Next => match row {
            Some(row) if row < last => at(Some(row + 1), 1),
            _ => from,
        },
        Go::Previous if slot.first > 1 => at(row, (slot.first - 1).min(columns.periods)),
        Go::Previous => match row {
            Some(row) if row > 0 => at(Some(row - 1), columns.periods),
            _ => from,
        },
    }
}

/// The whole row, the whole column, or everything.
pub fn whole(
    selection: Selection,
    rows: bool,
    all_columns: bool,
    order: &Order,
    columns: Columns,
) -> Selection {
    let Some((first, last)) = order.rows.first().zip(order.rows.last()) else {
        return selection;
    };
    let Selection { active, end } = selection;
    let (top, bottom) = if rows {
        (Some(first.id), Some(last.id))
    } else {
        (active.line, end.line)
    };
    let (left, right) = if all_columns {
        (1, columns.periods)
    } else {
        (active.column, end.column)
    };
    Selection {
        active: Spot {
            line: top,
            column: left,
        },
        end: Spot {
            line: bottom,
            column: right,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::readings::{
        layout::{Line, View},
        timeline::Timeline,
    };
    use jalon_shared::{
        Frequency,
        indicator::{Aggregation, Category},
    };
    use uuid::Uuid;

    fn id(number: u128) -> IndicatorId {
        IndicatorId::from_uuid(Uuid::from_u128(number))
    }

    /// Row 0 by month, row 1 by quarter, rows 2 to 9 by month.
    fn order() -> Order {
        let line = |number: u128| Line {
            id: id(number),
            category: Category::Activity,
            frequency: if number == 1 {
                Frequency::Quarterly
            } else {
                Frequency::Monthly
            },
            aggregation: Aggregation::Sum,
            name: String::new(),
            unit: String::new(),
            owner: String::new(),
            waiting: 0,
            last: None,
        };
        let lines: Vec<Line> = (0..10).map(line).collect();
        Order::of(&lines, &View::default(), |_| None)
    }

    fn columns() -> Columns {
        Columns::of(Timeline {
            year: 2025,
            unit: Frequency::Monthly,
        })
    }

    fn spot(row: Option<u128>, column: usize) -> Spot {
        Spot {
            line: row.map(id),
            column,
        }
    }

    #[test]
    fn keys_lead_where_a_spreadsheet_leads() {
        for (from, step, to) in [
            ((Some(0), 5), Go::Right, (Some(0), 6)),
            ((Some(0), 13), Go::Right, (Some(0), 13)),
            ((Some(0), 0), Go::Left, (Some(0), 0)),
            // A cell over three columns is left in one step, and the column is kept when going through it.
            ((Some(1), 5), Go::Right, (Some(1), 7)),
            ((Some(1), 5), Go::Left, (Some(1), 3)),
            ((Some(0), 5), Go::Down, (Some(1), 5)),
            ((Some(1), 5), Go::Down, (Some(2), 5)),
            ((Some(0), 5), Go::Up, (None, 5)),
            ((None, 5), Go::Up, (None, 5)),
            ((None, 5), Go::Down, (Some(0), 5)),
            ((Some(9), 5), Go::Down, (Some(9), 5)),
            ((Some(0), 5), Go::Home, (Some(0), 1)),
            ((Some(0), 1), Go::Home, (Some(0), 0)),
            ((Some(1), 2), Go::Home, (Some(1), 0)),
            ((Some(0), 5), Go::End, (Some(0), 12)),
            ((Some(1), 11), Go::End, (Some(1), 13)),
            ((Some(4), 5), Go::Start, (Some(0), 1)),
            ((Some(4), 5), Go::Finish, (Some(9), 12)),
            ((Some(4), 5), Go::PageDown, (Some(8), 5)),
            ((Some(8), 5), Go::PageDown, (Some(9), 5)),
            ((Some(4), 5), Go::PageUp, (Some(0), 5)),
            ((Some(4), 5), Go::LastRow, (Some(9), 5)),
            ((Some(0), 12), Go::Next, (Some(1), 1)),
            ((Some(1), 1), Go::Next, (Some(1), 4)),
            ((Some(9), 12), Go::Next, (Some(9), 12)),
            ((Some(1), 3), Go::Previous, (Some(0), 12)),
            ((Some(0), 1), Go::Previous, (Some(0), 1)),
            // A row that is gone.
            ((Some(99), 5), Go::Down, (Some(1), 5)),
        ] {
            let (from, to) = (spot(from.0, from.1), spot(to.0, to.1));
            assert_eq!(
                go(from, step, 4, &order(), columns()),
                to,
                "{from:?} {step:?}"
            );
        }
        let nothing = go(spot(Some(3), 2), Go::Down, 4, &Order::default(), columns());
        assert_eq!(nothing, spot(None, 2));
    }

    #[test]
    fn a_selection_takes_cells_whole() {
        let selection = Selection {
            active: spot(Some(0), 5),
            end: spot(Some(1), 5),
        };
        let rect = Rect {
            top: 0,
            bottom: 1,
            left: 4,
            right: 6,
        };
        assert_eq!(selection.rect(&order(), columns()), Some(rect));
        let all = whole(selection, true, true, &order(), columns());
        let rect = all
            .rect(&order(), columns())
            .map(|rect| (rect.height(), rect.width()));
        assert_eq!(rect, Some((10, 12)));
        let head = Selection::one(spot(None, 5));
        assert_eq!(head.rect(&order(), columns()), None);
        let column = whole(head, true, false, &order(), columns());
        let rect = column
            .rect(&order(), columns())
            .map(|rect| (rect.height(), rect.left));
        assert_eq!(rect, Some((10, 5)));
    }
}
