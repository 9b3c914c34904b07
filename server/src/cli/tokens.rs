//! The commands about tokens for scripts: making, listing and ending them.

use super::{Data, one_line};
use anyhow::{Result, bail};
use jalon_server::{
    clock,
    store::{accesses, database, people, tokens, workspaces},
};
use jalon_shared::WorkspaceId;
use std::process::ExitCode;

/// A day in milliseconds.
const DAY: i64 = 24 * 3600 * 1000;

/// One line per token: id, workspace, role, last use, name.
pub fn list(data: &Data) -> Result<ExitCode> {
    let connection = database::open_for_reading(&data.folder)?;
    for token in tokens::list(&connection, None)? {
        let seen = token
            .seen_at
            .map_or_else(|| "never".to_owned(), clock::rfc3339);
        let role = people::role_word(token.role);
        let (id, workspace) = (token.id, token.workspace);
        println!(
            "{id}\t{workspace}\t{role}\t{seen}\t{}",
            one_line(&token.name)
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// Ends a token.
pub fn revoke(data: &Data, token: &tokens::TokenId) -> Result<ExitCode> {
    if !tokens::end(&database::open(&data.folder)?, None, token)? {
        bail!("there is no token {token}; `jalon tokens` lists them");
    }
    println!("{token}");
    Ok(ExitCode::SUCCESS)
}

/// Makes a token and prints it; it is never shown again.
pub fn make(
    data: &Data,
    workspace: WorkspaceId,
    role: people::RoleWord,
    name: &str,
    days: Option<u16>,
) -> Result<ExitCode> {
    let mut connection = database::open(&data.folder)?;
    let transaction = connection.transaction()?;
    if workspaces::find(&transaction, workspace)?.is_none() {
        bail!("there is no workspace {workspace}; `jalon workspaces` lists them");
    }
    let person = people::create(&transaction, name, false)?;
    let kind = accesses::Kind::Token {
        workspace,
        role: role.0,
    };
    let new = accesses::New {
        kind,
        person: person.id,
        expires_at: days.map(|days| clock::now_ms() + i64::from(days) * DAY),
        made_by: None,
    };
    let secret = accesses::create(&transaction, new)?;
    transaction.commit()?;
    println!("{}", secret.reveal());
    Ok(ExitCode::SUCCESS)
}
