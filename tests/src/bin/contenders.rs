//! The program behind `cargo xtask contenders`: it only reads what is asked.

use anyhow::{Context, Result, bail, ensure};
use clap::Parser;
use jalon_tests::bench::{
    contender::{Kind, Programs},
    keeps,
    lost::{Kill, Lost},
};
use std::{process::ExitCode, time::Duration};

/// How fast somebody types and when the server is killed: at the pace of a table of people, at moments that fall
/// differently between two writes of a server that writes now and then, and faster.
const KILLS: [(u32, u64); 5] = [
    (100, 2_900),
    (100, 5_900),
    (100, 12_400),
    (1_000, 5_000),
    (5_000, 8_000),
];

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
    /// Kills them while somebody types, and says what is lost
    #[arg(long)]
    kill: bool,
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
        if cli.kill {
            if kind.stores() {
                kill(kind, &programs).await?;
            }
            continue;
        }
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

async fn kill(kind: Kind, programs: &Programs) -> Result<()> {
    for (rate, after) in KILLS {
        let after = Duration::from_millis(after);
        let lost = Lost::of(kind, programs, Kill { rate, after })
            .await
            .with_context(|| kind.name())?;
        let Lost {
            relayed,
            missing,
            acknowledged,
            broken,
        } = lost;
        println!(
            "{}, {rate} edits/s, killed after {after:?}: {missing} of {relayed} relayed edits missing, \
             {broken} of {acknowledged} acknowledged ones",
            kind.name()
        );
        ensure!(broken == 0, "what was called durable was not");
    }
    Ok(())
}
