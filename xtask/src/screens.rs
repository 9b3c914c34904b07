//! Builds everything, and lets the program that takes the pictures of every page fill `docs/screens`.

use std::process::ExitCode;

use anyhow::Result;

use crate::project::{cargo, command, root, run, target_dir};
use crate::server::{self, Profile};
use crate::step::step;
use crate::toolchain::Choice;
use crate::{browser, web};

pub fn take(choice: Choice, dev: bool) -> Result<ExitCode> {
    web::build(choice, web::Options { dev, force: false })?;
    // It serves the client from disk, whichever was built.
    let server = server::build(Profile::Debug)?;
    let mut build = cargo();
    build.args(["build", "--workspace", "--bin", "screens"]);
    step("Building what takes pictures", || run(&mut build))?;
    let browser = browser::find()?;
    let program = format!("screens{}", std::env::consts::EXE_SUFFIX);
    let mut screens = command(target_dir().join("debug").join(program));
    screens
        .arg(root().join("docs/screens"))
        .env("JALON_BIN", &server)
        .env("JALON_CHROMIUM", &browser.chromium)
        .env("JALON_CHROMEDRIVER", &browser.driver);
    run(&mut screens)?;
    Ok(ExitCode::SUCCESS)
}
