//! Looking through a whole database: the schema is ours, every document loads, every snapshot and its log say
//! what their replay says, every chain of versions holds, and whoever was forgotten is.

use crate::store::{StoreError, forgetting, workspaces};
use rusqlite::{Connection, Transaction, TransactionBehavior};

mod chain;
mod copies;
mod document;
mod people;
mod schema;

pub use copies::copies;

/// What was looked through, and what is wrong with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    pub workspaces: usize,
    pub versions: usize,
    /// What is wrong. One sentence each.
    pub faults: Vec<String>,
    /// What is not wrong, and worth knowing. One sentence each.
    pub notes: Vec<String>,
}

/// Looks through a database.
///
/// # Errors
/// When the database cannot be read at all; what is wrong inside it is in the report.
pub fn check(connection: &Connection) -> Result<Report, StoreError> {
    let mut report = Report::default();
    // One picture of it all: what a server writes meanwhile is no fault.
    let _picture = Transaction::new_unchecked(connection, TransactionBehavior::Deferred)?;
    schema::check(connection, &mut report)?;
    let gone = forgetting::gone(connection)?;
    people::check(connection, &gone, &mut report)?;
    for listed in workspaces::all(connection)? {
        report.workspaces += 1;
        let looked_at = [
            document::document(connection, listed.id, &gone),
            chain::chain(connection, listed.id, &mut report.versions),
        ];
        for faults in looked_at {
            let faults = faults.unwrap_or_else(|error| vec![error.to_string()]);
            let named = faults
                .into_iter()
                .map(|fault| format!("workspace {}: {fault}", listed.id));
            report.faults.extend(named);
        }
    }
    Ok(report)
}
