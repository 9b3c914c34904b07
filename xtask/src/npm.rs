//! The npm packages that the tests need (foreign clients, an accessibility checker), as locked.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::apt;
use crate::fingerprint;
use crate::project::{command, find_program, root, run};

/// Installs the packages of `tests/npm/` beside their lock file and gives their folder; does nothing
/// when they are there. `None` when the tests name no packages.
pub fn install() -> Result<Option<PathBuf>> {
    let folder = root().join("tests/npm");
    let lock = folder.join("package-lock.json");
    if !lock.exists() {
        return Ok(None);
    }
    if find_program(&["node"]).is_none() || find_program(&["npm"]).is_none() {
        apt::install("Node.js with npm", &["nodejs", "npm"])?;
    }
    let modules = folder.join("node_modules");
    let stamp = modules.join(".installed-for");
    let wanted = fingerprint::short(&fs::read(&lock)?);
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(Some(modules));
    }
    run(command("npm")
        .args(["ci", "--no-audit", "--no-fund"])
        .current_dir(&folder))
    .context("the tests' npm packages could not be installed")?;
    fs::write(stamp, wanted)?;
    Ok(Some(modules))
}
