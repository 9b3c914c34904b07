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

/// The plays that are watched, one at full speed and one where all is slow, in `tests/tests/end_to_end/first_page.rs`.
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
/// What keeps a line to the server and a copy here comes too, with what it calls, for the same reason; and since the
/// rest cannot come where there is no line.
const LINE: [&str; 5] = [
    "jalon_client::session::database",
    "jalon_client::session::local::Writer",
    "jalon_client::session::outbox::Outbox",
    "jalon_client::session::polling",
    "jalon_client::session::socket",
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
/// What keeps things in order, draws the page, waits for what comes and reads it: how much of it runs depends on how
/// much there is to do at once, on what is answered, and so on how slow everything is.
const MACHINERY: [&str; 11] = [
    "alloc::collections",
    "dioxus_core",
    "dioxus_signals",
    "dioxus_web",
    "futures",
    "generational_box",
    "hashbrown",
    "js_sys",
    "serde_core",
    "serde_json",
    "wasm_bindgen",
];
/// What that is done to depends on what people write, and not on the moment.
const CONTENT: &str = "jalon_shared";
/// A function of so many bytes comes along with those that call it.
const SMALL: usize = 120;

pub fn run_it(choice: Choice) -> Result<()> {
    let (address, functions) = web::build_watched(choice)?;
    let server = server::build(Profile::Debug)?;
    let browser = browser::find()?;
    let file = target_dir().join("ran.txt");
    // Each play adds to it.
    fs::write(&file, "")?;
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
    let text = fs::read_to_string(file).context("the plays left no marks")?;
    let ran = text
        .lines()
        .map(str::parse)
        .collect::<Result<HashSet<usize>, _>>()?;
    let names: Vec<String> = functions
        .iter()
        .map(|function| cut::plain(&function.name))
        .collect();
    let ran = with_company(ran, &functions, &names);
    let watched = functions.into_iter().zip(&names).enumerate();
    Ok(watched
        .map(|(number, (function, name))| Watched {
            ran: ran.contains(&number) || is_core(name),
            name: function.name,
            size: function.size,
        })
        .collect())
}

/// Adds to what ran whatever must not be waited for either.
fn with_company(mut ran: HashSet<usize>, functions: &[Marked], names: &[String]) -> HashSet<usize> {
    let is =
        |number: usize, what: fn(&str) -> bool| names.get(number).is_some_and(|name| what(name));
    let line: Vec<usize> = (0..names.len())
        .filter(|number| is(*number, |name| has(name, &LINE)))
        .collect();
    ran.extend(&line);
    // All that a line does on a bad day, as far as nobody saw any of it in a play.
    add_called(&mut ran, line, functions, |called| {
        !is(called, |name| name.contains(CONTENT))
    });
    // What began also ends, sooner or later.
    let began: HashSet<&str> = ran
        .iter()
        .filter_map(|number| names.get(*number))
        .map(String::as_str)
        .collect();
    let ends = |name: &str| ended(name).is_some_and(|thing| began.contains(thing));
    let ending = (0..).zip(names).filter(|(_, name)| ends(name));
    ran.extend(ending.map(|(number, _)| number));
    // What a function calls on another day, when a table grows, more comes at once or a browser tells less, comes
    // along where it is small or nothing of ours: waiting for it would cost more than it weighs.
    let all = ran.iter().copied().collect();
    add_called(&mut ran, all, functions, |called| {
        let function = functions.get(called);
        function.is_some_and(|called| called.size <= SMALL) || is(called, is_machinery)
    });
    ran
}

/// Adds what these functions call, and what that calls, as long as it may be added.
fn add_called(
    ran: &mut HashSet<usize>,
    mut by: Vec<usize>,
    functions: &[Marked],
    may: impl Fn(usize) -> bool,
) {
    while let Some(function) = by.pop().and_then(|number| functions.get(number)) {
        for called in &function.calls {
            if may(*called) && ran.insert(*called) {
                by.push(*called);
            }
        }
    }
}

/// What a function ends, if that is what it does.
fn ended(name: &str) -> Option<&str> {
    name.strip_prefix("core::ptr::drop_in_place::<")?
        .strip_suffix('>')
}

fn is_machinery(name: &str) -> bool {
    let owner = name.trim_start_matches(['<', '&', '[', '(']);
    MACHINERY.iter().any(|start| owner.starts_with(start)) && !name.contains(CONTENT)
}

fn is_core(name: &str) -> bool {
    let is_plain = PLAIN.iter().any(|start| name.starts_with(start)) && !has(name, &FOR_ONE);
    is_plain || (has(name, &CORE) && !has(name, &NOT_CORE))
}

fn has(name: &str, parts: &[&str]) -> bool {
    parts.iter().any(|part| name.contains(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    const BIG: usize = 1_000;

    #[test]
    fn what_runs_on_another_day_comes_along() {
        let began = "<jalon_client::session::Session>::wait::{closure#0}";
        let end = format!("core::ptr::drop_in_place::<{began}>");
        let all = [
            (began, BIG, vec![1, 2, 3, 4]),
            ("jalon_client::small", SMALL, vec![]),
            ("jalon_client::big", BIG, vec![]),
            (
                "<alloc::collections::btree::map::BTreeMap<u64, u64>>::remove",
                BIG,
                vec![5],
            ),
            (
                "<hashbrown::raw::RawTable<jalon_shared::ids::TermId>>::find",
                BIG,
                vec![],
            ),
            (
                "<alloc::collections::btree::node::Node<u64, u64>>::merge",
                BIG,
                vec![],
            ),
            (&end, BIG, vec![]),
            (
                "core::ptr::drop_in_place::<jalon_client::other::{closure#0}>",
                BIG,
                vec![],
            ),
            (
                "<jalon_client::session::polling::Polling>::open",
                BIG,
                vec![8, 9],
            ),
            ("serde_json::read::ignore", BIG, vec![4, 10]),
            ("<serde_json::de::Read>::next", BIG, vec![]),
        ];
        let marked = |(name, size, calls): &(&str, usize, Vec<usize>)| Marked {
            name: (*name).to_owned(),
            size: *size,
            calls: calls.clone(),
        };
        let functions: Vec<Marked> = all.iter().map(marked).collect();
        let names: Vec<String> = all.iter().map(|(name, ..)| (*name).to_owned()).collect();
        let mut ran: Vec<usize> = with_company(HashSet::from([0]), &functions, &names)
            .into_iter()
            .collect();
        ran.sort_unstable();
        assert_eq!(ran, [0, 1, 3, 5, 6, 8, 9, 10]);
    }
}
