//! Entering readings: the table of a year, its cells, and the editor of a cell. What figures mean is left to
//! `jalon_shared::rules`, how numbers are written to `jalon_view`.

pub mod block;
pub mod draft;
pub mod layout;
pub mod place;
pub mod quick;
pub mod report_words;
pub mod shown;
pub mod timeline;
pub mod travel;
pub mod tsv;

#[cfg(target_arch = "wasm32")]
mod board;
#[cfg(target_arch = "wasm32")]
mod cell;
#[cfg(target_arch = "wasm32")]
mod editor;
#[cfg(target_arch = "wasm32")]
mod grid;
#[cfg(target_arch = "wasm32")]
mod history;
#[cfg(target_arch = "wasm32")]
mod inputs;
#[cfg(target_arch = "wasm32")]
mod page;
#[cfg(target_arch = "wasm32")]
mod table;
#[cfg(target_arch = "wasm32")]
mod verbatims;

#[cfg(target_arch = "wasm32")]
pub use page::{Readings, ReadingsTable};
