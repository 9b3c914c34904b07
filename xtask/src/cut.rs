//! Cuts the bound client in two, so that a first visit downloads half of it before the page can be used:
//! what the first page runs, and the rest, which comes in the background. Nothing in the source says which
//! is which: a list of what the first page does not run does (`later`), made by watching it run (`mark`).
//! A function of the rest that is called too early fetches the rest, so a wrong list costs time, never
//! more.

mod first;
mod later;
mod links;
pub mod mark;
mod numbers;
mod plan;
mod read;
mod rest;

use anyhow::Result;

pub use later::{Later, Watched, plain};

use links::Links;
use plan::Plan;
use read::Read;

/// What the compiler and the linker are told, so that functions keep names that are the same on every
/// machine, and so that it is known what refers to what.
pub const RUSTFLAGS: &str = "-C symbol-mangling-version=v0 -C link-arg=--emit-relocs";

/// The client in two modules.
pub struct Halves {
    pub first: Vec<u8>,
    pub rest: Vec<u8>,
    /// The script that binds the client to JavaScript, which knows some things by shorter names now.
    pub script: String,
    /// The name of each function of the first half, a line each, in the order of their numbers: browsers say
    /// numbers where something went wrong.
    pub names: String,
}

/// Cuts a client, given as it was linked and as it was bound.
///
/// # Errors
/// When it holds what this cut does not know, or its two forms do not belong together.
pub fn cut(linked: &[u8], bound: &[u8], script: String, later: &Later) -> Result<Halves> {
    let module = Read::new(bound)?;
    let links = Links::new(linked)?;
    links.check(&module)?;
    let plan = Plan::new(&module, &links, later)?;
    let names = module.imports.iter().map(|import| import.name);
    let script = names
        .zip(first::short_names(&module))
        .filter(|(long, short)| long != short)
        .fold(script, |script, (long, short)| script.replace(long, &short));
    Ok(Halves {
        script,
        names: first::names(&module, &plan),
        first: first::write(&module, &plan)?,
        rest: rest::write(&module, &plan)?,
    })
}
