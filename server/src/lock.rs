//! The lock on a data folder: two servers on one database would each hold documents that the other changes.

use std::{
    fs::{self, File, TryLockError},
    io,
    path::{Path, PathBuf},
};

/// A data folder that is ours until this is dropped, or the process ends however it ends.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

/// Why a data folder is not ours.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    #[error("another jalon server is running on {}", .0.display())]
    Taken(PathBuf),
    #[error("cannot lock {}: {error}", folder.display())]
    File { folder: PathBuf, error: io::Error },
}

impl Lock {
    pub fn take(folder: &Path) -> Result<Self, LockError> {
        let failed = |error| LockError::File {
            folder: folder.to_owned(),
            error,
        };
        fs::create_dir_all(folder).map_err(failed)?;
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(folder.join("jalon.lock"))
            .map_err(failed)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(LockError::Taken(folder.to_owned())),
            Err(TryLockError::Error(error)) => Err(failed(error)),
        }
    }
}
