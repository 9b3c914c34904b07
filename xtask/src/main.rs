//! The command line of `cargo xtask`: it only reads what is asked and hands it to one file per verb.

mod apt;
mod bench;
mod browser;
mod contenders;
mod cut;
mod dist;
mod fingerprint;
mod npm;
mod peers;
mod profile;
mod project;
mod screens;
mod serve;
mod server;
mod step;
mod test;
mod toolchain;
mod torture;
mod web;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::toolchain::Choice;

#[derive(Parser)]
#[command(
    name = "cargo xtask",
    about = "Builds, starts and tests Jalon",
    disable_help_subcommand = true
)]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
    /// Where the WebAssembly target comes from
    #[arg(
        long,
        global = true,
        value_enum,
        env = "JALON_WASM",
        default_value = "auto"
    )]
    toolchain: Choice,
}

#[derive(Subcommand)]
enum Verb {
    /// Build everything, then start a server with the demo workspace
    Serve {
        /// Unoptimised client and server, rebuilt in seconds
        #[arg(long)]
        dev: bool,
        /// Address to listen on, 127.0.0.1:8080 unless told
        #[arg(long)]
        listen: Option<String>,
        /// Folder of the database
        #[arg(long, default_value = "data")]
        data: PathBuf,
        /// More arguments for `jalon serve`
        #[arg(last = true)]
        more: Vec<String>,
    },
    /// Leave one self-contained binary, target/release/jalon
    Build,
    /// Build only the browser client, into dist/
    Web {
        /// Unoptimised and not compressed, rebuilt in seconds
        #[arg(long)]
        dev: bool,
        /// Build even when nothing changed
        #[arg(long)]
        force: bool,
    },
    /// Watch the first page of a workspace in a browser, and write down what it does not need: client/later.txt
    Profile,
    /// Check format, lints and every test, installing what the tests need
    Test {
        /// Only these steps and what they need, separated by commas; `--only list` prints the names
        #[arg(long, value_delimiter = ',')]
        only: Vec<String>,
        /// Arguments for the test binaries, such as a part of a test's name
        #[arg(last = true)]
        more: Vec<String>,
    },
    /// Kill a server while people write, and send it nonsense: nothing that was acknowledged is lost
    Torture {
        /// How often it is killed
        #[arg(long)]
        rounds: Option<u64>,
        /// How many frames of nonsense it gets
        #[arg(long)]
        frames: Option<u64>,
        /// Plays the choices of an earlier run again
        #[arg(long)]
        seed: Option<u64>,
        /// Unoptimised server and clients
        #[arg(long)]
        dev: bool,
    },
    /// Measure what Jalon costs beside the servers that a team could choose instead, and print the tables
    Bench {
        /// One round with shorter windows: 3 minutes and not 15
        #[arg(long)]
        quick: bool,
        /// How often each work is done by each server, 3 unless told
        #[arg(long)]
        rounds: Option<usize>,
        /// Only these works, separated by commas: workshop, sample, cohort, crowd, flood, durable, idle, cold, kill
        #[arg(long, value_delimiter = ',')]
        only: Vec<String>,
        /// Only these servers, separated by commas, each by a part of its name
        #[arg(long, value_delimiter = ',')]
        beside: Vec<String>,
        /// y-sweet as well, which takes minutes to compile
        #[arg(long)]
        with_y_sweet: bool,
        /// Only how it grows with people, workspaces, sizes and logs: writes docs/performance/
        #[arg(long)]
        growth: bool,
    },
    /// Measure what people feel of the page in a real browser, and print a table
    BenchPage {
        /// A few of each
        #[arg(long)]
        quick: bool,
        /// How long memory is watched in each place
        #[arg(long)]
        minutes: Option<u64>,
        /// Unoptimised: quick to build, and no figures for a document
        #[arg(long)]
        dev: bool,
        /// Only one place: opening, crowd or grid
        #[arg(long)]
        only: Option<String>,
    },
    /// Measure freezing, comparing and drawing versions, on the demo and on a hundred times the demo
    BenchDomain {
        /// A few of each
        #[arg(long)]
        quick: bool,
        /// Only one workspace: sample or hundred
        #[arg(long)]
        only: Option<String>,
    },
    /// Measure what a start costs whoever comes first, with a large document and with very many workspaces
    BenchCold {
        /// Fewer of everything
        #[arg(long)]
        quick: bool,
    },
    /// Install the servers that Jalon is measured beside, and try out that each does what it is for
    Contenders {
        /// y-sweet as well, which takes minutes to compile
        #[arg(long)]
        with_y_sweet: bool,
        /// Only one of them, by a part of its name
        #[arg(long)]
        only: Option<String>,
        /// Kill them while somebody types, and print what is lost
        #[arg(long)]
        kill: bool,
        /// Unoptimised server and clients
        #[arg(long)]
        dev: bool,
    },
    /// Take the pictures of every page into docs/screens: look at them after a change
    Screens {
        /// Unoptimised, rebuilt in seconds
        #[arg(long)]
        dev: bool,
    },
    /// Let people come and go for long, and print whether memory and open files level off
    Soak {
        #[arg(long, default_value_t = 10)]
        minutes: u64,
        /// Unoptimised server and clients
        #[arg(long)]
        dev: bool,
    },
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(cli) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(cli: Cli) -> Result<ExitCode> {
    let toolchain = cli.toolchain;
    match cli.verb {
        Verb::Serve {
            dev,
            listen,
            data,
            more,
        } => serve::run(
            toolchain,
            serve::Options {
                dev,
                listen,
                data,
                more,
            },
        ),
        Verb::Build => {
            web::build(toolchain, web::Options::release())?;
            let binary = server::build(server::Profile::Release)?;
            println!("{}", binary.display());
            Ok(ExitCode::SUCCESS)
        }
        Verb::Web { dev, force } => {
            web::build(toolchain, web::Options { dev, force })?;
            Ok(ExitCode::SUCCESS)
        }
        Verb::Profile => {
            profile::run_it(toolchain)?;
            Ok(ExitCode::SUCCESS)
        }
        Verb::Test { only, more } => test::run(toolchain, &only, more),
        Verb::Torture {
            rounds,
            frames,
            seed,
            dev,
        } => torture::torture(dev, rounds, frames, seed),
        Verb::Bench {
            quick,
            rounds,
            only,
            beside,
            with_y_sweet,
            growth,
        } => bench::beside::measure(&bench::beside::Options {
            quick,
            rounds,
            only,
            beside,
            with_y_sweet,
            growth,
        }),
        Verb::BenchPage {
            quick,
            minutes,
            dev,
            only,
        } => {
            let options = bench::Options {
                quick,
                minutes,
                dev,
                only,
            };
            bench::page(toolchain, &options)
        }
        Verb::BenchDomain { quick, only } => {
            let options = bench::domain::Options { quick, only };
            bench::domain::measure(toolchain, &options)
        }
        Verb::BenchCold { quick } => bench::cold::measure(toolchain, quick),
        Verb::Contenders {
            with_y_sweet,
            only,
            kill,
            dev,
        } => contenders::try_out(&contenders::Options {
            with_y_sweet,
            only,
            kill,
            dev,
        }),
        Verb::Screens { dev } => screens::take(toolchain, dev),
        Verb::Soak { minutes, dev } => torture::soak(dev, minutes),
    }
}
