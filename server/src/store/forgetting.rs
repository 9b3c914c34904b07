//! People who are to be forgotten: what is asked is kept until it is done, so that a crash in between
//! loses nothing of it.
//!
//! Asking ends every way in at once. The documents are then changed by their rooms, and at last the names
//! are deleted. What remains of somebody who was forgotten everywhere is a number that belongs to nobody.

use super::{StoreError, parsed, people, workspaces};
use crate::clock;
use jalon_shared::{PersonId, WorkspaceId};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::BTreeSet;

/// Somebody to forget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Forgetting {
    pub id: i64,
    pub person: PersonId,
    /// In this workspace alone; everywhere when `None`.
    pub workspace: Option<WorkspaceId>,
}

/// Asks that somebody be forgotten: in one workspace, or everywhere. Whoever is in no other workspace is
/// forgotten everywhere. From now on nothing lets them in, and nobody comes in by their invitations.
pub fn ask(
    connection: &Connection,
    person: PersonId,
    workspace: Option<WorkspaceId>,
) -> Result<Forgetting, StoreError> {
    let only = match workspace {
        Some(workspace) if is_elsewhere(connection, person, workspace)? => Some(workspace),
        _ => None,
    };
    let id = person.to_string();
    match only {
        Some(workspace) => {
            people::rule(connection, workspace, person)?;
            for table in [
                "membership WHERE person = ?1",
                "access WHERE (person = ?1 OR made_by = ?1)",
                "invite WHERE created_by = ?1",
                "activity WHERE person = ?1",
                "visit WHERE person = ?1",
            ] {
                let sql = format!("DELETE FROM {table} AND workspace = ?2");
                connection.execute(&sql, [&id, &workspace.to_string()])?;
            }
            let sql = "UPDATE workspace SET created_by = NULL WHERE created_by = ?1 AND id = ?2";
            connection.execute(sql, [&id, &workspace.to_string()])?;
        }
        None => {
            end_every_way(connection, &id)?;
        }
    }
    connection.execute(
        "INSERT INTO forgetting (person, workspace, asked_at) VALUES (?1, ?2, ?3)",
        params![id, only.map(|only| only.to_string()), clock::now_ms()],
    )?;
    Ok(Forgetting {
        id: connection.last_insert_rowid(),
        person,
        workspace: only,
    })
}

/// Ends every way in of a person, and all that names them besides documents and versions.
fn end_every_way(connection: &Connection, id: &str) -> Result<(), StoreError> {
    for sql in [
        "DELETE FROM membership WHERE person = ?1",
        "DELETE FROM access WHERE person = ?1 OR made_by = ?1",
        "DELETE FROM invite WHERE created_by = ?1",
        "DELETE FROM ruling WHERE person = ?1",
        "DELETE FROM activity WHERE person = ?1",
        "DELETE FROM visit WHERE person = ?1",
        "UPDATE workspace SET created_by = NULL WHERE created_by = ?1",
    ] {
        connection.execute(sql, [id])?;
    }
    Ok(())
}

/// Asks again, in a backup that is put in place, for everybody who was to be forgotten in the database that it
/// replaces; how many the backup did not know of.
pub fn ask_again(backup: &Connection, replaced: &Connection) -> Result<usize, StoreError> {
    let everybody = |connection: &Connection| {
        let mut select =
            connection.prepare("SELECT person, workspace, asked_at FROM forgetting")?;
        let rows = select.query_map([], |row| {
            let workspace: Option<String> = row.get("workspace")?;
            Ok((parsed(row, "person")?, workspace, row.get("asked_at")?))
        })?;
        rows.collect::<rusqlite::Result<BTreeSet<(PersonId, Option<String>, i64)>>>()
    };
    let known = everybody(backup)?;
    let mut asked = 0;
    for (person, workspace, _) in everybody(replaced)?.difference(&known) {
        let workspace = match workspace.as_deref().map(str::parse) {
            None => None,
            Some(Ok(only)) if workspaces::find(backup, only)?.is_some() => Some(only),
            // It was made after the backup.
            Some(_) => continue,
        };
        ask(backup, *person, workspace)?;
        asked += 1;
    }
    Ok(asked)
}

/// Whether somebody is the owner, or has a way into another workspace than this one.
fn is_elsewhere(
    connection: &Connection,
    person: PersonId,
    workspace: WorkspaceId,
) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM person WHERE id = ?1 AND owner)
        OR EXISTS (SELECT 1 FROM membership WHERE person = ?1 AND workspace <> ?2)
        OR EXISTS (SELECT 1 FROM access WHERE person = ?1 AND workspace <> ?2)";
    let ids = [person.to_string(), workspace.to_string()];
    Ok(connection.query_row(sql, ids, |row| row.get(0))?)
}

/// Everybody who is still to be forgotten, in the order in which it was asked.
pub fn to_do(connection: &Connection) -> Result<Vec<Forgetting>, StoreError> {
    let mut select = connection.prepare_cached(
        "SELECT id, person, workspace FROM forgetting WHERE done_at IS NULL ORDER BY id",
    )?;
    let rows = select.query_map([], |row| {
        let everywhere = row.get_ref("workspace")? == rusqlite::types::ValueRef::Null;
        Ok(Forgetting {
            id: row.get("id")?,
            person: parsed(row, "person")?,
            workspace: (!everywhere)
                .then(|| parsed(row, "workspace"))
                .transpose()?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Deletes the names of somebody, after the documents have lost them. May be done again.
pub fn delete_names(
    connection: &Connection,
    Forgetting {
        person, workspace, ..
    }: Forgetting,
) -> Result<(), StoreError> {
    let id = person.to_string();
    match workspace {
        Some(workspace) => {
            // What was on its way while it was asked may have come after it.
            for table in ["disclosure", "activity", "visit"] {
                let sql = format!("DELETE FROM {table} WHERE person = ?1 AND workspace = ?2");
                connection.execute(&sql, [&id, &workspace.to_string()])?;
            }
        }
        None => {
            // What was on its way while it was asked may have come after it.
            end_every_way(connection, &id)?;
            for sql in [
                "DELETE FROM disclosure WHERE person = ?1",
                "DELETE FROM former_name WHERE person = ?1",
                "DELETE FROM person WHERE id = ?1",
            ] {
                connection.execute(sql, [&id])?;
            }
        }
    }
    Ok(())
}

/// Remembers that it is done.
pub fn done(connection: &Connection, forgetting: Forgetting) -> Result<(), StoreError> {
    let sql = "UPDATE forgetting SET done_at = ?2 WHERE id = ?1";
    connection.execute(sql, params![forgetting.id, clock::now_ms()])?;
    Ok(())
}

/// Everybody who was forgotten everywhere.
pub fn gone(connection: &Connection) -> Result<Vec<PersonId>, StoreError> {
    let mut select = connection.prepare(
        "SELECT DISTINCT person FROM forgetting WHERE workspace IS NULL AND done_at IS NOT NULL",
    )?;
    let rows = select.query_map([], |row| parsed(row, "person"))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether a version still tells the name of somebody.
pub fn is_named(connection: &Connection, person: PersonId) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM disclosure WHERE person = ?1)";
    Ok(connection.query_row(sql, [person.to_string()], |row| row.get(0))?)
}

/// Whether it is done.
pub fn is_done(connection: &Connection, id: i64) -> Result<bool, StoreError> {
    let sql = "SELECT done_at IS NOT NULL FROM forgetting WHERE id = ?1";
    let found = connection
        .query_row(sql, [id], |row| row.get(0))
        .optional()?;
    Ok(found.unwrap_or(false))
}

/// Whether somebody was forgotten in a workspace after `since` (milliseconds since 1970), or is about to be.
pub fn since(
    connection: &Connection,
    person: PersonId,
    workspace: WorkspaceId,
    since: i64,
) -> Result<bool, StoreError> {
    let mut select = connection.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM forgetting WHERE person = ?1 AND coalesce(workspace = ?2, TRUE)
            AND coalesce(done_at >= ?3, TRUE))",
    )?;
    let values = params![person.to_string(), workspace.to_string(), since];
    Ok(select.query_row(values, |row| row.get(0))?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::database;

    #[test]
    fn what_came_after_it_was_asked_does_not_keep_a_name() {
        let connection = database::in_memory().expect("a database");
        let switched_on = connection.pragma_update(None, "foreign_keys", "ON");
        switched_on.expect("foreign keys");
        let person = people::create(&connection, "Zénobie", false).expect("a person");
        let one = ask(&connection, person.id, None).expect("asked");
        people::create(&connection, "Awa", true).expect("an owner");
        let sql = "INSERT INTO workspace (id, title, created_by, created_at) VALUES ('w', 'Course', ?1, 0)";
        let made = connection.execute(sql, [person.id.to_string()]);
        made.expect("a workspace that was just being made");
        delete_names(&connection, one).expect("deleted");
        assert_eq!(people::find(&connection, person.id).expect("read"), None);
    }
}
