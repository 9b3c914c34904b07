//! Frozen versions. Triggers of the schema see to it that a row never changes and that the chain holds.

use super::StoreError;
use jalon_shared::{WorkspaceId, version::Sealed};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;

/// A version without its content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    pub number: u32,
    pub hash: String,
    pub previous_hash: Option<String>,
    pub label: String,
    pub period: String,
    pub note: String,
    pub frozen_at: String,
    pub frozen_by: String,
    pub replaces: Option<u32>,
}

const COLUMNS: &str =
    "number, hash, previous_hash, label, period, note, frozen_at, frozen_by, replaces";

/// Keeps a version. The schema refuses one that does not follow the last.
pub fn insert(connection: &Connection, sealed: &Sealed) -> Result<Entry, StoreError> {
    let version = &sealed.version;
    let entry = Entry {
        number: version.number,
        hash: sealed.hash.clone(),
        previous_hash: version.previous_hash.clone(),
        label: version.label.clone(),
        period: version.period.clone(),
        note: version.note.clone(),
        frozen_at: version.frozen_at.clone(),
        frozen_by: version.frozen_by.clone(),
        replaces: version.replaces,
    };
    connection.execute(
        &format!("INSERT INTO version (workspace, sealed, {COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"),
        params![
            version.workspace.to_string(),
            sealed.to_json(),
            entry.number,
            entry.hash,
            entry.previous_hash,
            entry.label,
            entry.period,
            entry.note,
            entry.frozen_at,
            entry.frozen_by,
            entry.replaces,
        ],
    )?;
    Ok(entry)
}

/// The versions of a workspace, newest first.
pub fn list(connection: &Connection, workspace: WorkspaceId) -> Result<Vec<Entry>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM version WHERE workspace = ?1 ORDER BY number DESC");
    let mut select = connection.prepare_cached(&sql)?;
    let rows = select.query_map([workspace.to_string()], entry)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The last version, if there is one.
pub fn last(connection: &Connection, workspace: WorkspaceId) -> Result<Option<Entry>, StoreError> {
    let sql =
        format!("SELECT {COLUMNS} FROM version WHERE workspace = ?1 ORDER BY number DESC LIMIT 1");
    let mut select = connection.prepare_cached(&sql)?;
    Ok(select
        .query_row([workspace.to_string()], entry)
        .optional()?)
}

/// The sealed file of a version, byte for byte.
pub fn sealed(
    connection: &Connection,
    workspace: WorkspaceId,
    number: u32,
) -> Result<Option<String>, StoreError> {
    let mut select = connection
        .prepare_cached("SELECT sealed FROM version WHERE workspace = ?1 AND number = ?2")?;
    Ok(select
        .query_row(params![workspace.to_string(), number], |row| row.get(0))
        .optional()?)
}

fn entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    Ok(Entry {
        number: row.get("number")?,
        hash: row.get("hash")?,
        previous_hash: row.get("previous_hash")?,
        label: row.get("label")?,
        period: row.get("period")?,
        note: row.get("note")?,
        frozen_at: row.get("frozen_at")?,
        frozen_by: row.get("frozen_by")?,
        replaces: row.get("replaces")?,
    })
}
