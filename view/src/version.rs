//! Frozen versions as pages: one version in full, and two compared. What the page of one is made of is not there in a
//! browser, which never draws it.

mod changes;
mod diff;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) mod glossary;
#[cfg(not(target_arch = "wasm32"))]
mod grid;
#[cfg(not(target_arch = "wasm32"))]
mod head;
#[cfg(not(target_arch = "wasm32"))]
mod objectives;
#[cfg(not(target_arch = "wasm32"))]
mod page;
#[cfg(not(target_arch = "wasm32"))]
mod parts;
#[cfg(not(target_arch = "wasm32"))]
mod people;
#[cfg(not(target_arch = "wasm32"))]
mod pieces;
#[cfg(not(target_arch = "wasm32"))]
mod readings;
#[cfg(not(target_arch = "wasm32"))]
mod sheet;

pub use diff::{DiffPage, DiffPageProps};
#[cfg(not(target_arch = "wasm32"))]
pub use page::{VersionPage, VersionPageProps};
