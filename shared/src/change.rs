//! Changes: what a view must redraw after the document moved.

use crate::{EntityKind, EntityRef, FieldRef, IndicatorId, Period, Subject, TextOp};

/// One thing that is no longer as it was drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// The list of the entities of a kind: one was made, moved, deleted or restored.
    List(EntityKind),
    /// A single value or a set; a text, too, in a workspace that [`guards`](crate::Workspace::guard) itself.
    Value(FieldRef),
    /// A shared text: the steps that lead from the text before to the text `now`.
    Text {
        field: FieldRef,
        ops: Vec<TextOp>,
        now: String,
    },
    /// A cell of the table of readings.
    Reading {
        indicator: IndicatorId,
        period: Period,
    },
    /// What people say about something.
    Talk(Subject),
    /// The languages of the glossary.
    Languages,
}

/// What became of an entity as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fate {
    Made,
    /// Sent to the bin.
    Binned,
    /// Taken out of it.
    Restored,
}

impl Change {
    /// The entity that it touches, if it touches one alone.
    pub fn entity(&self) -> Option<EntityRef> {
        match self {
            Self::Value(field) | Self::Text { field, .. } => Some(field.entity),
            Self::Reading { indicator, .. } => Some((*indicator).into()),
            Self::Talk(about) => Some(about.entity()),
            Self::List(_) | Self::Languages => None,
        }
    }
}
