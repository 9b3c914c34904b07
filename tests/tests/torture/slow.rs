//! One who reads nothing slows nobody, costs the server no more than its queue holds, and is in step again
//! as soon as it reads.

use anyhow::{Context, Result, ensure};
use futures::future::try_join_all;
use jalon_shared::{
    Command, Field, NewEntity, ObjectiveId, PersonId, Stamp, TextEdit, Workspace, protocol::Frame,
};
use jalon_tests::{
    http::Script,
    link::{Door, Link},
    peer::Peer,
    proc::Process,
    server::{Server, Setup},
};
use std::{
    fmt,
    time::{Duration, Instant},
};

const WRITERS: usize = 50;
/// How often each of them writes, and how much: 20 MB go to everybody in each phase.
const TIMES: u32 = 32;
const LETTERS: usize = 12 << 10;
/// How much the system keeps of what the stalled one does not read, about.
const BUFFER: u32 = 4 << 10;
/// How much the server may keep for one who does not read: its queue holds 1 MiB, the system's buffers for
/// the socket up to 4 MiB, and the rest is what memory is never exact about. A queue of everything would
/// be 20 MB larger.
const MOST_KEPT: u64 = 12 << 20;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn one_who_reads_nothing_is_nobodys_trouble() -> Result<()> {
    crate::in_time(stalled()).await
}

async fn stalled() -> Result<()> {
    let mut server = Server::start_with(Setup {
        quiet: true,
        ..Setup::default()
    })
    .await?;
    let process = Process::of(server.id()?);
    let owner = Script::of_owner(&server).await?;
    let workspace = owner.make_workspace("Plein").await?;
    let mut writers = Vec::new();
    for number in 0..WRITERS as u128 {
        let door =
            Door::of_member(&owner, &workspace, "contributor", &format!("P{number}")).await?;
        writers.push(Writer::join(&door, number).await?);
    }
    let door = Door::of_member(&owner, &workspace, "contributor", "Absente").await?;

    // The same twice, so that what is different is the stalled one.
    let warm = phase(&mut writers, None).await?;
    let before = process.memory()?;
    let without = phase(&mut writers, None).await?;
    let alone = process.memory()?;
    let mut stalled = Stalled::join(&door).await?;
    let with = phase(&mut writers, Some(&mut stalled)).await?;
    let beside = process.memory()?;
    println!("first       {warm}");
    println!(
        "without it  {without}  memory {} MiB more",
        mib(alone, before)
    );
    println!("with it     {with}  memory {} MiB more", mib(beside, alone));

    // It reads again: less than was sent, and all that there is.
    let read = stalled.catch_up(&Peer::join(&door).await?).await?;
    let sent = WRITERS * TIMES as usize * LETTERS;
    println!(
        "it read {:.1} MB of {:.1} MB",
        read as f64 / 1e6,
        sent as f64 / 1e6
    );
    let kept = beside.saturating_sub(alone.max(before));
    ensure!(
        kept < MOST_KEPT,
        "{kept} bytes were kept for one who does not read"
    );
    ensure!(read < sent, "nothing was left out: it never fell behind");
    server.stop().await
}

/// One who has everything, and then reads nothing for a while.
struct Stalled {
    link: Link,
    document: Workspace,
}

impl Stalled {
    async fn join(door: &Door) -> Result<Self> {
        let mut stalled = Self {
            link: Link::open_with(door, Some(BUFFER)).await?,
            document: Workspace::new(),
        };
        stalled.link.ask_for_all().await;
        loop {
            let frame = stalled.link.hear().await?.context("the server closed it")?;
            if let Frame::SyncStep2 { update } = frame {
                stalled.document.receive(&update)?;
                return Ok(stalled);
            }
        }
    }

    /// Says that it is still there, however long the others take: somebody silent would be held for gone.
    async fn give_a_sign(&mut self) {
        let entries = Vec::new();
        self.link.send(Frame::Awareness { entries }.encode()).await;
    }

    /// Reads until it has what somebody has who came just now; how many bytes that were.
    async fn catch_up(&mut self, witness: &Peer) -> Result<usize> {
        let mut read = 0;
        while self.document.state_vector() != witness.document.state_vector() {
            let bytes = self
                .link
                .hear_bytes()
                .await?
                .context("the server closed it")?;
            read += bytes.len();
            match Frame::decode(&bytes)? {
                Frame::SyncStep2 { update } | Frame::Update { update } => {
                    self.document.receive(&update)?;
                }
                _ => {}
            }
        }
        ensure!(
            self.document.content() == witness.document.content(),
            "it does not see the same"
        );
        Ok(read)
    }
}

fn mib(after: u64, before: u64) -> String {
    format!("{:+.1}", (after as f64 - before as f64) / 1_048_576.0)
}

/// How long it took until somebody else had what one wrote.
struct Latency {
    sorted: Vec<Duration>,
}

impl fmt::Display for Latency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = |share: f64| {
            let index = (self.sorted.len().saturating_sub(1) as f64 * share) as usize;
            self.sorted
                .get(index)
                .copied()
                .unwrap_or_default()
                .as_secs_f64()
                * 1e3
        };
        write!(
            f,
            "{} updates, until another has it: median {:.1} ms, 95 % {:.1} ms, longest {:.1} ms",
            self.sorted.len(),
            at(0.5),
            at(0.95),
            at(1.0)
        )
    }
}

/// Everybody writes in turn; each turn is over when all of them have everything of it.
async fn phase(writers: &mut [Writer], mut stalled: Option<&mut Stalled>) -> Result<Latency> {
    let mut sorted = Vec::new();
    for turn in 0..TIMES {
        if let Some(stalled) = &mut stalled {
            stalled.give_a_sign().await;
        }
        let start = Instant::now();
        for writer in &mut *writers {
            writer.write(turn).await?;
        }
        let heard =
            try_join_all(writers.iter_mut().map(|writer| writer.hear_others(start))).await?;
        sorted.extend(heard.into_iter().flatten());
    }
    sorted.sort_unstable();
    Ok(Latency { sorted })
}

/// One who writes in an objective of their own, and only counts what the others do: fifty documents would
/// be the test's work, and not the server's.
struct Writer {
    link: Link,
    document: Workspace,
    objective: ObjectiveId,
}

impl Writer {
    async fn join(door: &Door, number: u128) -> Result<Self> {
        let mut writer = Self {
            link: Link::open(door).await?,
            document: Workspace::new(),
            objective: ObjectiveId::from_uuid(uuid::Uuid::from_u128(number)),
        };
        writer.link.ask_for_all().await;
        writer.does(NewEntity::new(writer.objective).into()).await?;
        Ok(writer)
    }

    async fn does(&mut self, command: Command) -> Result<()> {
        let by = Stamp {
            person: PersonId::from_uuid(uuid::Uuid::from_u128(1)),
            name: "Awa".to_owned(),
            at: 1_750_000_000_000,
        };
        let update = self.document.apply(&command, &by)?.update;
        self.link.send(Frame::Update { update }.encode()).await;
        Ok(())
    }

    /// Puts other words in the place of those that were there.
    async fn write(&mut self, turn: u32) -> Result<()> {
        let field = self.objective.field(Field::Statement);
        let old = self.document.text(&field).unwrap_or_default();
        let letter = char::from(b'a' + (turn % 26) as u8).to_string();
        let edit = TextEdit {
            at: 0,
            delete: u32::try_from(old.len())?,
            insert: letter.repeat(LETTERS),
        };
        self.does(Command::Edit { field, edit }).await
    }

    /// Hears as many long updates as there are others; how long each took.
    async fn hear_others(&mut self, start: Instant) -> Result<Vec<Duration>> {
        let mut took = Vec::new();
        while took.len() < WRITERS - 1 {
            let bytes = self
                .link
                .hear_bytes()
                .await?
                .context("the server closed it")?;
            if bytes.len() > LETTERS {
                took.push(start.elapsed());
            }
        }
        Ok(took)
    }
}
