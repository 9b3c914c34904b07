//! Torture: many people write while the server is killed, and nothing that they were promised is lost.

mod frozen;
pub mod house;
mod plan;
pub mod round;
mod writer;

use crate::chance::Seed;
use anyhow::{Context, Result};
use house::{House, Size};
use round::Outcome;
use std::{
    fmt,
    time::{Duration, Instant},
};

/// After how many rounds everything starts on new data, so that documents stay as small as real ones.
const SEASON: u64 = 25;

/// What to do to a server.
#[derive(Debug, Clone, Copy)]
pub struct Torture {
    pub seed: Seed,
    pub rounds: u64,
    pub size: Size,
    /// After how many rounds `jalon check` looks at the files of a server that was just killed.
    pub check_every: u64,
}

/// What came of it.
#[derive(Debug, Default, Clone, Copy)]
pub struct Report {
    pub rounds: u64,
    pub outcome: Outcome,
    pub updates: u64,
    pub acknowledged: u64,
    /// Words and figures that were typed, all of them found at the end.
    pub typed: u64,
    pub versions: u64,
    pub took: Duration,
}

impl Torture {
    /// Plays all rounds; `tell` hears of each one that went well.
    ///
    /// # Errors
    /// At the first loss, with the seed and the number of the round. The data folder stays.
    pub async fn run(&self, mut tell: impl FnMut(u64, &Report)) -> Result<Report> {
        let start = Instant::now();
        let mut report = Report::default();
        while report.rounds < self.rounds {
            let mut house = House::build(self.size, self.seed).await?;
            let until = self.rounds.min(report.rounds + SEASON);
            while report.rounds < until {
                let number = report.rounds + 1;
                let checked = number.is_multiple_of(self.check_every);
                let played = round::play(&mut house, self.seed, number, checked).await;
                let outcome = played.with_context(|| {
                    let (seed, data) = (self.seed, house.server.keep_data());
                    let (data, log) = (data.display(), house.server.log());
                    format!("seed {seed}, round {number}, data kept in {data}, its log:\n{log}")
                })?;
                report.rounds = number;
                report.outcome.add(&outcome);
                report.took = start.elapsed();
                tell(number, &report);
            }
            house.server.stop().await?;
            house.server.check().await?;
            report.close(&mut house);
        }
        report.took = start.elapsed();
        Ok(report)
    }
}

impl Report {
    /// Adds what the people of a house did.
    fn close(&mut self, house: &mut House) {
        for writer in house.writers() {
            self.updates += writer.tally.updates;
            self.acknowledged += writer.tally.acknowledged;
            self.typed += writer.tally.typed;
        }
        for place in &house.places {
            self.versions += place.frozen.len() as u64;
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            rounds,
            outcome,
            updates,
            acknowledged,
            typed,
            versions,
            took,
        } = self;
        writeln!(f, "rounds                        {rounds}")?;
        writeln!(f, "  killed (SIGKILL)            {}", outcome.kills)?;
        writeln!(f, "  asked to end (SIGTERM)      {}", outcome.stops)?;
        writeln!(
            f,
            "  longest of those            {:.2?}",
            outcome.longest_stop
        )?;
        writeln!(f, "updates sent                  {updates}")?;
        writeln!(f, "frames acknowledged           {acknowledged}")?;
        writeln!(f, "words and figures typed       {typed}")?;
        writeln!(
            f,
            "  promised, looked for        {} times",
            outcome.looked_for
        )?;
        writeln!(f, "  promised, and lost          0")?;
        writeln!(f, "  lost unpromised, came back  {}", outcome.brought_back)?;
        writeln!(f, "frozen versions, unchanged    {versions}")?;
        write!(
            f,
            "took                          {:.1} s",
            took.as_secs_f64()
        )
    }
}
