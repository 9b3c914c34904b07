//! Builds what changed, then becomes the server with the demo workspace; the server prints the link.

use std::path::PathBuf;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::toolchain::Choice;
use crate::{project, server, web};

pub struct Options {
    pub dev: bool,
    /// The server's own default unless told.
    pub listen: Option<String>,
    pub data: PathBuf,
    /// Handed to `jalon serve` as they are.
    pub more: Vec<String>,
}

pub fn run(choice: Choice, options: Options) -> Result<ExitCode> {
    let client = web::Options {
        dev: options.dev,
        force: false,
    };
    web::build(choice, client)?;
    let binary = server::build(if options.dev {
        server::Profile::Debug
    } else {
        server::Profile::Release
    })?;

    let mut command = project::command(binary);
    command.args(["serve", "--demo", "--data"]);
    command.arg(options.data);
    if let Some(address) = options.listen {
        command.args(["--listen", &address]);
    }
    command.args(options.more);
    become_it(command)
}

/// Gives the process itself to the server, so that Ctrl+C and a service manager reach it directly.
#[cfg(unix)]
fn become_it(mut command: Command) -> Result<ExitCode> {
    use std::os::unix::process::CommandExt;
    Err(command.exec()).context("cannot start the server")
}

#[cfg(not(unix))]
fn become_it(mut command: Command) -> Result<ExitCode> {
    let status = command.status().context("cannot start the server")?;
    Ok(if status.success() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
