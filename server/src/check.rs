//! Looking through a whole database: every document loads, every snapshot and its log say what their
//! replay says, every chain of versions holds.

use crate::{
    room::{content_hash, load_document},
    store::{StoreError, log, versions, workspaces},
};
use jalon_shared::{Workspace, WorkspaceId, version::Sealed};
use rusqlite::Connection;

/// What was looked through, and what is wrong with it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    pub workspaces: usize,
    pub versions: usize,
    /// One sentence each.
    pub faults: Vec<String>,
}

/// Looks through a database.
///
/// # Errors
/// When the database cannot be read at all; what is wrong inside it is in the report.
pub fn check(connection: &Connection) -> Result<Report, StoreError> {
    let mut report = Report::default();
    sound(connection, &mut report)?;
    for listed in workspaces::all(connection)? {
        report.workspaces += 1;
        let mut faults = Vec::new();
        match document(connection, listed.id) {
            Ok(found) => faults.extend(found),
            Err(error) => faults.push(error.to_string()),
        }
        match chain(connection, listed.id, &mut report.versions) {
            Ok(found) => faults.extend(found),
            Err(error) => faults.push(error.to_string()),
        }
        report.faults.extend(
            faults
                .into_iter()
                .map(|fault| format!("workspace {}: {fault}", listed.id)),
        );
    }
    Ok(report)
}

/// What the database itself finds.
fn sound(connection: &Connection, report: &mut Report) -> Result<(), StoreError> {
    let mut select = connection.prepare("PRAGMA integrity_check")?;
    let lines = select.query_map([], |row| row.get::<_, String>(0))?;
    for line in lines {
        let line = line?;
        if line != "ok" {
            report.faults.push(format!("database: {line}"));
        }
    }
    let mut select = connection.prepare("PRAGMA foreign_key_check")?;
    let lines = select.query_map([], |row| row.get::<_, String>(0))?;
    for table in lines {
        report
            .faults
            .push(format!("database: a row of {} belongs to nothing", table?));
    }
    Ok(())
}

fn document(connection: &Connection, id: WorkspaceId) -> Result<Vec<String>, StoreError> {
    let mut faults = Vec::new();
    let snapshot = log::snapshot(connection, id)?;
    let tail = log::tail(connection, id, 0)?;
    if let Some(snapshot) = &snapshot {
        match Workspace::load(&snapshot.bytes).map(|document| content_hash(&document.content())) {
            Ok(Ok(hash)) if hash == snapshot.content_hash => {}
            Ok(_) => {
                faults.push("the snapshot does not say what was proved when it was made".to_owned())
            }
            Err(error) => faults.push(format!("the snapshot cannot be read: {error}")),
        }
        let left = tail
            .iter()
            .filter(|(seq, _)| *seq <= snapshot.upto_seq)
            .count();
        if left > 0 {
            faults.push(format!(
                "{left} updates were left in the log that the snapshot stands for"
            ));
        }
    }
    let kept = log::load(connection, id)?;
    let loaded = match load_document(&kept.updates) {
        Ok(loaded) => loaded,
        Err(error) => {
            faults.push(error.to_string());
            return Ok(faults);
        }
    };
    // The same once more, update by update, as the room once took them.
    let mut updates = kept.updates.iter();
    let replayed = updates.next().map(|first| Workspace::load(first));
    match replayed {
        Some(Ok(mut replayed)) => {
            for (place, update) in updates.enumerate() {
                if let Err(error) = replayed.receive(update) {
                    faults.push(format!("update {} of the log: {error}", place + 1));
                    return Ok(faults);
                }
            }
            if replayed.content() != loaded.content() {
                faults.push("the document is not what its replay says".to_owned());
            }
        }
        Some(Err(error)) => {
            faults.push(format!("the start of the document cannot be read: {error}"))
        }
        None => faults.push("nothing is kept of it".to_owned()),
    }
    Ok(faults)
}

fn chain(
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
        match versions::sealed(connection, id, number)?.map(|file| Sealed::parse(&file)) {
            Some(Ok(sealed)) => {
                let version = &sealed.version;
                let same = sealed.hash == entry.hash
                    && version.number == number
                    && version.workspace == id
                    && version.previous_hash == entry.previous_hash
                    && version.label == entry.label
                    && version.frozen_at == entry.frozen_at;
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
