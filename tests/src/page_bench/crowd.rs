//! A crowd on real sockets: each person types two edits a second into something of their own, takes all that
//! the others type, and draws nothing.

use super::PEOPLE;
use crate::{
    chance::Seed,
    http::Script,
    link::{Door, Link},
};
use anyhow::{Context, Result, ensure};
use futures::future::try_join_all;
use jalon_shared::{
    Command, EntityRef, Field, Frequency, IndicatorId, Measure, NewEntity, ObjectiveId, Period,
    PersonId, ReadingId, Stamp, TextEdit, Workspace,
    presence::{Anchor, Caret, Place, Presence},
    protocol::{AwarenessEntry, Frame},
};
use rand::{Rng, rngs::StdRng};
use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use tokio::{
    sync::watch,
    task::JoinSet,
    time::{Instant, sleep_until},
};
use uuid::Uuid;

/// Between two edits of one person.
const BETWEEN: Duration = Duration::from_millis(500);

/// Whoever has written so much (in UTF-16 units) takes it back and starts again, as documents do not grow for
/// ever where people work.
const LONGEST: u32 = 160;

/// What a person types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typing {
    /// The statement of an objective.
    Words,
    /// An indicator: its name, and readings.
    Figures,
}

pub struct Crowd {
    over: watch::Sender<bool>,
    /// How many edits they made together.
    edits: Arc<AtomicU64>,
    people: JoinSet<Result<()>>,
}

impl Crowd {
    /// Everybody comes in and starts to type.
    pub async fn come(owner: &Script, workspace: &str, typing: Typing) -> Result<Self> {
        let (over, is_over) = watch::channel(false);
        let seed = Seed::fresh();
        let edits = Arc::new(AtomicU64::new(0));
        let mut people = JoinSet::new();
        let names: Vec<String> = (1..=PEOPLE)
            .map(|number| format!("Élève {number}"))
            .collect();
        let doors = names
            .iter()
            .map(|name| Door::of_member(owner, workspace, "contributor", name));
        for (door, name) in try_join_all(doors).await?.into_iter().zip(&names) {
            let link = Link::open(&door).await?;
            let person = Person::new(link, name, typing, seed.chance_of(name), edits.clone());
            people.spawn(person.stay(is_over.clone()));
        }
        Ok(Self {
            over,
            edits,
            people,
        })
    }

    /// How many edits they made so far.
    pub fn edits(&self) -> u64 {
        self.edits.load(Ordering::Relaxed)
    }

    /// Everybody leaves.
    ///
    /// # Errors
    /// When somebody's socket closed before.
    pub async fn leave(mut self) -> Result<()> {
        self.over.send_replace(true);
        while let Some(left) = self.people.join_next().await {
            left.context("a typist panicked")??;
        }
        Ok(())
    }
}

struct Person {
    link: Link,
    /// Only what this person wrote: what comes from the others is read off the socket and let go.
    document: Workspace,
    stamp: Stamp,
    typing: Typing,
    rng: StdRng,
    /// What they write into.
    own: Uuid,
    length: u32,
    edits: Arc<AtomicU64>,
}

impl Person {
    fn new(link: Link, name: &str, typing: Typing, mut rng: StdRng, edits: Arc<AtomicU64>) -> Self {
        let stamp = Stamp {
            person: PersonId::from_uuid(Uuid::nil()),
            name: name.to_owned(),
            at: 1_760_000_000_000, // in October 2025
        };
        Self {
            link,
            document: Workspace::new(),
            stamp,
            typing,
            own: Uuid::from_u128(rng.random()),
            rng,
            length: 0,
            edits,
        }
    }

    async fn stay(mut self, mut is_over: watch::Receiver<bool>) -> Result<()> {
        self.link.ask_for_all().await;
        let new = match self.typing {
            Typing::Words => NewEntity::new(ObjectiveId::from_uuid(self.own)),
            Typing::Figures => NewEntity::new(IndicatorId::from_uuid(self.own))
                .value(Field::Frequency, Frequency::Monthly),
        };
        self.does(new).await?;
        self.say_where().await;
        let mut next = Instant::now() + BETWEEN.mul_f64(self.rng.random());
        loop {
            tokio::select! {
                _ = is_over.changed() => break,
                heard = self.link.hear_bytes() => {
                    ensure!(heard?.is_some(), "the server closed the socket of {}", self.stamp.name);
                }
                () = sleep_until(next) => {
                    self.type_something().await?;
                    next += BETWEEN;
                }
            }
        }
        self.link.close().await;
        Ok(())
    }

    async fn type_something(&mut self) -> Result<()> {
        if self.typing == Typing::Figures && self.rng.random_bool(0.5) {
            let month = self.rng.random_range(0..12);
            let period = Period::new(2025, month, Frequency::Monthly).context("a month")?;
            let record = Command::Record {
                id: ReadingId::from_uuid(Uuid::from_u128(self.rng.random())),
                indicator: IndicatorId::from_uuid(self.own),
                period,
                measure: Measure::Amount {
                    value: self.rng.random_range(0..10_000).into(),
                },
                comment: String::new(),
            };
            return self.does(record).await;
        }
        let field = match self.typing {
            Typing::Words => ObjectiveId::from_uuid(self.own).field(Field::Statement),
            Typing::Figures => IndicatorId::from_uuid(self.own).field(Field::Name),
        };
        let edit = if self.length >= LONGEST {
            TextEdit {
                at: 0,
                delete: self.length,
                insert: String::new(),
            }
        } else {
            let letters = self.rng.random_range(2..9);
            let word = (0..letters).map(|_| char::from(self.rng.random_range(b'a'..=b'z')));
            TextEdit {
                at: self.length,
                delete: 0,
                insert: word.chain([' ']).collect(),
            }
        };
        self.length = self.length + u32::try_from(edit.insert.len())? - edit.delete;
        self.does(Command::Edit { field, edit }).await
    }

    async fn does(&mut self, command: impl Into<Command>) -> Result<()> {
        let update = self.document.apply(&command.into(), &self.stamp)?.update;
        self.link.send(Frame::Update { update }.encode()).await;
        self.edits.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    /// Says on which page and in which field this person is.
    async fn say_where(&mut self) {
        let (page, field) = match self.typing {
            Typing::Words => ("objectives", {
                EntityRef::from(ObjectiveId::from_uuid(self.own)).field(Field::Statement)
            }),
            Typing::Figures => ("readings", {
                EntityRef::from(IndicatorId::from_uuid(self.own)).field(Field::Name)
            }),
        };
        let presence = Presence {
            person: self.stamp.person,
            name: self.stamp.name.clone(),
            color: 0,
            place: Some(Place {
                page: page.to_owned(),
                field: Some(field.to_string()),
                // Whoever types at the end stays there, and has nothing new to say of it.
                caret: Some(Caret {
                    anchor: Anchor::End,
                    head: Anchor::End,
                }),
            }),
            follows: None,
        };
        let entries = vec![AwarenessEntry {
            client: self.document.client_id(),
            clock: 1,
            state: Some(presence.to_state()),
        }];
        self.link.send(Frame::Awareness { entries }.encode()).await;
    }
}
