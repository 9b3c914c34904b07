//! Watches the first page of a workspace run in a real browser, and writes down what it does not run:
//! `client/later.txt`, after which the client is cut in two.

use std::collections::HashSet;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::browser;
use crate::cut::mark::Marked;
use crate::cut::{self, Later, Watched};
use crate::project::{cargo, root, run, target_dir};
use crate::server::{self, Profile};
use crate::step::step;
use crate::toolchain::Choice;
use crate::web;

/// The play that is watched, in `tests/tests/end_to_end/first_page.rs`.
const PLAY: &str = "the_first_page_needs_nothing_of_the_rest";

/// What takes in and reads the document runs other ways for another document: all of it comes with the first page,
/// and not only what the play needed.
const CORE: [&str; 3] = [
    "yrs::",
    "jalon_shared::doc::",
    "jalon_shared::workspace::receive",
];
/// Parts of it that no page, or no workspace, needs.
const NOT_CORE: [&str; 3] = [
    "jalon_shared::doc::gate",
    "yrs::types::xml",
    "yrs::types::weak",
];
/// How numbers and texts are written and read, whatever for: which of it runs is a matter of the moment.
const PLAIN: [&str; 14] = [
    "<&i",
    "<&u",
    "<alloc::string",
    "<char",
    "<core::fmt",
    "<f64",
    "<i",
    "<str",
    "<u",
    "alloc::fmt",
    "alloc::string",
    "core::fmt",
    "core::num",
    "core::str",
];
/// What the above is written for, when it is for one thing alone.
const FOR_ONE: [&str; 4] = ["Debug", "dioxus", "jalon_", "jiff"];
/// A function of so many bytes comes along with those that call it.
const SMALL: usize = 120;

pub fn run_it(choice: Choice) -> Result<()> {
    let (address, functions) = web::build_watched(choice)?;
    let server = server::build(Profile::Debug)?;
    let browser = browser::find()?;
    let file = target_dir().join("ran.txt");
    let mut play = cargo();
    play.args(["test", "--workspace", "--test", "end_to_end", "--", PLAY])
        .env("JALON_BIN", server)
        .env("JALON_CHROMIUM", browser.chromium)
        .env("JALON_CHROMEDRIVER", browser.driver)
        .env("JALON_MARKS", format!("{address}:{}", functions.len()))
        .env("JALON_RAN", &file);
    step("Watching the first page", || run(&mut play))?;
    let later = Later::from_watched(&watched(functions, &file)?);
    fs::write(web::later_file(&root()), later.text())?;
    Ok(())
}

fn watched(functions: Vec<Marked>, file: &PathBuf) -> Result<Vec<Watched>> {
    let text = fs::read_to_string(file).context("the play left no marks")?;
    let mut ran = text
        .lines()
        .map(str::parse)
        .collect::<Result<HashSet<usize>, _>>()?;
    // What a function calls on another day, when a table grows or a browser tells less, comes along where it
    // is small: waiting for it would cost more than it weighs.
    let mut open: Vec<usize> = ran.iter().copied().collect();
    while let Some(function) = open.pop().and_then(|number| functions.get(number)) {
        for called in &function.calls {
            let is_small = functions
                .get(*called)
                .is_some_and(|called| called.size <= SMALL);
            if is_small && ran.insert(*called) {
                open.push(*called);
            }
        }
    }
    let watched = functions.into_iter().enumerate();
    Ok(watched
        .map(|(number, function)| Watched {
            ran: ran.contains(&number) || is_core(&function.name),
            name: function.name,
            size: function.size,
        })
        .collect())
}

fn is_core(mangled: &str) -> bool {
    let name = cut::plain(mangled);
    let has = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
    let is_plain = PLAIN.iter().any(|start| name.starts_with(start)) && !has(&FOR_ONE);
    is_plain || (has(&CORE) && !has(&NOT_CORE))
}
