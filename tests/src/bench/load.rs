//! People who type: how many, in how many documents, how fast; and what that was like.

use super::{
    contender::Kind,
    house::House,
    person::{Document, Person},
    script::Script,
    tally::Tally,
};
use crate::proc::Process;
use anyhow::{Context, Result, bail, ensure};
use jalon_shared::Workspace;
use std::{cell::Cell, rc::Rc, time::Duration};
use tokio::{
    task::{JoinHandle, spawn_local},
    time::{Instant, sleep, sleep_until, timeout},
};

/// How many of those who come at once are on their way.
const COMING: usize = 64;

/// How many documents are looked through afterwards, and by how many people in each.
const LOOKED_THROUGH: (usize, usize) = (8, 3);

/// How long what was typed may be on its way when nobody types any more.
const PATIENCE: Duration = Duration::from_secs(30);

/// How fast people type.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Pace {
    /// Edits each second, of each of them.
    Each(f64),
    /// As fast as it goes: so many edits of each of them may be on their way to somebody.
    Flood { open: usize },
}

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
    listening: Vec<JoinHandle<()>>,
}

impl Drop for Crowd {
    fn drop(&mut self) {
        self.listening.iter().for_each(JoinHandle::abort);
    }
}

impl Crowd {
    /// Makes the documents, fills them, and lets everybody come.
    pub async fn gather(house: &mut House, script: &Rc<Script>, load: Load) -> Result<Self> {
        let tally = Rc::new(Tally::new()?);
        let mut documents = Vec::new();
        let mut coming = Vec::new();
        for number in 0..load.documents {
            let name = house.document(load.people).await?;
            let document = Document::new(name, script.clone(), load.people);
            if house.kind() != Kind::Relay {
                house
                    .fill(&document, std::slice::from_ref(&script.base))
                    .await?;
            }
            for person in 0..load.people {
                let keep = number < LOOKED_THROUGH.0 && person < LOOKED_THROUGH.1;
                let place = house.place(&document.name, person)?.clone();
                coming.push((place, document.clone(), person, keep));
            }
            documents.push(document);
        }
        let mut people = Vec::new();
        for some in coming.chunks(COMING) {
            let come = some.iter().map(|(place, document, person, keep)| {
                let (document, tally) = (document.clone(), tally.clone());
                let (dialect, has_documents) = (house.dialect(), house.kind() != Kind::Relay);
                async move {
                    let person =
                        Person::come(place, dialect, document, *person, tally, *keep).await?;
                    if has_documents {
                        person.get_in_step().await?;
                    }
                    Ok::<_, anyhow::Error>(person)
                }
            });
            people.extend(futures::future::try_join_all(come).await?);
        }
        let listening = people.iter().cloned();
        let listening = listening.map(|person| spawn_local(person.listen()));
        Ok(Self {
            listening: listening.collect(),
            documents,
            people,
            tally,
        })
    }

    /// Lets everybody type, and measures.
    pub async fn type_on(&self, server: Process, load: Load) -> Result<Outcome> {
        let stop = Rc::new(Cell::new(false));
        let typing: Vec<JoinHandle<Result<()>>> = self
            .people
            .iter()
            .enumerate()
            .map(|(number, person)| {
                let (person, stop) = (person.clone(), stop.clone());
                match load.pace {
                    Pace::Each(rate) => {
                        let pause = Duration::from_secs_f64(1.0 / rate);
                        // Spread evenly, however many they are (the golden ratio).
                        let first = pause.mul_f64((number as f64 * 0.618_034).fract());
                        spawn_local(type_evenly(person, self.tally.clone(), first, pause, stop))
                    }
                    Pace::Flood { open } => {
                        let most = open * load.people * (load.people - 1);
                        spawn_local(flood(person, self.tally.clone(), most, stop))
                    }
                }
            })
            .collect();
        sleep(load.warm).await;
        let own = Process::of(std::process::id());
        self.tally.measure(true);
        let (began, server_before, own_before) = (Instant::now(), server.cpu()?, own.cpu()?);
        sleep(load.measured).await;
        let (took, server_after, own_after) = (began.elapsed(), server.cpu()?, own.cpu()?);
        self.tally.measure(false);
        let memory = server.memory()?;
        stop.set(true);
        self.tally.room.notify_waiters();
        for task in typing {
            task.await??;
        }
        self.settle().await?;
        let seconds = took.as_secs_f64();
        let cpu = (server_after - server_before).as_secs_f64();
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
            own_cpu: (own_after - own_before).as_secs_f64() / seconds,
        })
    }

    /// Waits until everything that was typed came to everybody.
    async fn settle(&self) -> Result<()> {
        let all = timeout(PATIENCE, async {
            while self.tally.open.get() > 0 && self.tally.wrong.borrow().is_none() {
                sleep(Duration::from_millis(5)).await;
            }
        });
        let in_time = all.await.is_ok();
        if let Some(wrong) = self.tally.wrong.borrow().as_ref() {
            bail!("{wrong}");
        }
        ensure!(in_time, "{} deliveries never came", self.tally.open.get());
        Ok(())
    }

    /// Checks that everybody has the same: what each was sent, by its edits; in some documents, what some of them
    /// have, and what somebody gets who comes now, by the whole content.
    pub async fn check(&self, house: &House) -> Result<()> {
        for person in &self.people {
            let mut expected = person.document.counts();
            let mut seen = person.seen.borrow().clone();
            // Nobody is sent their own.
            expected[person.number] = 0;
            seen[person.number] = 0;
            ensure!(seen == expected, "somebody lacks {seen:?} of {expected:?}");
        }
        for document in self.documents.iter().take(LOOKED_THROUGH.0) {
            let script = &document.script;
            let expected = script.document(house.base(document), &document.counts())?;
            let there = self
                .people
                .iter()
                .filter(|person| Rc::ptr_eq(&person.document, document));
            for person in there {
                let Some(kept) = person.kept() else { continue };
                let own = script.authors[person.number].edits.iter();
                let own = own.take(document.counts()[person.number]);
                let mut has = Workspace::load(house.base(document))?;
                for update in own.map(|edit| &edit.update).chain(&kept) {
                    has.receive(update)?;
                }
                same(&has, &expected).context("somebody who was there")?;
            }
            if house.kind() != Kind::Relay {
                let has = house.look(document).await?;
                same(&has, &expected).context("somebody who comes now")?;
            }
        }
        Ok(())
    }
}

impl Quantiles {
    fn of(times: &super::tally::Times) -> Self {
        Self {
            p50: times.at(0.5),
            p99: times.at(0.99),
        }
    }
}

fn same(has: &Workspace, expected: &Workspace) -> Result<()> {
    ensure!(
        has.state_vector() == expected.state_vector(),
        "has not the same edits"
    );
    ensure!(
        has.content() == expected.content(),
        "has the same edits and another content"
    );
    Ok(())
}

async fn type_evenly(
    person: Rc<Person>,
    tally: Rc<Tally>,
    first: Duration,
    pause: Duration,
    stop: Rc<Cell<bool>>,
) -> Result<()> {
    let mut due = Instant::now() + first;
    loop {
        sleep_until(due).await;
        if stop.get() {
            return Ok(());
        }
        tally.late(due.elapsed());
        ensure!(person.edit().await?, "the script is too short");
        due += pause;
    }
}

async fn flood(
    person: Rc<Person>,
    tally: Rc<Tally>,
    most_open: usize,
    stop: Rc<Cell<bool>>,
) -> Result<()> {
    /// How many edits somebody types before the others have their turn.
    const TURN: usize = 8;
    let most_open = i64::try_from(most_open)?;
    tally.most_open.set(most_open);
    while !stop.get() {
        let mut turn = 0;
        while turn < TURN && tally.open.get() < most_open {
            ensure!(person.edit().await?, "the script is too short");
            turn += 1;
        }
        if turn < TURN {
            let freed = tally.room.notified();
            if tally.open.get() >= most_open && !stop.get() {
                freed.await;
            }
        } else {
            tokio::task::yield_now().await;
        }
    }
    Ok(())
}
