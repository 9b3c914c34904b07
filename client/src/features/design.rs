//! The page of the design: every token and every part in every state, drawn by the parts themselves. It needs no
//! workspace: what its fields are bound to lives in the page alone.

mod above;
mod actions;
mod boards;
mod colours;
mod data;
mod fields;
mod page;
mod sample;
mod scales;
mod specimen;
mod standing;

pub use page::Design;
