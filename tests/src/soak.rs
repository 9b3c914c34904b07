//! A soak: for as long as wanted people come and go, rooms open and close, versions are frozen; what the
//! server holds is measured, and should level off.

mod sample;
mod visitor;

use crate::{
    chance::Seed,
    http::Script,
    link::Door,
    server::{Server, Setup},
};
use anyhow::{Context, Result};
use futures::future::try_join_all;
use rand::Rng;
use sample::Sample;
pub use sample::Table;
use std::{
    cell::Cell,
    time::{Duration, Instant},
};
use tokio::time::sleep;
use visitor::Visitor;

/// How many workspaces there are, and in how many of them people are at a time.
const WORKSPACES: usize = 12;
const BUSY: usize = 4;
/// After how long people move on by one workspace. Those that they leave are closed a minute later.
const MOVE_ON: Duration = Duration::from_secs(25);
const VISITORS: usize = 24;
/// How often the server is measured: twenty times, and not more often than this.
const OFTEN: Duration = Duration::from_secs(5);
const SAMPLES: u32 = 20;

/// How long people come and go.
#[derive(Debug, Clone, Copy)]
pub struct Soak {
    pub seed: Seed,
    pub lasts: Duration,
}

impl Soak {
    /// Lets people come and go; `tell` gets each line of the table.
    ///
    /// # Errors
    /// When the server stopped, or somebody's word was not kept.
    pub async fn run(&self, tell: impl Fn(&str)) -> Result<Table> {
        let mut server = Server::start_with(Setup {
            quiet: true,
            ..Setup::default()
        })
        .await?;
        let table = self.soak(&server, tell).await.with_context(|| {
            let (data, log) = (server.keep_data(), server.log());
            format!(
                "seed {}, data kept in {}, its log:\n{log}",
                self.seed,
                data.display()
            )
        })?;
        server.check().await?;
        server.stop().await?;
        Ok(table)
    }

    async fn soak(&self, server: &Server, tell: impl Fn(&str)) -> Result<Table> {
        let owner = Script::of_owner(server).await?;
        let mut workspaces = Vec::new();
        for number in 0..WORKSPACES {
            workspaces.push(owner.make_workspace(&format!("Bain {number}")).await?);
        }
        let start = Instant::now();
        let is_over = Cell::new(false);
        let visits = (0..VISITORS).map(|number| {
            let (workspaces, is_over, owner) = (&workspaces, &is_over, &owner);
            let mut rng = self.seed.chance_of(&format!("visitor {number}"));
            async move {
                let mut doors: Vec<Option<Door>> = vec![None; WORKSPACES];
                while !is_over.get() {
                    let first = start.elapsed().as_secs() / MOVE_ON.as_secs();
                    let index = (first as usize + rng.random_range(0..BUSY)) % WORKSPACES;
                    let (Some(workspace), Some(door)) =
                        (workspaces.get(index), doors.get_mut(index))
                    else {
                        continue;
                    };
                    if door.is_none() {
                        let name = format!("Passante {number}");
                        let new = Door::of_member(owner, workspace, "contributor", &name).await?;
                        *door = Some(new);
                    }
                    if let Some(door) = door {
                        Visitor::new(door.clone(), &mut rng)
                            .visit(owner, is_over)
                            .await?;
                    }
                }
                anyhow::Ok(())
            }
        });
        let measuring = async {
            let mut table = Table::default();
            tell(Table::HEAD);
            let every = (self.lasts / SAMPLES).max(OFTEN);
            while start.elapsed() < self.lasts {
                sleep(every.min(self.lasts.saturating_sub(start.elapsed()))).await;
                let sample = Sample::take(server, &owner, start.elapsed()).await?;
                tell(&sample.to_string());
                table.samples.push(sample);
            }
            is_over.set(true);
            anyhow::Ok(table)
        };
        let (table, _) = tokio::try_join!(measuring, try_join_all(visits))?;
        Ok(table)
    }
}
