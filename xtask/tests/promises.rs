//! A house rule: every promise of `SECURITY.md` names a test, and every test that the page names is there.

use std::{
    collections::HashSet,
    fs,
    path::{Path, PathBuf},
};

/// The rows of the table of promises: what is promised, and the tests that it names.
fn promises(text: &str) -> Vec<(&str, Vec<&str>)> {
    let rows = text
        .lines()
        .skip_while(|line| !line.starts_with("| promise "))
        .skip(2)
        .take_while(|line| line.starts_with('|'));
    rows.map(|row| {
        let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        (
            cells.first().copied().unwrap_or_default(),
            names(cells.last().unwrap_or(&"")),
        )
    })
    .collect()
}

/// What is named between backticks as a test is: in words, with a line between two of them.
fn names(text: &str) -> Vec<&str> {
    let is_letter = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
    let is_name = |name: &&str| name.contains('_') && name.bytes().all(is_letter);
    let quoted = text.split('`').skip(1).step_by(2);
    quoted.filter(is_name).collect()
}

/// The names of all functions that stand right after a test's attribute.
fn tests_below(folder: &Path, found: &mut HashSet<String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path: PathBuf = entry.expect("an entry").path();
        if path.is_dir() {
            tests_below(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("a source file");
            let mut is_test = false;
            for line in text.lines().map(str::trim) {
                if line.starts_with("#[test") || line.starts_with("#[tokio::test") {
                    is_test = true;
                } else if let Some((_, rest)) = line.split_once("fn ").filter(|_| is_test) {
                    found.extend(rest.split('(').next().map(str::to_owned));
                    is_test = false;
                }
            }
        }
    }
}

#[test]
fn every_promise_names_a_test_that_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut tests = HashSet::new();
    for folder in ["shared", "server", "tests"] {
        tests_below(&root.join(folder), &mut tests);
    }
    let text = fs::read_to_string(root.join("SECURITY.md")).expect("SECURITY.md");
    let promises = promises(&text);
    assert!(promises.len() > 20, "the table of promises was not found");
    for (promise, named) in promises {
        assert!(!named.is_empty(), "{promise}: names no test");
    }
    for name in names(&text) {
        assert!(tests.contains(name), "there is no test `{name}`");
    }
}
