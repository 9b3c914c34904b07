//! People and their memberships.

use super::{StoreError, parsed};
use crate::{clock, secret};
use jalon_shared::{PersonId, Role, WorkspaceId, version::Participant};
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::{collections::BTreeSet, str::FromStr};

/// Somebody who was let in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub id: PersonId,
    pub name: String,
    /// Whether the installation is theirs.
    pub owner: bool,
}

/// A person in a workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    pub person: PersonId,
    pub name: String,
    pub owner: bool,
    pub role: Role,
    /// Milliseconds since 1970.
    pub joined_at: i64,
    /// Whether they ever opened the live workspace.
    pub connected: bool,
}

/// The word of a role in a column, the same as on the wire.
pub fn role_word(role: Role) -> &'static str {
    match role {
        Role::Reader => "reader",
        Role::Contributor => "contributor",
        Role::Facilitator => "facilitator",
    }
}

/// The role of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoleWord(pub Role);

/// A text that is no role.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a role (reader, contributor, facilitator): {0:?}")]
pub struct InvalidRole(String);

impl FromStr for RoleWord {
    type Err = InvalidRole;

    fn from_str(text: &str) -> Result<Self, InvalidRole> {
        match text {
            "reader" => Ok(Self(Role::Reader)),
            "contributor" => Ok(Self(Role::Contributor)),
            "facilitator" => Ok(Self(Role::Facilitator)),
            _ => Err(InvalidRole(text.to_owned())),
        }
    }
}

pub(super) fn role(row: &Row<'_>, column: &str) -> rusqlite::Result<Role> {
    parsed::<RoleWord>(row, column).map(|word| word.0)
}

fn person(row: &Row<'_>) -> rusqlite::Result<Person> {
    Ok(Person {
        id: parsed(row, "id")?,
        name: row.get("name")?,
        owner: row.get("owner")?,
    })
}

/// Makes a person.
pub fn create(connection: &Connection, name: &str, owner: bool) -> Result<Person, StoreError> {
    let now = clock::now_ms();
    let id = PersonId::born(now.unsigned_abs(), secret::id_bytes()?);
    connection.execute(
        "INSERT INTO person (id, name, owner, created_at) VALUES (?1, ?2, ?3, ?4)",
        params![id.to_string(), name, owner, now],
    )?;
    Ok(Person {
        id,
        name: name.to_owned(),
        owner,
    })
}

/// Gives a person another name. The one before is remembered, as long as the person is.
pub fn rename(connection: &Connection, id: PersonId, name: &str) -> Result<(), StoreError> {
    connection.execute(
        "INSERT OR IGNORE INTO former_name (person, name) SELECT id, name FROM person WHERE id = ?1 AND name <> ?2",
        params![id.to_string(), name],
    )?;
    connection.execute(
        "UPDATE person SET name = ?2 WHERE id = ?1",
        params![id.to_string(), name],
    )?;
    Ok(())
}

/// A person by id.
pub fn find(connection: &Connection, id: PersonId) -> Result<Option<Person>, StoreError> {
    let mut select =
        connection.prepare_cached("SELECT id, name, owner FROM person WHERE id = ?1")?;
    Ok(select.query_row([id.to_string()], person).optional()?)
}

/// Everybody, in the order in which they came, and in how many workspaces they are.
pub fn all(connection: &Connection) -> Result<Vec<(Person, u32)>, StoreError> {
    let mut select = connection.prepare(
        "SELECT id, name, owner, (SELECT count(*) FROM membership WHERE person = id) AS workspaces
         FROM person ORDER BY created_at, id",
    )?;
    let rows = select.query_map([], |row| Ok((person(row)?, row.get("workspaces")?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The owner, if the installation was ever started.
pub fn owner(connection: &Connection) -> Result<Option<Person>, StoreError> {
    let sql = "SELECT id, name, owner FROM person WHERE owner ORDER BY created_at LIMIT 1";
    Ok(connection.query_row(sql, [], person).optional()?)
}

/// The role of a person in a workspace, by membership.
pub fn role_of(
    connection: &Connection,
    workspace: WorkspaceId,
    person: PersonId,
) -> Result<Option<Role>, StoreError> {
    let mut select = connection
        .prepare_cached("SELECT role FROM membership WHERE workspace = ?1 AND person = ?2")?;
    let ids = [workspace.to_string(), person.to_string()];
    Ok(select.query_row(ids, |row| role(row, "role")).optional()?)
}

/// Whether a person is a facilitator of any workspace.
pub fn leads(connection: &Connection, person: PersonId) -> Result<bool, StoreError> {
    let mut select = connection.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM membership WHERE person = ?1 AND role = 'facilitator')",
    )?;
    Ok(select.query_row([person.to_string()], |row| row.get(0))?)
}

/// Makes a person a member, or gives a member another role.
pub fn set_role(
    connection: &Connection,
    workspace: WorkspaceId,
    person: PersonId,
    role: Role,
) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO membership (workspace, person, role, joined_at) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (workspace, person) DO UPDATE SET role = excluded.role",
        params![
            workspace.to_string(),
            person.to_string(),
            role_word(role),
            clock::now_ms()
        ],
    )?;
    Ok(())
}

/// Ends a membership; whether there was one.
pub fn remove(
    connection: &Connection,
    workspace: WorkspaceId,
    person: PersonId,
) -> Result<bool, StoreError> {
    let removed = connection.execute(
        "DELETE FROM membership WHERE workspace = ?1 AND person = ?2",
        [workspace.to_string(), person.to_string()],
    )?;
    Ok(removed > 0)
}

/// Remembers that a facilitator decided now what a person may do, or that they may do nothing more.
pub fn rule(
    connection: &Connection,
    workspace: WorkspaceId,
    person: PersonId,
) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO ruling (workspace, person, ruled_at) VALUES (?1, ?2, ?3)
         ON CONFLICT (workspace, person) DO UPDATE SET ruled_at = excluded.ruled_at",
        params![workspace.to_string(), person.to_string(), clock::now_ms()],
    )?;
    Ok(())
}

/// When a facilitator last decided about a person, in milliseconds since 1970.
pub fn ruled_at(
    connection: &Connection,
    workspace: WorkspaceId,
    person: PersonId,
) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT ruled_at FROM ruling WHERE workspace = ?1 AND person = ?2";
    let ids = [workspace.to_string(), person.to_string()];
    Ok(connection
        .query_row(sql, ids, |row| row.get(0))
        .optional()?)
}

/// Remembers that a person opened the live workspace, as `role` if they were no member yet.
pub fn note_connected(
    connection: &Connection,
    workspace: WorkspaceId,
    person: PersonId,
    role: Role,
) -> Result<(), StoreError> {
    connection.execute(
        "INSERT INTO membership (workspace, person, role, joined_at, connected_at) VALUES (?1, ?2, ?3, ?4, ?4)
         ON CONFLICT (workspace, person) DO UPDATE SET connected_at = coalesce(connected_at, excluded.connected_at)",
        params![workspace.to_string(), person.to_string(), role_word(role), clock::now_ms()],
    )?;
    Ok(())
}

/// The members of a workspace, facilitators first, then by name.
pub fn members(connection: &Connection, workspace: WorkspaceId) -> Result<Vec<Member>, StoreError> {
    let mut select = connection.prepare_cached(
        "SELECT person, name, owner, role, joined_at, connected_at IS NOT NULL AS connected
         FROM membership JOIN person ON person.id = membership.person WHERE workspace = ?1
         ORDER BY CASE role WHEN 'facilitator' THEN 0 WHEN 'contributor' THEN 1 ELSE 2 END, name, person",
    )?;
    let rows = select.query_map([workspace.to_string()], |row| {
        Ok(Member {
            person: parsed(row, "person")?,
            name: row.get("name")?,
            owner: row.get("owner")?,
            role: role(row, "role")?,
            joined_at: row.get("joined_at")?,
            connected: row.get("connected")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whether somebody is a member of a workspace, or was, or wrote in it by a token, or stands in a version.
pub fn was_in(
    connection: &Connection,
    workspace: WorkspaceId,
    person: PersonId,
) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM membership WHERE workspace = ?1 AND person = ?2)
        OR EXISTS (SELECT 1 FROM ruling WHERE workspace = ?1 AND person = ?2)
        OR EXISTS (SELECT 1 FROM access WHERE workspace = ?1 AND person = ?2)
        OR EXISTS (SELECT 1 FROM disclosure WHERE workspace = ?1 AND person = ?2)";
    let ids = [workspace.to_string(), person.to_string()];
    Ok(connection.query_row(sql, ids, |row| row.get(0))?)
}

/// Every name that a person has or had.
pub fn names(connection: &Connection, id: PersonId) -> Result<BTreeSet<String>, StoreError> {
    let mut select = connection.prepare_cached(
        "SELECT name FROM person WHERE id = ?1 UNION SELECT name FROM former_name WHERE person = ?1",
    )?;
    let rows = select.query_map([id.to_string()], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Who took part until now, and as what: the members who opened the live workspace at least once.
pub fn participants(
    connection: &Connection,
    workspace: WorkspaceId,
) -> Result<Vec<(PersonId, Participant)>, StoreError> {
    let members = members(connection, workspace)?
        .into_iter()
        .filter(|member| member.connected);
    Ok(members
        .map(|member| {
            let participant = Participant {
                name: member.name,
                role: member.role,
            };
            (member.person, participant)
        })
        .collect())
}
