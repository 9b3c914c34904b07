//! What the system knows of a running process (Linux, `/proc`).

use anyhow::{Context, Result};
use std::{collections::HashMap, ffi::OsString, fs, time::Duration};

/// A process by its number.
#[derive(Debug, Clone, Copy)]
pub struct Process(u32);

/// How long each thread of a process ran, until some moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ran(HashMap<OsString, Duration>);

impl Ran {
    /// How long they ran after an earlier moment. What a thread did that ended between the two is not known; those
    /// that wait for work end after seconds without any.
    pub fn since(&self, before: &Self) -> Duration {
        let threads = self.0.iter().map(|(thread, now)| {
            let then = before.0.get(thread).copied().unwrap_or_default();
            now.saturating_sub(then)
        });
        threads.sum()
    }
}

impl Process {
    pub const fn of(id: u32) -> Self {
        Self(id)
    }

    /// Resident memory in bytes.
    pub fn memory(self) -> Result<u64> {
        Ok(self.status("VmRSS:")? * 1024)
    }

    /// How long each of its threads ran on any processor so far
    /// (<https://docs.kernel.org/scheduler/sched-stats.html>).
    pub fn cpu(self) -> Result<Ran> {
        let mut ran = HashMap::new();
        for thread in fs::read_dir(format!("/proc/{}/task", self.0))? {
            let thread = thread?;
            // A thread may end meanwhile.
            if let Ok(times) = fs::read_to_string(thread.path().join("schedstat")) {
                let time = times
                    .split_whitespace()
                    .next()
                    .context("no time")?
                    .parse()?;
                ran.insert(thread.file_name(), Duration::from_nanos(time));
            }
        }
        Ok(Ran(ran))
    }

    pub fn threads(self) -> Result<u64> {
        self.status("Threads:")
    }

    /// How many files and sockets it has open.
    pub fn files(self) -> Result<u64> {
        Ok(fs::read_dir(format!("/proc/{}/fd", self.0))?.count() as u64)
    }

    /// Seconds of processor time that its threads that still live took so far, exact to far less than a millisecond.
    pub fn processor(self) -> Result<f64> {
        let mut nanoseconds = 0.0;
        for thread in fs::read_dir(format!("/proc/{}/task", self.0))? {
            // A thread that ended since it was listed says nothing any more.
            let Ok(stat) = fs::read_to_string(thread?.path().join("schedstat")) else {
                continue;
            };
            let first = stat.split_whitespace().next();
            nanoseconds += first.and_then(|time| time.parse().ok()).unwrap_or(0.0);
        }
        Ok(nanoseconds / 1e9)
    }

    /// A number of `/proc/PID/status`; sizes are in KiB there.
    fn status(self, name: &str) -> Result<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.0))?;
        let value = status.lines().find_map(|line| {
            let rest = line.strip_prefix(name)?;
            rest.split_whitespace().next()?.parse().ok()
        });
        value.with_context(|| format!("no {name} in the status of process {}", self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thread_that_ended_takes_nothing_away() {
        let of = |threads: &[(&str, u64)]| {
            let ran = threads
                .iter()
                .map(|(thread, ran)| ((*thread).into(), Duration::from_secs(*ran)));
            Ran(ran.collect())
        };
        let before = of(&[("1", 5), ("2", 90)]);
        let after = of(&[("1", 7), ("3", 1)]);
        assert_eq!(after.since(&before), Duration::from_secs(3));
    }
}
