//! How people type: each at their pace, or all as fast as it goes.

use super::{person::Person, tally::Tally};
use anyhow::{Result, ensure};
use std::{cell::Cell, rc::Rc, time::Duration};
use tokio::{
    task::{JoinHandle, spawn_local},
    time::{Instant, sleep_until},
};

/// How fast people type.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Pace {
    /// Edits each second, of each of them.
    Each(f64),
    /// As fast as it goes: so many edits of each of them may be on their way to somebody.
    Flood { open: usize },
}

/// People who are typing.
pub struct Typing {
    tasks: Vec<JoinHandle<Result<()>>>,
    stop: Rc<Cell<bool>>,
}

impl Typing {
    /// Lets them begin.
    pub fn begin(people: &[Rc<Person>], tally: &Rc<Tally>, pace: Pace) -> Self {
        let stop = Rc::new(Cell::new(false));
        let tasks = people.iter().enumerate().map(|(number, person)| {
            let (person, tally, stop) = (person.clone(), tally.clone(), stop.clone());
            match pace {
                Pace::Each(rate) => {
                    let pause = Duration::from_secs_f64(1.0 / rate);
                    // Spread evenly, however many they are (the golden ratio).
                    let first = pause.mul_f64((number as f64 * 0.618_034).fract());
                    spawn_local(evenly(person, tally, first, pause, stop))
                }
                Pace::Flood { open } => {
                    let others = person.document.people - 1;
                    spawn_local(flood(person, tally, open * people.len() * others, stop))
                }
            }
        });
        Self {
            tasks: tasks.collect(),
            stop,
        }
    }

    /// Lets them end.
    ///
    /// # Errors
    /// What went wrong while somebody typed.
    pub async fn end(self, tally: &Tally) -> Result<()> {
        self.stop.set(true);
        tally.room.notify_waiters();
        self.until_typed_out().await
    }

    /// Stops them in the middle of whatever they do.
    pub fn abort(self) {
        self.tasks.iter().for_each(JoinHandle::abort);
    }

    /// Waits until they have nothing more to type.
    pub async fn until_typed_out(self) -> Result<()> {
        for task in self.tasks {
            task.await??;
        }
        Ok(())
    }
}

async fn evenly(
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
            if !person.edit().await? {
                tally.typed_out.notify_one();
                return Ok(());
            }
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
