//! The commands about people: who there is, and forgetting somebody.

use super::one_line;
use anyhow::{Context, Result, bail};
use jalon_server::{
    Config, forget,
    hub::Hub,
    lanes::Lanes,
    lock::{Lock, LockError},
    metrics::Metrics,
    room::{Terms, load_document},
    store::{Store, database, forgetting, log, people, versions, workspaces},
};
use jalon_shared::{PersonId, WorkspaceId};
use rusqlite::Connection;
use std::{
    collections::BTreeSet,
    fs,
    path::Path,
    process::ExitCode,
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

/// How long a running server may take to forget somebody before this stops waiting. It goes on.
const PATIENCE: Duration = Duration::from_secs(120);

/// One line per person: id, name, what they are.
pub fn list(folder: &Path) -> Result<ExitCode> {
    let connection = database::open_for_reading(folder)?;
    for (person, workspaces) in people::all(&connection)? {
        let name = one_line(&person.name);
        let standing = match (person.owner, workspaces) {
            (true, _) => "owner".to_owned(),
            (false, 1) => "1 workspace".to_owned(),
            (false, count) => format!("{count} workspaces"),
        };
        println!("{}\t{name}\t{standing}", person.id);
    }
    Ok(ExitCode::SUCCESS)
}

/// Forgets somebody, in one workspace or everywhere; by the running server, if there is one.
pub fn forget(folder: &Path, person: PersonId, only: Option<WorkspaceId>) -> Result<ExitCode> {
    let lock = match Lock::take(folder) {
        Ok(lock) => Some(lock),
        Err(LockError::Taken(_)) => None,
        Err(error) => return Err(error.into()),
    };
    let mut connection = database::open(folder)?;
    let transaction = connection.transaction()?;
    let Some(found) = people::find(&transaction, person)? else {
        bail!("there is nobody {person}; `jalon people` lists everybody");
    };
    if let Some(only) = only
        && workspaces::find(&transaction, only)?.is_none()
    {
        bail!("there is no workspace {only}; `jalon workspaces` lists them");
    }
    let names = people::names(&transaction, person)?;
    let asked = forgetting::ask(&transaction, person, only)?;
    transaction.commit()?;
    match lock {
        Some(lock) => {
            alone(folder)?;
            drop(lock);
        }
        None => {
            let until = Instant::now() + PATIENCE;
            while !forgetting::is_done(&connection, asked.id)? {
                if Instant::now() > until {
                    bail!(
                        "the server has not done it yet; it goes on, and says in its log what is in the way"
                    );
                }
                thread::sleep(Duration::from_millis(200));
            }
        }
    }
    match asked.workspace {
        Some(workspace) => println!("forgotten in {workspace}: {person}"),
        None => println!("forgotten everywhere: {person}"),
    }
    for line in remains(folder, &connection, &names, asked.workspace)? {
        println!("{line}");
    }
    if found.owner && asked.workspace.is_none() {
        println!("there is no owner any more: `jalon owner-link` makes a new one");
    }
    Ok(ExitCode::SUCCESS)
}

/// Does what is asked without a server.
fn alone(folder: &Path) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let (store, threads) = Store::open(folder, Arc::new(|_| ()))?;
        let terms = Terms {
            idle: Duration::ZERO,
            ..Config::new(folder).terms()
        };
        let hub = Hub::new(
            store.clone(),
            Arc::new(Metrics::new()),
            Lanes::here(),
            terms,
        );
        let done = forget::forget_all(&store, &hub).await;
        hub.stop().await;
        store.close().await;
        tokio::task::spawn_blocking(move || threads.join()).await?;
        done.map(drop)
            .context("it stays asked: the server does it when it starts")
    })
}

/// Where the name still stands: words that people typed, versions of the format of before, copies of the
/// database that lie beside it.
fn remains(
    folder: &Path,
    connection: &Connection,
    names: &BTreeSet<String>,
    only: Option<WorkspaceId>,
) -> Result<Vec<String>> {
    let has = |text: &str| names.iter().any(|name| says(text, name));
    let mut lines = Vec::new();
    for listed in workspaces::all(connection)? {
        let id = listed.id;
        if only.is_some_and(|only| only != id) {
            continue;
        }
        let kept = log::load(connection, id)?;
        let document = load_document(&kept.updates)?;
        if has(&serde_json::to_string(&document.content())?) {
            lines.push(format!(
                "still there, in words that people typed: workspace {id}"
            ));
        }
        for version in versions::list(connection, id)? {
            if versions::sealed(connection, id, version.number)?.is_some_and(|file| has(&file)) {
                lines.push(format!(
                    "still there, for ever: version {} of workspace {id}",
                    version.number
                ));
            }
        }
    }
    for file in fs::read_dir(folder)? {
        let name = file?.file_name().to_string_lossy().into_owned();
        if name.starts_with(&format!("{}.before-", database::FILE)) {
            lines.push(format!(
                "may still be there: {name}, a copy from before; delete it when you do not need it"
            ));
        }
    }
    lines.push("backups made until now still have it; they pass with time".to_owned());
    Ok(lines)
}

/// Whether a text has a name, not merely as a part of a longer word.
fn says(text: &str, name: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !name.is_empty()
        && text.match_indices(name).any(|(at, found)| {
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            let after = text
                .get(at + found.len()..)
                .and_then(|after| after.chars().next());
            !is_letter(before) && !is_letter(after)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_as_a_word() {
        for (text, found) in [
            ("Vu avec Léa.", true),
            ("Léa", true),
            ("« Léa »", true),
            ("Léandre", false),
            ("", false),
        ] {
            assert_eq!(says(text, "Léa"), found, "{text}");
        }
        assert!(!says("Vu avec personne", ""));
    }
}
