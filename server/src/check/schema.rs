//! The database itself: its pages, its constraints, and the triggers that keep versions as they are.

use super::Report;
use crate::store::{StoreError, database};
use rusqlite::Connection;
use std::collections::BTreeSet;

/// One table, index or trigger: its name, and the words that made it.
type Part = (String, Option<String>);

pub(super) fn check(connection: &Connection, report: &mut Report) -> Result<(), StoreError> {
    let mut select = connection.prepare("PRAGMA integrity_check")?;
    let lines = select.query_map([], |row| row.get::<_, String>(0))?;
    for line in lines {
        let line = line?;
        if line != "ok" {
            report.faults.push(format!("database: {line}"));
        }
    }
    let mut select = connection.prepare("PRAGMA foreign_key_check")?;
    let lines = select.query_map([], |row| row.get::<_, String>(0))?;
    for table in lines {
        report
            .faults
            .push(format!("database: a row of {} belongs to nothing", table?));
    }
    let (ours, found) = (parts(&database::in_memory()?)?, parts(connection)?);
    for (name, _) in ours.symmetric_difference(&found) {
        let fault = format!("database: {name} is not as this program made it");
        if !report.faults.contains(&fault) {
            report.faults.push(fault);
        }
    }
    Ok(())
}

fn parts(connection: &Connection) -> Result<BTreeSet<Part>, StoreError> {
    // What SQLite makes for itself, such as statistics, is its own affair.
    let sql = "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";
    let mut select = connection.prepare(sql)?;
    let rows = select.query_map([], |row| {
        // A table that was renamed, and renamed back, is the same, with quotes around its name.
        let sql: Option<String> = row.get(1)?;
        Ok((row.get(0)?, sql.map(|sql| sql.replace('"', ""))))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
