//! The log of a workspace: its snapshot and the updates after it. Bytes in, bytes out; what they mean is
//! the room's business. In words that another database can answer too: append, load, tail, compact.

use super::StoreError;
use crate::clock;
use jalon_shared::WorkspaceId;
use rusqlite::{Connection, OptionalExtension, params};

/// A workspace as it is kept: everything up to `seq` is in `updates`, oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The snapshot, if one was made, then the log after it.
    pub updates: Vec<Vec<u8>>,
    /// How many of them are of the log.
    pub log_length: usize,
    pub seq: i64,
}

/// A snapshot that stands for the log up to `upto_seq`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    pub upto_seq: i64,
    pub bytes: Vec<u8>,
    /// SHA-256 of the content it decodes to, as canonical JSON.
    pub content_hash: String,
}

/// Adds updates at the end of the log, in this order; the number of the last.
pub fn append<B: AsRef<[u8]>>(
    connection: &Connection,
    workspace: WorkspaceId,
    updates: &[B],
) -> Result<i64, StoreError> {
    let mut insert =
        connection.prepare_cached("INSERT INTO update_log (workspace, bytes) VALUES (?1, ?2)")?;
    let mut seq = 0;
    for update in updates {
        seq = insert.insert(params![workspace.to_string(), update.as_ref()])?;
    }
    Ok(seq)
}

/// All that is kept of a workspace.
pub fn load(connection: &Connection, workspace: WorkspaceId) -> Result<Kept, StoreError> {
    let snapshot = snapshot(connection, workspace)?;
    let upto = snapshot.as_ref().map_or(0, |snapshot| snapshot.upto_seq);
    let tail = tail(connection, workspace, upto)?;
    let seq = tail.last().map_or(upto, |(seq, _)| *seq);
    let log_length = tail.len();
    let snapshot = snapshot.into_iter().map(|snapshot| snapshot.bytes);
    let updates = snapshot
        .chain(tail.into_iter().map(|(_, bytes)| bytes))
        .collect();
    Ok(Kept {
        updates,
        log_length,
        seq,
    })
}

/// The updates after number `after`, oldest first.
pub fn tail(
    connection: &Connection,
    workspace: WorkspaceId,
    after: i64,
) -> Result<Vec<(i64, Vec<u8>)>, StoreError> {
    let mut select = connection.prepare_cached(
        "SELECT seq, bytes FROM update_log WHERE workspace = ?1 AND seq > ?2 ORDER BY seq",
    )?;
    let rows = select.query_map(params![workspace.to_string(), after], |row| {
        Ok((row.get(0)?, row.get(1)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The snapshot, if one was made.
pub fn snapshot(
    connection: &Connection,
    workspace: WorkspaceId,
) -> Result<Option<Snapshot>, StoreError> {
    let mut select = connection.prepare_cached(
        "SELECT upto_seq, bytes, content_hash FROM snapshot WHERE workspace = ?1",
    )?;
    let found = select.query_row([workspace.to_string()], |row| {
        Ok(Snapshot {
            upto_seq: row.get(0)?,
            bytes: row.get(1)?,
            content_hash: row.get(2)?,
        })
    });
    Ok(found.optional()?)
}

/// Puts a snapshot in the place of the log that it stands for. The caller has proved that it decodes
/// to the live state; here it is read back, and a snapshot that goes backwards is refused.
pub fn compact(
    connection: &Connection,
    workspace: WorkspaceId,
    new: &Snapshot,
) -> Result<(), StoreError> {
    if let Some(old) = snapshot(connection, workspace)?
        && old.upto_seq > new.upto_seq
    {
        return Err(StoreError::Corrupt(format!(
            "the snapshot of {workspace} would go backwards"
        )));
    }
    let id = workspace.to_string();
    connection.execute(
        "INSERT INTO snapshot (workspace, upto_seq, bytes, content_hash, made_at) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (workspace) DO UPDATE SET upto_seq = excluded.upto_seq, bytes = excluded.bytes,
             content_hash = excluded.content_hash, made_at = excluded.made_at",
        params![id, new.upto_seq, new.bytes, new.content_hash, clock::now_ms()],
    )?;
    if snapshot(connection, workspace)?.as_ref() != Some(new) {
        return Err(StoreError::Corrupt(format!(
            "the snapshot of {workspace} does not read back"
        )));
    }
    connection.execute(
        "DELETE FROM update_log WHERE workspace = ?1 AND seq <= ?2",
        params![id, new.upto_seq],
    )?;
    Ok(())
}
