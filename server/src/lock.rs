//! The lock on a data folder: two servers on one database would each hold documents that the other changes.

use std::{
    fs::{self, File, TryLockError},
    io::{self, Write},
    path::{Path, PathBuf},
};

/// A data folder that is ours until this is dropped, or the process ends however it ends.
#[derive(Debug)]
pub struct Lock {
    file: File,
}

/// Why a data folder is not ours.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    #[error("another jalon server is running on {}", .0.display())]
    Taken(PathBuf),
    #[error("cannot lock {}: {error}", folder.display())]
    File { folder: PathBuf, error: io::Error },
}

/// The name of the file that is locked; it holds the address of the server.
const FILE: &str = "jalon.lock";

impl Lock {
    pub fn take(folder: &Path) -> Result<Self, LockError> {
        let failed = |error| LockError::File {
            folder: folder.to_owned(),
            error,
        };
        make_private(folder).map_err(failed)?;
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(folder.join(FILE))
            .map_err(failed)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { file }),
            Err(TryLockError::WouldBlock) => Err(LockError::Taken(folder.to_owned())),
            Err(TryLockError::Error(error)) => Err(failed(error)),
        }
    }

    /// Leaves word of where the server answers, for commands that make links.
    pub fn note_url(&mut self, url: &str) -> io::Result<()> {
        self.file.set_len(0)?;
        self.file.write_all(url.as_bytes())
    }
}

/// Where the last server of a data folder answered.
pub fn noted_url(folder: &Path) -> Option<String> {
    let url = fs::read_to_string(folder.join(FILE)).ok()?;
    (!url.is_empty()).then_some(url)
}

/// Makes a folder that only its owner may look into, if it is not there: it will hold what people wrote.
fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
