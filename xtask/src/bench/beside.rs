//! Builds the server, the bare relay and the load generator, installs the servers to compare with, and lets them be
//! measured beside each other.

use std::process::{Command, ExitCode};

use anyhow::Result;

use crate::peers::Peers;
use crate::project::{cargo, command, root, run, target_dir};
use crate::server::{self, Profile};
use crate::step::step;

pub struct Options {
    /// One round with shorter windows.
    pub quick: bool,
    /// How often each work is done by each.
    pub rounds: Option<usize>,
    /// Only these works; the program knows their names.
    pub only: Vec<String>,
    /// Only these servers, each by a part of its name.
    pub beside: Vec<String>,
    /// y-sweet as well, which takes minutes to compile.
    pub with_y_sweet: bool,
    /// How what it costs grows, and nothing else.
    pub growth: bool,
}

pub fn measure(options: &Options) -> Result<ExitCode> {
    if options.growth {
        let folder = root().join("docs/performance");
        let mut bench = program()?;
        tell(&mut bench, "only", &options.only);
        run(bench.arg("--growth").arg(folder))?;
        return Ok(ExitCode::SUCCESS);
    }
    let peers = Peers::install(options.with_y_sweet)?;
    let mut bench = program()?;
    peers.tell(&mut bench);
    if options.quick {
        bench.arg("--quick");
    }
    if let Some(rounds) = options.rounds {
        bench.arg(format!("--rounds={rounds}"));
    }
    tell(&mut bench, "only", &options.only);
    tell(&mut bench, "beside", &options.beside);
    if options.with_y_sweet {
        bench.arg("--with-y-sweet");
    }
    run(&mut bench)?;
    Ok(ExitCode::SUCCESS)
}

fn tell(bench: &mut Command, name: &str, values: &[String]) {
    if !values.is_empty() {
        bench.arg(format!("--{name}={}", values.join(",")));
    }
}

/// The load generator, and all that is of this checkout. The server holds whatever client there is: nobody opens a
/// page here.
fn program() -> Result<Command> {
    let server = server::build(Profile::Release)?;
    let mut build = cargo();
    build.args(["build", "--release", "--package", "jalon-tests"]);
    build.args(["--bin", "bench", "--bin", "relay"]);
    step("Building what measures it", || run(&mut build))?;
    let program = format!("bench{}", std::env::consts::EXE_SUFFIX);
    let mut bench = command(target_dir().join("release").join(program));
    bench.env("JALON_BIN", &server);
    Ok(bench)
}
