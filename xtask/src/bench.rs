//! Builds the client, the server and the program that measures the page, and lets it.

pub mod beside;
pub mod cold;
pub mod domain;

use std::process::ExitCode;

use anyhow::Result;

use crate::project::{cargo, command, run, target_dir};
use crate::server::{self, Profile};
use crate::step::step;
use crate::toolchain::Choice;
use crate::{browser, web};

pub struct Options {
    /// A few of each.
    pub quick: bool,
    /// How long memory is watched in each place.
    pub minutes: Option<u64>,
    /// Unoptimised: its figures say nothing about what people get.
    pub dev: bool,
    /// Only this place; the program knows their names.
    pub only: Option<String>,
}

pub fn page(choice: Choice, options: &Options) -> Result<ExitCode> {
    let client = web::Options {
        dev: options.dev,
        force: false,
    };
    web::build(choice, client)?;
    let (profile, folder) = if options.dev {
        (Profile::Debug, "debug")
    } else {
        (Profile::Release, "release")
    };
    let server = server::build(profile)?;
    let mut build = cargo();
    build.args(["build", "--bin", "bench_page"]);
    if options.dev {
        build.arg("--workspace");
    } else {
        build.args(["--release", "--package", "jalon-tests"]);
    }
    step("Building what measures it", || run(&mut build))?;
    let browser = browser::find()?;
    let program = format!("bench_page{}", std::env::consts::EXE_SUFFIX);
    let mut bench = command(target_dir().join(folder).join(program));
    bench
        .env("JALON_BIN", &server)
        .env("JALON_CHROMIUM", &browser.chromium)
        .env("JALON_CHROMEDRIVER", &browser.driver);
    if options.dev {
        bench.arg("--dev");
    }
    if options.quick {
        bench.arg("--quick");
    }
    if let Some(minutes) = options.minutes {
        bench.arg(format!("--minutes={minutes}"));
    }
    if let Some(only) = &options.only {
        bench.arg(format!("--only={only}"));
    }
    run(&mut bench)?;
    Ok(ExitCode::SUCCESS)
}
