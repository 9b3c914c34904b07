//! What a workspace is and what may happen to it.
//!
//! No I/O, no clock, no user interface: the server and the browser bring those. The one public door to
//! the shared document is [`Workspace`]; the types of the library behind it never leave this crate.

pub mod change;
pub mod command;
pub mod content;
pub mod dashboard;
pub mod entity;
pub mod glossary;
pub mod ids;
pub mod indicator;
pub mod lang;
pub mod objective;
pub mod period;
pub mod plan;
pub mod presence;
pub mod protocol;
pub mod reading;
pub mod role;
pub mod rules;
pub mod talk;
pub mod text;
pub mod version;
pub mod workspace;

mod both;
mod doc;

pub use both::{both, both_if};
pub use change::{Change, Fate};
pub use command::{Choice, Command, CommandError, NewEntity, Place, Stamp, Value};
pub use content::Content;
pub use dashboard::{Block, BlockKind, Dashboard};
pub use entity::{EntityKind, EntityRef, Field, FieldKind, FieldRef};
pub use glossary::Term;
pub use ids::{
    AxisId, BlockId, CommentId, DecisionId, Generation, IndicatorId, InvalidId, ObjectiveId,
    PersonId, ReadingId, TermId, ThreadId, VerbatimId, WorkspaceId,
};
pub use indicator::{Indicator, Verbatim};
pub use lang::Lang;
pub use objective::Objective;
pub use period::{Frequency, Period};
pub use plan::{Axis, Decision, Settings};
pub use reading::{Measure, Reading, ReadingEntry};
pub use role::Role;
pub use talk::{Subject, Talk, Thread};
pub use text::{TextEdit, TextOp};
pub use version::Version;
pub use workspace::Workspace;
