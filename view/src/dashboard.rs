//! The dashboard as pictures and words: the same live in the browser, frozen on a page, and on paper.
//!
//! Every picture is an SVG with a sentence that says what it shows, and a table of the same data. States
//! are told apart by shape, by dashes and by word, so that a grey print says all that the screen says.

mod distribution;
mod gauge;
mod line;
mod panels;
mod picture;
mod scale;
mod state;

pub use panels::{DashboardView, Decisions, PanelView, Verbatims, panels};
pub use picture::{Prose, TableRow};
pub use state::{CategoryChip, ProgressBar, StateMark, StateShape, category_class, state_class};
