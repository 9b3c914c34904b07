//! The program behind `cargo xtask bench`: it only reads what is asked, and says on which machine.

use anyhow::{Context, Result, bail, ensure};
use clap::Parser;
use jalon_tests::{
    bench::{
        contender::{Kind, Programs},
        growth,
        rounds::Plan,
        works::{WORKS, Work},
    },
    machine::{self, Before},
};
use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};
use tokio::task::LocalSet;

/// How many files one process may need: the largest crowd, and what else is open.
const FILES: u64 = 4_400;

/// The same when it grows: 5,000 workspaces with two people each.
const FILES_OF_GROWTH: u64 = 10_400;

#[derive(Parser)]
#[command(
    name = "bench",
    about = "Measures what sync servers cost, beside each other"
)]
struct Cli {
    /// One round with shorter windows
    #[arg(long)]
    quick: bool,
    /// How often each work is done by each
    #[arg(long)]
    rounds: Option<usize>,
    /// Only these works, separated by commas
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
    /// Only these servers, separated by commas, each by a part of its name
    #[arg(long, value_delimiter = ',')]
    beside: Vec<String>,
    /// y-sweet as well
    #[arg(long)]
    with_y_sweet: bool,
    /// Measures how what it costs grows, and writes pictures and a page into this folder: nothing else
    #[arg(long)]
    growth: Option<PathBuf>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match LocalSet::new().run_until(run(Cli::parse())).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(cli: Cli) -> Result<()> {
    match &cli.growth {
        Some(folder) => grow(folder, &cli.only).await,
        None => compare(cli).await,
    }
}

async fn grow(folder: &Path, only: &[String]) -> Result<()> {
    files(FILES_OF_GROWTH)?;
    let (programs, before) = (Programs::find()?, Before::now());
    growth::run(
        &programs,
        folder,
        only,
        |what| eprintln!("▸ {what}"),
        || machine_of(&before),
    )
    .await
}

async fn compare(cli: Cli) -> Result<()> {
    let plan = Plan {
        works: works(&cli)?,
        kinds: kinds(&cli),
        rounds: cli.rounds.unwrap_or(if cli.quick { 1 } else { 3 }),
    };
    if plan.works.iter().any(|work| work.name == "crowd") {
        files(FILES).context("leave the crowd out with --only, or")?;
    }
    let before = Before::now();
    let programs = Programs::find()?;
    let results = plan.run(&programs, |what| eprintln!("▸ {what}")).await?;
    println!("{results}");
    let versions = plan.kinds.iter().map(|kind| programs.version(*kind));
    let versions: Vec<_> = versions.collect();
    println!("\n{} {}.", machine_of(&before), versions.join("; "));
    for wrong in &results.wrong {
        eprintln!("failed: {wrong}");
    }
    if !results.wrong.is_empty() {
        bail!("{} of the measurements failed", results.wrong.len());
    }
    Ok(())
}

/// Lets this process and those that it starts have so many files open.
fn files(wanted: u64) -> Result<()> {
    let allowed =
        rlimit::increase_nofile_limit(wanted).context("ask how many files may be open")?;
    ensure!(
        allowed >= wanted,
        "raise the hard limit of open files (`ulimit -Hn`): {wanted} are needed, and this system allows {allowed}"
    );
    Ok(())
}

/// On what it was measured.
fn machine_of(before: &Before) -> String {
    format!(
        "Machine: {}, Linux {}. {}",
        machine::describe(),
        machine::kernel(),
        before.until_now()
    )
}

fn works(cli: &Cli) -> Result<Vec<Work>> {
    let is_asked = |work: &&Work| {
        let asks = |name: &String| work.name.starts_with(name.as_str());
        cli.only.is_empty() || cli.only.iter().any(asks)
    };
    let works: Vec<Work> = WORKS.iter().filter(is_asked).copied().collect();
    if works.is_empty() {
        let names: Vec<_> = WORKS.iter().map(|work| work.name).collect();
        bail!("the works are {}", names.join(", "));
    }
    Ok(works
        .into_iter()
        .map(|work| if cli.quick { work.quick() } else { work })
        .collect())
}

fn kinds(cli: &Cli) -> Vec<Kind> {
    let is_asked = |kind: &Kind| {
        let asks = |part: &String| kind.name().to_lowercase().contains(&part.to_lowercase());
        match cli.beside.is_empty() {
            true => *kind != Kind::YSweet || cli.with_y_sweet,
            false => cli.beside.iter().any(asks),
        }
    };
    Kind::ALL.into_iter().filter(is_asked).collect()
}
