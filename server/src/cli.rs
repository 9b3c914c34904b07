//! The commands. Each opens the database itself, so that all but `serve` work beside a running server.

use anyhow::Result;
use clap::{Args, Parser, Subcommand};
use jalon_server::{
    lock, serve,
    store::{database, people, tokens::TokenId, workspaces},
};
use jalon_shared::{PersonId, WorkspaceId};
use std::{path::PathBuf, process::ExitCode};

mod forgetting;
mod proving;
mod serving;
mod tokens;

use serving::{Serve, public_url};

/// Where a server listens unless told.
const LISTEN: &str = "127.0.0.1:8080";

/// Objectives, indicators and words, planted together.
#[derive(Parser)]
#[command(name = "jalon", version)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run the server
    Serve(Serve),
    /// Look through every document, snapshot and chain of versions; exit 1 and a line per fault
    Check(Data),
    /// Say whether a frozen version that somebody kept is intact
    Verify {
        /// The JSON file
        file: PathBuf,
    },
    /// Print a new access token for scripts
    Token {
        #[command(flatten)]
        data: Data,
        /// The workspace it opens
        #[arg(long)]
        workspace: WorkspaceId,
        /// reader, contributor or facilitator
        #[arg(long)]
        role: people::RoleWord,
        /// The name that the others see
        #[arg(long, default_value = "script")]
        name: String,
        /// After how many days it ends; never unless told
        #[arg(long, value_parser = clap::value_parser!(u16).range(1..))]
        days: Option<u16>,
    },
    /// List the tokens that work: id, workspace, role, last use, name
    Tokens(Data),
    /// End a token; whoever is connected with it is gone within a second
    Revoke {
        #[command(flatten)]
        data: Data,
        /// Its id, as `jalon tokens` shows it
        token: TokenId,
    },
    /// Copy the database into one file, while the server runs
    Backup {
        #[command(flatten)]
        data: Data,
        /// The file to write; it must not exist
        #[arg(long)]
        to: PathBuf,
    },
    /// Put a backup in place of the database, while no server runs; what was there is kept beside it
    Restore {
        #[command(flatten)]
        data: Data,
        /// The backup; it stays as it is
        #[arg(long)]
        from: PathBuf,
    },
    /// List the workspaces: id, tab, title
    Workspaces(Data),
    /// List the people: id, name, what they are
    People(Data),
    /// Remove the name of somebody, and every way in that they have
    Forget {
        #[command(flatten)]
        data: Data,
        /// Who; `jalon people` lists everybody
        #[arg(long)]
        person: PersonId,
        /// In this workspace alone
        #[arg(long)]
        workspace: Option<WorkspaceId>,
    },
    /// Print a new one-time link that signs the owner in; it works for an hour
    OwnerLink {
        #[command(flatten)]
        data: Data,
        /// The address that people type; the one of the server unless told
        #[arg(long, env = "JALON_PUBLIC_URL", value_parser = public_url)]
        public_url: Option<String>,
    },
}

#[derive(Args)]
struct Data {
    /// The folder of the database
    #[arg(long = "data", env = "JALON_DATA", default_value = "data")]
    folder: PathBuf,
}

impl Cli {
    pub fn run(self) -> Result<ExitCode> {
        match self.command {
            Command::Serve(serve) => serve.run(),
            Command::Check(data) => proving::check_all(&data),
            Command::Verify { file } => proving::verify(&file),
            Command::Token {
                data,
                workspace,
                role,
                name,
                days,
            } => tokens::make(&data, workspace, role, &name, days),
            Command::Tokens(data) => tokens::list(&data),
            Command::Revoke { data, token } => tokens::revoke(&data, &token),
            Command::Backup { data, to } => {
                database::copy_to(&database::open_for_reading(&data.folder)?, &to)?;
                println!("{}", to.display());
                Ok(ExitCode::SUCCESS)
            }
            Command::Restore { data, from } => proving::put_back(&data, &from),
            Command::Workspaces(data) => {
                for listed in workspaces::all(&database::open_for_reading(&data.folder)?)? {
                    println!("{}\t{}", listed.id, one_line(&listed.title));
                }
                Ok(ExitCode::SUCCESS)
            }
            Command::People(data) => forgetting::list(&data.folder),
            Command::Forget {
                data,
                person,
                workspace,
            } => forgetting::forget(&data.folder, person, workspace),
            Command::OwnerLink { data, public_url } => {
                let secret = serve::new_owner_link(&database::open(&data.folder)?)?;
                let url = public_url.or_else(|| lock::noted_url(&data.folder));
                let url = url.unwrap_or_else(|| format!("http://{LISTEN}"));
                println!("{}", serve::owner_url(&url, &secret));
                Ok(ExitCode::SUCCESS)
            }
        }
    }
}

/// One line, whatever somebody typed.
fn one_line(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_commands_are_well_formed() {
        Cli::command().debug_assert();
    }
}
