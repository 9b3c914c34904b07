//! Frozen versions as pages: one version in full, and two compared.

mod changes;
mod diff;
pub(crate) mod glossary;
mod grid;
mod head;
mod objectives;
mod page;
mod people;
mod readings;
mod sheet;

pub use diff::{DiffPage, DiffPageProps};
pub use page::{VersionPage, VersionPageProps};
