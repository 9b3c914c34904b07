//! Builds the server and the program that tries out all that are measured beside each other, and lets it.

use std::process::ExitCode;

use anyhow::Result;

use crate::peers::Peers;
use crate::project::{cargo, command, run, target_dir};
use crate::server::{self, Profile};
use crate::step::step;

pub struct Options {
    /// y-sweet as well, which takes minutes to compile.
    pub with_y_sweet: bool,
    /// Only one of them, by a part of its name.
    pub only: Option<String>,
    /// Kills them while somebody types.
    pub kill: bool,
    /// Unoptimised.
    pub dev: bool,
}

pub fn try_out(options: &Options) -> Result<ExitCode> {
    let peers = Peers::install(options.with_y_sweet)?;
    let (profile, folder) = if options.dev {
        (Profile::Debug, "debug")
    } else {
        (Profile::Release, "release")
    };
    let server = server::build(profile)?;
    let mut build = cargo();
    build.args(["build", "--bin", "contenders", "--bin", "relay"]);
    if options.dev {
        build.arg("--workspace");
    } else {
        build.args(["--release", "--package", "jalon-tests"]);
    }
    step("Building what tries them out", || run(&mut build))?;
    let program = format!("contenders{}", std::env::consts::EXE_SUFFIX);
    let mut contenders = command(target_dir().join(folder).join(program));
    contenders.env("JALON_BIN", &server);
    peers.tell(&mut contenders);
    if options.with_y_sweet {
        contenders.arg("--with-y-sweet");
    }
    if options.kill {
        contenders.arg("--kill");
    }
    if let Some(only) = &options.only {
        contenders.arg(format!("--only={only}"));
    }
    run(&mut contenders)?;
    Ok(ExitCode::SUCCESS)
}
