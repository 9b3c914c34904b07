//! The first page: the workspaces that somebody may open, making one, and what to do for whoever is not signed in.

mod copies;
mod create;
mod list;
mod page;
mod teach;
mod welcome;

pub use page::Home;
