//! The chain of versions of a workspace: each is intact, follows the one before, and is what its row says.

use crate::store::{StoreError, versions};
use jalon_shared::{WorkspaceId, version::Sealed};
use rusqlite::Connection;

/// Counts the versions of a workspace into `count`.
pub(super) fn chain(
    connection: &Connection,
    id: WorkspaceId,
    count: &mut usize,
) -> Result<Vec<String>, StoreError> {
    let mut faults = Vec::new();
    let mut previous: Option<versions::Entry> = None;
    for entry in versions::list(connection, id)?.into_iter().rev() {
        *count += 1;
        let number = entry.number;
        let expected = previous.as_ref().map_or(1, |previous| previous.number + 1);
        if number != expected {
            faults.push(format!("version {expected} is missing"));
        }
        let file = match versions::sealed(connection, id, number) {
            Err(StoreError::Corrupt(fault)) => {
                faults.push(format!("version {number}: {fault}"));
                previous = Some(entry);
                continue;
            }
            file => file?,
        };
        match file.map(|file| Sealed::parse(&file)) {
            Some(Ok(sealed)) => {
                let version = &sealed.version;
                let same = sealed.hash == entry.hash
                    && version.number == number
                    && version.workspace == id
                    && version.previous_hash == entry.previous_hash
                    && version.label == entry.label
                    && version.period == entry.period
                    && version.note == entry.note
                    && version.frozen_at == entry.frozen_at
                    && version.frozen_by == entry.frozen_by
                    && version.replaces == entry.replaces;
                if !same {
                    faults.push(format!("version {number} is not what its row says"));
                }
                let chained = previous.as_ref().map(|previous| previous.hash.as_str());
                if number == expected && version.previous_hash.as_deref() != chained {
                    faults.push(format!(
                        "version {number} does not follow the one before it"
                    ));
                }
            }
            Some(Err(error)) => faults.push(format!("version {number}: {error}")),
            None => faults.push(format!("version {number} has no file")),
        }
        previous = Some(entry);
    }
    Ok(faults)
}
