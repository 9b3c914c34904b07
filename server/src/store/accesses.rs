//! Accesses: what signs somebody in. A session is a device, a token is for scripts, a link is used once.
//! What those see of tokens who may end them is in `tokens`.

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

/// Names an access without giving it away: the hash of its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessId(String);

impl AccessId {
    pub fn of(secret: &Secret) -> Self {
        Self(secret.hash())
    }

    pub(super) fn hash(&self) -> &str {
        &self.0
    }
}

/// An access that is good now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Access {
    pub kind: Kind,
    pub person: people::Person,
    /// Milliseconds since 1970, as `seen_at`.
    pub expires_at: Option<i64>,
    /// When a token was last used.
    pub seen_at: Option<i64>,
}

/// An access to be given.
#[derive(Debug, Clone, Copy)]
pub struct New {
    pub kind: Kind,
    pub person: PersonId,
    /// Milliseconds since 1970.
    pub expires_at: Option<i64>,
    /// Who gives a token, if it is somebody in the workspace.
    pub made_by: Option<PersonId>,
}

/// Gives a person an access.
pub fn create(connection: &Connection, new: New) -> Result<Secret, StoreError> {
    let secret = Secret::new()?;
    let (word, scope) = match new.kind {
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
        "INSERT INTO access (secret_hash, kind, person, workspace, role, created_at, expires_at, made_by)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            secret.hash(),
            word,
            new.person.to_string(),
            workspace,
            role,
            clock::now_ms(),
            new.expires_at,
            new.made_by.map(|person| person.to_string()),
        ],
    )?;
    Ok(secret)
}

/// An access, if it has not expired and is no link that was used.
pub fn find(connection: &Connection, id: &AccessId) -> Result<Option<Access>, StoreError> {
    let mut select = connection.prepare_cached(
        "SELECT kind, workspace, role, person, name, owner, expires_at, seen_at
         FROM access JOIN person ON person.id = access.person
         WHERE secret_hash = ?1 AND coalesce(expires_at > ?2, TRUE) AND used_at IS NULL",
    )?;
    Ok(select
        .query_row(params![id.hash(), clock::now_ms()], access)
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
    Ok(Access {
        kind,
        person,
        expires_at: row.get("expires_at")?,
        seen_at: row.get("seen_at")?,
    })
}

/// Uses a link up; whether it was still good.
pub fn use_up(connection: &Connection, link: &AccessId) -> Result<bool, StoreError> {
    let used = connection.execute(
        "UPDATE access SET used_at = ?2 WHERE secret_hash = ?1 AND used_at IS NULL
         AND kind IN ('owner_link', 'personal_link')",
        params![link.hash(), clock::now_ms()],
    )?;
    Ok(used > 0)
}

/// Whether a link that works no more was the owner's; `None` when there never was such a link, or too
/// long ago.
pub fn was_of_owner(connection: &Connection, link: &AccessId) -> Result<Option<bool>, StoreError> {
    let sql = "SELECT kind = 'owner_link' FROM access
               WHERE secret_hash = ?1 AND kind IN ('owner_link', 'personal_link')";
    Ok(connection
        .query_row(sql, [link.hash()], |row| row.get(0))
        .optional()?)
}

/// Uses up every link of the owner that still works: one of them did what they were for.
pub fn use_up_owner_links(connection: &Connection) -> Result<(), StoreError> {
    connection.execute(
        "UPDATE access SET used_at = ?1 WHERE kind = 'owner_link' AND used_at IS NULL",
        [clock::now_ms()],
    )?;
    Ok(())
}

/// Whether a person ever signed in on a device, as far as is remembered.
pub fn has_session(connection: &Connection, person: PersonId) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM access WHERE person = ?1 AND kind = 'session')";
    Ok(connection.query_row(sql, [person.to_string()], |row| row.get(0))?)
}

/// Signs a device out.
pub fn end(connection: &Connection, session: &AccessId) -> Result<(), StoreError> {
    connection.execute(
        "DELETE FROM access WHERE secret_hash = ?1 AND kind = 'session'",
        [session.hash()],
    )?;
    Ok(())
}

/// Signs a person out on every device but one, and ends the links to further ones; how many devices
/// that were.
pub fn end_others(
    connection: &Connection,
    person: PersonId,
    but: &AccessId,
) -> Result<usize, StoreError> {
    connection.execute(
        "DELETE FROM access WHERE person = ?1 AND kind = 'personal_link'",
        [person.to_string()],
    )?;
    Ok(connection.execute(
        "DELETE FROM access WHERE person = ?1 AND kind = 'session' AND secret_hash <> ?2",
        params![person.to_string(), but.hash()],
    )?)
}

/// How many unused links to other devices a person has at most.
const PERSONAL_LINKS: u32 = 4;

/// Ends the oldest links of a person to other devices, so that nobody fills the disk with them.
pub fn end_old_links(connection: &Connection, person: PersonId) -> Result<(), StoreError> {
    connection.execute(
        "DELETE FROM access WHERE secret_hash IN (
             SELECT secret_hash FROM access WHERE person = ?1 AND kind = 'personal_link'
             ORDER BY created_at DESC, rowid DESC LIMIT -1 OFFSET ?2)",
        params![person.to_string(), PERSONAL_LINKS],
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

/// How often everything changed that may shut an open door, ever: what an access opens is the same as
/// long as this is the same and it has not expired.
pub fn changes(connection: &Connection) -> Result<i64, StoreError> {
    let mut select = connection.prepare_cached("SELECT count FROM door_change")?;
    Ok(select.query_row([], |row| row.get(0))?)
}
