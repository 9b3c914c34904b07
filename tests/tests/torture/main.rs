//! What must not be lost, tried on a real server process that is killed, filled with nonsense, starved and
//! broken. The long runs of the same are `cargo xtask torture` and `cargo xtask soak`.

use anyhow::{Result, bail};
use std::time::Duration;

mod frames;
mod kill;
mod operate;
mod slow;

/// Runs a test that waits for a server, which may never answer.
async fn in_time<T>(test: impl Future<Output = Result<T>>) -> Result<T> {
    const PATIENCE: Duration = Duration::from_secs(120);
    match tokio::time::timeout(PATIENCE, test).await {
        Ok(outcome) => outcome,
        Err(_) => bail!("it did not end within {PATIENCE:?}"),
    }
}
