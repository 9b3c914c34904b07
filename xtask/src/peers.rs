//! The servers that a team could choose instead: installs them and says where they lie.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::npm::{self, Node};
use crate::project::{cargo, root, run, target_dir};
use crate::step::step;

/// Where the servers from npm are told how to start, and which of them.
const FOLDER: &str = "tests/npm/peers";

const Y_SWEET: &str = "0.9.1";

/// What is installed.
pub struct Peers {
    /// Node.js 22, which Hocuspocus wants.
    node: PathBuf,
    y_sweet: Option<PathBuf>,
}

impl Peers {
    /// Installs what is not there yet; y-sweet only when asked, since it takes minutes to compile.
    pub fn install(with_y_sweet: bool) -> Result<Self> {
        let modules = step("Installing the servers to compare with", || {
            let addons = &["better-sqlite3", "leveldown"];
            npm::install(FOLDER, Some(Node { addons }))
        })?;
        Ok(Self {
            node: npm::node(&modules),
            y_sweet: with_y_sweet.then(y_sweet).transpose()?,
        })
    }

    /// Tells a program of the tests where they are.
    pub fn tell(&self, command: &mut Command) {
        command
            .env("JALON_PEERS", root().join(FOLDER))
            .env("JALON_PEERS_NODE", &self.node);
        if let Some(y_sweet) = &self.y_sweet {
            command.env("JALON_Y_SWEET", y_sweet);
        }
    }
}

/// y-sweet, compiled into a folder of its own under `target/`.
fn y_sweet() -> Result<PathBuf> {
    let folder = target_dir().join("peers");
    let program = folder.join("bin/y-sweet");
    if !program.exists() {
        step("Compiling y-sweet", || {
            let mut install = cargo();
            install.args(["install", "y-sweet", "--version", Y_SWEET, "--locked"]);
            run(install.arg("--root").arg(&folder)).context("y-sweet was not installed")
        })?;
    }
    Ok(program)
}
