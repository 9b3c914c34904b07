//! Builds the server and the program that tortures it, and lets it.

use std::process::ExitCode;

use anyhow::Result;

use crate::project::{cargo, command, run, target_dir};
use crate::server::{self, Profile};
use crate::step::step;

/// How often a server is killed, unless told.
const ROUNDS: u64 = 1_000;

/// Kills.
pub fn torture(dev: bool, rounds: Option<u64>, seed: Option<u64>) -> Result<ExitCode> {
    let mut arguments = vec![format!("--rounds={}", rounds.unwrap_or(ROUNDS))];
    arguments.extend(seed.map(|seed| format!("--seed={seed}")));
    play_all(dev, &[("rounds", arguments)])
}

/// Builds both, unoptimised for `dev`, and plays one after the other: a verb of the torture program and
/// its arguments.
fn play_all(dev: bool, plays: &[(&str, Vec<String>)]) -> Result<ExitCode> {
    let (profile, folder) = if dev {
        (Profile::Debug, "debug")
    } else {
        (Profile::Release, "release")
    };
    let server = server::build(profile)?;
    let mut build = cargo();
    build.args(["build", "--bin", "torture"]);
    if dev {
        build.arg("--workspace");
    } else {
        build.args(["--release", "--package", "jalon-tests"]);
    }
    step("Building its torturer", || run(&mut build))?;
    for (verb, arguments) in plays {
        let torturer = format!("torture{}", std::env::consts::EXE_SUFFIX);
        let mut play = command(target_dir().join(folder).join(torturer));
        run(play.arg(verb).args(arguments).env("JALON_BIN", &server))?;
    }
    Ok(ExitCode::SUCCESS)
}
