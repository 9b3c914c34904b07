//! The database file: opening it, bringing its schema up to date, copying it.

use super::StoreError;
use crate::clock;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior, backup::Backup};
use rusqlite_migration::{M, Migrations};
use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

/// The name of the database in the data folder.
pub const FILE: &str = "jalon.db";

/// Every schema that ever was, oldest first. A released one is never edited.
const SCHEMAS: [&str; 9] = [
    include_str!("migrations/1.sql"),
    include_str!("migrations/2.sql"),
    include_str!("migrations/3.sql"),
    include_str!("migrations/4.sql"),
    include_str!("migrations/5.sql"),
    include_str!("migrations/6.sql"),
    include_str!("migrations/7.sql"),
    include_str!("migrations/8.sql"),
    include_str!("migrations/9.sql"),
];

const MIGRATIONS: &[M<'static>] = &[
    M::up(SCHEMAS[0]),
    M::up(SCHEMAS[1]),
    M::up(SCHEMAS[2]),
    M::up(SCHEMAS[3]),
    M::up(SCHEMAS[4]),
    M::up(SCHEMAS[5]),
    M::up(SCHEMAS[6]),
    M::up(SCHEMAS[7]),
    M::up(SCHEMAS[8]),
];

/// How long a connection waits for another one's transaction: a command beside a busy server.
const BUSY: Duration = Duration::from_secs(10);

/// A backup copies everything in one go.
const ALL_PAGES: i32 = i32::MAX;

/// Opens the database of a data folder for the server, making what is missing. A file of an older
/// schema is copied beside itself before it is changed.
pub fn prepare(folder: &Path) -> Result<Connection, StoreError> {
    fs::create_dir_all(folder)
        .map_err(|error| StoreError::file(format!("cannot make {}", folder.display()), error))?;
    let path = folder.join(FILE);
    let mut connection = Connection::open(&path)?;
    configure(&mut connection)?;
    let migrations = Migrations::from_slice(MIGRATIONS);
    let version = schema_version(&connection)?;
    if version > 0 && migrations.pending_migrations(&connection)? > 0 {
        let copy = folder.join(format!(
            "{FILE}.before-migration-{version}-{}",
            clock::now_ms()
        ));
        copy_to(&connection, &copy)?;
        tracing::info!(copy = %copy.display(), "copied the database before migrating it");
    }
    migrations.to_latest(&mut connection)?;
    Ok(connection)
}

/// An empty database in memory, with the schema of this program.
pub fn in_memory() -> Result<Connection, StoreError> {
    let connection = Connection::open_in_memory()?;
    for schema in SCHEMAS {
        connection.execute_batch(schema)?;
    }
    Ok(connection)
}

/// Opens a database that exists and is up to date: for commands beside a server.
pub fn open(folder: &Path) -> Result<Connection, StoreError> {
    let path = existing(folder)?;
    let mut connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    configure(&mut connection)?;
    expect_current(&connection)?;
    Ok(connection)
}

/// Opens a database for reading alone, so that reads never wait behind commits.
pub fn open_for_reading(folder: &Path) -> Result<Connection, StoreError> {
    let path = existing(folder)?;
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    connection.busy_timeout(BUSY)?;
    expect_current(&connection)?;
    Ok(connection)
}

/// Opens a backup, of whatever schema that ever was, for reading alone.
pub fn open_backup(path: &Path) -> Result<Connection, StoreError> {
    if let Err(error) = fs::metadata(path) {
        return Err(StoreError::file(
            format!("cannot read {}", path.display()),
            error,
        ));
    }
    let connection = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    connection.busy_timeout(BUSY)?;
    if schema_version(&connection)? == 0 {
        return Err(StoreError::Corrupt(format!(
            "{} is no backup of Jalon",
            path.display()
        )));
    }
    Ok(connection)
}

/// Opens a copy that nobody else has, and brings it up to date. It stays one plain file.
pub fn open_copy(path: &Path) -> Result<Connection, StoreError> {
    let mut connection = Connection::open(path)?;
    connection.pragma_update(None, "journal_mode", "DELETE")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", "ON")?;
    Migrations::from_slice(MIGRATIONS).to_latest(&mut connection)?;
    Ok(connection)
}

/// Copies a database, also while others write to it. Refuses to overwrite a file.
pub fn copy_to(from: &Connection, to: &Path) -> Result<(), StoreError> {
    let taken = || {
        StoreError::file(
            to.display().to_string(),
            std::io::ErrorKind::AlreadyExists.into(),
        )
    };
    if to.exists() {
        return Err(taken());
    }
    // Written under another name, so that a copy that stopped halfway is never taken for a whole one.
    let mut part = to.as_os_str().to_owned();
    part.push(".part");
    let part = PathBuf::from(part);
    let _ = fs::remove_file(&part);
    {
        let mut copy = Connection::open(&part)?;
        // What is committed now, in one picture: without a transaction of its own the copy would begin again
        // whenever somebody writes, and never end.
        let picture = Transaction::new_unchecked(from, TransactionBehavior::Deferred)?;
        picture.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(()))?;
        // The journal lets writers through meanwhile.
        Backup::new(&picture, &mut copy)?.run_to_completion(
            ALL_PAGES,
            Duration::from_millis(5),
            None,
        )?;
        picture.commit()?;
        // The copy is one plain file, whatever the journal of the original.
        copy.pragma_update(None, "journal_mode", "DELETE")?;
        let verdict: String = copy.query_row("PRAGMA quick_check", [], |row| row.get(0))?;
        if verdict != "ok" {
            return Err(StoreError::Corrupt(verdict));
        }
    }
    if to.exists() {
        return Err(taken());
    }
    let synced = fs::File::open(&part).and_then(|file| {
        keep_private(&file)?;
        file.sync_all()
    });
    synced
        .and_then(|()| fs::rename(&part, to))
        .map_err(|error| StoreError::file(to.display().to_string(), error))
}

/// A copy holds what people wrote: it is its owner's alone.
fn keep_private(file: &fs::File) -> std::io::Result<()> {
    #[cfg(unix)]
    file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    Ok(())
}

fn configure(connection: &mut Connection) -> Result<(), StoreError> {
    connection.busy_timeout(BUSY)?;
    // Who begins by reading and asks to write afterwards would not wait, but be refused at once.
    connection.set_transaction_behavior(TransactionBehavior::Immediate);
    // An acknowledgement promises that the update is on the disk: every commit waits for it.
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", "ON")?;
    // What is deleted is overwritten: a name that somebody asked to remove does not stay in a free page.
    connection.pragma_update(None, "secure_delete", "ON")?;
    Ok(())
}

fn existing(folder: &Path) -> Result<PathBuf, StoreError> {
    let path = folder.join(FILE);
    match fs::metadata(&path) {
        Ok(_) => Ok(path),
        Err(error) => Err(StoreError::file(
            format!("no workspaces at {}", path.display()),
            error,
        )),
    }
}

fn expect_current(connection: &Connection) -> Result<(), StoreError> {
    match schema_version(connection)? {
        version if usize::try_from(version) == Ok(MIGRATIONS.len()) => Ok(()),
        version => Err(StoreError::Corrupt(format!(
            "its schema is number {version}, this program knows number {}: start `jalon serve` once to \
             bring it up to date, or take the program that goes with it",
            MIGRATIONS.len()
        ))),
    }
}

fn schema_version(connection: &Connection) -> Result<i64, StoreError> {
    Ok(connection.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_migration_is_sound() {
        Migrations::from_slice(MIGRATIONS)
            .validate()
            .expect("sound migrations");
    }

    #[test]
    fn numbers_go_on_after_all_that_were_given_before() {
        for (log, snapshot, next) in [(0, 0, 2), (41, 0, 42), (0, 57, 58), (41, 57, 58)] {
            let connection = Connection::open_in_memory().expect("a database");
            let before = SCHEMAS[..8].concat();
            connection.execute_batch(&before).expect("a schema");
            let rows = format!(
                "INSERT INTO workspace (id, title, created_at) VALUES ('w', '', 0);
                 INSERT INTO update_log (workspace, seq, updates, bytes)
                     SELECT 'w', {log}, 1, x'00' WHERE {log} > 0;
                 INSERT INTO snapshot (workspace, upto_seq, bytes, content_hash, made_at)
                     SELECT 'w', {snapshot}, x'00', '', 0 WHERE {snapshot} > 0;"
            );
            connection.execute_batch(&rows).expect("rows of before");
            connection.execute_batch(SCHEMAS[8]).expect("migrated");
            let number: i64 = connection
                .query_row(
                    "INSERT INTO daybook (workspace, updates, bytes, crc) VALUES ('w', 1, x'00', 0) RETURNING seq",
                    [],
                    |row| row.get(0),
                )
                .expect("a row");
            assert_eq!(number, next, "after {log} and {snapshot}");
        }
    }

    /// Who reads first and asks to write afterwards is refused at once, however long it would wait.
    #[test]
    fn a_transaction_has_the_right_to_write_from_its_first_moment() {
        let folder = tempfile::tempdir().expect("a folder");
        let server = prepare(folder.path()).expect("a database");
        let mut command = open(folder.path()).expect("a second connection");
        let transaction = command.transaction().expect("a transaction");
        server.busy_timeout(Duration::ZERO).expect("no patience");
        let other = server.execute_batch("BEGIN IMMEDIATE");
        let code = other.expect_err("two writers at once").sqlite_error_code();
        assert_eq!(code, Some(rusqlite::ErrorCode::DatabaseBusy));
        drop(transaction);
        let alone = server.execute_batch("BEGIN IMMEDIATE; COMMIT");
        alone.expect("the only writer");
    }
}
