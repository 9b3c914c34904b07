//! The checks: what each is called, what it builds upon and which command it is. Their order and the
//! closing table are the parent's.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use super::count::{self, Counts};
use crate::browser::{self, Browser};
use crate::fingerprint::files_under;
use crate::project::{cargo, root, run};
use crate::toolchain::{self, Choice, Toolchain};
use crate::{npm, server, web};

/// Crates whose tests need nothing but themselves.
const PLAIN_CRATES: [&str; 5] = ["shared", "view", "server", "client", "xtask"];
/// Two people in two browsers each, on the two cores of a small machine.
const END_TO_END_THREADS: &str = "2";

pub enum Check {
    Format,
    Lint,
    LintWeb,
    Web,
    Unit,
    Documentation,
    Server,
    Browser,
    Npm,
    /// One test file of the crate `jalon-tests`.
    EndToEnd {
        file: String,
    },
}

/// A check that another one builds upon.
#[derive(Clone, Copy)]
pub struct Used {
    pub name: &'static str,
    /// Without it the other cannot start; otherwise the tests themselves say what they miss.
    pub required: bool,
}

/// What the checks hand on to each other.
pub struct Surroundings {
    choice: Choice,
    /// Arguments for the test binaries.
    more: Vec<String>,
    server: Option<PathBuf>,
    browser: Option<Browser>,
    node_modules: Option<PathBuf>,
}

impl Surroundings {
    pub fn new(choice: Choice, more: Vec<String>) -> Self {
        Self {
            choice,
            more,
            server: None,
            browser: None,
            node_modules: None,
        }
    }

    /// Tells the tests where things are.
    fn tell(&self, command: &mut Command) {
        let browser = self.browser.as_ref();
        let names = web::names_file();
        let told = [
            ("JALON_BIN", self.server.as_ref()),
            ("JALON_CHROMIUM", browser.map(|found| &found.chromium)),
            ("JALON_CHROMEDRIVER", browser.map(|found| &found.driver)),
            ("JALON_NAMES", Some(&names)),
            ("JALON_NODE_MODULES", self.node_modules.as_ref()),
        ];
        for (name, path) in told {
            if let Some(path) = path {
                command.env(name, path);
            }
        }
    }
}

/// Every check, in the order in which they run: what is quick to fail first.
pub fn all() -> Result<Vec<Check>> {
    let mut all = vec![
        Check::Format,
        Check::Lint,
        Check::LintWeb,
        Check::Web,
        Check::Unit,
        Check::Documentation,
        Check::Server,
        Check::Browser,
        Check::Npm,
    ];
    let files = test_files(&root().join("tests"))?;
    all.extend(files.into_iter().map(|file| Check::EndToEnd { file }));
    Ok(all)
}

impl Check {
    pub fn name(&self) -> String {
        match self {
            Self::Format => "fmt",
            Self::Lint => "clippy",
            Self::LintWeb => "clippy-web",
            Self::Web => "web",
            Self::Unit => "unit",
            Self::Documentation => "doc",
            Self::Server => "server",
            Self::Browser => "chromium",
            Self::Npm => "npm",
            Self::EndToEnd { file } => file,
        }
        .to_owned()
    }

    pub fn about(&self) -> &'static str {
        match self {
            Self::Format => "the source is formatted",
            Self::Lint => "no warning in any crate",
            Self::LintWeb => "no warning in the client as the browser gets it",
            Self::Web => "the browser client is built",
            Self::Unit => "unit, property and integration tests of each crate",
            Self::Documentation => "examples in the documentation",
            Self::Server => "the server is built",
            Self::Browser => "Chromium and its driver are there",
            Self::Npm => "the tests' npm packages are there",
            Self::EndToEnd { .. } => "tests on a real server",
        }
    }

    pub fn uses(&self) -> impl Iterator<Item = Used> + use<> {
        let used: &[Used] = match self {
            Self::EndToEnd { .. } => &[
                Used {
                    name: "web",
                    required: true,
                },
                Used {
                    name: "server",
                    required: true,
                },
                Used {
                    name: "chromium",
                    required: false,
                },
                Used {
                    name: "npm",
                    required: false,
                },
            ],
            _ => &[],
        };
        used.iter().copied()
    }

    pub fn run(&self, surroundings: &mut Surroundings, counts: &mut Counts) -> Result<()> {
        match self {
            Self::Format => {
                toolchain::ensure_component("rustfmt", "fmt")?;
                run(cargo().args(["fmt", "--all", "--check"]))
            }
            Self::Lint => {
                toolchain::ensure_component("clippy", "clippy")?;
                let mut command = cargo();
                command.args(["clippy", "--workspace", "--all-targets"]);
                run(command.args(["--", "--deny", "warnings"]))
            }
            Self::LintWeb => lint_web(surroundings.choice),
            Self::Web => web::build(surroundings.choice, web::Options::release()),
            Self::Unit => unit(surroundings, counts),
            Self::Documentation => documentation(counts),
            Self::Server => {
                surroundings.server = Some(server::build(server::Profile::Debug)?);
                Ok(())
            }
            Self::Browser => {
                surroundings.browser = Some(browser::find()?);
                Ok(())
            }
            Self::Npm => {
                surroundings.node_modules = Some(npm::install("tests/npm", None)?);
                Ok(())
            }
            Self::EndToEnd { file } => end_to_end(file, surroundings, counts),
        }
    }
}

/// The profile is the web build's, so that both share what is compiled for this machine.
fn lint_web(choice: Choice) -> Result<()> {
    let toolchain = Toolchain::find(choice)?;
    let clippy = toolchain.has_clippy();
    let mut command = toolchain.cargo(if clippy { "clippy" } else { "check" });
    command.args(["--package", web::CLIENT, "--profile", "web"]);
    if clippy {
        toolchain::ensure_component("clippy", "clippy")?;
        command.args(["--", "--deny", "warnings"]);
    }
    run(&mut command)
}

/// Always `--workspace` with the wanted targets named, here and below: a choice of packages would
/// give their dependencies other features and compile most of them once more for each choice.
fn cargo_test() -> Command {
    let mut command = cargo();
    command.args(["test", "--workspace", "--no-fail-fast"]);
    command
}

fn unit(surroundings: &Surroundings, counts: &mut Counts) -> Result<()> {
    let mut command = cargo_test();
    command.args(["--lib", "--bins"]);
    for package in PLAIN_CRATES {
        for file in test_files(&root().join(package))? {
            command.args(["--test", &file]);
        }
    }
    command.arg("--").args(&surroundings.more);
    count::run(&mut command, counts)
}

fn documentation(counts: &mut Counts) -> Result<()> {
    count::run(cargo_test().arg("--doc"), counts)
}

fn end_to_end(file: &str, surroundings: &Surroundings, counts: &mut Counts) -> Result<()> {
    let mut command = cargo_test();
    command.args(["--test", file, "--"]);
    command.args(["--test-threads", END_TO_END_THREADS]);
    command.args(&surroundings.more);
    surroundings.tell(&mut command);
    count::run(&mut command, counts)
}

/// The names of a crate's integration tests: `tests/NAME.rs` and `tests/NAME/main.rs`.
fn test_files(package: &Path) -> Result<Vec<String>> {
    let folder = package.join("tests");
    let mut names = Vec::new();
    for file in files_under(&folder)? {
        let parts: Vec<String> = file
            .strip_prefix(&folder)?
            .iter()
            .map(|part| part.to_string_lossy().into_owned())
            .collect();
        match parts.as_slice() {
            [file] => names.extend(file.strip_suffix(".rs").map(str::to_owned)),
            [name, file] if file == "main.rs" => names.push(name.clone()),
            _ => {}
        }
    }
    Ok(names)
}
