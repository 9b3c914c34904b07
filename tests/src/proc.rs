//! What the system knows of a running process (Linux, `/proc`).

use anyhow::{Context, Result};
use std::{fs, time::Duration};

/// A process by its number.
#[derive(Debug, Clone, Copy)]
pub struct Process(u32);

impl Process {
    pub const fn of(id: u32) -> Self {
        Self(id)
    }

    /// Resident memory in bytes.
    pub fn memory(self) -> Result<u64> {
        Ok(self.status("VmRSS:")? * 1024)
    }

    /// How long its threads ran on any processor, those that ended not counted
    /// (<https://docs.kernel.org/scheduler/sched-stats.html>).
    pub fn cpu(self) -> Result<Duration> {
        let mut all = 0;
        for thread in fs::read_dir(format!("/proc/{}/task", self.0))? {
            // A thread may end meanwhile.
            if let Ok(times) = fs::read_to_string(thread?.path().join("schedstat")) {
                let ran = times.split_whitespace().next();
                all += ran.context("no time")?.parse::<u64>()?;
            }
        }
        Ok(Duration::from_nanos(all))
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
