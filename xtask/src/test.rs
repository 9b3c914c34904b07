//! Runs every check in order, goes on after a failure where that makes sense, and closes with a table
//! and the sum of what the test runners counted. What each check does is `test/check.rs`.

mod check;
mod count;

use std::collections::HashMap;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::step::duration;
use crate::toolchain::Choice;

use check::{Check, Surroundings};
use count::Counts;

/// How a check ended.
enum Outcome {
    Passed,
    Failed,
    /// Not started, because this other check failed.
    Blocked {
        by: String,
    },
}

/// One line of the closing table.
struct Line {
    check: Check,
    outcome: Outcome,
    counts: Counts,
    time: Duration,
}

/// Runs the checks named in `only`, or all of them, with `more` for the test binaries.
pub fn run(choice: Choice, only: &[String], more: Vec<String>) -> Result<ExitCode> {
    let all = check::all()?;
    if only.iter().any(|name| name == "list") {
        for check in &all {
            println!("{:<24} {}", check.name(), check.about());
        }
        return Ok(ExitCode::SUCCESS);
    }
    let chosen = choose(all, only)?;
    let mut surroundings = Surroundings::new(choice, more);
    let mut lines: Vec<Line> = Vec::new();
    for check in chosen {
        lines.push(run_one(check, &lines, &mut surroundings));
    }
    Ok(report(&lines))
}

/// Keeps the named checks and whatever they build upon, in the order of `all`.
fn choose(all: Vec<Check>, only: &[String]) -> Result<Vec<Check>> {
    if only.is_empty() {
        return Ok(all);
    }
    let by_name: HashMap<String, &Check> = all.iter().map(|check| (check.name(), check)).collect();
    let mut wanted: Vec<String> = Vec::new();
    let mut open = only.to_vec();
    while let Some(name) = open.pop() {
        let Some(check) = by_name.get(&name) else {
            bail!("there is no check called {name}: `--only list` prints their names");
        };
        if !wanted.contains(&name) {
            open.extend(check.uses().map(|used| used.name.to_owned()));
            wanted.push(name);
        }
    }
    Ok(all
        .into_iter()
        .filter(|check| wanted.contains(&check.name()))
        .collect())
}

fn run_one(check: Check, before: &[Line], surroundings: &mut Surroundings) -> Line {
    let start = Instant::now();
    let mut counts = Counts::default();
    let blocked = check.uses().find(|used| {
        used.required
            && before
                .iter()
                .any(|line| line.check.name() == used.name && !line.passed())
    });
    let outcome = if let Some(used) = blocked {
        eprintln!("✗ {} (not started: {} failed)", check.name(), used.name);
        Outcome::Blocked {
            by: used.name.to_owned(),
        }
    } else {
        eprintln!("▸ {}: {}", check.name(), check.about());
        match check.run(surroundings, &mut counts) {
            Ok(()) => Outcome::Passed,
            Err(error) => {
                eprintln!("error: {error:#}");
                Outcome::Failed
            }
        }
    };
    let line = Line {
        check,
        outcome,
        counts,
        time: start.elapsed(),
    };
    if !matches!(line.outcome, Outcome::Blocked { .. }) {
        let mark = if line.passed() { '✓' } else { '✗' };
        eprintln!("{mark} {} ({})", line.check.name(), duration(line.time));
    }
    line
}

impl Line {
    fn passed(&self) -> bool {
        matches!(self.outcome, Outcome::Passed)
    }

    fn text(&self) -> String {
        let outcome = match &self.outcome {
            Outcome::Passed => "passed".to_owned(),
            Outcome::Failed => "FAILED".to_owned(),
            Outcome::Blocked { by } => format!("not started: {by} failed"),
        };
        let counts = if self.counts.passed + self.counts.failed == 0 {
            String::new()
        } else {
            format!("  {}", self.counts)
        };
        let name = self.check.name();
        let time = duration(self.time);
        format!("{name:<24} {time:>12}  {outcome}{counts}")
    }
}

/// Prints the table; the sum stands alone on the last line, where other programs look for it.
fn report(lines: &[Line]) -> ExitCode {
    let mut sum = Counts::default();
    let mut time = Duration::ZERO;
    // Again, since a long run has scrolled them away.
    for line in lines.iter().filter(|line| !line.counts.failures.is_empty()) {
        println!("\n✗ {}", line.check.name());
        for said in &line.counts.failures {
            println!("{said}");
        }
    }
    println!();
    for line in lines {
        println!("{}", line.text());
        sum.add(&line.counts);
        time += line.time;
    }
    println!("{:<24} {:>12}\n", "in all", duration(time));
    println!("{sum}");
    if lines.iter().all(Line::passed) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(only: &[&str]) -> Result<Vec<String>> {
        let only: Vec<String> = only.iter().map(|name| (*name).to_owned()).collect();
        let chosen = choose(check::all()?, &only)?;
        Ok(chosen.iter().map(Check::name).collect())
    }

    #[test]
    fn a_check_brings_what_it_builds_upon() -> Result<()> {
        assert_eq!(chosen(&["clippy", "fmt"])?, ["fmt", "clippy"]);
        assert!(chosen(&["nothing"]).is_err());
        for check in check::all()? {
            let names = chosen(&[&check.name()])?;
            for used in check.uses() {
                assert!(names.contains(&used.name.to_owned()), "{}", used.name);
            }
        }
        Ok(())
    }
}
