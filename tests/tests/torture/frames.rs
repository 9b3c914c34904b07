//! Nonsense neither stops a room nor costs anybody in it a word.

use anyhow::{Result, ensure};
use jalon_tests::{chance::Seed, siege::Siege};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nonsense_costs_nobody_a_word() -> Result<()> {
    let siege = Siege {
        seed: Seed(2026),
        frames: 20_000,
    };
    let report = siege.run(|_| ()).await?;
    println!("{report}");
    ensure!(
        report.frames >= 20_000 && report.words > 10,
        "nothing was tried"
    );
    Ok(())
}
