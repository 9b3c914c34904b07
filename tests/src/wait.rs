//! Waiting for a condition, never for a time.

use anyhow::{Result, bail};
use std::time::{Duration, Instant};

/// How long a condition may take before the test fails: far beyond what anything here needs.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long to leave the machine alone between two looks.
const PAUSE: Duration = Duration::from_millis(10);

/// Looks again and again until `look` finds something; an error of `look` counts as not yet, and is
/// told when patience ends.
pub async fn until<T>(what: &str, mut look: impl AsyncFnMut() -> Result<Option<T>>) -> Result<T> {
    let started = Instant::now();
    let mut last = String::from("it was not so");
    loop {
        match look().await {
            Ok(Some(found)) => return Ok(found),
            Ok(None) => {}
            Err(error) => last = without_stack(format!("{error:#}")),
        }
        if started.elapsed() > PATIENCE {
            bail!("waited {PATIENCE:?} for {what}: {last}");
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// A driver's error without the addresses of its own functions.
fn without_stack(mut error: String) -> String {
    if let Some(start) = error.find("Stacktrace:") {
        error.truncate(start);
    }
    error
}
