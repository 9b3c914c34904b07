//! Debian's packages, installed only where that needs no question: as root, and never by removing
//! another package.

use std::process::Command;

use anyhow::{Result, bail};

use crate::project::{find_program, output};
use crate::step::step;

/// Whether every one of these packages is installed.
pub fn installed(packages: &[&str]) -> bool {
    packages.iter().all(|package| {
        output(Command::new("dpkg-query").args(["-W", "-f", "${db:Status-Status}", package]))
            .is_some_and(|status| status == "installed")
    })
}

/// Installs the packages that are missing.
///
/// # Errors
/// One line that says what to install by hand where this program may not, or what `apt-get` said.
pub fn install(why: &str, packages: &[&str]) -> Result<()> {
    if installed(packages) {
        return Ok(());
    }
    let names = packages.join(" ");
    if find_program(&["apt-get"]).is_none() {
        bail!("{why} is missing, please install it (on Debian: apt-get install {names})");
    }
    if output(Command::new("id").arg("-u")).as_deref() != Some("0") {
        bail!("{why} is missing, please run: sudo apt-get install {names}");
    }
    step(
        &format!("Installing {why} (apt-get install {names})"),
        || {
            // Stale lists name packages that are gone; without network the install tells more.
            let _ = apt_get(&["update"]);
            let mut arguments = vec!["install", "--yes", "--no-install-recommends", "--no-remove"];
            arguments.extend(packages);
            apt_get(&arguments)
        },
    )
}

fn apt_get(arguments: &[&str]) -> Result<()> {
    let output = Command::new("apt-get")
        .args(["-q", "-o", "DPkg::Lock::Timeout=300"])
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .output()?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("apt-get {}: {}", arguments.join(" "), said.trim());
    }
    Ok(())
}
