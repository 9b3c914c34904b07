//! What the parts of the page of readings share: the cell that is open, the rows, the name of each.

use super::{place::Place, timeline::Month};
use dioxus::prelude::*;
use jalon_shared::{Indicator, IndicatorId, indicator::Category};
use jalon_view::words::Words;

/// What the cells share: which of them is open beside the table.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Board {
    pub open: Signal<Option<Place>>,
    pub today: Month,
}

/// A row of the table, as far as its place in it goes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Line {
    pub id: IndicatorId,
    pub category: Category,
}

/// The name of an indicator, or that it has none yet.
pub(super) fn name_of(words: Words, indicator: &Indicator) -> String {
    let name = indicator.name.trim();
    if name.is_empty() {
        words.t("readings-indicator-unnamed")
    } else {
        name.to_owned()
    }
}
