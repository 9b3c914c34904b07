//! What can go wrong between the server and its database.

use crate::secret::NoChance;
use std::io;

/// Why the store did not do what it was asked. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("the database answered: {0}")]
    Database(#[from] rusqlite::Error),
    #[error("the schema could not be brought up to date: {0}")]
    Migration(#[from] rusqlite_migration::Error),
    #[error("{what}: {error}")]
    File { what: String, error: io::Error },
    #[error("the transaction was not committed: {0}")]
    Commit(String),
    #[error("the store is closed")]
    Closed,
    #[error("the database holds something that it should not: {0}")]
    Corrupt(String),
    #[error(transparent)]
    NoChance(#[from] NoChance),
}

impl StoreError {
    pub fn file(what: impl Into<String>, error: io::Error) -> Self {
        Self::File {
            what: what.into(),
            error,
        }
    }
}
