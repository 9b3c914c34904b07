//! What people do on the pages: one folder each, with its words in `view/locales` and its style in `web/styles`.
//!
//! A feature whose rules can be computed without a browser keeps them in a file of its own that is
//! compiled natively too.

#[cfg(target_arch = "wasm32")]
pub mod bin;
#[cfg(target_arch = "wasm32")]
pub(crate) mod binning;
#[cfg(target_arch = "wasm32")]
pub(crate) mod choosing;
#[cfg(target_arch = "wasm32")]
pub mod dashboard;
#[cfg(target_arch = "wasm32")]
pub mod design;
pub mod glossary;
#[cfg(target_arch = "wasm32")]
pub mod home;
pub mod indicators;
#[cfg(target_arch = "wasm32")]
pub(crate) mod mentions;
pub mod objectives;
#[cfg(target_arch = "wasm32")]
pub mod people;
pub mod readings;
#[cfg(target_arch = "wasm32")]
pub mod shell;
pub mod since;
pub mod start;
#[cfg(target_arch = "wasm32")]
pub(crate) mod steps;
pub mod talk;
pub mod tongues;
pub mod versions;
pub mod when;
