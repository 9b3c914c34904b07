//! Builds the server and the program that measures what a start costs whoever comes first, and lets it.

use std::process::ExitCode;

use anyhow::Result;

use crate::project::{cargo, command, run, target_dir};
use crate::server::{self, Profile};
use crate::step::step;
use crate::toolchain::Choice;
use crate::web;

pub fn measure(choice: Choice, quick: bool) -> Result<ExitCode> {
    // A start reads the client, which the server holds.
    web::build(choice, web::Options::release())?;
    let server = server::build(Profile::Release)?;
    let mut build = cargo();
    build.args(["build", "--release", "--package", "jalon-tests"]);
    build.args(["--bin", "bench_cold"]);
    step("Building what measures it", || run(&mut build))?;
    let program = format!("bench_cold{}", std::env::consts::EXE_SUFFIX);
    let mut bench = command(target_dir().join("release").join(program));
    bench.env("JALON_BIN", &server);
    if quick {
        bench.arg("--quick");
    }
    run(&mut bench)?;
    Ok(ExitCode::SUCCESS)
}
