//! A siege: connections that send nonsense, and people who write in the same room and must not notice.

mod corpus;
mod honest;
mod hostile;
mod mutate;

use crate::{
    chance::Seed,
    http::Script,
    link::Door,
    peer::Peer,
    proc::Process,
    server::{Server, Setup},
};
use anyhow::{Context, Result, bail, ensure};
use corpus::Corpus;
use futures::future::try_join_all;
use honest::Honest;
use hostile::Hostile;
use jalon_shared::version::diff::diff;
use std::{
    collections::HashMap,
    fmt,
    time::{Duration, Instant},
};
use tokio::{sync::watch, time::timeout};

/// After how many frames the siege goes on with another workspace, so that what happens to be valid does
/// not fill one up.
const FRAMES_PER_ROOM: u64 = 25_000;
/// How long one workspace may take: far beyond what it needs.
const PATIENCE: Duration = Duration::from_secs(300);
/// How much a server may write down about nonsense, in bytes: whoever sends it must not fill the disk.
const MOST_LOGGED: usize = 1 << 20;
const HOSTILES: u64 = 4;
const HONEST: usize = 2;

/// How much nonsense is sent.
#[derive(Debug, Clone, Copy)]
pub struct Siege {
    pub seed: Seed,
    pub frames: u64,
}

/// What came of it.
#[derive(Debug, Default, Clone)]
pub struct Report {
    pub frames: u64,
    pub rooms: u64,
    /// How often the server closed a hostile connection.
    pub closed: u64,
    /// What honest people wrote, all of it acknowledged and there.
    pub words: u64,
    /// Resident memory of the server in bytes: at the start, at most between rooms, at the end.
    pub memory: (u64, u64, u64),
    /// What the server counted.
    pub counted: Vec<String>,
    pub took: Duration,
}

impl Siege {
    /// Sends it all; `tell` hears of each room that held.
    ///
    /// # Errors
    /// When the server, the room or an honest writer's word suffered. The data folder stays.
    pub async fn run(&self, mut tell: impl FnMut(&Report)) -> Result<Report> {
        let start = Instant::now();
        let mut server = Server::start_with(Setup {
            quiet: true,
            ..Setup::default()
        })
        .await?;
        let owner = Script::of_owner(&server).await?;
        let memory = Process::of(server.id()?).memory()?;
        let mut report = Report {
            memory: (memory, memory, memory),
            ..Report::default()
        };
        let held = self.rooms(&server, &owner, &mut report, &mut tell).await;
        held.with_context(|| {
            let (seed, frame) = (self.seed, report.frames);
            let (data, log) = (server.keep_data(), server.log());
            let data = data.display();
            format!("seed {seed}, after frame {frame}, data kept in {data}, its log:\n{log}")
        })?;
        server.stop().await?;
        report.took = start.elapsed();
        Ok(report)
    }

    /// Nonsense for one workspace after the other, and a look at all of them.
    async fn rooms(
        &self,
        server: &Server,
        owner: &Script,
        report: &mut Report,
        tell: &mut impl FnMut(&Report),
    ) -> Result<()> {
        let (start, process) = (Instant::now(), Process::of(server.id()?));
        let mut people = People::default();
        while report.frames < self.frames {
            let frames = FRAMES_PER_ROOM.min(self.frames - report.frames);
            let held = timeout(PATIENCE, self.room(owner, &mut people, frames, report)).await;
            held.unwrap_or_else(|_| bail!("the room did not answer within {PATIENCE:?}"))?;
            report.memory.2 = process.memory().context("the server is gone")?;
            report.memory.1 = report.memory.1.max(report.memory.2);
            report.took = start.elapsed();
            tell(report);
        }
        let logged = server.log().len();
        ensure!(logged < MOST_LOGGED, "{logged} bytes were logged");
        report.counted = counted(&owner.text("/metrics").await?);
        server.check().await
    }

    /// Nonsense for one workspace.
    async fn room(
        &self,
        owner: &Script,
        people: &mut People,
        frames: u64,
        report: &mut Report,
    ) -> Result<()> {
        report.rooms += 1;
        let room = report.rooms;
        let workspace = owner.make_workspace(&format!("Siège {room}")).await?;
        let mut ground = Peer::join(&owner.door(&workspace)?).await?;
        let mut hostiles = Vec::new();
        for index in 0..HOSTILES {
            let name = format!("Brouillon {room}.{index}");
            let mut rng = self.seed.chance_of(&name);
            let (corpus, updates) = Corpus::record(&mut ground.document, &mut rng)?;
            for update in updates {
                ground.send_update(update).await;
            }
            let door = people
                .door(owner, &workspace, &format!("Brouillon {index}"))
                .await?;
            hostiles.push(Hostile::new(door, corpus, rng));
        }
        ensure!(ground.settle().await?, "the server closed an honest socket");
        ground.leave().await;
        let mut honest = Vec::new();
        for index in 0..HONEST {
            let name = format!("Plume {room}.{index}");
            let door = people
                .door(owner, &workspace, &format!("Plume {index}"))
                .await?;
            honest.push(Honest::join(&door, &mut self.seed.chance_of(&name)).await?);
        }
        let (over, is_over) = watch::channel(false);
        let attack = async {
            let share = frames.div_ceil(HOSTILES);
            try_join_all(hostiles.iter_mut().map(|hostile| hostile.attack(share))).await?;
            over.send_replace(true);
            anyhow::Ok(())
        };
        let work = try_join_all(honest.iter_mut().map(|honest| honest.work(is_over.clone())));
        tokio::try_join!(attack, work)?;
        for hostile in hostiles {
            report.frames += hostile.sent;
            report.closed += hostile.closed;
        }
        report.words += agree(&owner.door(&workspace)?, &mut honest).await?;
        Ok(())
    }
}

/// The same people in every room: a server lets only so many new ones in.
#[derive(Default)]
struct People {
    tokens: HashMap<String, String>,
}

impl People {
    /// Where one of them comes into a workspace.
    async fn door(&mut self, owner: &Script, workspace: &str, name: &str) -> Result<Door> {
        let known = self.tokens.get(name).cloned();
        let token = owner.let_in(workspace, "contributor", name, known).await?;
        self.tokens.insert(name.to_owned(), token.clone());
        let address = owner.address();
        let workspace = workspace.to_owned();
        Ok(Door {
            address,
            workspace,
            token,
        })
    }
}

/// Everybody has what the server has, and every word of everybody is in it; how many there are.
async fn agree(door: &Door, honest: &mut [Honest]) -> Result<u64> {
    for one in honest.iter_mut() {
        ensure!(
            one.peer.settle().await?,
            "the server closed an honest socket"
        );
    }
    for one in honest.iter_mut() {
        ensure!(one.peer.sync().await?, "the server closed an honest socket");
    }
    let witness = Peer::join(door).await?;
    let mut words = 0;
    for one in honest {
        let (seen, there) = (one.peer.document.content(), witness.document.content());
        if seen != there {
            let in_step = one.peer.document.state_vector() == witness.document.state_vector();
            let difference = diff(&there, &seen);
            bail!(
                "an honest writer does not see what the server has (the same updates: {in_step}): {difference:?}"
            );
        }
        words += one.words_in(&witness.document)?;
    }
    Ok(words)
}

/// The lines of the metrics that say what was taken and what was not.
fn counted(metrics: &str) -> Vec<String> {
    let says = [
        "jalon_updates_total",
        "jalon_refused_total",
        "jalon_resyncs_total",
    ];
    let lines = metrics
        .lines()
        .filter(|line| says.iter().any(|name| line.starts_with(name)));
    lines.map(str::to_owned).collect()
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MIB: f64 = 1_048_576.0;
        let (first, most, last) = self.memory;
        let mib = |bytes: u64| bytes as f64 / MIB;
        writeln!(f, "frames of nonsense            {}", self.frames)?;
        writeln!(f, "  in rooms                    {}", self.rooms)?;
        writeln!(f, "  hostile sockets closed      {}", self.closed)?;
        writeln!(f, "honest words, all kept        {}", self.words)?;
        for line in &self.counted {
            writeln!(f, "  {line}")?;
        }
        writeln!(
            f,
            "memory of the server          {:.1} MiB, at most {:.1}, at the end {:.1}",
            mib(first),
            mib(most),
            mib(last)
        )?;
        write!(
            f,
            "took                          {:.1} s",
            self.took.as_secs_f64()
        )
    }
}
