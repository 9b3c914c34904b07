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
use rand::seq::IteratorRandom;
use sample::Sample;
pub use sample::Table;
use std::{
    cell::{Cell, RefCell},
    collections::{HashMap, VecDeque},
    time::{Duration, Instant},
};
use tokio::time::sleep;
use visitor::Visitor;

/// In how many workspaces people are at a time.
const BUSY: usize = 4;
/// After how long a new workspace takes the place of the oldest of them. Nobody goes back: documents grow
/// with their history, and what is looked for is whether the server does.
const MOVE_ON: Duration = Duration::from_secs(20);
const VISITORS: usize = 24;
/// How long a visitor waits who finds no workspace yet.
const BEFORE_THE_FIRST: Duration = Duration::from_millis(50);
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
        let (start, is_over) = (Instant::now(), Cell::new(false));
        let busy = RefCell::new(VecDeque::new());
        let moving = async {
            let mut number = 0_u32;
            while !is_over.get() {
                let workspace = owner.make_workspace(&format!("Bain {number}")).await?;
                number += 1;
                let is_filled = {
                    let mut busy = busy.borrow_mut();
                    busy.push_back(workspace);
                    if busy.len() > BUSY {
                        busy.pop_front();
                    }
                    busy.len() == BUSY
                };
                if is_filled {
                    pause(MOVE_ON, &is_over).await;
                }
            }
            anyhow::Ok(())
        };
        let visits = (0..VISITORS).map(|number| {
            let (busy, is_over, owner) = (&busy, &is_over, &owner);
            let mut rng = self.seed.chance_of(&format!("visitor {number}"));
            async move {
                let name = format!("Passante {number}");
                let mut doors: HashMap<String, Door> = HashMap::new();
                while !is_over.get() {
                    let workspace = busy.borrow().iter().choose(&mut rng).cloned();
                    let Some(workspace) = workspace else {
                        pause(BEFORE_THE_FIRST, is_over).await;
                        continue;
                    };
                    let door = match doors.get(&workspace) {
                        Some(door) => door.clone(),
                        None => Door::of_member(owner, &workspace, "contributor", &name).await?,
                    };
                    doors.retain(|workspace, _| busy.borrow().contains(workspace));
                    doors.insert(workspace, door.clone());
                    Visitor::new(door, &mut rng).visit(owner, is_over).await?;
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
        let (table, ..) = tokio::try_join!(measuring, moving, try_join_all(visits))?;
        Ok(table)
    }
}

/// Waits, but not longer than until it is over.
async fn pause(time: Duration, is_over: &Cell<bool>) {
    const LOOK: Duration = Duration::from_millis(200);
    let end = Instant::now() + time;
    while Instant::now() < end && !is_over.get() {
        sleep(LOOK.min(end.saturating_duration_since(Instant::now()))).await;
    }
}
