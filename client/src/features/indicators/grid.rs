//! What the parts of the page of indicators share: the sheet that is open, and moving rows.

use crate::ui::Sorting;
use dioxus::prelude::*;
use jalon_shared::IndicatorId;

/// A handle, from context.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Grid {
    /// The indicator whose sheet is open.
    pub sheet: Signal<Option<IndicatorId>>,
    pub rows: Sorting,
}
