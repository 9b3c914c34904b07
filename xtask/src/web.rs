//! Builds the browser client: compile, bind to JavaScript, and hand over to `dist`. Finding the
//! compiler is `toolchain`'s work.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::cut::mark::{self, Marked};
use crate::cut::{self, Later};
use crate::dist;
use crate::fingerprint;
use crate::project::{dist_dir, root, run, target_dir};
use crate::step::{step, unchanged};
use crate::toolchain::{Choice, TARGET, Toolchain};

/// The client's package and binary.
pub const CLIENT: &str = "jalon-client";

/// How the client is built.
#[derive(Clone, Copy)]
pub struct Options {
    /// Quick to build rather than quick to download.
    pub dev: bool,
    /// Also when nothing changed.
    pub force: bool,
}

impl Options {
    pub fn release() -> Self {
        Self {
            dev: false,
            force: false,
        }
    }

    /// The profile of the workspace's `Cargo.toml`.
    fn profile(self) -> &'static str {
        if self.dev { "web-dev" } else { "web" }
    }
}

/// Leaves the finished client in `dist/`; does nothing when it is there already.
pub fn build(choice: Choice, options: Options) -> Result<()> {
    let toolchain = Toolchain::find(choice)?;
    let root = root();
    check_versions(&root)?;
    let how = format!("{} {}", options.profile(), toolchain.identity());
    let fingerprint = fingerprint::of(&root, &how)?;
    if !options.force && dist::is_current(&dist_dir(), &fingerprint) {
        unchanged("Browser client");
        return Ok(());
    }
    // From here on dist/ is no longer what the fingerprint in it says, also if the build stops.
    dist::forget(&dist_dir())?;
    let wasm = step("Compiling the browser client", || {
        compile(&toolchain, options)
    })?;
    let bound = toolchain.target_dir().join("bound");
    step("Binding it to JavaScript", || {
        bind(&wasm, &bound, options.dev)
    })?;
    if !options.dev {
        step("Cutting it in two", || cut_in_two(&root, &wasm, &bound))?;
    }
    step("Laying out dist/", || {
        dist::lay_out(&root, &bound, &dist_dir(), !options.dev)
    })?;
    dist::remember(&dist_dir(), &fingerprint)
}

/// Leaves in `dist/` a client that is not cut and whose functions leave marks, to be watched. Gives the
/// address of the first mark, and the functions in the order of their marks.
pub fn build_watched(choice: Choice) -> Result<(u64, Vec<Marked>)> {
    let toolchain = Toolchain::find(choice)?;
    dist::forget(&dist_dir())?;
    let wasm = step("Compiling the browser client", || {
        compile(&toolchain, Options::release())
    })?;
    let bound = toolchain.target_dir().join("bound");
    bind(&wasm, &bound, false)?;
    let whole = bound.join(dist::BOUND_WASM);
    let marking = mark::mark(&fs::read(&whole)?)?;
    fs::write(&whole, marking.module)?;
    // None comes, and the client waits for it as it does for one that is still on its way.
    fs::write(bound.join(dist::REST_NAME), [])?;
    dist::lay_out(&root(), &bound, &dist_dir(), false)?;
    Ok((marking.address, marking.functions))
}

/// The list after which the client is cut.
pub fn later_file(root: &Path) -> PathBuf {
    root.join("client/later.txt")
}

/// Where the names of the first half's functions are left.
pub fn names_file() -> PathBuf {
    target_dir().join("first-names.txt")
}

fn compile(toolchain: &Toolchain, options: Options) -> Result<PathBuf> {
    let profile = options.profile();
    let mut command = toolchain.cargo("build");
    command.args(["--package", CLIENT, "--bin", CLIENT, "--profile", profile]);
    if !options.dev {
        // The general variable would win over the one of the target.
        command.env_remove("RUSTFLAGS");
        command.env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
            cut::RUSTFLAGS,
        );
    }
    run(&mut command)?;
    Ok(toolchain
        .target_dir()
        .join(TARGET)
        .join(profile)
        .join(format!("{CLIENT}.wasm")))
}

fn bind(wasm: &Path, folder: &Path, dev: bool) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(wasm)
        .web(true)?
        .out_name(dist::BOUND_NAME)
        .typescript(false)
        .debug(dev)
        .keep_debug(dev)
        // Cutting finds functions by their names, and leaves them away.
        .demangle(false)
        .remove_producers_section(true)
        .generate(folder)
}

/// Puts the two halves of the client in the place of the whole.
fn cut_in_two(root: &Path, linked: &Path, bound: &Path) -> Result<()> {
    let list = later_file(root);
    let list = fs::read_to_string(&list).with_context(|| format!("reading {}", list.display()))?;
    let whole = bound.join(dist::BOUND_WASM);
    let script = bound.join(format!("{}.js", dist::BOUND_NAME));
    let halves = cut::cut(
        &fs::read(linked)?,
        &fs::read(&whole)?,
        fs::read_to_string(&script)?,
        &Later::read(&list)?,
    )?;
    fs::write(whole, halves.first)?;
    fs::write(script, halves.script)?;
    fs::write(names_file(), halves.names)?;
    fs::write(bound.join(dist::REST_NAME), halves.rest)?;
    Ok(())
}

/// The two parts of wasm-bindgen speak a private format that changes with every version.
fn check_versions(root: &Path) -> Result<()> {
    let lock = fs::read_to_string(root.join("Cargo.lock")).context("reading Cargo.lock")?;
    let library = locked_version(&lock, "wasm-bindgen");
    let tool = locked_version(&lock, "wasm-bindgen-cli-support");
    if library.is_none() || library != tool {
        bail!(
            "Cargo.lock holds wasm-bindgen {} and wasm-bindgen-cli-support {}: they must be the \
             same, please pin both to one version in [workspace.dependencies]",
            library.unwrap_or("none"),
            tool.unwrap_or("none"),
        );
    }
    Ok(())
}

fn locked_version<'lock>(lock: &'lock str, package: &str) -> Option<&'lock str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_the_lock_file() {
        let lock = "[[package]]\nname = \"a-b\"\nversion = \"1.2.3\"\n\n\
                    [[package]]\nname = \"a\"\nversion = \"4.5.6\"\n";
        assert_eq!(locked_version(lock, "a"), Some("4.5.6"));
        assert_eq!(locked_version(lock, "a-b"), Some("1.2.3"));
        assert_eq!(locked_version(lock, "b"), None);
    }
}
