//! Builds the server and the program that tries out all that are measured beside each other, and lets it.

use std::process::ExitCode;

use anyhow::Result;

use crate::peers::Peers;
use crate::project::{cargo, command, run, target_dir};
use crate::server::{self, Profile};
use crate::step::step;

pub fn try_out(dev: bool, with_y_sweet: bool, only: Option<&str>) -> Result<ExitCode> {
    let peers = Peers::install(with_y_sweet)?;
    let (profile, folder) = if dev {
        (Profile::Debug, "debug")
    } else {
        (Profile::Release, "release")
    };
    let server = server::build(profile)?;
    let mut build = cargo();
    build.args(["build", "--bin", "contenders"]);
    if dev {
        build.arg("--workspace");
    } else {
        build.args(["--release", "--package", "jalon-tests"]);
    }
    step("Building what tries them out", || run(&mut build))?;
    let program = format!("contenders{}", std::env::consts::EXE_SUFFIX);
    let mut contenders = command(target_dir().join(folder).join(program));
    contenders.env("JALON_BIN", &server);
    peers.tell(&mut contenders);
    if with_y_sweet {
        contenders.arg("--with-y-sweet");
    }
    if let Some(only) = only {
        contenders.arg(format!("--only={only}"));
    }
    run(&mut contenders)?;
    Ok(ExitCode::SUCCESS)
}
