//! Builds the server and the program that measures the work of the domain (freezing, comparing, drawing), and lets it.

use std::process::ExitCode;

use anyhow::Result;

use crate::project::{cargo, command, run, target_dir};
use crate::server::{self, Profile};
use crate::step::step;
use crate::toolchain::Choice;
use crate::web;

pub struct Options {
    /// A few of each.
    pub quick: bool,
    /// Only this workspace; the program knows their names.
    pub only: Option<String>,
}

pub fn measure(choice: Choice, options: &Options) -> Result<ExitCode> {
    // The server holds the client, whose page is one of those that are measured.
    web::build(choice, web::Options::release())?;
    let server = server::build(Profile::Release)?;
    let mut build = cargo();
    build.args(["build", "--release", "--package", "jalon-tests"]);
    build.args(["--bin", "bench_domain"]);
    step("Building what measures it", || run(&mut build))?;
    let program = format!("bench_domain{}", std::env::consts::EXE_SUFFIX);
    let mut bench = command(target_dir().join("release").join(program));
    bench.env("JALON_BIN", &server);
    if options.quick {
        bench.arg("--quick");
    }
    if let Some(only) = &options.only {
        bench.arg(format!("--only={only}"));
    }
    run(&mut bench)?;
    Ok(ExitCode::SUCCESS)
}
