//! Counts tests from the runners' own closing lines, while their output passes through, and keeps what they say of
//! those that failed, so that it can be said again at the end.

use std::fmt;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// The most lines that are kept of what one runner says of failures.
const MOST_LINES: usize = 200;

/// Tests that ran.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: u64,
    pub failed: u64,
    /// What the runners said of those that failed, a line each.
    pub failures: Vec<String>,
}

impl Counts {
    pub fn add(&mut self, other: &Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.failures.extend_from_slice(&other.failures);
    }

    /// Reads `test result: ok. 12 passed; 0 failed; …`; any other line counts nothing.
    fn of_line(line: &str) -> Option<Self> {
        let (_, rest) = line.split_once("test result: ")?;
        let (_, numbers) = rest.split_once(". ")?;
        let number = |what: &str| {
            numbers
                .split(';')
                .find_map(|part| part.trim().strip_suffix(what)?.trim().parse().ok())
        };
        Some(Self {
            passed: number("passed")?,
            failed: number("failed")?,
            failures: Vec::new(),
        })
    }
}

/// Reads what a runner prints, line by line.
#[derive(Default)]
struct Reader {
    /// Since the last runner began to list its failures, until it closes.
    listed: Option<Vec<String>>,
}

impl Reader {
    /// A runner closes with this line: what it counted.
    fn read(&mut self, line: &str) -> Option<Counts> {
        if line == "failures:" {
            self.listed.get_or_insert_default();
        }
        let Some(mut counts) = Counts::of_line(line) else {
            if let Some(listed) = self.listed.as_mut().filter(|_| !line.is_empty()) {
                listed.push(line.to_owned());
            }
            return None;
        };
        if let Some(mut listed) = self.listed.take() {
            // The names come last.
            let long = listed.len().saturating_sub(MOST_LINES);
            listed.drain(..long);
            counts.failures = listed;
        }
        Some(counts)
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// Runs test binaries, adds up what they report and passes on what they print.
///
/// # Errors
/// When the runner cannot start or ends without success; what was counted until then stays counted.
pub fn run(command: &mut Command, counts: &mut Counts) -> Result<()> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot start the tests")?;
    if let Some(output) = child.stdout.take() {
        let mut screen = std::io::stdout();
        let mut reader = Reader::default();
        for line in BufReader::new(output).split(b'\n') {
            let line = line?;
            screen.write_all(&line)?;
            screen.write_all(b"\n")?;
            if let Some(more) = reader.read(&String::from_utf8_lossy(&line)) {
                counts.add(&more);
            }
        }
    }
    let status = child.wait()?;
    if !status.success() {
        bail!("the tests ended with {status}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn closing_lines_are_counted() {
        let check = |line, expected: Option<(u64, u64)>| {
            let expected = expected.map(|(passed, failed)| Counts {
                passed,
                failed,
                ..Counts::default()
            });
            assert_eq!(Counts::of_line(line), expected, "{line}");
        };
        check(
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out",
            Some((12, 0)),
        );
        check(
            "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured",
            Some((1, 2)),
        );
        check("test rooms::opens_once ... ok", None);
        check("test result: of a kind", None);
    }

    #[test]
    fn what_failed_is_kept_for_the_end() {
        let mut reader = Reader::default();
        let mut all = Counts::default();
        let printed = "test one ... ok\ntest two ... FAILED\n\nfailures:\n\n---- two stdout ----\nfour is not five\n\n\n\
            failures:\n    two\n\ntest result: FAILED. 1 passed; 1 failed; 0 ignored\n\
            test three ... ok\ntest result: ok. 1 passed; 0 failed; 0 ignored";
        for counts in printed.lines().filter_map(|line| reader.read(line)) {
            all.add(&counts);
        }
        assert_eq!((all.passed, all.failed), (2, 1));
        assert_eq!(
            all.failures,
            [
                "failures:",
                "---- two stdout ----",
                "four is not five",
                "failures:",
                "    two"
            ]
        );
    }
}
