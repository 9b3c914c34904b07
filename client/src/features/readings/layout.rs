//! The layout of the grid: which rows there are, in which order, how high each stands, and which cell lies where.
//! Nothing here is drawn.

use super::{place::Place, timeline::Timeline};
use jalon_shared::{
    Frequency, IndicatorId, Period,
    indicator::{Aggregation, Category},
};
use serde::{Deserialize, Serialize};
use std::{cmp::Ordering, collections::HashMap};

/// A row, as far as its place goes.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub id: IndicatorId,
    pub category: Category,
    pub frequency: Frequency,
    pub aggregation: Aggregation,
    pub name: String,
    pub unit: String,
    /// Who is responsible.
    pub owner: String,
    /// How many of its periods are over and empty.
    pub waiting: usize,
    /// Its latest value.
    pub last: Option<f64>,
}

/// What rows are sorted by. Rows of which it is not known come last, whichever the direction.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SortBy {
    /// By category, in the order that everybody shares.
    #[default]
    Category,
    Name,
    /// How much of the target is reached.
    Standing,
    Last,
}

impl SortBy {
    pub const ALL: [Self; 4] = [Self::Category, Self::Name, Self::Standing, Self::Last];

    /// Its end of the keys of messages.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::Name => "name",
            Self::Standing => "standing",
            Self::Last => "last",
        }
    }
}

/// How one person looks at the grid: nobody else sees it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct View {
    pub sort: SortBy,
    pub descending: bool,
    /// Letters that the name, the unit or the responsible role contains.
    pub text: String,
    pub category: Option<Category>,
    pub owner: Option<String>,
    pub only_waiting: bool,
}

impl View {
    pub fn is_filtered(&self) -> bool {
        !self.text.trim().is_empty()
            || self.category.is_some()
            || self.owner.is_some()
            || self.only_waiting
    }

    fn keeps(&self, line: &Line) -> bool {
        let text = plain(&self.text);
        let has = |field: &str| plain(field).contains(&text);
        (text.is_empty() || has(&line.name) || has(&line.unit) || has(&line.owner))
            && self
                .category
                .is_none_or(|category| category == line.category)
            && self
                .owner
                .as_ref()
                .is_none_or(|owner| *owner == line.owner.trim())
            && (!self.only_waiting || line.waiting > 0)
    }
}

/// Letters without case and accents, for a search and an order.
pub fn plain(text: &str) -> String {
    let lower = text.trim().chars().flat_map(char::to_lowercase);
    let mut plain = String::with_capacity(text.len());
    for letter in lower {
        plain.push_str(match letter {
            'à' | 'á' | 'â' | 'ä' | 'ã' => "a",
            'ç' => "c",
            'è' | 'é' | 'ê' | 'ë' => "e",
            'ì' | 'í' | 'î' | 'ï' => "i",
            'ñ' => "n",
            'ò' | 'ó' | 'ô' | 'ö' | 'õ' => "o",
            'ù' | 'ú' | 'û' | 'ü' => "u",
            'œ' => "oe",
            'æ' => "ae",
            '’' => "'",
            letter => {
                plain.push(letter);
                continue;
            }
        });
    }
    plain
}

/// What stands in the grid from top to bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    Category(Category),
    /// A row: its number among the rows.
    Row(usize),
}

/// The rows in the order in which they are shown.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Order {
    pub rows: Vec<Row>,
    items: Vec<Item>,
    at: HashMap<IndicatorId, usize>,
}

/// A row of the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    pub id: IndicatorId,
    pub category: Category,
    pub frequency: Frequency,
    pub aggregation: Aggregation,
    /// Which item it is.
    pub item: usize,
}

impl Order {
    /// The lines, given in the order that everybody shares, as one person wants to see them. `standing` says how
    /// much of its target an indicator has reached.
    pub fn of(lines: &[Line], view: &View, standing: impl Fn(IndicatorId) -> Option<f64>) -> Self {
        let mut kept: Vec<&Line> = lines.iter().filter(|line| view.keeps(line)).collect();
        match view.sort {
            // Stable: within a category, the order that everybody shares.
            SortBy::Category => kept.sort_by(|a, b| view.turned(a.category.cmp(&b.category))),
            SortBy::Name => {
                let mut named: Vec<(String, &Line)> = kept
                    .into_iter()
                    .map(|line| (plain(&line.name), line))
                    .collect();
                named.sort_by(|(a, _), (b, _)| {
                    last_if(a.is_empty(), b.is_empty()).unwrap_or_else(|| view.turned(a.cmp(b)))
                });
                kept = named.into_iter().map(|(_, line)| line).collect();
            }
            SortBy::Last => view.sort_numbers(&mut kept, |line| line.last),
            SortBy::Standing => view.sort_numbers(&mut kept, |line| standing(line.id)),
        }
        let mut order = Self::default();
        let mut category = None;
        for line in kept {
            if view.sort == SortBy::Category && category != Some(line.category) {
                category = Some(line.category);
                order.items.push(Item::Category(line.category));
            }
            order.at.insert(line.id, order.rows.len());
            order.rows.push(Row {
                id: line.id,
                category: line.category,
                frequency: line.frequency,
                aggregation: line.aggregation,
                item: order.items.len(),
            });
            order.items.push(Item::Row(order.rows.len() - 1));
        }
        order
    }

    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// Which row an indicator is, if it is shown.
    pub fn row_of(&self, id: IndicatorId) -> Option<usize> {
        self.at.get(&id).copied()
    }

    /// How many items before this one are heads of categories.
    fn heads_before(&self, item: usize) -> usize {
        let before = self.items.get(..item).unwrap_or(&self.items);
        // At most three, of which each is the first of its rows.
        let rows = self.rows.partition_point(|row| row.item < item);
        before.len() - rows
    }
}

impl View {
    fn turned(&self, ordering: Ordering) -> Ordering {
        if self.descending {
            ordering.reverse()
        } else {
            ordering
        }
    }

    fn sort_numbers(&self, lines: &mut Vec<&Line>, number: impl Fn(&Line) -> Option<f64>) {
        let mut numbered: Vec<(Option<f64>, &Line)> =
            lines.drain(..).map(|line| (number(line), line)).collect();
        numbered.sort_by(|(a, _), (b, _)| match (a, b) {
            (Some(a), Some(b)) => self.turned(a.total_cmp(b)),
            _ => last_if(a.is_none(), b.is_none()).unwrap_or(Ordering::Equal),
        });
        lines.extend(numbered.into_iter().map(|(_, line)| line));
    }
}

/// Puts what is not known last.
fn last_if(a: bool, b: bool) -> Option<Ordering> {
    (a || b).then(|| a.cmp(&b))
}

/// How high rows and heads of categories stand, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Heights {
    pub row: f64,
    pub head: f64,
}

impl Heights {
    /// Where an item begins, from the top of the first.
    pub fn top(self, order: &Order, item: usize) -> f64 {
        let item = item.min(order.items.len());
        let heads = order.heads_before(item);
        heads as f64 * self.head + (item - heads) as f64 * self.row
    }

    /// Which items lie between two heights, and up to `more` around them.
    pub fn window(self, order: &Order, from: f64, to: f64, more: usize) -> (usize, usize) {
        let at = |y: f64| {
            let (mut low, mut high) = (0, order.items.len());
            while low < high {
                let middle = usize::midpoint(low, high);
                if self.top(order, middle + 1) <= y {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            low
        };
        let first = at(from).saturating_sub(more);
        let last = (at(to) + 1 + more).min(order.items.len());
        // In steps, so that scrolling by a line or two draws nothing.
        let step = more.max(1) / 2;
        match step {
            0 | 1 => (first, last),
            step => (
                first - first % step,
                last.next_multiple_of(step).min(order.items.len()),
            ),
        }
    }
}

/// The columns: 0 is the name, then one for each shortest period, then what it all comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Columns {
    pub timeline: Timeline,
    /// How many periods there are.
    pub periods: usize,
}

/// What lies in a column of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// The first column that it lies over, and how many.
    pub first: usize,
    pub columns: usize,
    /// Its period; none for the name and the total.
    pub period: Option<Period>,
}

impl Slot {
    pub const fn last(self) -> usize {
        self.first + self.columns - 1
    }
}

impl Columns {
    pub fn of(timeline: Timeline) -> Self {
        Self {
            timeline,
            periods: timeline.columns().len(),
        }
    }

    /// The column of the total, which is the last.
    pub const fn total(self) -> usize {
        self.periods + 1
    }

    pub const fn count(self) -> usize {
        self.periods + 2
    }

    /// What lies in a column of a row that is read this often.
    pub fn slot(self, frequency: Frequency, column: usize) -> Slot {
        let alone = |first| Slot {
            first,
            columns: 1,
            period: None,
        };
        if column == 0 || column > self.periods {
            return alone(column.min(self.total()));
        }
        let columns = usize::from((frequency.months() / self.timeline.unit.months()).max(1));
        let index = (column - 1) / columns;
        let period = u8::try_from(index)
            .ok()
            .and_then(|index| Period::new(self.timeline.year, index, frequency));
        Slot {
            first: index * columns + 1,
            columns,
            period,
        }
    }

    /// The cell in a column of a row; none in the name and the total.
    pub fn place(self, row: &Row, column: usize) -> Option<Place> {
        let period = self.slot(row.frequency, column).period?;
        Some(Place {
            indicator: row.id,
            period,
        })
    }
}

#[cfg(test)]
mod tests;
