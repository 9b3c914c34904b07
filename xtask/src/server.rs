//! Builds the server's binary, with the client that lies in `dist/` inside when it is a release.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use crate::dist;
use crate::project::{cargo, dist_dir, run, target_dir};
use crate::step::step;

#[derive(Clone, Copy)]
pub enum Profile {
    /// Reads `dist/` from the disk, so that a new client needs no new server.
    Debug,
    /// Holds the client inside: one file to copy.
    Release,
}

/// Builds the server and says where its binary is.
pub fn build(profile: Profile) -> Result<PathBuf> {
    // The folder is embedded at compile time, and cargo tracks only the files that it then saw.
    fs::create_dir_all(dist_dir())?;
    let mut command = cargo();
    command.args(["build", "--bin", "jalon"]);
    let (what, folder) = match profile {
        Profile::Debug => {
            // Shares what it is made of with the tests, which are built for the whole workspace.
            command.arg("--workspace");
            ("Building the server (unoptimised)", "debug")
        }
        Profile::Release => {
            command.args(["--release", "--package", "jalon-server"]);
            // The server's source names this variable: another client means another binary, also
            // when the binary was built before any client existed.
            command.env("JALON_DIST", dist::identity(&dist_dir()));
            ("Building the server", "release")
        }
    };
    step(what, || run(&mut command))?;
    Ok(target_dir()
        .join(folder)
        .join(format!("jalon{}", std::env::consts::EXE_SUFFIX)))
}
