//! The program behind `cargo xtask bench-domain`: it only reads what is asked, and says on which machine.

use anyhow::Result;
use clap::{Parser, ValueEnum};
use jalon_tests::domain_bench::{Bench, COPIES, PEOPLE, Size, YEARS};
use std::{fs, process::ExitCode};

#[derive(Parser)]
#[command(
    name = "bench_domain",
    about = "Measures freezing, comparing and drawing versions"
)]
struct Cli {
    /// A few of each
    #[arg(long)]
    quick: bool,
    /// Only this workspace
    #[arg(long)]
    only: Option<Which>,
    /// How often the demo is in the large workspace
    #[arg(long, default_value_t = COPIES)]
    copies: usize,
}

#[derive(Clone, Copy, ValueEnum)]
enum Which {
    /// The demo
    Sample,
    /// A hundred times the demo
    Hundred,
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
    let bench = Bench {
        times: if cli.quick { 3 } else { 10 },
        copies: cli.copies,
        only: cli.only.map(|only| match only {
            Which::Sample => Size::Sample,
            Which::Hundred => Size::Hundred,
        }),
    };
    let calm = load();
    let table = bench.run(|what| eprintln!("▸ {what}")).await?;
    println!("{table}");
    println!(
        "The large workspace is {} times the demo, every indicator read each month from {} to {}; {PEOPLE} people type \
         ten words a second each. Load before it began: {calm}.",
        cli.copies,
        YEARS.start(),
        YEARS.end()
    );
    Ok(())
}

/// How busy the machine was in the last minute.
fn load() -> String {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    load.split(' ').next().unwrap_or_default().to_owned()
}
