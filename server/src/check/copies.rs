//! The copies that lie beside the database, from before an upgrade or a restore: they can be opened when
//! somebody needs them.

use super::Report;
use crate::store::{StoreError, database};
use rusqlite::{Connection, OpenFlags};
use std::{fs, path::Path};

/// Looks at the copies in a data folder.
///
/// # Errors
/// When the folder cannot be read.
pub fn copies(folder: &Path, report: &mut Report) -> Result<(), StoreError> {
    let unreadable = |error| StoreError::file(folder.display().to_string(), error);
    for file in fs::read_dir(folder).map_err(unreadable)? {
        let file = file.map_err(unreadable)?;
        let name = file.file_name().to_string_lossy().into_owned();
        let is_copy = name.starts_with(&format!("{}.before-", database::FILE));
        if !is_copy || name.ends_with("-wal") || name.ends_with("-shm") {
            continue;
        }
        match look_at(&file.path()) {
            Ok(verdict) if verdict == "ok" => report
                .notes
                .push(format!("{name} is a copy from before, and can be read")),
            Ok(verdict) => report.faults.push(format!("{name}: {verdict}")),
            Err(error) => report.faults.push(format!("{name}: {error}")),
        }
    }
    Ok(())
}

fn look_at(path: &Path) -> rusqlite::Result<String> {
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
}
