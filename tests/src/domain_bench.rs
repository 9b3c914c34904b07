//! The work of the domain: how long it takes to freeze a version, compare two, draw one as a page and hand it out
//! as a file, on the demo and on a hundred times the demo, and what people who type meanwhile notice of it. Nothing
//! here is asserted.

mod copies;
mod table;
mod typists;

pub use copies::{COPIES, YEARS};
pub use table::Table;
pub use typists::PEOPLE;

use crate::{
    http::Script,
    link::Door,
    peer::Peer,
    proc::Process,
    server::{Server, Setup},
};
use anyhow::{Context, Result};
use jalon_shared::Content;
use serde_json::json;
use std::time::Duration;
use table::{Call, Calls, Waiting};
use tokio::time::{Instant, sleep};
use typists::{Trip, Typists};

/// How long people type before something happens: what they notice in calm.
const CALM: Duration = Duration::from_secs(5);

/// Between the end of a freeze and the next one: what the first one left behind is not counted with the second.
const REST: Duration = Duration::from_millis(700);

/// A small and a large workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// The demo.
    Sample,
    /// A hundred times the demo.
    Hundred,
}

impl Size {
    pub const ALL: [Self; 2] = [Self::Sample, Self::Hundred];
}

/// How much is measured.
#[derive(Debug, Clone, Copy)]
pub struct Bench {
    /// Freezes in calm, and as many while people type; what is made of a version is asked for once for each.
    pub times: usize,
    /// How often the demo is in the large workspace.
    pub copies: usize,
    /// Only this size, when there is one.
    pub only: Option<Size>,
}

impl Bench {
    /// Measures everything; `tell` hears what is being done.
    ///
    /// # Errors
    /// When the server refuses something, or stopped.
    pub async fn run(&self, tell: impl Fn(&str)) -> Result<Table> {
        let server = Server::start_with(Setup {
            demo: true,
            quiet: true,
            ..Setup::default()
        })
        .await?;
        let owner = Script::of_owner(&server).await?;
        let demo = server.workspace("Escale").await?;
        let mut small = Peer::join(&owner.door(&demo)?).await?;
        small.leave().await;
        let sample = small.document.content();
        let mut table = Table::default();
        if self.is_meant(Size::Sample) {
            tell("the demo");
            let place = Place::new(&server, &owner, demo, small)?;
            table.sample = self.measure(place, &tell).await?;
        }
        if self.is_meant(Size::Hundred) {
            let large = self.fill(&server, &owner, &sample, &tell).await?;
            table.hundred = self.measure(large, &tell).await?;
        }
        let log = server.log();
        anyhow::ensure!(log.is_empty(), "the server complained:\n{log}");
        Ok(table)
    }

    fn is_meant(&self, size: Size) -> bool {
        self.only.is_none_or(|only| only == size)
    }

    async fn fill<'s>(
        &self,
        server: &'s Server,
        owner: &'s Script,
        sample: &Content,
        tell: &impl Fn(&str),
    ) -> Result<Place<'s>> {
        tell(&format!("{} times the demo", self.copies));
        let workspace = owner.make_workspace("Beaucoup d’escales").await?;
        let started = Instant::now();
        let peer = copies::fill(&owner.door(&workspace)?, sample, self.copies).await?;
        let content = peer.document.content();
        let readings: usize = content.readings.values().map(|periods| periods.len()).sum();
        tell(&format!(
            "{} indicators, {readings} readings, {} terms, {} objectives, {} blocks, written in {:.0} s; the document \
             is {:.1} MB",
            content.indicators.len(),
            content.terms.len(),
            content.objectives.len(),
            content.blocks.len(),
            started.elapsed().as_secs_f64(),
            peer.document.snapshot().len() as f64 / 1e6,
        ));
        Place::new(server, owner, workspace, peer)
    }

    async fn measure(&self, mut place: Place<'_>, tell: &impl Fn(&str)) -> Result<table::Sample> {
        let mut done = table::Sample {
            bytes: place.editor.document.snapshot().len(),
            ..table::Sample::default()
        };
        // What comes before the first is not like what comes between the others.
        place.freeze().await?;
        tell("freezing in calm, and what is made of a version");
        for round in 1..=self.times {
            copies::adjust(&place.door, &mut place.editor, round).await?;
            let (frozen, number) = place.freeze().await?;
            done.freeze.first.push(frozen);
            let own = format!("{}/{number}", place.versions());
            place
                .ask(
                    &mut done.diff,
                    &format!("{}/{}/diff/{number}", place.versions(), number - 1),
                )
                .await?;
            place
                .ask(
                    &mut done.page,
                    &format!("/w/{}/v/{number}", place.workspace),
                )
                .await?;
            place
                .ask(
                    &mut done.comparison,
                    &format!("/w/{0}/v/{1}/diff/{number}", place.workspace, number - 1),
                )
                .await?;
            place.ask(&mut done.json, &own).await?;
            place
                .ask(&mut done.export, &format!("{own}?download=1"))
                .await?;
            place
                .ask(&mut done.live, &format!("/w/{}", place.workspace))
                .await?;
        }
        tell("freezing while people type");
        let typists = Typists::come(place.owner, &place.workspace).await?;
        sleep(REST).await;
        let calm = typists.now();
        sleep(CALM).await;
        let calm = calm..typists.now();
        let mut freezes = Vec::new();
        for round in 1..=self.times {
            copies::adjust(&place.door, &mut place.editor, self.times + round).await?;
            sleep(REST).await;
            let began = typists.now();
            done.freeze_in_company.first.push(place.freeze().await?.0);
            freezes.push(began..typists.now());
            sleep(REST).await;
        }
        let seen = typists.leave().await?;
        let within = |trips: &[Trip], spans: &[std::ops::Range<f64>]| -> Vec<f64> {
            let meets = |trip: &&Trip| {
                let end = trip.at + trip.took;
                spans
                    .iter()
                    .any(|span| trip.at < span.end && end > span.start)
            };
            trips.iter().filter(meets).map(|trip| trip.took).collect()
        };
        let waiting = |spans: &[_]| Waiting {
            delivered: within(&seen.delivered, spans),
            acknowledged: within(&seen.acknowledged, spans),
        };
        (done.calm, done.meanwhile) = (waiting(&[calm]), waiting(&freezes));
        Ok(done)
    }
}

/// A workspace on a server, and somebody who edits it.
struct Place<'s> {
    process: Process,
    owner: &'s Script,
    workspace: String,
    door: Door,
    /// Comes when there is something to edit.
    editor: Peer,
}

impl<'s> Place<'s> {
    fn new(server: &Server, owner: &'s Script, workspace: String, editor: Peer) -> Result<Self> {
        Ok(Self {
            process: Process::of(server.id()?),
            owner,
            door: owner.door(&workspace)?,
            workspace,
            editor,
        })
    }

    fn versions(&self) -> String {
        format!("/api/workspaces/{}/versions", self.workspace)
    }

    /// Freezes a version; how long that took, and its number.
    async fn freeze(&self) -> Result<(Call, u64)> {
        let body = json!({ "label": "Mesure", "period": "2025-T4" });
        let (before, started) = (self.process.processor()?, Instant::now());
        let entry = self.owner.post(&self.versions(), body).await?;
        let call = Call {
            seconds: started.elapsed().as_secs_f64(),
            processor: self.process.processor()? - before,
            bytes: 0,
        };
        let number = entry["number"]
            .as_u64()
            .context("a version without a number")?;
        Ok((call, number))
    }

    /// Asks for something that nobody asked for before, and for the same again.
    async fn ask(&self, calls: &mut Calls, path: &str) -> Result<()> {
        for list in [&mut calls.first, &mut calls.again] {
            let (before, started) = (self.process.processor()?, Instant::now());
            let bytes = self.owner.file(path).await?.len();
            list.push(Call {
                seconds: started.elapsed().as_secs_f64(),
                processor: self.process.processor()? - before,
                bytes,
            });
        }
        Ok(())
    }
}
