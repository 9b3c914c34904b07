//! What it costs to make a few bytes durable on this disk, whatever writes them: beside it stands what a server needs.

use anyhow::{Context, Result};
use std::{fs::File, io::Write, path::Path, time::Instant};

use super::measure::median;

const TIMES: usize = 200;

/// A page of SQLite.
const BYTES: usize = 4 << 10; // 4 KiB

/// Appends a page to a file in this folder and forces it onto the disk, often: the median, in milliseconds.
pub fn milliseconds(folder: &Path) -> Result<f64> {
    let path = folder.join("commits");
    let mut file = File::create(&path)?;
    let mut took = Vec::with_capacity(TIMES);
    for _ in 0..TIMES {
        let began = Instant::now();
        file.write_all(&[7; BYTES])?;
        file.sync_data()?;
        took.push(began.elapsed().as_secs_f64() * 1e3);
    }
    drop(file);
    std::fs::remove_file(path)?;
    median(&took).context("nothing was written")
}
