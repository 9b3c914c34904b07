//! A house to torture: a real server with several workspaces, a few writers in each, and what they were
//! promised.

use super::{frozen::Frozen, writer::Writer};
use crate::{
    chance::Seed,
    http::Script,
    link::Door,
    peer::Peer,
    server::{Server, Setup},
    words::{Found, Says, Word},
};
use anyhow::{Context, Result, ensure};
use futures::future::try_join_all;
use jalon_shared::IndicatorId;
use std::collections::{BTreeMap, BTreeSet};

/// How many people write where.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    pub workspaces: usize,
    /// In each workspace.
    pub writers: usize,
}

/// A server and everybody who writes on it.
pub struct House {
    pub server: Server,
    pub owner: Script,
    pub places: Vec<Place>,
}

/// A workspace, who writes there, and what they were promised.
pub struct Place {
    pub workspace: String,
    /// The owner's door, for whoever looks.
    pub door: Door,
    pub writers: Vec<Writer>,
    pub frozen: Frozen,
    pub promised: Promised,
}

/// What the server promised to keep, ever.
#[derive(Debug, Default)]
pub struct Promised {
    words: BTreeSet<Word>,
    /// Each figure is at least this.
    figures: BTreeMap<IndicatorId, f64>,
}

impl House {
    /// New data, workspaces and people; everybody is connected.
    pub async fn build(size: Size, seed: Seed) -> Result<Self> {
        let server = Server::start_with(Setup {
            quiet: true,
            ..Setup::default()
        })
        .await?;
        let owner = Script::of_owner(&server).await?;
        let mut places = Vec::new();
        for number in 0..size.workspaces {
            let workspace = owner.make_workspace(&format!("Espace {number}")).await?;
            let mut writers = Vec::new();
            for index in 0..size.writers {
                let name = format!("Plume {number}.{index}");
                let door = Door::of_member(&owner, &workspace, "contributor", &name).await?;
                writers.push(Writer::new(door, &name, seed.chance_of(&name)));
            }
            places.push(Place {
                door: owner.door(&workspace)?,
                workspace,
                writers,
                frozen: Frozen::default(),
                promised: Promised::default(),
            });
        }
        let mut house = Self {
            server,
            owner,
            places,
        };
        ensure!(house.come_back().await?, "the server went away");
        Ok(house)
    }

    pub fn writers(&mut self) -> impl Iterator<Item = &mut Writer> {
        self.places.iter_mut().flat_map(|place| &mut place.writers)
    }

    /// Everybody connects and is in step; `false` when the server went away meanwhile.
    pub async fn come_back(&mut self) -> Result<bool> {
        let came = try_join_all(self.writers().map(Writer::come_back)).await?;
        Ok(came.into_iter().all(|came| came))
    }
}

impl Place {
    /// What the server gives to somebody who has nothing.
    pub async fn look(&self) -> Result<Peer> {
        let mut witness = Peer::join(&self.door)
            .await
            .with_context(|| format!("look into {}", self.workspace))?;
        witness.drop_link();
        Ok(witness)
    }

    /// Notes what the writers were promised since this was last called.
    pub fn collect_promises(&mut self) {
        for writer in &mut self.writers {
            for says in writer.kept.drain(..) {
                self.promised.add(says);
            }
        }
    }

    /// Everybody in here, and somebody new, sees the same, and all that was ever typed is in it. Nobody
    /// types meanwhile.
    pub async fn converged(&mut self) -> Result<()> {
        // Everybody's words are on the server by now; this brings them to everybody.
        let all = try_join_all(self.writers.iter_mut().map(|writer| writer.peer.sync())).await?;
        ensure!(all.into_iter().all(|synced| synced), "the server went away");
        self.collect_promises();
        let witness = self.look().await?;
        self.promised
            .are_in(&Found::in_document(&witness.document))?;
        let (state, content) = (witness.document.state_vector(), witness.document.content());
        for writer in &self.writers {
            ensure!(
                writer.open().next().is_none(),
                "{:?} was not acknowledged",
                writer.open().collect::<Vec<_>>()
            );
            let document = &writer.peer.document;
            ensure!(
                document.state_vector() == state && document.content() == content,
                "a writer in {} does not see what the server has",
                self.workspace
            );
        }
        Ok(())
    }
}

impl Promised {
    pub fn add(&mut self, says: Says) {
        match says {
            Says::Word(word) => drop(self.words.insert(word)),
            Says::Figure(indicator, value) => {
                let least = self.figures.entry(indicator).or_insert(value);
                *least = least.max(value);
            }
        }
    }

    pub fn len(&self) -> usize {
        self.words.len() + self.figures.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Everything that was promised is there.
    pub fn are_in(&self, found: &Found) -> Result<()> {
        let lost: Vec<_> = self.words.difference(&found.words).collect();
        ensure!(
            lost.is_empty(),
            "{} of {} words that were acknowledged are lost: {lost:?}",
            lost.len(),
            self.words.len()
        );
        for (indicator, least) in &self.figures {
            let value = found.figures.get(indicator);
            ensure!(
                value.is_some_and(|value| value >= least),
                "the figure {least} of {indicator} was acknowledged, and is {value:?}"
            );
        }
        Ok(())
    }
}
