//! The program `jalon`.

use clap::Parser;
use std::{
    io::{self, IsTerminal},
    process::ExitCode,
};
use tracing::{Level, Metadata};
use tracing_subscriber::{
    EnvFilter, filter::filter_fn, fmt, layer::SubscriberExt, util::SubscriberInitExt,
};

mod cli;

#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    start_log();
    match cli::Cli::parse().run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("jalon: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The log, on the standard error: what people and scripts read goes to the standard output.
fn start_log() {
    let wanted = EnvFilter::try_from_env("JALON_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    let colours = io::stderr().is_terminal();
    tracing_subscriber::registry()
        .with(fmt::layer().with_ansi(colours).with_writer(io::stderr))
        .with(wanted)
        .with(filter_fn(is_discreet))
        .init();
}

/// Whether something may be logged at all. Libraries tell in their finer levels what they are given: a
/// request with its token, a page with the secret in its address. What is ours names nobody's secret.
fn is_discreet(event: &Metadata<'_>) -> bool {
    event.target().starts_with("jalon") || *event.level() <= Level::INFO
}
