//! The program behind `cargo xtask bench-page`: it only reads what is asked, and says on which machine.

use anyhow::Result;
use clap::{Parser, ValueEnum};
use jalon_tests::{
    machine,
    page_bench::{Bench, Place},
};
use std::{process::ExitCode, time::Duration};

#[derive(Parser)]
#[command(name = "bench_page", about = "Measures what people feel of the page")]
struct Cli {
    /// A few of each
    #[arg(long)]
    quick: bool,
    /// The client is unoptimised, and too large to come over a slow line at all
    #[arg(long)]
    dev: bool,
    /// How long memory is watched in each place
    #[arg(long)]
    minutes: Option<u64>,
    /// Only this place
    #[arg(long)]
    only: Option<Where>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Where {
    /// Opening a workspace, and typing in it alone
    Opening,
    /// The objectives, with a crowd
    Crowd,
    /// The grid of readings, with a crowd
    Grid,
}

impl From<Where> for Place {
    fn from(only: Where) -> Self {
        match only {
            Where::Opening => Self::Opening,
            Where::Crowd => Self::Crowd,
            Where::Grid => Self::Grid,
        }
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Cli::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(cli: Cli) -> Result<()> {
    let (visits, reloads, keys) = if cli.quick { (2, 4, 60) } else { (7, 20, 400) };
    let minutes = cli.minutes.unwrap_or(if cli.quick { 0 } else { 5 });
    let bench = Bench {
        visits: if cli.dev { 0 } else { visits },
        reloads,
        keys,
        watched: Duration::from_secs(60 * minutes),
        counted: Duration::from_secs(if cli.quick { 10 } else { 60 }),
        only: cli.only.map(Place::from),
    };
    let calm = machine::load();
    let table = bench.run(|what| eprintln!("▸ {what}")).await?;
    println!("{table}");
    println!(
        "Machine: {}. Load before it began: {calm}.",
        machine::describe()
    );
    Ok(())
}
