//! What the parts of the page of objectives share: what is open, moving things, and adding them.

use crate::session::Session;
use crate::ui::{Sorting, focus_soon};
use dioxus::prelude::*;
use jalon_shared::{Axis, AxisId, Field, IndicatorId, NewEntity, ObjectiveId, Value};
use std::collections::BTreeSet;

/// A handle, from context.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Board {
    /// The cards whose details are shown.
    pub open: Signal<BTreeSet<ObjectiveId>>,
    /// The indicator whose sheet is shown.
    pub sheet: Signal<Option<IndicatorId>>,
    pub axes: Sorting,
    pub cards: Sorting,
}

/// The name of the group of objectives without an axis.
const NO_AXIS: &str = "none";

pub(super) fn group_name(axis: Option<AxisId>) -> String {
    axis.map_or_else(|| NO_AXIS.to_owned(), |axis| axis.to_string())
}

/// Makes an axis after the others and puts the keyboard into its name.
pub(super) fn add_axis(session: &Session) {
    let id = AxisId::from_uuid(Session::fresh_uuid());
    let count = session.read(|workspace| workspace.axes().len());
    let color = u8::try_from(count % usize::from(Axis::COLORS)).unwrap_or(0);
    session.send(NewEntity::new(id).value(Field::Color, color));
    focus_soon(format!("axis-{id}-label"));
}

/// Makes an objective at the end of an axis, opens it and puts the keyboard into its statement.
pub(super) fn add_objective(session: &Session, mut board: Board, axis: Option<AxisId>) {
    let id = ObjectiveId::from_uuid(Session::fresh_uuid());
    let mut new = NewEntity::new(id);
    if let Some(axis) = axis {
        new = new.value(Field::Axis, Value::Id(axis.uuid()));
    }
    session.send(new);
    board.open.write().insert(id);
    focus_soon(format!("objective-{id}-statement"));
}
