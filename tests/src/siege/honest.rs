//! One who writes while others send nonsense: in an objective of their own, which no nonsense can name.

use crate::{
    link::Door,
    peer::Peer,
    words::{Word, words_in},
};
use anyhow::{Context, Result, ensure};
use jalon_shared::{Command, Field, NewEntity, ObjectiveId, PersonId, Stamp, TextEdit, Workspace};
use rand::{Rng, rngs::StdRng};
use std::{collections::BTreeSet, time::Duration};
use tokio::{
    sync::watch,
    time::{Instant, sleep_until},
};

/// How long it takes to type a word.
const PAUSE: Duration = Duration::from_millis(5);

pub struct Honest {
    pub peer: Peer,
    objective: ObjectiveId,
    words: Vec<Word>,
}

impl Honest {
    pub async fn join(door: &Door, rng: &mut StdRng) -> Result<Self> {
        let mut peer = Peer::join(door).await?;
        let objective = ObjectiveId::from_uuid(uuid::Uuid::from_u128(rng.random()));
        peer.does(NewEntity::new(objective), &stamp()).await?;
        Ok(Self {
            peer,
            objective,
            words: Vec::new(),
        })
    }

    /// Writes word after word until it is over.
    pub async fn work(&mut self, is_over: watch::Receiver<bool>) -> Result<()> {
        let mut next = Instant::now();
        while !*is_over.borrow() {
            let heard = tokio::select! {
                heard = self.peer.hear() => heard?,
                () = sleep_until(next) => {
                    self.write().await?;
                    next = Instant::now() + PAUSE;
                    continue;
                }
            };
            if let jalon_shared::protocol::Frame::SyncStep1 { state_vector } =
                heard.context("the server closed an honest socket")?
            {
                self.peer.answer(&state_vector).await?;
            }
        }
        Ok(())
    }

    async fn write(&mut self) -> Result<()> {
        let word = Word::new();
        let edit = TextEdit {
            at: 0,
            delete: 0,
            insert: word.text(),
        };
        let field = self.objective.field(Field::Statement);
        self.peer
            .does(Command::Edit { field, edit }, &stamp())
            .await?;
        self.words.push(word);
        Ok(())
    }

    /// How many of the words are in a document: all, or it is an error.
    pub fn words_in(&self, document: &Workspace) -> Result<u64> {
        let text = document.text(&self.objective.field(Field::Statement));
        let found: BTreeSet<Word> = words_in(&text.unwrap_or_default()).collect();
        let lost = self.words.iter().filter(|word| !found.contains(word));
        ensure!(lost.count() == 0, "words of an honest writer are lost");
        Ok(self.words.len() as u64)
    }
}

fn stamp() -> Stamp {
    Stamp {
        person: PersonId::from_uuid(uuid::Uuid::from_u128(2)),
        name: "Plume".to_owned(),
        at: 1_750_000_000_000,
    }
}
