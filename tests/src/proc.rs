//! What the system knows of a running process (Linux, `/proc`).

use anyhow::{Context, Result};
use std::fs;

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

    pub fn threads(self) -> Result<u64> {
        self.status("Threads:")
    }

    /// How many files and sockets it has open.
    pub fn files(self) -> Result<u64> {
        Ok(fs::read_dir(format!("/proc/{}/fd", self.0))?.count() as u64)
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
