//! What can go wrong between the server and its database.

use crate::secret::NoChance;
use rusqlite::ErrorCode;
use std::{io, sync::Arc};

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
    Commit(Arc<rusqlite::Error>),
    #[error("the store is closed")]
    Closed,
    #[error("the database holds something that it should not: {0}")]
    Corrupt(String),
    #[error(transparent)]
    NoChance(#[from] NoChance),
}

/// What ails the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ailment {
    /// It takes nothing: full, read-only, or broken.
    Unwritable,
    /// It holds something else than what was written.
    Damaged,
}

impl StoreError {
    /// What ails the disk, if it is the disk.
    pub fn ailment(&self) -> Option<Ailment> {
        let error = match self {
            Self::Database(error) => error,
            Self::Commit(error) => error.as_ref(),
            Self::Corrupt(_) => return Some(Ailment::Damaged),
            Self::File { .. } => return Some(Ailment::Unwritable),
            Self::Migration(_) | Self::Closed | Self::NoChance(_) => return None,
        };
        match error.sqlite_error_code()? {
            ErrorCode::DiskFull
            | ErrorCode::ReadOnly
            | ErrorCode::SystemIoFailure
            // Another write of the same transaction met one of these.
            | ErrorCode::OperationAborted
            | ErrorCode::CannotOpen => Some(Ailment::Unwritable),
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Some(Ailment::Damaged),
            _ => None,
        }
    }

    pub fn file(what: impl Into<String>, error: io::Error) -> Self {
        Self::File {
            what: what.into(),
            error,
        }
    }
}
