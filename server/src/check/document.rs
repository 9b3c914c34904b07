//! A document: its snapshot and its log are read, and say what their replay says.

use crate::{
    room::{content_hash, load_document},
    store::{StoreError, log},
};
use jalon_shared::{PersonId, Workspace, WorkspaceId};
use rusqlite::Connection;

/// `gone` are the people who were forgotten everywhere.
pub(super) fn document(
    connection: &Connection,
    id: WorkspaceId,
    gone: &[PersonId],
) -> Result<Vec<String>, StoreError> {
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
    if !log::is_in_order(connection, id)? {
        faults.push("an update was kept in the place of an older one".to_owned());
    }
    let kept = log::load(connection, id)?;
    let loaded = match load_document(&kept.updates) {
        Ok(loaded) => loaded,
        Err(error) => {
            faults.push(error.to_string());
            return Ok(faults);
        }
    };
    for person in gone {
        if !loaded.names_of(*person).is_empty() {
            faults.push(format!("{person} was forgotten, and has a name again"));
        }
    }
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
            if replayed.content() != loaded.content() || replayed.talk() != loaded.talk() {
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
