//! What is gone after a server was killed while somebody typed: of what others had seen already, and of what it had
//! called durable.

use super::{
    contender::{Contender, Kind, Programs},
    guest::Guest,
    keeps,
};
use anyhow::{Context, Result, ensure};
use jalon_shared::{
    Command, Field, FieldRef, NewEntity, ObjectiveId, PersonId, Stamp, TextEdit, Workspace,
    protocol::Frame,
};
use std::time::Duration;
use tokio::time::{Instant, MissedTickBehavior, interval, timeout_at};
use uuid::Uuid;

/// How many letters stand in one text, so that none becomes longer than people write.
const LETTERS: usize = 150;

/// How often what is due is sent.
const TICK: Duration = Duration::from_millis(2);

/// How long whoever comes after the restart gets no edit before that was all: one of the servers says first that it
/// has nothing, and reads its store afterwards.
const QUIET: Duration = Duration::from_secs(10);

/// How fast somebody types, and when the server is killed.
#[derive(Debug, Clone, Copy)]
pub struct Kill {
    /// Edits each second.
    pub rate: u32,
    pub after: Duration,
}

impl Kill {
    /// How many edits are typed in so much time.
    fn edits(self, time: Duration) -> usize {
        (time.min(self.after).as_secs_f64() * f64::from(self.rate)) as usize
    }
}

/// Edits, of one author.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lost {
    /// Somebody else had them.
    pub relayed: usize,
    /// Those of `relayed` that whoever comes after the restart does not get.
    pub missing: usize,
    /// Their author was told that they are durable: by Jalon alone.
    pub acknowledged: usize,
    /// Those of `acknowledged` that whoever comes after the restart does not get.
    pub broken: usize,
}

impl Lost {
    /// Kills a server while somebody types into it, starts it again and looks.
    ///
    /// # Errors
    /// When a server does not do what it is for, or the author cannot type that fast.
    pub async fn of(kind: Kind, programs: &Programs, kill: Kill) -> Result<Self> {
        let mut contender = Contender::start(kind, programs).await?;
        let document = keeps::document(&contender).await?;
        let mut author = Guest::come(&contender, &document).await?;
        let mut reader = Guest::come(&contender, &document).await?;
        let mut edits = edits(kill.edits(kill.after) + 1)?;

        // Once the other has the first, both are where everything comes.
        let first = edits.next().context("no edit")?;
        let mut frames = vec![author.send(&first).await?];
        reader
            .hear_until("the first edit", |document| count(document) == 1)
            .await?;
        let reading = tokio::spawn(async move {
            while reader.hear().await? {}
            anyhow::Ok(count(&reader.document))
        });
        type_on(&mut author, edits, kill, &mut frames).await?;
        contender.kill().await?;
        while author.hear().await? {}
        let relayed = reading.await??;
        let acknowledged = frames.partition_point(|frame| *frame <= author.acknowledged);

        contender.restart().await?;
        let mut back = Guest::come(&contender, &document).await?;
        let kept = all_of(&mut back, relayed.max(acknowledged)).await?;
        Ok(Self {
            relayed,
            missing: relayed.saturating_sub(kept),
            acknowledged,
            broken: acknowledged.saturating_sub(kept),
        })
    }
}

/// Hears until everything is there that may be, or nothing more comes; how many edits came.
async fn all_of(guest: &mut Guest, most: usize) -> Result<usize> {
    let mut kept = count(&guest.document);
    let mut patience = Instant::now() + QUIET;
    while kept < most {
        match timeout_at(patience, guest.hear()).await {
            Ok(open) => ensure!(open?, "the server closed"),
            Err(_) => break,
        }
        // A server may have other things to say all the time.
        let came = count(&guest.document);
        if came > kept {
            kept = came;
            patience = Instant::now() + QUIET;
        }
    }
    Ok(kept)
}

/// Types until the server is to be killed, and notes the number of each edit's frame: answers to the server's
/// questions lie between them.
async fn type_on(
    author: &mut Guest,
    mut edits: impl Iterator<Item = Frame>,
    kill: Kill,
    frames: &mut Vec<u64>,
) -> Result<()> {
    let began = Instant::now();
    let (mut typed, mut turn) = (0, interval(TICK));
    turn.set_missed_tick_behavior(MissedTickBehavior::Skip);
    loop {
        tokio::select! {
            _ = turn.tick() => {
                let due = kill.edits(began.elapsed());
                while typed < due {
                    let edit = edits.next().context("the edits are all typed")?;
                    frames.push(author.send(&edit).await?);
                    typed += 1;
                }
                if began.elapsed() >= kill.after {
                    return Ok(());
                }
            }
            open = author.hear() => ensure!(open?, "the server closed"),
        }
    }
}

/// One letter after the other, in one text after the other.
fn edits(most: usize) -> Result<impl Iterator<Item = Frame>> {
    let by = Stamp {
        person: PersonId::from_uuid(Uuid::from_u128(1)),
        name: "Anna".to_owned(),
        at: 1_750_000_000_000, // June 2025
    };
    let mut document = Workspace::new();
    let mut frames = Vec::with_capacity(most);
    for number in 0..most {
        let at = number % LETTERS;
        let text = (number - at) / LETTERS + 1;
        let objective = ObjectiveId::from_uuid(Uuid::from_u128(text as u128));
        let command: Command = if at == 0 {
            NewEntity::new(objective).text(Field::Statement, "a").into()
        } else {
            Command::Edit {
                field: FieldRef {
                    entity: objective.into(),
                    field: Field::Statement,
                },
                edit: TextEdit {
                    at: u32::try_from(at)?,
                    delete: 0,
                    insert: "b".to_owned(),
                },
            }
        };
        let update = document.apply(&command, &by)?.update;
        frames.push(Frame::Update { update });
    }
    Ok(frames.into_iter())
}

/// How many letters are in a document.
fn count(document: &Workspace) -> usize {
    let objectives = document.objectives().into_iter();
    let texts = objectives.filter_map(|id| document.objective(id));
    texts.map(|objective| objective.statement.len()).sum()
}
