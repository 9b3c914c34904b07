//! The commands. Each opens the database itself, so that all but `serve` work beside a running server.

use anyhow::{Context, Result, bail};
use clap::{Args, Parser, Subcommand};
use jalon_server::{
    Config, check, clock, config, lock,
    restore::{self, RestoreError},
    secret::Secret,
    serve,
    store::{accesses, database, people, tokens, workspaces},
};
use jalon_shared::{PersonId, WorkspaceId, version::Sealed};
use std::{
    fs,
    io::{self, Write},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::ExitCode,
};
use tokio::signal::unix::{SignalKind, signal};

mod forgetting;

/// Where a server listens unless told.
const LISTEN: &str = "127.0.0.1:8080";

/// A day in milliseconds.
const DAY: i64 = 24 * 3600 * 1000;

/// The signal that a file grows beyond its limit: the same on Linux and macOS.
const SIGXFSZ: i32 = 25;

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
        token: tokens::TokenId,
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

#[derive(Args)]
struct Address {
    /// Where to listen
    #[arg(long, env = "JALON_LISTEN", default_value = LISTEN)]
    listen: SocketAddr,
    /// The address that people type, such as https://jalon.example
    #[arg(long, env = "JALON_PUBLIC_URL", value_parser = public_url)]
    public_url: Option<String>,
}

#[derive(Args)]
struct Serve {
    #[command(flatten)]
    address: Address,
    #[command(flatten)]
    data: Data,
    /// A network of reverse proxies on other machines or in other containers, such as 172.16.0.0/12: what they
    /// say in X-Forwarded-For is believed. Those on this machine always are
    #[arg(
        long = "trusted-proxy",
        env = "JALON_TRUSTED_PROXY",
        value_delimiter = ','
    )]
    trusted_proxies: Vec<ipnet::IpNet>,
    /// Lets who has it read the metrics from another machine
    #[arg(long, env = "JALON_METRICS_TOKEN", hide_env_values = true, value_parser = metrics_token)]
    metrics_token: Option<Secret>,
    /// Add the demo workspace, once
    #[arg(long, env = "JALON_DEMO", value_parser = clap::builder::FalseyValueParser::new())]
    demo: bool,
    #[command(flatten)]
    limits: Limits,
}

/// How much the server takes on.
#[derive(Args)]
struct Limits {
    /// Open connections, of everybody together
    #[arg(long, env = "JALON_MAX_CONNECTIONS", default_value_t = config::Limits::default().connections)]
    max_connections: usize,
    /// Open connections of one person, or of the programs that share one token
    #[arg(long, env = "JALON_MAX_CONNECTIONS_PER_PERSON", default_value_t = config::Limits::default().connections_of_one)]
    max_connections_per_person: usize,
    /// MiB of one workspace
    #[arg(long, env = "JALON_MAX_DOCUMENT_MIB", default_value_t = config::Limits::default().document >> 20, value_parser = document_size)]
    max_document_mib: usize,
}

/// A size in MiB that is at least one and that a machine can count in bytes.
fn document_size(text: &str) -> Result<usize, String> {
    let size = text.parse().map_err(|_| "it must be a number of MiB")?;
    if (1..=4096).contains(&size) {
        Ok(size)
    } else {
        Err("it must be between 1 and 4096".to_owned())
    }
}

/// An address with a scheme and a host, and nothing after the host.
fn public_url(text: &str) -> Result<String, String> {
    let url = text.trim_end_matches('/');
    let host = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', '@', ' ']) => {
            Ok(url.to_owned())
        }
        _ => Err("it must look like https://jalon.example, without a path".to_owned()),
    }
}

/// A token that nobody guesses.
fn metrics_token(text: &str) -> Result<Secret, String> {
    /// As many letters as 128 random bits have at least, whatever they are written in.
    const LEAST: usize = 22;
    if text.len() < LEAST || text.contains(char::is_whitespace) {
        return Err(format!(
            "it must have {LEAST} letters or more, and no space"
        ));
    }
    Ok(Secret::given(text))
}

impl Cli {
    pub fn run(self) -> Result<ExitCode> {
        match self.command {
            Command::Serve(serve) => serve.run(),
            Command::Check(data) => check_all(&data),
            Command::Verify { file } => verify(&file),
            Command::Token {
                data,
                workspace,
                role,
                name,
                days,
            } => token(&data, workspace, role, &name, days),
            Command::Tokens(data) => {
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
            Command::Revoke { data, token } => {
                if !tokens::end(&database::open(&data.folder)?, None, &token)? {
                    bail!("there is no token {token}; `jalon tokens` lists them");
                }
                println!("{token}");
                Ok(ExitCode::SUCCESS)
            }
            Command::Backup { data, to } => {
                database::copy_to(&database::open_for_reading(&data.folder)?, &to)?;
                println!("{}", to.display());
                Ok(ExitCode::SUCCESS)
            }
            Command::Restore { data, from } => put_back(&data, &from),
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

impl Serve {
    fn run(self) -> Result<ExitCode> {
        let config = Config {
            listen: self.address.listen,
            public_url: self.address.public_url,
            trusted_proxies: self.trusted_proxies,
            metrics_token: self.metrics_token,
            demo: self.demo,
            limits: config::Limits {
                connections: self.limits.max_connections,
                connections_of_one: self.limits.max_connections_per_person,
                document: self.limits.max_document_mib << 20,
            },
            ..Config::new(self.data.folder)
        };
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()?;
        runtime.block_on(async {
            let (mut asked, mut interrupted) = (
                signal(SignalKind::terminate())?,
                signal(SignalKind::interrupt())?,
            );
            // A limit on the size of files would end the process with this signal. Where somebody listens to
            // it, the write fails instead, and that is told like a full disk.
            let _too_large = signal(SignalKind::from_raw(SIGXFSZ))?;
            let data = config.data.clone();
            let prepared = serve::prepare(config).await?;
            // Before the first answer, so that whoever waits for the port finds the link.
            // Whoever reads it may be gone already; that is no reason to end.
            let _ = say_hello(&prepared, &data);
            prepared
                .run(async move {
                    tokio::select! { _ = asked.recv() => (), _ = interrupted.recv() => () }
                })
                .await?;
            Ok(ExitCode::SUCCESS)
        })
    }
}

/// Says where the server is, and how its owner comes in.
fn say_hello(prepared: &serve::Prepared, data: &Path) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "Jalon is ready: {}", prepared.url)?;
    let data = data.display();
    writeln!(
        out,
        "For a new link of the owner: jalon owner-link --data {data}"
    )?;
    if let Some(link) = &prepared.owner_link {
        writeln!(out, "Sign in as the owner, once, within the hour: {link}")?;
    }
    out.flush()
}

fn check_all(data: &Data) -> Result<ExitCode> {
    let mut report = check::check(&database::open_for_reading(&data.folder)?)?;
    check::copies(&data.folder, &mut report)?;
    for note in &report.notes {
        println!("note: {note}");
    }
    for fault in &report.faults {
        println!("{fault}");
    }
    if report.faults.is_empty() {
        println!(
            "ok: {} workspaces, {} frozen versions",
            report.workspaces, report.versions
        );
        return Ok(ExitCode::SUCCESS);
    }
    Ok(ExitCode::FAILURE)
}

fn put_back(data: &Data, from: &Path) -> Result<ExitCode> {
    let (folder, file) = (data.folder.display(), from.display());
    match restore::restore(&data.folder, from) {
        Ok(restored) => {
            let report = restored.report;
            println!(
                "restored {file} into {folder}: {} workspaces, {} frozen versions",
                report.workspaces, report.versions
            );
            if let Some(aside) = restored.aside {
                println!("what was there is kept: {}", aside.display());
            }
            match restored.forgotten {
                Some(0) => {}
                Some(count) => println!(
                    "{count} people asked to be forgotten since the backup: the next start forgets them again"
                ),
                None => println!(
                    "Whoever was forgotten since the backup has to be forgotten again: jalon forget"
                ),
            }
            println!(
                "Sign-ins, invitations, tokens and roles are those of the backup: whoever joined since has to\n\
                 join again, and whoever was taken out since has to be taken out again.\n\
                 A page that was open since is told so: it keeps its own copy, and merges nothing in.\n\
                 Next: jalon serve --data {folder}"
            );
            Ok(ExitCode::SUCCESS)
        }
        Err(RestoreError::Faults(faults)) => {
            for fault in faults {
                println!("{fault}");
            }
            println!("{file} does not check clean: nothing was changed");
            Ok(ExitCode::FAILURE)
        }
        Err(error) => Err(error.into()),
    }
}

fn verify(file: &PathBuf) -> Result<ExitCode> {
    let text =
        fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    match Sealed::parse(&text) {
        Ok(sealed) => {
            let version = &sealed.version;
            println!(
                "intact: version {} “{}” of {}",
                version.number, version.label, version.workspace
            );
            let by = match version.frozen_by.as_str() {
                "" => "somebody whose name is withheld",
                name => name,
            };
            println!("frozen at {} by {by}", version.frozen_at);
            match sealed.withheld {
                0 => {}
                1 => println!("1 name is withheld on request"),
                many => println!("{many} names are withheld on request"),
            }
            println!("hash {}", sealed.hash);
            Ok(ExitCode::SUCCESS)
        }
        Err(error) => {
            println!("not intact: {error}");
            Ok(ExitCode::FAILURE)
        }
    }
}

fn token(
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

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_commands_are_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_public_address_has_no_path() {
        assert_eq!(
            public_url("https://jalon.example/").as_deref(),
            Ok("https://jalon.example")
        );
        for text in [
            "jalon.example",
            "https://",
            "https://a/b",
            "ftp://a",
            "https://a@b",
        ] {
            assert!(public_url(text).is_err(), "{text}");
        }
    }
}
