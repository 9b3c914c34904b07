//! The program behind `cargo xtask torture` and `cargo xtask soak`: it only reads what is asked.

use anyhow::Result;
use clap::{Parser, Subcommand};
use jalon_tests::{
    chance::Seed,
    siege::{self, Siege},
    soak::Soak,
    torture::{Torture, house::Size},
};
use std::{process::ExitCode, time::Duration};

#[derive(Parser)]
#[command(name = "torture", about = "Tries to make a real server lose something")]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Kill the server again and again while people write
    Rounds {
        #[arg(long)]
        rounds: u64,
        /// Plays the choices of an earlier run again
        #[arg(long)]
        seed: Option<u64>,
    },
    /// Send nonsense to a room in which people work
    Frames {
        #[arg(long)]
        frames: u64,
        /// Plays the choices of an earlier run again
        #[arg(long)]
        seed: Option<u64>,
    },
    /// Let people come and go, and print what the server holds
    Soak {
        #[arg(long)]
        minutes: u64,
        /// Plays the choices of an earlier run again
        #[arg(long)]
        seed: Option<u64>,
    },
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
    match cli.verb {
        Verb::Rounds { rounds, seed } => kill(rounds, seed.map_or_else(Seed::fresh, Seed)).await,
        Verb::Soak { minutes, seed } => soak(minutes, seed.map_or_else(Seed::fresh, Seed)).await,
        Verb::Frames { frames, seed } => besiege(frames, seed.map_or_else(Seed::fresh, Seed)).await,
    }
}

async fn soak(minutes: u64, seed: Seed) -> Result<()> {
    println!("seed {seed}, {minutes} minutes");
    let soak = Soak {
        seed,
        lasts: Duration::from_secs(60 * minutes),
    };
    let table = soak.run(|line| println!("{line}")).await?;
    println!("{}", table.verdict());
    Ok(())
}

async fn kill(rounds: u64, seed: Seed) -> Result<()> {
    println!("seed {seed}, {rounds} rounds");
    let torture = Torture {
        seed,
        rounds,
        size: Size {
            workspaces: 3,
            writers: 4,
        },
        check_every: 10,
    };
    let report = torture
        .run(|number, report| {
            if number.is_multiple_of(25) {
                eprintln!("round {number}: {:.1} s", report.took.as_secs_f64());
            }
        })
        .await?;
    println!("{report}");
    Ok(())
}

async fn besiege(frames: u64, seed: Seed) -> Result<()> {
    println!("seed {seed}, {frames} frames of nonsense");
    let tell = |report: &siege::Report| {
        let seconds = report.took.as_secs_f64();
        eprintln!("frame {}: {seconds:.1} s", report.frames);
    };
    println!("{}", Siege { seed, frames }.run(tell).await?);
    Ok(())
}
