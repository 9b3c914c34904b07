//! A server that dies at any moment has lost nothing that it acknowledged.

use anyhow::{Result, ensure};
use jalon_tests::{
    chance::Seed,
    torture::{Torture, house::Size},
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_acknowledged_outlives_every_kill() -> Result<()> {
    let torture = Torture {
        seed: Seed(2026),
        rounds: 12,
        size: Size {
            workspaces: 2,
            writers: 4,
        },
        check_every: 4,
    };
    let report = torture.run(|_, _| ()).await?;
    println!("{report}");
    ensure!(
        report.outcome.kills >= 6 && report.outcome.looked_for > 100,
        "nothing was tried"
    );
    Ok(())
}
