//! Who did what last in a workspace, and when somebody was last there: what whoever comes back is told.

use super::{StoreError, parsed};
use crate::clock;
use jalon_shared::{PersonId, WorkspaceId};
use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use std::collections::BTreeMap;

/// After how long away somebody comes back to a new visit, in milliseconds: a reload or a lost wifi is none.
const ABSENCE: i64 = 10 * 60_000; // 10 min
/// How long deeds are told, in milliseconds: a quarter of holidays and some more.
const KEPT: i64 = 180 * 86_400_000; // 180 days
/// How many rows of a workspace stay: all fields of a large one, each changed by a few.
const MOST: u32 = 20_000;
/// How many rows somebody is told at once.
const MOST_TOLD: u32 = 2_000;

/// What somebody did to something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Deed {
    Changed,
    Added,
    Binned,
    Restored,
    Said,
    Frozen,
}

impl Deed {
    const fn word(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Added => "added",
            Self::Binned => "binned",
            Self::Restored => "restored",
            Self::Said => "said",
            Self::Frozen => "frozen",
        }
    }
}

/// Deeds that wait to be written, those of one person to one thing together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Deeds(BTreeMap<(String, PersonId, Deed), Times>);

/// How often, and when last (milliseconds since 1970).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Times {
    changes: u32,
    at: i64,
}

impl Deeds {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn note(&mut self, path: String, person: PersonId, deed: Deed, at: i64) {
        self.count((path, person, deed), Times { changes: 1, at });
    }

    /// Adds those that came later.
    pub fn extend(&mut self, later: Self) {
        for (key, times) in later.0 {
            self.count(key, times);
        }
    }

    fn count(&mut self, key: (String, PersonId, Deed), more: Times) {
        let times = self.0.entry(key).or_insert(Times { changes: 0, at: 0 });
        times.changes = times.changes.saturating_add(more.changes);
        times.at = times.at.max(more.at);
    }
}

/// What somebody is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told {
    pub path: String,
    pub person: PersonId,
    pub name: String,
    pub deed: String,
    pub changes: u32,
    /// Milliseconds since 1970.
    pub at: i64,
}

/// Writes deeds down.
pub fn note(
    connection: &Connection,
    workspace: WorkspaceId,
    deeds: &Deeds,
) -> Result<(), StoreError> {
    let mut upsert = connection.prepare_cached(
        "INSERT INTO activity (workspace, path, person, deed, changes, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (workspace, path, person, deed)
         DO UPDATE SET changes = changes + excluded.changes, at = max(at, excluded.at)",
    )?;
    let id = workspace.to_string();
    for ((path, person, deed), times) in &deeds.0 {
        let person = person.to_string();
        upsert.execute(params![
            id,
            path,
            person,
            deed.word(),
            times.changes,
            times.at
        ])?;
    }
    Ok(())
}

/// What others did after `since`, newest first.
pub fn told(
    connection: &Connection,
    workspace: WorkspaceId,
    person: PersonId,
    since: i64,
) -> Result<Vec<Told>, StoreError> {
    let mut select = connection.prepare_cached(
        "SELECT path, person, coalesce(name, '') AS name, deed, changes, at
         FROM activity LEFT JOIN person ON person.id = activity.person
         WHERE workspace = ?1 AND at > ?2 AND activity.person <> ?3 ORDER BY at DESC LIMIT ?4",
    )?;
    let values = params![workspace.to_string(), since, person.to_string(), MOST_TOLD];
    let rows = select.query_map(values, |row| {
        Ok(Told {
            path: row.get("path")?,
            person: parsed(row, "person")?,
            name: row.get("name")?,
            deed: row.get("deed")?,
            changes: row.get("changes")?,
            at: row.get("at")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Forgets what is too old, or too much, to be told.
pub fn prune(connection: &Connection, workspace: WorkspaceId) -> Result<(), StoreError> {
    let id = workspace.to_string();
    let sql = "DELETE FROM activity WHERE workspace = ?1 AND at < max(?2, coalesce(
        (SELECT at FROM activity WHERE workspace = ?1 ORDER BY at DESC LIMIT 1 OFFSET ?3), 0))";
    connection.execute(sql, params![id, clock::now_ms() - KEPT, MOST])?;
    Ok(())
}

/// Somebody came. Whoever comes for the first time has missed nothing; whoever was away begins a new visit.
pub fn came(
    connection: &Connection,
    workspace: WorkspaceId,
    person: PersonId,
) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO visit (workspace, person, since, left_at) VALUES (?1, ?2, ?3, ?3)
         ON CONFLICT (workspace, person) DO UPDATE
         SET since = CASE WHEN ?3 - left_at > ?4 THEN max(since, left_at) ELSE since END",
        params![
            workspace.to_string(),
            person.to_string(),
            clock::now_ms(),
            ABSENCE
        ],
    )?;
    Ok(())
}

/// Somebody went.
pub fn left(
    connection: &Connection,
    workspace: WorkspaceId,
    person: PersonId,
) -> Result<(), StoreError> {
    let sql = "UPDATE visit SET left_at = ?3 WHERE workspace = ?1 AND person = ?2";
    let values = params![workspace.to_string(), person.to_string(), clock::now_ms()];
    connection.execute(sql, values)?;
    Ok(())
}

/// Somebody looked at all that was told up to `until` (milliseconds since 1970).
pub fn looked(
    connection: &Connection,
    workspace: WorkspaceId,
    person: PersonId,
    until: i64,
) -> Result<(), StoreError> {
    let sql =
        "UPDATE visit SET since = max(since, min(?3, ?4)) WHERE workspace = ?1 AND person = ?2";
    let values = params![
        workspace.to_string(),
        person.to_string(),
        until,
        clock::now_ms()
    ];
    connection.execute(sql, values)?;
    Ok(())
}

/// Since when somebody has not seen what the others do; `None` before they came.
pub fn since(
    connection: &Connection,
    workspace: WorkspaceId,
    person: PersonId,
) -> Result<Option<i64>, StoreError> {
    // As `came` writes it down, which may not be done yet.
    let mut select = connection.prepare_cached(
        "SELECT CASE WHEN ?3 - left_at > ?4 THEN max(since, left_at) ELSE since END
         FROM visit WHERE workspace = ?1 AND person = ?2",
    )?;
    let (id, person) = (workspace.to_string(), person.to_string());
    let values = params![id, person, clock::now_ms(), ABSENCE];
    Ok(select.query_row(values, |row| row.get(0)).optional()?)
}

/// Whether anything still bears the number of somebody.
pub fn remembers(connection: &Connection, person: PersonId) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM activity WHERE person = ?1)
        OR EXISTS (SELECT 1 FROM visit WHERE person = ?1)";
    Ok(connection.query_row(sql, [person.to_string()], |row| row.get(0))?)
}
