//! Invitations: a code that lets people into one workspace, with one role, for a while.
//!
//! A code is kept as it is, and not as a hash: facilitators show it again, as words and as a QR code, and
//! six letters could be found from their hash in a second anyway. What guards it is how seldom it may be tried
//! (`web::limits`), how long it lives and how many it lets in.

use super::{StoreError, parsed, people};
use crate::{clock, secret};
use jalon_shared::{PersonId, Role, WorkspaceId};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// An invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invite {
    pub code: String,
    pub workspace: WorkspaceId,
    pub role: Role,
    /// Milliseconds since 1970, as `expires_at`.
    pub created_at: i64,
    pub expires_at: i64,
    pub max_uses: u32,
    pub uses: u32,
}

impl Invite {
    /// Whether it lets one more person in now.
    pub fn is_open(&self) -> bool {
        self.uses < self.max_uses && self.expires_at > clock::now_ms()
    }
}

/// How many codes are tried before giving up; two equal ones in a row are already a wonder.
const TRIES: usize = 8;

/// Makes an invitation with a new code.
pub fn create(
    connection: &Connection,
    workspace: WorkspaceId,
    by: PersonId,
    role: Role,
    expires_at: i64,
    max_uses: u32,
) -> Result<Invite, StoreError> {
    let last_ruling: Option<i64> = connection.query_row(
        "SELECT max(ruled_at) FROM ruling WHERE workspace = ?1",
        [workspace.to_string()],
        |row| row.get(0),
    )?;
    // After what was decided before it, also within the same millisecond.
    let created_at = clock::now_ms().max(last_ruling.map_or(0, |ruled_at| ruled_at + 1));
    for _ in 0..TRIES {
        let code = secret::code()?;
        let made = connection.execute(
            "INSERT INTO invite (code, workspace, role, created_at, created_by, expires_at, max_uses)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (code) DO NOTHING",
            params![
                code,
                workspace.to_string(),
                people::role_word(role),
                created_at,
                by.to_string(),
                expires_at,
                max_uses
            ],
        )?;
        if made > 0 {
            return Ok(Invite {
                code,
                workspace,
                role,
                created_at,
                expires_at,
                max_uses,
                uses: 0,
            });
        }
    }
    Err(StoreError::Corrupt("every code is taken".to_owned()))
}

/// The invitation of a code, open or not.
pub fn find(connection: &Connection, code: &str) -> Result<Option<Invite>, StoreError> {
    let mut select = connection.prepare_cached(
        "SELECT code, workspace, role, created_at, expires_at, max_uses, uses FROM invite WHERE code = ?1",
    )?;
    Ok(select.query_row([code], invite).optional()?)
}

/// The open invitations of a workspace, newest first.
pub fn open(connection: &Connection, workspace: WorkspaceId) -> Result<Vec<Invite>, StoreError> {
    let mut select = connection.prepare_cached(
        "SELECT code, workspace, role, created_at, expires_at, max_uses, uses FROM invite
         WHERE workspace = ?1 AND expires_at > ?2 AND uses < max_uses ORDER BY created_at DESC",
    )?;
    let rows = select.query_map(params![workspace.to_string(), clock::now_ms()], invite)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Counts one more use.
pub fn count_use(connection: &Connection, code: &str) -> Result<(), StoreError> {
    connection.execute("UPDATE invite SET uses = uses + 1 WHERE code = ?1", [code])?;
    Ok(())
}

/// Withdraws an invitation; whether there was one.
pub fn withdraw(
    connection: &Connection,
    workspace: WorkspaceId,
    code: &str,
) -> Result<bool, StoreError> {
    let sql = "DELETE FROM invite WHERE workspace = ?1 AND code = ?2";
    Ok(connection.execute(sql, params![workspace.to_string(), code])? > 0)
}

/// Withdraws every invitation of a workspace; how many there were.
pub fn withdraw_all(connection: &Connection, workspace: WorkspaceId) -> Result<usize, StoreError> {
    let sql = "DELETE FROM invite WHERE workspace = ?1";
    Ok(connection.execute(sql, [workspace.to_string()])?)
}

fn invite(row: &Row<'_>) -> rusqlite::Result<Invite> {
    Ok(Invite {
        code: row.get("code")?,
        workspace: parsed(row, "workspace")?,
        role: people::role(row, "role")?,
        created_at: row.get("created_at")?,
        expires_at: row.get("expires_at")?,
        max_uses: row.get("max_uses")?,
        uses: row.get("uses")?,
    })
}
