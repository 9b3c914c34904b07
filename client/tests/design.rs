//! House rules of the page of the design: what exists as a part is shown on it, by the part itself; and so is every
//! token.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Parts that are on it without being named, and why.
const ELSEWHERE: [(&str, &str); 8] = [
    ("BackCloses", "draws nothing"),
    ("ToastRegion", "stands once below every page"),
    (
        "ToastList",
        "is the list of the region; its toasts are on the page",
    ),
    ("KeptMark", "is drawn by the mark of each field"),
    ("Gauge", "is drawn by its panel"),
    ("LineChart", "is drawn by its panel"),
    ("Distribution", "is drawn by its panel"),
    ("DataTable", "is drawn below each picture"),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The sources under a folder, one after the other.
fn sources(folder: &str) -> String {
    let mut all = String::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)
            .expect("a folder of sources")
            .flatten()
        {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                all.push_str(&fs::read_to_string(&path).expect("a source is text"));
            }
        }
    }
    all
}

/// The names of the public components in some sources.
fn components(sources: &str) -> Vec<&str> {
    let after = sources.split("#[component]").skip(1);
    after
        .filter_map(|rest| {
            let name = rest.trim_start().strip_prefix("pub fn ")?;
            name.split(['(', '<']).next()
        })
        .collect()
}

#[test]
fn every_part_is_on_the_page_of_the_design() {
    let page = sources("client/src/features/design");
    let mut missing = Vec::new();
    let mut count = 0;
    for folder in ["client/src/ui", "client/src/field", "view/src/dashboard"] {
        let parts = sources(folder);
        for name in components(&parts) {
            count += 1;
            let is_drawn = [" {", " {}", "::<"]
                .iter()
                .any(|after| page.contains(&format!(" {name}{after}")));
            if !is_drawn && !ELSEWHERE.iter().any(|(other, _)| *other == name) {
                missing.push(format!("{folder}: {name}"));
            }
        }
    }
    assert!(count > 25, "the parts were not found: {count}");
    assert!(missing.is_empty(), "not on /design: {missing:?}");
}

#[test]
fn every_token_is_on_the_page_of_the_design() {
    let page = sources("client/src/features/design");
    let tokens = fs::read_to_string(root().join("view/styles/00-tokens.css")).expect("the tokens");
    let mut names: Vec<&str> = tokens
        .lines()
        .filter_map(|line| line.trim().strip_prefix("--")?.split(':').next())
        .collect();
    names.sort_unstable();
    names.dedup();
    assert!(names.len() > 60);
    names.retain(|name| {
        !page.contains(&format!("\"{name}\"")) && !page.contains(&format!("--{name}\""))
    });
    assert!(names.is_empty(), "not on /design: {names:?}");
}

#[test]
fn every_icon_is_in_the_list_of_all() {
    let icons = fs::read_to_string(root().join("client/src/ui/icon.rs")).expect("the icons");
    let drawn =
        icons.matches("=> \"M").count() + icons.matches("=> {\n                \"M").count();
    let listed = icons
        .split("pub const ALL: [Self; ")
        .nth(1)
        .and_then(|rest| rest.split(']').next())
        .and_then(|count| count.parse().ok());
    assert_eq!(listed, Some(drawn));
}
