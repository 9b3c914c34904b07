//! The list of workspaces.

use super::{StoreError, log, parsed, people};
use crate::{clock, secret};
use jalon_shared::{Generation, PersonId, Role, WorkspaceId};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// A workspace in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    pub id: WorkspaceId,
    pub title: String,
}

/// What a new workspace starts from.
pub struct New {
    pub id: WorkspaceId,
    pub title: String,
    /// Its maker becomes a facilitator.
    pub by: Option<PersonId>,
    /// Its first content, as one update.
    pub update: Vec<u8>,
    pub demo: bool,
}

/// Makes a workspace with its first content.
pub fn create(connection: &Connection, new: &New) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO workspace (id, title, created_at, created_by, demo) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![
            new.id.to_string(),
            new.title,
            clock::now_ms(),
            new.by.map(|person| person.to_string()),
            new.demo
        ],
    )?;
    if let Some(person) = new.by {
        people::set_role(connection, new.id, person, Role::Facilitator)?;
    }
    log::begin(connection, new.id, &new.update)?;
    Ok(())
}

/// A workspace by id.
pub fn find(connection: &Connection, id: WorkspaceId) -> Result<Option<Listed>, StoreError> {
    let mut select = connection.prepare_cached("SELECT id, title FROM workspace WHERE id = ?1")?;
    Ok(select.query_row([id.to_string()], listed).optional()?)
}

/// Every workspace, newest first.
pub fn all(connection: &Connection) -> Result<Vec<Listed>, StoreError> {
    let mut select = connection
        .prepare_cached("SELECT id, title FROM workspace ORDER BY created_at DESC, id")?;
    let rows = select.query_map([], listed)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The workspaces of a person with their role, newest first.
pub fn of_person(
    connection: &Connection,
    person: PersonId,
) -> Result<Vec<(Listed, Role)>, StoreError> {
    let mut select = connection.prepare_cached(
        "SELECT id, title, role FROM workspace JOIN membership ON membership.workspace = workspace.id
         WHERE person = ?1 ORDER BY created_at DESC, id",
    )?;
    let rows = select.query_map([person.to_string()], |row| {
        Ok((listed(row)?, people::role(row, "role")?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Which history of a workspace is kept; that of one that is not there is the first.
pub fn generation(connection: &Connection, id: WorkspaceId) -> Result<Generation, StoreError> {
    let mut select = connection.prepare_cached("SELECT generation FROM workspace WHERE id = ?1")?;
    let found = select
        .query_row([id.to_string()], |row| parsed(row, "generation"))
        .optional()?;
    Ok(found.unwrap_or(Generation::FIRST))
}

/// Says of every workspace that its history is another one from now on.
pub fn renew_generations(connection: &Connection) -> Result<(), StoreError> {
    let mut update =
        connection.prepare_cached("UPDATE workspace SET generation = ?2 WHERE id = ?1")?;
    for Listed { id, .. } in all(connection)? {
        let generation = Generation::born(clock::now_ms().unsigned_abs(), secret::id_bytes()?);
        update.execute([id.to_string(), generation.to_string()])?;
    }
    Ok(())
}

/// Keeps the picture of the title up to date.
pub fn set_title(connection: &Connection, id: WorkspaceId, title: &str) -> Result<(), StoreError> {
    connection.execute(
        "UPDATE workspace SET title = ?2 WHERE id = ?1",
        params![id.to_string(), title],
    )?;
    Ok(())
}

/// Whether the demo was ever added.
pub fn has_demo(connection: &Connection) -> Result<bool, StoreError> {
    Ok(connection.query_row(
        "SELECT EXISTS (SELECT 1 FROM workspace WHERE demo)",
        [],
        |row| row.get(0),
    )?)
}

fn listed(row: &Row<'_>) -> rusqlite::Result<Listed> {
    Ok(Listed {
        id: parsed(row, "id")?,
        title: row.get("title")?,
    })
}
