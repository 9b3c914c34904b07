//! People who type while a version is frozen. Each writes small words that say who wrote them and when, and hears
//! those of the others: how long a word takes from one person to another, and until it is acknowledged.

use crate::{
    http::Script,
    link::{Door, Link},
};
use anyhow::{Context, Result, ensure};
use futures::future::try_join_all;
use jalon_shared::{
    Command, Field, NewEntity, ObjectiveId, PersonId, Stamp, TextEdit, Workspace,
    protocol::{Frame, Message},
};
use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::{
    sync::watch,
    task::JoinSet,
    time::{Instant, sleep_until},
};
use uuid::Uuid;

/// How many people type.
pub const PEOPLE: u8 = 8;

/// Between two words of one person: faster than anybody types, so that a short freeze meets enough of them.
const BETWEEN: Duration = Duration::from_millis(100);

/// Whoever has written so much (in UTF-16 units) takes it back and starts again.
const LONGEST: u32 = 400;

/// What opens a word; nothing else that is sent meanwhile has this letter.
const MARK: u8 = b'^';
/// How many digits tell when a word was typed, in microseconds since the bench began.
const DIGITS: usize = 10;

/// One word on its way: when it was typed, and how long it took; both in seconds.
#[derive(Debug, Clone, Copy)]
pub struct Trip {
    pub at: f64,
    pub took: f64,
}

/// What was seen so far.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    /// From one person to another, once for each of the others.
    pub delivered: Vec<Trip>,
    /// From typing to the acknowledgement that it is on the disk.
    pub acknowledged: Vec<Trip>,
}

/// People at work.
pub struct Typists {
    began: Instant,
    over: watch::Sender<bool>,
    seen: Arc<Mutex<Seen>>,
    people: JoinSet<Result<()>>,
}

impl Typists {
    /// Everybody comes in and starts to type.
    pub async fn come(owner: &Script, workspace: &str) -> Result<Self> {
        let (over, is_over) = watch::channel(false);
        let (began, seen) = (Instant::now(), Arc::default());
        let names: Vec<String> = (1..=PEOPLE)
            .map(|number| format!("Élève {number}"))
            .collect();
        let doors = names
            .iter()
            .map(|name| Door::of_member(owner, workspace, "contributor", name));
        let mut people = JoinSet::new();
        for (number, door) in (0..).zip(try_join_all(doors).await?) {
            let person = Person {
                link: Link::open(&door).await?,
                document: Workspace::new(),
                own: ObjectiveId::from_uuid(Uuid::from_u128(rand::random())),
                length: 0,
                sent: 0,
                unacknowledged: VecDeque::new(),
                began,
                seen: Arc::clone(&seen),
            };
            // Spread over the time between two words.
            let first = Instant::now() + BETWEEN.mul_f64(f64::from(number) / f64::from(PEOPLE));
            people.spawn(person.stay(first, is_over.clone()));
        }
        Ok(Self {
            began,
            over,
            seen,
            people,
        })
    }

    /// Seconds since they began, as trips say it.
    pub fn now(&self) -> f64 {
        self.began.elapsed().as_secs_f64()
    }

    /// Everybody leaves; what was seen.
    ///
    /// # Errors
    /// When somebody's socket closed before, or something was refused.
    pub async fn leave(mut self) -> Result<Seen> {
        self.over.send_replace(true);
        while let Some(left) = self.people.join_next().await {
            left.context("a typist panicked")??;
        }
        Ok(std::mem::take(
            &mut *self.seen.lock().unwrap_or_else(PoisonError::into_inner),
        ))
    }
}

struct Person {
    link: Link,
    /// Only what this person wrote: what comes from the others is looked through for words and let go.
    document: Workspace,
    own: ObjectiveId,
    length: u32,
    /// How many frames with an update were sent.
    sent: u64,
    /// The numbers of frames that were not acknowledged yet, and when they were sent.
    unacknowledged: VecDeque<(u64, f64)>,
    began: Instant,
    seen: Arc<Mutex<Seen>>,
}

impl Person {
    async fn stay(mut self, first: Instant, mut is_over: watch::Receiver<bool>) -> Result<()> {
        self.does(NewEntity::new(self.own)).await?;
        let mut next = first;
        loop {
            tokio::select! {
                _ = is_over.changed() => break,
                heard = self.link.hear_bytes() => {
                    let bytes = heard?.context("the server closed the socket of a typist")?;
                    self.hear(&bytes).await?;
                }
                () = sleep_until(next) => {
                    self.type_a_word().await?;
                    next += BETWEEN;
                }
            }
        }
        self.link.close().await;
        Ok(())
    }

    async fn hear(&mut self, bytes: &[u8]) -> Result<()> {
        let now = self.now();
        let typed: Vec<f64> = words(bytes).collect();
        let trips = typed.into_iter().map(|at| Trip { at, took: now - at });
        self.seen
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .delivered
            .extend(trips);
        match Frame::decode(bytes) {
            // The answer is that nothing is lacking: a large document is not to be sent to each of them.
            Ok(Frame::SyncStep1 { state_vector }) => {
                self.link
                    .send(Frame::SyncStep1 { state_vector }.encode())
                    .await;
            }
            Ok(Frame::Jalon(Message::Acknowledged { through })) => {
                let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
                while let Some((number, at)) = self.unacknowledged.front().copied()
                    && number <= through
                {
                    self.unacknowledged.pop_front();
                    let took = now - at;
                    seen.acknowledged.push(Trip { at, took });
                }
            }
            Ok(Frame::Jalon(Message::Refused { reason, .. })) => {
                anyhow::bail!("a word was refused: {reason:?}");
            }
            _ => {}
        }
        Ok(())
    }

    async fn type_a_word(&mut self) -> Result<()> {
        let edit = if self.length >= LONGEST {
            TextEdit {
                at: 0,
                delete: self.length,
                insert: String::new(),
            }
        } else {
            let micros = self.began.elapsed().as_micros();
            TextEdit {
                at: self.length,
                delete: 0,
                insert: format!("{}{micros:0DIGITS$} ", char::from(MARK)),
            }
        };
        self.length = self.length + u32::try_from(edit.insert.len())? - edit.delete;
        let field = self.own.field(Field::Statement);
        self.does(Command::Edit { field, edit }).await
    }

    async fn does(&mut self, command: impl Into<Command>) -> Result<()> {
        let stamp = Stamp {
            person: PersonId::from_uuid(Uuid::nil()),
            name: "Élève".to_owned(),
            at: 1_767_000_000_000, // December 2025
        };
        let update = self.document.apply(&command.into(), &stamp)?.update;
        ensure!(!update.is_empty(), "a typist typed nothing");
        self.sent += 1;
        let now = self.now();
        self.unacknowledged.push_back((self.sent, now));
        self.link.send(Frame::Update { update }.encode()).await;
        Ok(())
    }

    fn now(&self) -> f64 {
        self.began.elapsed().as_secs_f64()
    }
}

/// When the words in a frame were typed, in seconds.
fn words(bytes: &[u8]) -> impl Iterator<Item = f64> {
    let marks = bytes.iter().enumerate().filter(|(_, byte)| **byte == MARK);
    marks.filter_map(|(at, _)| {
        let digits = bytes.get(at + 1..at + 1 + DIGITS)?;
        let digits = std::str::from_utf8(digits).ok()?;
        let is_word = digits.bytes().all(|byte| byte.is_ascii_digit());
        let micros: u64 = digits.parse().ok().filter(|_| is_word)?;
        Some(micros as f64 / 1e6)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_wherever_they_stand() {
        let frame = b"\x00\x02x^0000001500 ^0000250000 y^12";
        assert_eq!(words(frame).collect::<Vec<_>>(), [0.0015, 0.25]);
        assert_eq!(words(b"2^10 = 1024, ^^^").count(), 0);
    }
}
