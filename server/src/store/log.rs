//! The log of a workspace: its snapshot and the updates after it. Bytes in, bytes out; what they mean is
//! the room's business. In words that another database can answer too: append, load, tail, compact.

use super::StoreError;
use crate::clock;
use jalon_shared::{WorkspaceId, protocol::batch};
use rusqlite::{Connection, OptionalExtension, params};

/// A workspace as it is kept: everything up to `seq` is in `updates`, oldest first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The snapshot, if one was made, then the log after it.
    pub updates: Vec<Vec<u8>>,
    /// How many of them are of the log.
    pub log_length: usize,
    pub seq: i64,
    /// Whether each is, bit for bit, what was written. Otherwise nobody knows: some are from before that was
    /// noted.
    pub is_proved: bool,
}

/// A snapshot that stands for the log up to `upto_seq`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    pub upto_seq: i64,
    pub bytes: Vec<u8>,
    /// SHA-256 of the content it decodes to, as canonical JSON.
    pub content_hash: String,
}

/// What a write added to the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appended {
    /// The number of its row.
    pub seq: i64,
    /// How many updates are in that.
    pub updates: usize,
}

/// Adds updates at the end of the log, in this order and as one row. There is one at least.
pub fn append<B: AsRef<[u8]>>(
    connection: &Connection,
    workspace: WorkspaceId,
    updates: &[B],
) -> Result<Appended, StoreError> {
    let id = workspace.to_string();
    // In two statements: one that gives back what it wrote would cost a third more.
    let mut last = connection.prepare_cached(
        "SELECT max(coalesce((SELECT max(seq) FROM update_log WHERE workspace = ?1), 0),
             coalesce((SELECT upto_seq FROM snapshot WHERE workspace = ?1), 0))",
    )?;
    let last: i64 = last.query_row([&id], |row| row.get(0))?;
    let packed;
    let bytes = match updates {
        [only] => only.as_ref(),
        several => {
            packed = batch::pack(several.iter().map(AsRef::as_ref));
            &packed
        }
    };
    let mut insert = connection.prepare_cached(
        "INSERT INTO update_log (workspace, seq, updates, bytes, crc) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    let count = i64::try_from(updates.len()).unwrap_or(i64::MAX);
    insert.execute(params![id, last + 1, count, bytes, crc(bytes)])?;
    Ok(Appended {
        seq: last + 1,
        updates: updates.len(),
    })
}

/// All that is kept of a workspace.
pub fn load(connection: &Connection, workspace: WorkspaceId) -> Result<Kept, StoreError> {
    let snapshot = snapshot_row(connection, workspace)?;
    let upto = snapshot.as_ref().map_or(0, |row| row.found.upto_seq);
    let tail = tail_rows(connection, workspace, upto)?;
    let (seq, log_length) = (tail.last().map_or(upto, |row| row.found.0), tail.len());
    let is_proved =
        snapshot.iter().all(|row| row.is_proved) && tail.iter().all(|row| row.is_proved);
    let snapshot = snapshot.into_iter().map(|row| row.found.bytes);
    let updates = snapshot
        .chain(tail.into_iter().map(|row| row.found.1))
        .collect();
    Ok(Kept {
        updates,
        log_length,
        seq,
        is_proved,
    })
}

/// The updates of the rows after number `after`, oldest first.
pub fn tail(
    connection: &Connection,
    workspace: WorkspaceId,
    after: i64,
) -> Result<Vec<Numbered>, StoreError> {
    let rows = tail_rows(connection, workspace, after)?;
    Ok(rows.into_iter().map(|row| row.found).collect())
}

/// The snapshot, if one was made.
pub fn snapshot(
    connection: &Connection,
    workspace: WorkspaceId,
) -> Result<Option<Snapshot>, StoreError> {
    let row = snapshot_row(connection, workspace)?;
    Ok(row.map(|row| row.found))
}

/// An update and the number of its row.
type Numbered = (i64, Vec<u8>);

/// What a row holds whose bytes were looked at.
struct Row<T> {
    found: T,
    /// Whether they are, bit for bit, what was written; otherwise that was not noted.
    is_proved: bool,
}

fn tail_rows(
    connection: &Connection,
    workspace: WorkspaceId,
    after: i64,
) -> Result<Vec<Row<Numbered>>, StoreError> {
    let mut select = connection.prepare_cached(
        "SELECT seq, updates, bytes, crc FROM update_log WHERE workspace = ?1 AND seq > ?2 ORDER BY seq",
    )?;
    let rows = select.query_map(params![workspace.to_string(), after], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    })?;
    let mut proved = Vec::new();
    for row in rows {
        let (seq, count, bytes, crc): (i64, i64, Vec<u8>, Option<u32>) = row?;
        let damaged = || damaged(&format!("update {seq} of {workspace}"));
        let is_proved = prove(&bytes, crc).ok_or_else(damaged)?;
        let mut add = |update| {
            proved.push(Row {
                found: (seq, update),
                is_proved,
            });
        };
        if count == 1 {
            add(bytes);
            continue;
        }
        let updates = batch::unpack(&bytes).map_err(|_| damaged())?;
        if i64::try_from(updates.len()) != Ok(count) {
            return Err(damaged());
        }
        updates.into_iter().map(<[u8]>::to_vec).for_each(add);
    }
    Ok(proved)
}

fn snapshot_row(
    connection: &Connection,
    workspace: WorkspaceId,
) -> Result<Option<Row<Snapshot>>, StoreError> {
    let mut select = connection.prepare_cached(
        "SELECT upto_seq, bytes, content_hash, crc FROM snapshot WHERE workspace = ?1",
    )?;
    let found = select.query_row([workspace.to_string()], |row| {
        let snapshot = Snapshot {
            upto_seq: row.get(0)?,
            bytes: row.get(1)?,
            content_hash: row.get(2)?,
        };
        Ok((snapshot, row.get(3)?))
    });
    let Some((found, crc)) = found.optional()? else {
        return Ok(None);
    };
    let is_proved =
        prove(&found.bytes, crc).ok_or_else(|| damaged(&format!("the snapshot of {workspace}")))?;
    Ok(Some(Row { found, is_proved }))
}

/// Finds damage that the database does not see, such as a bit that fell over in the middle of a page.
fn crc(bytes: &[u8]) -> u32 {
    crc32fast::hash(bytes)
}

/// Whether bytes are what was written, if that was noted; `None` when they are something else.
fn prove(bytes: &[u8], noted: Option<u32>) -> Option<bool> {
    match noted {
        None => Some(false),
        Some(noted) => (crc(bytes) == noted).then_some(true),
    }
}

fn damaged(what: &str) -> StoreError {
    StoreError::Corrupt(format!("{what} cannot be read: it is not what was written"))
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
        "INSERT INTO snapshot (workspace, upto_seq, bytes, content_hash, made_at, crc)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (workspace) DO UPDATE SET upto_seq = excluded.upto_seq, bytes = excluded.bytes,
             content_hash = excluded.content_hash, made_at = excluded.made_at, crc = excluded.crc",
        params![
            id,
            new.upto_seq,
            new.bytes,
            new.content_hash,
            clock::now_ms(),
            crc(&new.bytes)
        ],
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
