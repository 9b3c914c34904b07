//! The program behind `cargo xtask contenders`: it only reads what is asked.

use anyhow::{Result, bail};
use clap::Parser;
use jalon_tests::bench::{
    contender::{Kind, Programs},
    keeps,
};
use std::process::ExitCode;

#[derive(Parser)]
#[command(
    name = "contenders",
    about = "Tries out the servers that are measured beside each other"
)]
struct Cli {
    /// Only this one, by a part of its name
    #[arg(long)]
    only: Option<String>,
    /// y-sweet as well
    #[arg(long)]
    with_y_sweet: bool,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(&Cli::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(cli: &Cli) -> Result<()> {
    let programs = Programs::find()?;
    let is_asked = |kind: &Kind| match &cli.only {
        Some(part) => kind.name().contains(part.as_str()),
        None => *kind != Kind::YSweet || cli.with_y_sweet,
    };
    let mut failed = 0;
    for kind in Kind::ALL.into_iter().filter(is_asked) {
        match keeps::check(kind, &programs).await {
            Ok(()) => println!("{}: brings and keeps what people type", kind.name()),
            Err(error) => {
                failed += 1;
                println!("{}: {error:#}", kind.name());
            }
        }
    }
    if failed > 0 {
        bail!("{failed} of them do not what they should");
    }
    Ok(())
}
