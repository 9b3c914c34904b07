//! What a server holds at a moment, and whether it levels off.

use crate::{http::Script, proc::Process, server::Server};
use anyhow::{Context, Result};
use std::{fmt, fs, time::Duration};

const MIB: f64 = 1_048_576.0;

/// What a server holds at a moment.
#[derive(Debug, Clone, Copy)]
pub struct Sample {
    at: Duration,
    rooms: u64,
    connections: u64,
    /// Since the start.
    updates: u64,
    /// Bytes.
    memory: u64,
    files: u64,
    threads: u64,
    /// Bytes of the log of the database that was not yet worked into it.
    wal: u64,
    /// Bytes.
    database: u64,
}

impl Sample {
    pub async fn take(server: &Server, owner: &Script, at: Duration) -> Result<Self> {
        let metrics = owner.text("/metrics").await?;
        let metric = |name: &str| {
            let mut lines = metrics.lines();
            let value = lines.find_map(|line| line.strip_prefix(name)?.trim().parse().ok());
            value.with_context(|| format!("no metric {name}"))
        };
        let size = |name: &str| {
            let file = fs::metadata(server.data().join(name));
            file.map_or(0, |file| file.len())
        };
        let process = Process::of(server.id()?);
        Ok(Self {
            at,
            rooms: metric("jalon_rooms ")?,
            connections: metric("jalon_connections ")?,
            updates: metric("jalon_updates_total ")?,
            memory: process.memory()?,
            files: process.files()?,
            threads: process.threads()?,
            wal: size("jalon.db-wal"),
            database: size("jalon.db"),
        })
    }
}

impl fmt::Display for Sample {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.at.as_secs();
        let mib = |bytes: u64| bytes as f64 / MIB;
        write!(
            f,
            "{:>4}:{:02} {:>6} {:>12} {:>9} {:>11.1} {:>6} {:>8} {:>8.1} {:>13.1}",
            seconds / 60,
            seconds % 60,
            self.rooms,
            self.connections,
            self.updates,
            mib(self.memory),
            self.files,
            self.threads,
            mib(self.wal),
            mib(self.database)
        )
    }
}

/// Everything that was measured.
#[derive(Debug, Default)]
pub struct Table {
    pub samples: Vec<Sample>,
}

impl Table {
    pub const HEAD: &str =
        "   time  rooms  connections   updates  memory MiB  files  threads  WAL MiB  database MiB";

    /// How much memory (bytes) and how many files a minute were added in the second half, on average: the
    /// slope of a line through all of its points.
    pub fn growth(&self) -> (f64, f64) {
        let late = self
            .samples
            .get(self.samples.len() / 2..)
            .unwrap_or_default();
        let slope = |value: fn(&Sample) -> u64| {
            let points = late
                .iter()
                .map(|sample| (sample.at.as_secs_f64() / 60.0, value(sample) as f64));
            slope(&points.collect::<Vec<_>>())
        };
        (slope(|sample| sample.memory), slope(|sample| sample.files))
    }

    /// The last word.
    pub fn verdict(&self) -> String {
        /// What a minute may add and be nothing: less than what one more room does.
        const LEVEL: (f64, f64) = (0.5 * MIB, 1.0);
        let (memory, files) = self.growth();
        let word = |is_level| {
            if is_level {
                "levelled off"
            } else {
                "STILL GROWS"
            }
        };
        format!(
            "second half: memory {:+.3} MiB a minute ({}), files {files:+.2} a minute ({})",
            memory / MIB,
            word(memory < LEVEL.0),
            word(files < LEVEL.1)
        )
    }
}

/// The slope of the line that fits best (least squares).
fn slope(points: &[(f64, f64)]) -> f64 {
    let count = points.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / count;
    let (x, y) = (mean(|point| point.0), mean(|point| point.1));
    let above: f64 = points
        .iter()
        .map(|point| (point.0 - x) * (point.1 - y))
        .sum();
    let below: f64 = points.iter().map(|point| (point.0 - x).powi(2)).sum();
    if below > 0.0 { above / below } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_grows_is_told_from_what_does_not() {
        let table = |memory: fn(u64) -> u64| Table {
            samples: (0..20)
                .map(|minute| Sample {
                    at: Duration::from_secs(60 * minute),
                    rooms: 1,
                    connections: 1,
                    updates: 1,
                    memory: memory(minute),
                    files: 10,
                    threads: 4,
                    wal: 0,
                    database: 0,
                })
                .collect(),
        };
        let level = table(|minute| 50_000_000 + 1_000 * (minute % 3));
        let (memory, files) = level.growth();
        assert!(
            memory.abs() < 0.001 * MIB && files == 0.0,
            "{memory} {files}"
        );
        assert!(
            !level.verdict().contains("STILL GROWS"),
            "{}",
            level.verdict()
        );
        let grows = table(|minute| 50_000_000 + 2_000_000 * minute);
        assert!(
            grows.verdict().contains("STILL GROWS"),
            "{}",
            grows.verdict()
        );
    }
}
