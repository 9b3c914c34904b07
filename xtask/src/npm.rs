//! npm packages, as locked: those that the tests need (foreign clients, an accessibility checker), and the servers
//! that the bench compares.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::apt;
use crate::fingerprint;
use crate::project::{command, find_program, root, run};

/// The Node.js that packages are for, when it is not the one of this machine: the package `node` brings it.
pub struct Node {
    /// Packages with code in C++, which is loaded from them or compiled for that Node.js.
    pub addons: &'static [&'static str],
}

/// Installs the packages of a folder beside their lock file and gives where they lie; does nothing when they are
/// there.
pub fn install(folder: &str, node: Option<Node>) -> Result<PathBuf> {
    let folder = root().join(folder);
    let lock = folder.join("package-lock.json");
    if find_program(&["node"]).is_none() || find_program(&["npm"]).is_none() {
        apt::install("Node.js with npm", &["nodejs", "npm"])?;
    }
    let modules = folder.join("node_modules");
    let stamp = modules.join(".installed-for");
    let wanted = fingerprint::short(&fs::read(&lock)?);
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(modules);
    }
    match node {
        None => run(npm(&folder).arg("ci")),
        Some(node) => install_for(&folder, &node),
    }
    .with_context(|| {
        format!(
            "the npm packages of {} were not installed",
            folder.display()
        )
    })?;
    fs::write(stamp, wanted)?;
    Ok(modules)
}

/// The Node.js that the package `node` brought.
pub fn node(modules: &Path) -> PathBuf {
    modules.join("node/bin/node")
}

/// First the packages, then the Node.js among them, and with it what is made for it: npm would run their scripts in
/// any order, and with the Node.js that runs npm.
fn install_for(folder: &Path, node: &Node) -> Result<()> {
    run(npm(folder).args(["ci", "--ignore-scripts"]))?;
    run(npm(folder).args(["rebuild", "node"]))?;
    let modules = folder.join("node_modules");
    let program = self::node(&modules);
    let first = program.parent().map(Path::to_path_buf);
    let path = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths(first.into_iter().chain(env::split_paths(&path)))?;
    let mut rebuild = npm(folder);
    rebuild.arg("rebuild").args(node.addons).env("PATH", path);
    // Where no compiled addon can be fetched it is compiled here, with the headers that the package brings.
    if let Some(headers) = headers(&modules)? {
        rebuild.env("npm_config_nodedir", headers);
        compilers()?;
    }
    run(&mut rebuild)
}

/// The folder in which the package `node` has put the Node.js for this kind of machine, with its `include`.
fn headers(modules: &Path) -> Result<Option<PathBuf>> {
    for entry in fs::read_dir(modules.join("node/node_modules"))? {
        let folder = entry?.path();
        if folder.join("include/node/node.h").exists() {
            return Ok(Some(folder));
        }
    }
    Ok(None)
}

fn compilers() -> Result<()> {
    let missing = |program: &str| find_program(&[program]).is_none();
    if missing("python3") || missing("make") || missing("c++") {
        apt::install("what compiles addons", &["python3", "make", "g++"])?;
    }
    Ok(())
}

fn npm(folder: &Path) -> Command {
    let mut npm = command("npm");
    npm.current_dir(folder);
    npm.env("npm_config_audit", "false");
    npm.env("npm_config_fund", "false");
    npm
}
