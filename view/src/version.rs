//! Frozen versions as pages: one version in full, and two compared.

mod diff;
mod page;

pub use diff::{DiffPage, DiffPageProps};
pub use page::{VersionPage, VersionPageProps};
