//! People who type: how many, in how many documents, how fast; and what that was like.

use super::{
    hall::Hall,
    house::House,
    person::{Document, Person},
    script::Script,
    tally::{Tally, Times},
    typing::{Pace, Typing},
};
use crate::proc::Process;
use anyhow::{Result, bail, ensure};
use std::{rc::Rc, time::Duration};
use tokio::{
    task::{JoinHandle, spawn_local},
    time::{Instant, sleep},
};

/// How long nothing may come of what is on its way when nobody types any more.
const PATIENCE: Duration = Duration::from_secs(20);

/// What people do.
#[derive(Debug, Clone, Copy)]
pub struct Load {
    pub documents: usize,
    /// In each document.
    pub people: usize,
    pub pace: Pace,
    /// Before anything counts.
    pub warm: Duration,
    pub measured: Duration,
}

/// What it was like.
#[derive(Debug, Clone)]
pub struct Outcome {
    pub deliveries_each_second: f64,
    /// Messages that brought them: fewer than the deliveries when a server merges.
    pub messages_each_second: f64,
    /// Microseconds of the server's processor.
    pub cpu_of_a_delivery: f64,
    /// The part of one processor that the server took.
    pub cpu: f64,
    /// Milliseconds.
    pub latency: Quantiles,
    /// Milliseconds until an edit is acknowledged; nothing from servers that say no such thing.
    pub acknowledged: Option<Quantiles>,
    /// Resident memory in bytes.
    pub memory: u64,
    /// How late those who typed were, in milliseconds.
    pub lag: Quantiles,
    /// The part of one processor that this program took.
    pub own_cpu: f64,
}

/// The middle of some times, and what only a hundredth exceeds.
#[derive(Debug, Clone, Copy)]
pub struct Quantiles {
    pub p50: f64,
    pub p99: f64,
}

/// Everybody who is there.
pub struct Crowd {
    pub documents: Vec<Rc<Document>>,
    pub people: Vec<Rc<Person>>,
    pub tally: Rc<Tally>,
    pub(super) listening: Vec<JoinHandle<()>>,
}

impl Drop for Crowd {
    fn drop(&mut self) {
        self.listening.iter().for_each(JoinHandle::abort);
    }
}

impl Crowd {
    /// Makes the documents, fills them, and lets everybody come.
    pub async fn gather(house: &mut House, script: &Rc<Script>, load: Load) -> Result<Self> {
        let hall = Hall::prepare(house, script, load.documents, load.people).await?;
        let people = hall.come(house, true).await?;
        Ok(Self::of(hall, people))
    }

    /// Those who came to a hall.
    pub fn of(hall: Hall, people: Vec<Rc<Person>>) -> Self {
        let listening = people.iter().cloned();
        let listening = listening.map(|person| spawn_local(person.listen()));
        Self {
            listening: listening.collect(),
            documents: hall.documents,
            people,
            tally: hall.tally,
        }
    }

    /// Lets everybody type, and measures.
    pub async fn type_on(&self, server: Process, load: Load) -> Result<Outcome> {
        let typing = Typing::begin(&self.people, &self.tally, load.pace);
        sleep(load.warm).await;
        let own = Process::of(std::process::id());
        self.tally.measure(true);
        let (began, server_before, own_before) = (Instant::now(), server.cpu()?, own.cpu()?);
        tokio::select! {
            () = sleep(load.measured) => {}
            () = self.tally.typed_out.notified() => {}
        }
        let (took, server_after, own_after) = (began.elapsed(), server.cpu()?, own.cpu()?);
        self.tally.measure(false);
        let memory = server.memory()?;
        typing.end(&self.tally).await?;
        self.settle().await?;
        let seconds = took.as_secs_f64();
        let cpu = server_after.since(&server_before).as_secs_f64();
        let delivered = self.tally.delivered.get();
        ensure!(delivered > 0, "nothing was delivered");
        let acknowledged = self.tally.acknowledgements.borrow();
        Ok(Outcome {
            deliveries_each_second: delivered as f64 / seconds,
            messages_each_second: self.tally.messages.get() as f64 / seconds,
            cpu_of_a_delivery: cpu * 1e6 / delivered as f64,
            cpu: cpu / seconds,
            latency: Quantiles::of(&self.tally.deliveries.borrow()),
            acknowledged: (acknowledged.count() > 0).then(|| Quantiles::of(&acknowledged)),
            memory,
            lag: Quantiles::of(&self.tally.lag.borrow()),
            own_cpu: own_after.since(&own_before).as_secs_f64() / seconds,
        })
    }

    /// Lets everybody type as fast as it goes, until all that there is to type is with everybody.
    pub async fn type_out(&self, open: usize) -> Result<()> {
        let typing = Typing::begin(&self.people, &self.tally, Pace::Flood { open });
        typing.until_typed_out().await?;
        self.settle().await
    }

    /// Waits until everything that was typed came to everybody.
    async fn settle(&self) -> Result<()> {
        let (mut open, mut since) = (self.tally.open.get(), Instant::now());
        loop {
            if let Some(wrong) = self.tally.wrong.borrow().as_ref() {
                bail!("{wrong}");
            }
            let left = self.tally.open.get();
            if left <= 0 {
                return Ok(());
            }
            if left != open {
                (open, since) = (left, Instant::now());
            }
            ensure!(since.elapsed() < PATIENCE, "{left} deliveries never came");
            sleep(Duration::from_millis(5)).await;
        }
    }
}

impl Quantiles {
    pub fn of(times: &Times) -> Self {
        Self {
            p50: times.at(0.5),
            p99: times.at(0.99),
        }
    }
}
