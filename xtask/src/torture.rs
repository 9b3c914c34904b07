//! Builds the server and the program that tortures it, and lets it.

use std::process::ExitCode;

use anyhow::Result;

use crate::project::{cargo, command, run, target_dir};
use crate::server::{self, Profile};
use crate::step::step;

/// How often a server is killed, and how many frames of nonsense it gets, unless told.
const ROUNDS: u64 = 1_000;
const FRAMES: u64 = 1_000_000;

/// Kills and nonsense: both, or what was asked.
pub fn torture(
    dev: bool,
    rounds: Option<u64>,
    frames: Option<u64>,
    seed: Option<u64>,
) -> Result<ExitCode> {
    let (rounds, frames) = match (rounds, frames) {
        (None, None) => (Some(ROUNDS), Some(FRAMES)),
        asked => asked,
    };
    let seed = seed.map_or_else(Vec::new, |seed| vec![format!("--seed={seed}")]);
    let play = |verb, count: Option<u64>| {
        let count = format!("--{verb}={}", count?);
        Some((verb, [vec![count], seed.clone()].concat()))
    };
    let plays: Vec<_> = [play("rounds", rounds), play("frames", frames)]
        .into_iter()
        .flatten()
        .collect();
    play_all(dev, &plays)
}

/// People come and go.
pub fn soak(dev: bool, minutes: u64) -> Result<ExitCode> {
    play_all(dev, &[("soak", vec![format!("--minutes={minutes}")])])
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
