//! The program behind `cargo xtask bench-cold`: it only reads what is asked, and says on which machine.

use anyhow::Result;
use clap::Parser;
use jalon_tests::{cold_bench::Bench, machine};
use std::process::ExitCode;

#[derive(Parser)]
#[command(
    name = "bench_cold",
    about = "Measures what a server costs whoever comes first after its start"
)]
struct Cli {
    /// Fewer of everything
    #[arg(long)]
    quick: bool,
    /// Single edits in the large document; 0 leaves it out
    #[arg(long, default_value_t = 100_000)]
    edits: usize,
    /// Restarts of each kind
    #[arg(long)]
    restarts: Option<usize>,
    /// Workspaces in the large folder; 0 leaves it out
    #[arg(long, default_value_t = 100_000)]
    workspaces: usize,
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
    let (restarts, opened) = if cli.quick { (5, 200) } else { (15, 1_000) };
    let bench = Bench {
        edits: cli.edits,
        people: 10,
        restarts: cli.restarts.unwrap_or(restarts),
        workspaces: cli.workspaces,
        opened: opened.min(cli.workspaces),
        until_closed: !cli.quick,
    };
    let calm = machine::load();
    let table = bench.run(|what| eprintln!("▸ {what}")).await?;
    println!("{table}");
    println!(
        "Machine: {}. Load before it began: {calm}, at its end: {}.",
        machine::describe(),
        machine::load()
    );
    Ok(())
}
