//! Putting a backup in place: it is proved first, what was there is kept beside it, and every workspace gets
//! a new generation, so that a page with words of the time between cannot merge them in silently.

use crate::{
    check::{self, Report},
    clock,
    lock::{Lock, LockError},
    store::{StoreError, database, forgetting, workspaces},
};
use rusqlite::Connection;
use std::{
    ffi::OsString,
    fs, io,
    path::{Path, PathBuf},
};

/// What a restore did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// What is in the backup.
    pub report: Report,
    /// Where the database is now that was there before.
    pub aside: Option<PathBuf>,
    /// How many people who asked to be forgotten since the backup are forgotten again by the next start;
    /// `None` when what was there cannot be read, or nothing was.
    pub forgotten: Option<usize>,
}

/// Why nothing was put in place. The data folder is as it was.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    #[error(transparent)]
    Lock(#[from] LockError),
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The backup is not sound.
    #[error("the backup does not check clean: nothing was put in place")]
    Faults(Vec<String>),
    #[error("cannot move {}: {error}", path.display())]
    Move { path: PathBuf, error: io::Error },
}

/// Puts the backup `from` in place of the database in `folder`, which may have none yet. The file `from`
/// stays as it is.
///
/// # Errors
/// [`RestoreError`]; nothing was changed but for files that are named in the error.
pub fn restore(folder: &Path, from: &Path) -> Result<Restored, RestoreError> {
    // Nobody may start a server on the folder while its database is exchanged.
    let lock = Lock::take(folder)?;
    let copy = folder.join(format!("{}.restoring", database::FILE));
    let replaced = database::open_for_reading(folder).ok();
    let prepared = prepare(from, &copy, replaced.as_ref());
    let (report, forgotten) = prepared.inspect_err(|_| {
        // Half a copy is of no use to anybody.
        let _ = fs::remove_file(&copy);
    })?;
    drop(replaced);
    let aside = exchange(folder, &copy)?;
    drop(lock);
    Ok(Restored {
        report,
        aside,
        forgotten,
    })
}

/// Makes a copy of the backup that is up to date, sound, and of new generations.
fn prepare(
    from: &Path,
    copy: &Path,
    replaced: Option<&Connection>,
) -> Result<(Report, Option<usize>), RestoreError> {
    let _ = fs::remove_file(copy);
    database::copy_to(&database::open_backup(from)?, copy)?;
    let mut connection = database::open_copy(copy)?;
    let report = check::check(&connection)?;
    if !report.faults.is_empty() {
        return Err(RestoreError::Faults(report.faults));
    }
    let transaction = connection.transaction().map_err(StoreError::from)?;
    workspaces::renew_generations(&transaction)?;
    // What cannot be read is no reason to keep the backup out.
    let forgotten =
        replaced.and_then(|replaced| forgetting::ask_again(&transaction, replaced).ok());
    transaction.commit().map_err(StoreError::from)?;
    close(connection)?;
    let synced = fs::File::open(copy).and_then(|file| file.sync_all());
    synced.map_err(|error| StoreError::file(copy.display().to_string(), error))?;
    Ok((report, forgotten))
}

/// Gives what is there a second name, and the copy its place. A database is there at every moment, also when
/// the power fails: a server that finds none begins an empty one.
fn exchange(folder: &Path, copy: &Path) -> Result<Option<PathBuf>, RestoreError> {
    let place = folder.join(database::FILE);
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error| RestoreError::Move { path, error }
    };
    let aside = if place.exists() {
        // Brings what stands in its journal into the file itself, as far as it can be opened: that it cannot
        // may be why it is replaced.
        if let Ok(connection) = Connection::open(&place) {
            let _ = connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE);");
            let _ = close(connection);
        }
        let name = format!("{}.before-restore-{}", database::FILE, clock::now_ms());
        let aside = folder.join(name);
        for ending in ["", "-wal", "-shm"] {
            let (was, is) = (with(&place, ending), with(&aside, ending));
            if was.exists() {
                keep_as(&was, &is).map_err(failed(&was))?;
            }
        }
        sync_folder(folder).map_err(failed(folder))?;
        // What is left of its journal must not be taken for that of the copy.
        for ending in ["-wal", "-shm"] {
            let _ = fs::remove_file(with(&place, ending));
        }
        Some(aside)
    } else {
        None
    };
    if let Err(error) = fs::rename(copy, &place) {
        // Back to what was.
        for ending in ["-wal", "-shm"] {
            if let Some(aside) = &aside {
                let _ = fs::rename(with(aside, ending), with(&place, ending));
            }
        }
        if let Some(aside) = &aside {
            let _ = fs::remove_file(aside);
        }
        return Err(failed(copy)(error));
    }
    sync_folder(folder).map_err(failed(folder))?;
    Ok(aside)
}

fn close(connection: Connection) -> Result<(), StoreError> {
    connection.close().map_err(|(_, error)| error.into())
}

/// Gives a file a second name; where the file system knows none, a copy has it.
fn keep_as(was: &Path, is: &Path) -> io::Result<()> {
    fs::hard_link(was, is).or_else(|_| {
        fs::copy(was, is)?;
        fs::File::open(is)?.sync_all()
    })
}

/// The file of a database or of its journal.
fn with(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    name.into()
}

/// A name that was given is on the disk once its folder is.
fn sync_folder(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}
