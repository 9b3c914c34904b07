//! Tokens, as those see them who may end them: by a name that lets nobody in.

use super::{StoreError, accesses::AccessId, parsed, people};
use crate::{clock, secret::Secret};
use jalon_shared::{PersonId, Role, WorkspaceId};
use rusqlite::{Connection, params};
use std::{fmt, str::FromStr};

/// Names a token to whoever may end it: the first letters of its hash, which let nobody in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenId(String);

/// How many hexadecimal letters a [`TokenId`] has: 64 bits, so that no two are the same.
const TOKEN_ID: usize = 16;

/// A text that names no token.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a token is named by 16 hexadecimal letters, as `jalon tokens` shows them")]
pub struct InvalidTokenId;

impl TokenId {
    pub fn of(secret: &Secret) -> Self {
        Self(secret.hash().chars().take(TOKEN_ID).collect())
    }
}

impl FromStr for TokenId {
    type Err = InvalidTokenId;

    fn from_str(text: &str) -> Result<Self, InvalidTokenId> {
        let fits = text.len() == TOKEN_ID
            && text
                .bytes()
                .all(|letter| letter.is_ascii_digit() || matches!(letter, b'a'..=b'f'));
        fits.then(|| Self(text.to_owned())).ok_or(InvalidTokenId)
    }
}

impl fmt::Display for TokenId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A token as those see it who may end it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub id: TokenId,
    pub workspace: WorkspaceId,
    pub name: String,
    pub role: Role,
    /// Who made it; `None` when it was made on the command line.
    pub made_by: Option<String>,
    /// Milliseconds since 1970, as the times below.
    pub created_at: i64,
    pub expires_at: Option<i64>,
    /// When it was last used, to the minute.
    pub seen_at: Option<i64>,
}

/// The tokens that work, newest first: of one workspace, or of all.
pub fn list(
    connection: &Connection,
    workspace: Option<WorkspaceId>,
) -> Result<Vec<Token>, StoreError> {
    let mut select = connection.prepare_cached(
        "SELECT substr(secret_hash, 1, 16) AS id, workspace, role, person.name, maker.name AS made_by,
                access.created_at, expires_at, seen_at
         FROM access JOIN person ON person.id = access.person
         LEFT JOIN person AS maker ON maker.id = access.made_by
         WHERE kind = 'token' AND coalesce(workspace = ?1, ?1 IS NULL) AND coalesce(expires_at > ?2, TRUE)
         ORDER BY access.created_at DESC, id",
    )?;
    let workspace = workspace.map(|workspace| workspace.to_string());
    let rows = select.query_map(params![workspace, clock::now_ms()], |row| {
        Ok(Token {
            id: parsed(row, "id")?,
            workspace: parsed(row, "workspace")?,
            name: row.get("name")?,
            role: people::role(row, "role")?,
            made_by: row.get("made_by")?,
            created_at: row.get("created_at")?,
            expires_at: row.get("expires_at")?,
            seen_at: row.get("seen_at")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Remembers that a token is in use.
pub fn note_seen(connection: &Connection, id: &AccessId) -> Result<(), StoreError> {
    connection.execute(
        "UPDATE access SET seen_at = ?2 WHERE secret_hash = ?1",
        params![id.hash(), clock::now_ms()],
    )?;
    Ok(())
}

/// Ends a token, of one workspace or wherever it is; whether there was one.
pub fn end(
    connection: &Connection,
    workspace: Option<WorkspaceId>,
    id: &TokenId,
) -> Result<bool, StoreError> {
    let ended = connection.execute(
        "DELETE FROM access WHERE kind = 'token' AND substr(secret_hash, 1, 16) = ?1
         AND coalesce(workspace = ?2, ?2 IS NULL)",
        params![id.0, workspace.map(|workspace| workspace.to_string())],
    )?;
    Ok(ended > 0)
}

/// Ends the tokens of a person for one workspace, and those that they made there; whether there was one.
pub fn end_of_person(
    connection: &Connection,
    workspace: WorkspaceId,
    person: PersonId,
) -> Result<bool, StoreError> {
    let ended = connection.execute(
        "DELETE FROM access WHERE workspace = ?1 AND (person = ?2 OR made_by = ?2) AND kind = 'token'",
        [workspace.to_string(), person.to_string()],
    )?;
    Ok(ended > 0)
}
