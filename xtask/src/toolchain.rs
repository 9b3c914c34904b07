//! Finds a compiler that can build for the browser: the installed one, one that rustup completes, or
//! Debian's packages. What is then built is `web`'s business.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};
use clap::ValueEnum;

use crate::apt;
use crate::project::{cargo, command, find_program, output, run};
use crate::step::step;

pub const TARGET: &str = "wasm32-unknown-unknown";

/// Debian's newer Rust, kept for its browsers, with the sources of the standard library.
const DEBIAN_RUST: [&str; 3] = ["rustc-web", "cargo-web", "rust-web-src"];
/// Linkers for WebAssembly, the one that fits that Rust's LLVM first.
const DEBIAN_LINKERS: [&str; 2] = ["lld-22", "lld"];

/// rustup retries for long where its server cannot be reached; Debian's packages are then quicker.
const RUSTUP_PATIENCE: Duration = Duration::from_secs(90);

/// What the person asked for.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Choice {
    /// The first of the two that works
    Auto,
    /// The installed toolchain, completed by rustup when needed
    Rustup,
    /// Debian's packages
    Debian,
}

/// A compiler that can build for the browser.
pub enum Toolchain {
    /// The cargo that runs this program has the target.
    Installed,
    /// Debian's cargo, which builds the standard library too and is told its linker.
    Debian { linker: PathBuf },
}

impl Toolchain {
    /// Finds one, installing it when needed.
    ///
    /// # Errors
    /// One line that says what to install by hand.
    pub fn find(choice: Choice) -> Result<Self> {
        match choice {
            Choice::Rustup => installed(),
            Choice::Debian => debian(),
            Choice::Auto => installed().or_else(|first| {
                debian().map_err(|second| {
                    anyhow!(
                        "no compiler for {TARGET}: run `rustup target add {TARGET}`, or on Debian \
                         `apt-get install {} {}` ({first:#}; {second:#})",
                        DEBIAN_RUST.join(" "),
                        DEBIAN_LINKERS[0],
                    )
                })
            }),
        }
    }

    /// A cargo command for the browser's target, with its own target folder: two toolchains in one
    /// folder would rebuild everything at each change from one to the other.
    pub fn cargo(&self, verb: &str) -> Command {
        let mut command = match self {
            Self::Installed => cargo(),
            Self::Debian { linker } => {
                let mut command = command("/usr/bin/cargo");
                for name in ["RUSTUP_TOOLCHAIN", "CARGO", "RUSTFLAGS", "RUSTC_WRAPPER"] {
                    command.env_remove(name);
                }
                // Building the standard library is still behind a switch that stable refuses.
                command
                    .env("RUSTC_BOOTSTRAP", "1")
                    .env("RUSTC", "/usr/bin/rustc")
                    .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
                command
            }
        };
        command
            .arg(verb)
            .args(["--target", TARGET, "--target-dir"])
            .arg(self.target_dir());
        if matches!(self, Self::Debian { .. }) {
            command.args(["-Z", "build-std=std,panic_abort", "--ignore-rust-version"]);
        }
        command
    }

    /// Where this toolchain builds the client.
    pub fn target_dir(&self) -> PathBuf {
        crate::project::target_dir().join(match self {
            Self::Installed => "web",
            Self::Debian { .. } => "web-debian",
        })
    }

    /// Kind and compiler version: another compiler makes another client.
    pub fn identity(&self) -> String {
        let (kind, rustc) = match self {
            Self::Installed => ("installed", OsString::from("rustc")),
            Self::Debian { .. } => ("debian", OsString::from("/usr/bin/rustc")),
        };
        format!(
            "{kind} {}",
            output(command(rustc).arg("-V")).unwrap_or_default()
        )
    }

    /// Whether clippy can check the client for the browser; Debian's packages here bring none.
    pub fn has_clippy(&self) -> bool {
        matches!(self, Self::Installed)
    }
}

/// Adds a part of the toolchain, such as `clippy`, where `probe` says that it is missing.
pub fn ensure_component(component: &str, probe: &str) -> Result<()> {
    if output(cargo().args([probe, "--version"])).is_some() {
        return Ok(());
    }
    step(&format!("rustup component add {component}"), || {
        run(command("rustup").args(["component", "add", component])).with_context(|| {
            format!("{component} is missing, please run: rustup component add {component}")
        })
    })
}

fn installed() -> Result<Toolchain> {
    if has_target() {
        return Ok(Toolchain::Installed);
    }
    if find_program(&["rustup"]).is_none() {
        bail!("the installed Rust has no {TARGET} and there is no rustup");
    }
    step(&format!("rustup target add {TARGET}"), || {
        let child = command("rustup")
            .args(["target", "add", TARGET])
            .env("RUSTUP_MAX_RETRIES", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .context("cannot start rustup")?;
        wait_at_most(child, RUSTUP_PATIENCE)?;
        if !has_target() {
            bail!("rustup could not add {TARGET}");
        }
        Ok(Toolchain::Installed)
    })
}

fn has_target() -> bool {
    output(command("rustc").args(["--print", "target-libdir", "--target", TARGET]))
        .is_some_and(|folder| Path::new(&folder).is_dir())
}

fn wait_at_most(mut child: Child, patience: Duration) -> Result<()> {
    let start = Instant::now();
    while child.try_wait()?.is_none() {
        if start.elapsed() > patience {
            child.kill()?;
            child.wait()?;
            break;
        }
        thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}

fn debian() -> Result<Toolchain> {
    apt::install("Debian's Rust for the browser", &DEBIAN_RUST)?;
    let mut linker = find_linker();
    for package in DEBIAN_LINKERS {
        if linker.is_none() && apt::install("a WebAssembly linker", &[package]).is_ok() {
            linker = find_linker();
        }
    }
    let linker = linker.with_context(|| {
        format!(
            "no wasm-ld, please run: apt-get install {}",
            DEBIAN_LINKERS[0]
        )
    })?;
    Ok(Toolchain::Debian { linker })
}

/// The newest `wasm-ld`: Debian gives it the number of its LLVM.
fn find_linker() -> Option<PathBuf> {
    fs::read_dir("/usr/bin")
        .ok()?
        .flatten()
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let number = name.strip_prefix("wasm-ld")?.trim_start_matches('-');
            Some((number.parse::<u32>().unwrap_or(0), entry.path()))
        })
        .max()
        .map(|(_, path)| path)
}
