//! Accesses: what signs somebody in. A session is a device, a token is for scripts, a link is used once.

use super::{StoreError, parsed, people};
use crate::{clock, secret::Secret};
use jalon_shared::{PersonId, Role, WorkspaceId};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// What an access is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A device on which somebody signed in.
    Session,
    /// For scripts, in one workspace with one role.
    Token { workspace: WorkspaceId, role: Role },
    /// Signs the owner in, once.
    OwnerLink,
    /// Signs the same person in on another device, once.
    PersonalLink,
}

/// An access that is good now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    pub kind: Kind,
    pub person: people::Person,
}

/// Gives a person an access; `expires_at` in milliseconds since 1970.
pub fn create(
    connection: &Connection,
    kind: Kind,
    person: PersonId,
    expires_at: Option<i64>,
) -> Result<Secret, StoreError> {
    let secret = Secret::new()?;
    let (word, scope) = match kind {
        Kind::Session => ("session", None),
        Kind::Token { workspace, role } => (
            "token",
            Some((workspace.to_string(), people::role_word(role))),
        ),
        Kind::OwnerLink => ("owner_link", None),
        Kind::PersonalLink => ("personal_link", None),
    };
    let (workspace, role) = scope.unzip();
    connection.execute(
        "INSERT INTO access (secret_hash, kind, person, workspace, role, created_at, expires_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            secret.hash(),
            word,
            person.to_string(),
            workspace,
            role,
            clock::now_ms(),
            expires_at
        ],
    )?;
    Ok(secret)
}

/// The access of a secret, if it has not expired and is no link that was used.
pub fn find(connection: &Connection, secret: &Secret) -> Result<Option<Access>, StoreError> {
    let mut select = connection.prepare_cached(
        "SELECT kind, workspace, role, person, name, owner FROM access JOIN person ON person.id = access.person
         WHERE secret_hash = ?1 AND coalesce(expires_at > ?2, TRUE) AND used_at IS NULL",
    )?;
    Ok(select
        .query_row(params![secret.hash(), clock::now_ms()], access)
        .optional()?)
}

fn access(row: &Row<'_>) -> rusqlite::Result<Access> {
    let kind: String = row.get("kind")?;
    let kind = match kind.as_str() {
        "token" => Kind::Token {
            workspace: parsed(row, "workspace")?,
            role: people::role(row, "role")?,
        },
        "owner_link" => Kind::OwnerLink,
        "personal_link" => Kind::PersonalLink,
        // The schema knows no other word.
        _ => Kind::Session,
    };
    let person = people::Person {
        id: parsed(row, "person")?,
        name: row.get("name")?,
        owner: row.get("owner")?,
    };
    Ok(Access { kind, person })
}

/// Uses a link up; whether it was still good.
pub fn use_up(connection: &Connection, link: &Secret) -> Result<bool, StoreError> {
    let used = connection.execute(
        "UPDATE access SET used_at = ?2 WHERE secret_hash = ?1 AND used_at IS NULL
         AND kind IN ('owner_link', 'personal_link')",
        params![link.hash(), clock::now_ms()],
    )?;
    Ok(used > 0)
}

/// Signs a device out.
pub fn end(connection: &Connection, session: &Secret) -> Result<(), StoreError> {
    connection.execute(
        "DELETE FROM access WHERE secret_hash = ?1 AND kind = 'session'",
        [session.hash()],
    )?;
    Ok(())
}

/// Forgets what expired, and links that were used, more than a week ago.
pub fn tidy(connection: &Connection) -> Result<usize, StoreError> {
    let week_ago = clock::now_ms() - 7 * 24 * 3600 * 1000;
    Ok(connection.execute(
        "DELETE FROM access WHERE expires_at < ?1 OR used_at < ?1",
        [week_ago],
    )?)
}

/// Ends the tokens of a person for one workspace; whether there was one.
pub fn end_tokens(
    connection: &Connection,
    workspace: WorkspaceId,
    person: PersonId,
) -> Result<bool, StoreError> {
    let ended = connection.execute(
        "DELETE FROM access WHERE workspace = ?1 AND person = ?2 AND kind = 'token'",
        [workspace.to_string(), person.to_string()],
    )?;
    Ok(ended > 0)
}
