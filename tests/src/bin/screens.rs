//! The program behind `cargo xtask screens`: takes the pictures of every page into a folder.

use anyhow::{Context, Result};
use jalon_tests::pictures;
use std::{env, path::Path, process::ExitCode};

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<()> {
    let folder = env::args().nth(1).context("which folder?")?;
    pictures::take(Path::new(&folder), |page| eprintln!("▸ {page}")).await
}
