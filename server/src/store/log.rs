//! The log of a workspace: its snapshot and the updates after it. Bytes in, bytes out; what they mean is
//! the room's business. In words that another database can answer too: append, load, tail, compact.
//!
//! The last rows of all logs stand together in the daybook, so that a commit for many workspaces touches few pages; from
//! there they are posted, as a bookkeeper does.

use super::StoreError;
use crate::clock;
use jalon_shared::{WorkspaceId, protocol::batch};
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};

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

/// The number of the first row of a workspace.
const FIRST: i64 = 1;

/// Begins the log of a new workspace with its first content.
pub fn begin(
    connection: &Connection,
    workspace: WorkspaceId,
    update: &[u8],
) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO update_log (workspace, seq, updates, bytes, crc) VALUES (?1, ?2, 1, ?3, ?4)",
        params![workspace.to_string(), FIRST, update, crc(update)],
    )?;
    Ok(())
}

/// Adds updates at the end of the log, in this order and as one row. There is one at least.
///
/// They stand in the daybook until somebody calls [`post`].
pub fn append<B: AsRef<[u8]>>(
    connection: &Connection,
    workspace: WorkspaceId,
    updates: &[B],
) -> Result<Appended, StoreError> {
    let packed;
    let bytes = match updates {
        [only] => only.as_ref(),
        several => {
            packed = batch::pack(several.iter().map(AsRef::as_ref));
            &packed
        }
    };
    let mut insert = connection.prepare_cached(
        "INSERT INTO daybook (workspace, updates, bytes, crc) VALUES (?1, ?2, ?3, ?4)",
    )?;
    let count = i64::try_from(updates.len()).unwrap_or(i64::MAX);
    let seq = insert.insert(params![workspace.to_string(), count, bytes, crc(bytes)])?;
    Ok(Appended {
        seq,
        updates: updates.len(),
    })
}

/// Posts what stands in the daybook: each row comes to the end of the log of its workspace, as it is. The caller has a
/// transaction.
pub fn post(connection: &Connection) -> Result<(), StoreError> {
    // By workspace, so that each page is looked for once.
    connection.execute_batch(
        "INSERT INTO update_log (workspace, seq, updates, bytes, crc)
             SELECT workspace, seq, updates, bytes, crc FROM daybook ORDER BY workspace, seq;
         DELETE FROM daybook;",
    )?;
    Ok(())
}

/// All that is kept of a workspace.
pub fn load(connection: &Connection, workspace: WorkspaceId) -> Result<Kept, StoreError> {
    // One picture: nothing is missed that is posted, or becomes a snapshot, between two looks.
    let _picture = if connection.is_autocommit() {
        Some(Transaction::new_unchecked(
            connection,
            TransactionBehavior::Deferred,
        )?)
    } else {
        None
    };
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

/// Whether all that was not posted came after all that was. Otherwise it never can be.
pub fn is_in_order(connection: &Connection, workspace: WorkspaceId) -> Result<bool, StoreError> {
    let mut select = connection.prepare_cached(
        "SELECT NOT EXISTS (SELECT 1 FROM daybook WHERE workspace = ?1
             AND seq <= (SELECT max(seq) FROM update_log WHERE workspace = ?1))",
    )?;
    Ok(select.query_row([workspace.to_string()], |row| row.get(0))?)
}

/// The updates of the rows after number `after`, oldest first. The caller has a transaction, so that what is posted
/// meanwhile is not missed.
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
    let mut rows = Vec::new();
    // What was posted came first.
    for sql in [
        "SELECT seq, updates, bytes, crc FROM update_log WHERE workspace = ?1 AND seq > ?2 ORDER BY seq",
        "SELECT seq, updates, bytes, crc FROM daybook WHERE workspace = ?1 AND seq > ?2 ORDER BY seq",
    ] {
        let mut select = connection.prepare_cached(sql)?;
        let found = select.query_map(params![workspace.to_string(), after], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })?;
        rows.extend(found);
    }
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
    for table in ["update_log", "daybook"] {
        let sql = format!("DELETE FROM {table} WHERE workspace = ?1 AND seq <= ?2");
        connection
            .prepare_cached(&sql)?
            .execute(params![id, new.upto_seq])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{
        database,
        workspaces::{self, New},
    };
    use proptest::prelude::*;

    /// What happens to the logs of three workspaces.
    #[derive(Debug, Clone)]
    enum Step {
        /// So many updates at once.
        Append(usize, usize),
        Post,
        /// A snapshot of all but the last so many rows.
        Compact(usize, usize),
    }

    fn step() -> impl Strategy<Value = Step> {
        let workspace = 0..3_usize;
        prop_oneof![
            4 => (workspace.clone(), 1..4_usize).prop_map(|(whose, count)| Step::Append(whose, count)),
            1 => Just(Step::Post),
            2 => (workspace, 0..3_usize).prop_map(|(whose, left)| Step::Compact(whose, left)),
        ]
    }

    /// A workspace as it should be kept.
    struct Expected {
        id: WorkspaceId,
        snapshot: Option<Snapshot>,
        /// The rows after it.
        rows: Vec<(i64, Vec<Vec<u8>>)>,
    }

    impl Expected {
        fn new(connection: &Connection, number: u64) -> Self {
            let id = WorkspaceId::born(number, [0; 10]);
            let new = New {
                id,
                title: String::new(),
                by: None,
                update: b"first".to_vec(),
                demo: false,
            };
            workspaces::create(connection, &new).expect("a workspace");
            Self {
                id,
                snapshot: None,
                rows: vec![(FIRST, vec![new.update])],
            }
        }

        fn kept(&self) -> Kept {
            let updates = self.rows.iter().flat_map(|(_, updates)| updates.clone());
            let upto = self.snapshot.as_ref().map_or(0, |one| one.upto_seq);
            Kept {
                updates: self
                    .snapshot
                    .iter()
                    .map(|one| one.bytes.clone())
                    .chain(updates.clone())
                    .collect(),
                log_length: updates.count(),
                seq: self.rows.last().map_or(upto, |(seq, _)| *seq),
                is_proved: true,
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_posted_and_what_is_not_is_one_log(steps in prop::collection::vec(step(), 1..40)) {
            let connection = database::in_memory().expect("a database");
            let mut all = [0, 1, 2].map(|number| Expected::new(&connection, number));
            let mut last = FIRST;
            for (number, step) in steps.into_iter().enumerate() {
                match step {
                    Step::Append(whose, count) => {
                        let update = |part| format!("{number}/{part}").into_bytes();
                        let updates: Vec<_> = (0..count).map(update).collect();
                        let appended = append(&connection, all[whose].id, &updates)?;
                        prop_assert!(appended.seq > last, "a number twice");
                        prop_assert_eq!(appended.updates, count);
                        last = appended.seq;
                        all[whose].rows.push((last, updates));
                    }
                    Step::Post => {
                        post(&connection)?;
                        let sql = "SELECT count(*) FROM daybook";
                        let left: i64 = connection.query_row(sql, [], |row| row.get(0))?;
                        prop_assert_eq!(left, 0);
                    }
                    Step::Compact(whose, left) => {
                        let one = &mut all[whose];
                        let stands_for = one.rows.len().saturating_sub(left);
                        let Some((upto_seq, _)) = one.rows.drain(..stands_for).next_back() else {
                            continue;
                        };
                        let snapshot = Snapshot {
                            upto_seq,
                            bytes: format!("snapshot {number}").into_bytes(),
                            content_hash: String::new(),
                        };
                        compact(&connection, one.id, &snapshot)?;
                        one.snapshot = Some(snapshot);
                    }
                }
                for one in &all {
                    prop_assert_eq!(load(&connection, one.id)?, one.kept());
                    let rows: Vec<_> = tail(&connection, one.id, 0)?;
                    let kept = one.kept();
                    prop_assert_eq!(rows.len(), kept.log_length, "rows that a snapshot stands for");
                }
            }
        }
    }
}
