//! Whether a contender does what a sync server is for: people get what the others type, whoever comes later gets it
//! too, and it is still there when the server was stopped and started. (The relay only passes on.)

use super::{
    contender::{Contender, Kind, Programs},
    guest::Guest,
};
use crate::{http::Script, until};
use anyhow::{Context, Result};
use jalon_shared::{Command, Field, NewEntity, ObjectiveId, PersonId, Stamp, Workspace};
use std::time::Duration;
use tokio::time::timeout;
use uuid::Uuid;

/// How long somebody who is alone waits before they come again.
const STAY: Duration = Duration::from_secs(5);

/// Tries it.
///
/// # Errors
/// At the first thing that it does not do.
pub async fn check(kind: Kind, programs: &Programs) -> Result<()> {
    let mut contender = Contender::start(kind, programs).await?;
    try_out(&mut contender)
        .await
        .with_context(|| format!("{} printed: {}", kind.name(), contender.log()))
}

async fn try_out(contender: &mut Contender) -> Result<()> {
    let document = document(contender).await?;
    let (first, second) = (Line::new(1), Line::new(2));
    let both = |document: &Workspace| first.is_in(document) && second.is_in(document);

    let mut anna = Guest::come(contender, &document).await?;
    let mut bruno = Guest::come(contender, &document).await?;
    anna.does(&first.command(), &first.by).await?;
    bruno
        .hear_until("what Anna typed", |document| first.is_in(document))
        .await?;
    bruno.does(&second.command(), &second.by).await?;
    anna.hear_until("what Bruno typed", both).await?;

    if !contender.kind().stores() {
        // It has nothing for whoever comes later.
        return Ok(());
    }
    let mut late = Guest::come(contender, &document).await?;
    late.hear_until("what was typed before", both).await?;
    for guest in [anna, bruno, late] {
        guest.leave().await;
    }
    come_until(
        contender,
        &document,
        "what was typed when nobody was left",
        both,
    )
    .await?;
    contender.stop().await.context("stop it")?;
    contender.restart().await.context("start it again")?;
    come_until(
        contender,
        &document,
        "what was typed before the restart",
        both,
    )
    .await
}

/// Comes, alone, and again if it is not so: a server that reads its store while people type into a new document may
/// write theirs only after it has read for whoever comes then, who sees an empty document until they come anew.
async fn come_until(
    contender: &Contender,
    document: &str,
    what: &str,
    is_so: impl Fn(&Workspace) -> bool,
) -> Result<()> {
    until(what, async || {
        let mut guest = Guest::come(contender, document).await?;
        let hear = guest.hear_until(what, &is_so);
        let is_there = timeout(STAY, hear).await.is_ok_and(|heard| heard.is_ok());
        guest.leave().await;
        Ok(is_there.then_some(()))
    })
    .await
}

/// A new document; its name there.
pub async fn document(contender: &Contender) -> Result<String> {
    match contender.jalon() {
        Some(server) => {
            let owner = Script::of_owner(server).await?;
            owner.make_workspace("Atelier").await
        }
        None => Ok("atelier".to_owned()),
    }
}

/// A line that somebody writes.
struct Line {
    objective: ObjectiveId,
    words: String,
    by: Stamp,
}

impl Line {
    fn new(number: u128) -> Self {
        Self {
            objective: ObjectiveId::from_uuid(Uuid::from_u128(number)),
            words: format!("Objectif {number} de l’atelier"),
            by: Stamp {
                person: PersonId::from_uuid(Uuid::from_u128(number)),
                name: format!("Personne {number}"),
                at: 1_750_000_000_000, // June 2025
            },
        }
    }

    fn command(&self) -> Command {
        let new = NewEntity::new(self.objective);
        new.text(Field::Statement, self.words.as_str()).into()
    }

    fn is_in(&self, document: &Workspace) -> bool {
        let objective = document.objective(self.objective);
        objective.is_some_and(|objective| objective.statement == self.words)
    }
}
