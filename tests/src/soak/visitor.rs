//! Somebody who comes, works for a moment and leaves, with or without a goodbye.

use crate::{http::Script, link::Door, peer::Peer, words::Word};
use anyhow::{Result, ensure};
use jalon_shared::{
    Command, Field, NewEntity, ObjectiveId, PersonId, Stamp, TextEdit, protocol::Frame,
};
use rand::{Rng, rngs::StdRng};
use serde_json::json;
use std::{cell::Cell, time::Duration};
use tokio::time::{Instant, sleep_until};

/// How long somebody stays at most, and how long it takes to type something.
const LONGEST_VISIT: Duration = Duration::from_secs(15);
const LONGEST_PAUSE: Duration = Duration::from_millis(250);
/// One visit in so many freezes a version; the owner does it for them.
const FREEZES: u32 = 12;

pub struct Visitor<'r> {
    door: Door,
    rng: &'r mut StdRng,
}

impl<'r> Visitor<'r> {
    pub fn new(door: Door, rng: &'r mut StdRng) -> Self {
        Self { door, rng }
    }

    /// Comes in, writes, and goes; who says goodbye waits until all of it is acknowledged.
    pub async fn visit(mut self, owner: &Script, is_over: &Cell<bool>) -> Result<()> {
        let mut peer = Peer::join(&self.door).await?;
        let objective = self.objective(&mut peer).await?;
        let end = Instant::now() + LONGEST_VISIT.mul_f64(self.rng.random());
        while Instant::now() < end && !is_over.get() {
            self.rewrite(&mut peer, objective).await?;
            let next = Instant::now() + LONGEST_PAUSE.mul_f64(self.rng.random());
            listen(&mut peer, next).await?;
        }
        if self.rng.random_ratio(1, FREEZES) {
            let path = format!("/api/workspaces/{}/versions", self.door.workspace);
            owner.post(&path, json!({ "label": "En passant" })).await?;
        }
        if self.rng.random_bool(0.5) {
            ensure!(peer.settle().await?, "the server closed an honest socket");
            peer.leave().await;
        } else {
            peer.drop_link();
        }
        Ok(())
    }

    /// One of a few objectives, so that a workspace stays as large as it is.
    async fn objective(&mut self, peer: &mut Peer) -> Result<ObjectiveId> {
        const OBJECTIVES: usize = 8;
        let there = peer.document.objectives();
        if there.len() < OBJECTIVES {
            let id = ObjectiveId::from_uuid(uuid::Uuid::from_u128(self.rng.random()));
            peer.does(NewEntity::new(id), &stamp()).await?;
            return Ok(id);
        }
        let index = self.rng.random_range(0..there.len());
        Ok(there
            .get(index)
            .copied()
            .unwrap_or(ObjectiveId::from_uuid(uuid::Uuid::nil())))
    }

    /// Writes another text in the place of the one that is there.
    async fn rewrite(&mut self, peer: &mut Peer, objective: ObjectiveId) -> Result<()> {
        let field = objective.field(Field::Statement);
        let old = peer.document.text(&field).unwrap_or_default();
        let new = format!("Planter ensemble {}", Word::new().text());
        if let Some(edit) = TextEdit::between(&old, &new, None) {
            peer.does(Command::Edit { field, edit }, &stamp()).await?;
        }
        Ok(())
    }
}

/// Takes in what others do until a moment comes.
async fn listen(peer: &mut Peer, until: Instant) -> Result<()> {
    loop {
        let heard = tokio::select! {
            heard = peer.hear() => heard?,
            () = sleep_until(until) => return Ok(()),
        };
        match heard {
            Some(Frame::SyncStep1 { state_vector }) => drop(peer.answer(&state_vector).await?),
            Some(_) => {}
            None => anyhow::bail!("the server closed an honest socket"),
        }
    }
}

fn stamp() -> Stamp {
    Stamp {
        person: PersonId::from_uuid(uuid::Uuid::from_u128(3)),
        name: "Passante".to_owned(),
        at: 1_750_000_000_000,
    }
}
