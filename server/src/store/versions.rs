//! Frozen versions. Triggers of the schema see to it that a row never changes and that the chain holds.

use super::{StoreError, forgetting};
use jalon_shared::{
    WorkspaceId,
    version::{Disclosure, Disclosures, Sealed, Sealing},
};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;
use std::io;

mod packing;

/// A version without its content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    pub number: u32,
    pub hash: String,
    pub previous_hash: Option<String>,
    pub label: String,
    pub period: String,
    pub note: String,
    pub frozen_at: String,
    /// Empty when they asked that their name be removed.
    pub frozen_by: String,
    pub replaces: Option<u32>,
}

/// Versions with the name of whoever froze them: the one inside, in the format of before, or else the
/// one that may be told.
const LISTED: &str = "SELECT version.number, hash, previous_hash, label, period, note, frozen_at,
        coalesce(disclosure.name, frozen_by) AS frozen_by, replaces
    FROM version LEFT JOIN disclosure ON disclosure.workspace = version.workspace
        AND disclosure.number = version.number AND disclosure.digest = version.signature";

/// Keeps a version. The schema refuses one that does not follow the last. The names of people who asked
/// for that after the freeze began (`since`, milliseconds since 1970) are not kept. `form` is that of its
/// [`Sealed::nameless`].
pub fn insert(
    connection: &Connection,
    Sealing { sealed, people }: &Sealing,
    form: &Form,
    since: i64,
) -> Result<Entry, StoreError> {
    let version = &sealed.version;
    let workspace = version.workspace.to_string();
    let names = sealed.disclosures();
    let (plain, packed) = match form {
        Form::Plain(file) => (file.as_str(), None),
        Form::Packed(bytes) => ("", Some(bytes)),
    };
    connection.execute(
        "INSERT INTO version (workspace, number, hash, previous_hash, label, period, note, frozen_at,
            frozen_by, replaces, sealed, packed, signature)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, '', ?9, ?10, ?11, ?12)",
        params![
            workspace,
            version.number,
            sealed.hash,
            version.previous_hash,
            version.label,
            version.period,
            version.note,
            version.frozen_at,
            version.replaces,
            plain,
            packed,
            sealed.signature(),
        ],
    )?;
    let mut insert = connection.prepare_cached(
        "INSERT INTO disclosure (workspace, number, digest, salt, name, person) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    // A name of which nobody knows whose it is could never be removed: it is not kept.
    let owned = names
        .iter()
        .filter_map(|(digest, name)| Some((digest, name, *people.get(digest)?)));
    for (digest, Disclosure { name, salt }, person) in owned {
        if !forgetting::since(connection, person, version.workspace, since)? {
            let number = version.number;
            insert.execute(params![
                workspace,
                number,
                digest,
                salt,
                name,
                person.to_string()
            ])?;
        }
    }
    let last = last(connection, version.workspace)?;
    last.ok_or_else(|| StoreError::Corrupt("a version was not kept".to_owned()))
}

/// The versions of a workspace, newest first.
pub fn list(connection: &Connection, workspace: WorkspaceId) -> Result<Vec<Entry>, StoreError> {
    let sql = format!("{LISTED} WHERE version.workspace = ?1 ORDER BY version.number DESC");
    let mut select = connection.prepare_cached(&sql)?;
    let rows = select.query_map([workspace.to_string()], entry)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The last version, if there is one.
pub fn last(connection: &Connection, workspace: WorkspaceId) -> Result<Option<Entry>, StoreError> {
    let sql = format!("{LISTED} WHERE version.workspace = ?1 ORDER BY version.number DESC LIMIT 1");
    let mut select = connection.prepare_cached(&sql)?;
    Ok(select
        .query_row([workspace.to_string()], entry)
        .optional()?)
}

/// How the sealed file of a version lies in the database.
#[derive(Debug, Clone)]
pub enum Form {
    /// As it is.
    Plain(String),
    /// Packed, since it is large.
    Packed(Vec<u8>),
}

impl Form {
    /// The form that fits a file.
    ///
    /// # Errors
    /// When what was packed does not read back as it was.
    pub fn of(file: &str) -> io::Result<Self> {
        if file.len() < packing::LARGE {
            Ok(Self::Plain(file.to_owned()))
        } else {
            packing::pack(file).map(Self::Packed)
        }
    }

    /// The file, byte for byte.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] when it cannot be unpacked.
    pub fn file(self) -> Result<String, StoreError> {
        match self {
            Self::Plain(file) => Ok(file),
            Self::Packed(bytes) => packing::unpack(&bytes),
        }
    }
}

/// A version as it is kept.
#[derive(Debug, Clone)]
pub struct Kept {
    /// The sealed file without any name. A large one is work: it is taken out away from the threads of the store.
    pub nameless: Form,
    /// The names that may be told.
    pub names: Disclosures,
}

impl Kept {
    /// The file that people keep, with the names that may be told.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] when it cannot be unpacked.
    pub fn file(self) -> Result<String, StoreError> {
        Ok(Sealed::with_names(&self.nameless.file()?, &self.names))
    }
}

/// A version as it is kept.
pub fn kept(
    connection: &Connection,
    workspace: WorkspaceId,
    number: u32,
) -> Result<Option<Kept>, StoreError> {
    let mut select = connection.prepare_cached(
        "SELECT sealed, packed FROM version WHERE workspace = ?1 AND number = ?2",
    )?;
    let form = select.query_row(params![workspace.to_string(), number], |row| {
        let packed: Option<Vec<u8>> = row.get("packed")?;
        packed.map_or_else(
            || Ok(Form::Plain(row.get("sealed")?)),
            |packed| Ok(Form::Packed(packed)),
        )
    });
    let Some(nameless) = form.optional()? else {
        return Ok(None);
    };
    let names = disclosures(connection, workspace, number)?;
    Ok(Some(Kept { nameless, names }))
}

/// The sealed file of a version, with the names that may be told.
pub fn sealed(
    connection: &Connection,
    workspace: WorkspaceId,
    number: u32,
) -> Result<Option<String>, StoreError> {
    kept(connection, workspace, number)?
        .map(Kept::file)
        .transpose()
}

/// Whether there is a version of this number.
pub fn exists(
    connection: &Connection,
    workspace: WorkspaceId,
    number: u32,
) -> Result<bool, StoreError> {
    let mut select =
        connection.prepare_cached("SELECT 1 FROM version WHERE workspace = ?1 AND number = ?2")?;
    Ok(select.exists(params![workspace.to_string(), number])?)
}

fn disclosures(
    connection: &Connection,
    workspace: WorkspaceId,
    number: u32,
) -> Result<Disclosures, StoreError> {
    let mut select = connection.prepare_cached(
        "SELECT digest, name, salt FROM disclosure WHERE workspace = ?1 AND number = ?2",
    )?;
    let rows = select.query_map(params![workspace.to_string(), number], |row| {
        let name = Disclosure {
            name: row.get("name")?,
            salt: row.get("salt")?,
        };
        Ok((row.get("digest")?, name))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    Ok(Entry {
        number: row.get("number")?,
        hash: row.get("hash")?,
        previous_hash: row.get("previous_hash")?,
        label: row.get("label")?,
        period: row.get("period")?,
        note: row.get("note")?,
        frozen_at: row.get("frozen_at")?,
        frozen_by: row.get("frozen_by")?,
        replaces: row.get("replaces")?,
    })
}
