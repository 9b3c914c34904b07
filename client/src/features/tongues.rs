//! The languages of a glossary: finding one by any of its names, and choosing which there are.

pub mod find;

#[cfg(target_arch = "wasm32")]
mod chooser;
#[cfg(target_arch = "wasm32")]
pub(crate) mod names;

#[cfg(target_arch = "wasm32")]
pub use chooser::{LanguageChooser, meant};
