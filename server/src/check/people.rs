//! People: everybody has a name, invitations let in as many as they say, and whoever was forgotten has no name
//! any more. What documents say of them is looked at with the documents.

use super::Report;
use crate::store::{StoreError, activity, forgetting, people};
use jalon_shared::PersonId;
use rusqlite::Connection;

pub(super) fn check(
    connection: &Connection,
    gone: &[PersonId],
    report: &mut Report,
) -> Result<(), StoreError> {
    let one = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, u32>(0));
    for (sql, fault) in [
        (
            "SELECT count(*) FROM person WHERE trim(name) = ''",
            "people have no name",
        ),
        (
            "SELECT count(*) FROM invite WHERE uses > max_uses",
            "invitations let more people in than they should",
        ),
    ] {
        let count = one(sql)?;
        if count > 0 {
            report.faults.push(format!("{count} {fault}"));
        }
    }
    if people::owner(connection)?.is_none() {
        let note = "there is no owner: `jalon owner-link` makes one";
        report.notes.push(note.to_owned());
    }
    let to_do = forgetting::to_do(connection)?;
    for one in &to_do {
        report.notes.push(format!(
            "{} is still to be forgotten: the server does it",
            one.person
        ));
    }
    for person in gone.iter().copied() {
        let is_named = people::find(connection, person)?.is_some()
            || forgetting::is_named(connection, person)?;
        if is_named {
            report
                .faults
                .push(format!("{person} was forgotten, and has a name again"));
        }
        if activity::remembers(connection, person)? {
            report.faults.push(format!(
                "{person} was forgotten, and what they did is still told"
            ));
        }
    }
    Ok(())
}
