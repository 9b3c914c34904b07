//! The list of what the first page does not run: `client/later.txt`. Whole modules by name, so that what is
//! added to one later belongs there too, and single functions by a short hash of their name. What the list
//! does not know is in the first half, so that a new feature is never waited for.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, bail};

use crate::fingerprint::short;

/// Below this many bytes a function costs less than the stand-in that would replace it.
const WORTH_IT: usize = 24;
/// So many digits tell some ten thousand names apart, nearly always.
const DIGITS: usize = 8;

const HEAD: &str = "# What the first page of a workspace does not run, and so comes later: whole modules, then single\n\
                    # functions by a hash of their name. Written by `cargo xtask profile`, never by hand.\n";

/// Which functions come later.
#[derive(Default, Debug, PartialEq)]
pub struct Later {
    modules: BTreeSet<String>,
    functions: BTreeSet<String>,
}

/// A function of the client, as it was watched.
pub struct Watched {
    /// Its mangled name.
    pub name: String,
    /// Size of its body, in bytes.
    pub size: usize,
    pub ran: bool,
}

impl Later {
    /// # Errors
    /// When a line is neither of the two.
    pub fn read(text: &str) -> Result<Self> {
        let mut later = Self::default();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            match line.split_once(' ') {
                Some(("module", name)) => later.modules.insert(name.to_owned()),
                Some(("function", hash)) => later.functions.insert(hash.to_owned()),
                _ => {
                    bail!("client/later.txt: a line that says neither module nor function: {line}")
                }
            };
        }
        Ok(later)
    }

    /// The list as a text that [`Later::read`] understands.
    pub fn text(&self) -> String {
        let mut text = HEAD.to_owned();
        for module in &self.modules {
            text.push_str(&format!("module {module}\n"));
        }
        for hash in &self.functions {
            text.push_str(&format!("function {hash}\n"));
        }
        text
    }

    /// Makes the shortest list after which whatever ran is in the first half.
    pub fn from_watched(watched: &[Watched]) -> Self {
        let named: Vec<(String, &Watched)> = watched
            .iter()
            .map(|function| (plain(&function.name), function))
            .collect();
        let mut ran = BTreeSet::new();
        let mut busy = BTreeSet::new();
        for (name, function) in &named {
            if function.ran {
                ran.insert(name.as_str());
                busy.extend(modules(name));
            }
        }
        let mut later = Self::default();
        let mut single: BTreeMap<&str, usize> = BTreeMap::new();
        for (name, function) in &named {
            if ran.contains(name.as_str()) {
                continue;
            }
            match modules(name)
                .into_iter()
                .find(|module| !busy.contains(module))
            {
                Some(module) => {
                    later.modules.insert(module);
                }
                None => *single.entry(name).or_default() += function.size,
            }
        }
        single.retain(|_, size| *size >= WORTH_IT);
        later.functions = single.into_keys().map(hash).collect();
        later
    }

    /// Whether a function, by its mangled name and the size of its body, comes later.
    pub fn has(&self, name: &str, size: usize) -> bool {
        let name = plain(name);
        size >= WORTH_IT
            && (self.functions.contains(&hash(&name))
                || modules(&name)
                    .iter()
                    .any(|module| self.modules.contains(module)))
    }
}

/// A name without what differs between machines and builds.
pub fn plain(mangled: &str) -> String {
    format!("{:#}", rustc_demangle::demangle(mangled))
}

fn hash(name: &str) -> String {
    let mut hash = short(name.as_bytes());
    hash.truncate(DIGITS);
    hash
}

/// The modules that a function belongs to, the outermost first. One that others made for something of this
/// project (a list of objectives, the drawing of a component) belongs where that lies.
fn modules(name: &str) -> Vec<String> {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == ':';
    let paths = name
        .split(|letter| !is_part(letter))
        .map(|path| path.trim_matches(':'))
        .filter(|path| path.contains("::"));
    let (own, foreign): (Vec<&str>, Vec<&str>) = paths.partition(|path| path.starts_with("jalon_"));
    let Some(path) = own.last().or(foreign.first()) else {
        return Vec::new();
    };
    path.match_indices("::")
        .map(|(end, _)| path[..end].to_owned())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLD: &str = "jalon_client::features::glossary::card::Card";
    const WARM: &str = "jalon_client::session::open";
    const BIG: usize = 500;

    fn list() -> Later {
        let watched = |name: &str, ran| Watched {
            name: name.to_owned(),
            size: BIG,
            ran,
        };
        Later::from_watched(&[
            watched(COLD, false),
            watched(WARM, true),
            watched("jalon_client::session::close", false),
            watched("core::slice::sort::<jalon_client::session::Me>", false),
        ])
    }

    #[test]
    fn what_ran_comes_first_and_so_does_what_nobody_knows() {
        let list = list();
        assert!(!list.has(WARM, BIG));
        assert!(list.has(COLD, BIG));
        assert!(list.has("jalon_client::session::close", BIG));
        assert!(!list.has("jalon_client::session::added_yesterday", BIG));
        assert!(!list.has("memcpy", BIG));
    }

    #[test]
    fn what_is_added_to_a_module_that_comes_later_does_too() {
        let list = list();
        assert!(list.has("jalon_client::features::glossary::new::Thing", BIG));
        assert!(list.has("core::slice::sort::<jalon_client::features::bin::Row>", BIG));
        assert!(!list.has(COLD, WORTH_IT - 1));
    }

    #[test]
    fn a_list_reads_what_it_writes() -> Result<()> {
        assert_eq!(Later::read(&list().text())?, list());
        assert!(Later::read("something else").is_err());
        Ok(())
    }
}
