//! Rounds: in each, every work is done by every contender in turn, each begun anew, so that what disturbs the machine
//! disturbs them all alike.

use super::{
    cold, commit,
    contender::{Kind, Programs},
    house::House,
    idle, kill,
    load::{Crowd, Load},
    measure::{Key, Strain, Taken},
    script::{self, Script, Shape},
    typing::Pace,
    works::{What, Work},
};
use anyhow::{Context, Result};
use std::{rc::Rc, time::Duration};
use tempfile::TempDir;

/// How many edits of each are made for a flood: what they cannot type in its time on a much faster machine ends it early.
const FLOOD: usize = 24_000;

/// What is to be done.
pub struct Plan {
    pub works: Vec<Work>,
    pub kinds: Vec<Kind>,
    pub rounds: usize,
}

/// What came of it.
#[derive(Debug, Clone, Default)]
pub struct Results {
    pub works: Vec<Done>,
    /// What a commit took on this disk, in milliseconds, each time before Jalon was asked how soon an edit is durable.
    pub commits: Vec<f64>,
    /// What went wrong: with it, the run failed.
    pub wrong: Vec<String>,
}

/// A work, and what each contender did in each round; nothing when it failed.
#[derive(Debug, Clone)]
pub struct Done {
    pub work: Work,
    pub taken: Vec<(Kind, Vec<Option<Taken>>)>,
}

impl Plan {
    /// Does it all; `tell` hears what is being done.
    ///
    /// # Errors
    /// When the run cannot begin. What goes wrong on the way is in the results.
    pub async fn run(&self, programs: &Programs, tell: impl Fn(&str)) -> Result<Results> {
        let mut results = Results::default();
        let mut scripts = Vec::new();
        let letters = script::base(Shape::Letters).await?;
        let sample = script::base(Shape::Sample).await?;
        for work in &self.works {
            let base = match work.what {
                What::Typing {
                    shape: Shape::Sample,
                    ..
                } => &sample,
                _ => &letters,
            };
            scripts.push(Rc::new(script_of(work, base.clone())?));
            let contenders = self.kinds.iter().filter(|kind| work.is_for(**kind));
            results.works.push(Done {
                work: *work,
                taken: contenders.map(|kind| (*kind, Vec::new())).collect(),
            });
        }
        for round in 1..=self.rounds {
            for (done, script) in results.works.iter_mut().zip(&scripts) {
                // There and back, so that nobody always comes first, or after the same one.
                let mut contenders: Vec<_> = done.taken.iter_mut().collect();
                if round % 2 == 0 {
                    contenders.reverse();
                }
                for (kind, taken) in contenders {
                    let name = kind.name();
                    tell(&format!("round {round}: {}, {name}", done.work.name));
                    if done.work.asks_for_commits() && *kind == Kind::Jalon {
                        let folder = TempDir::new()?;
                        results.commits.push(commit::milliseconds(folder.path())?);
                    }
                    let result = measure(&done.work, *kind, programs, script, round).await;
                    let result = result.with_context(|| format!("{}, {name}", done.work.name));
                    if let Ok(Taken { figures, .. }) = &result
                        && figures
                            .get(&Key::Broken)
                            .is_some_and(|broken| *broken > 0.0)
                    {
                        let wrong =
                            format!("{}, {name}: acknowledged edits are gone", done.work.name);
                        results.wrong.push(wrong);
                    }
                    taken.push(match result {
                        Ok(figures) => Some(figures),
                        Err(error) => {
                            results.wrong.push(format!("{error:#}"));
                            None
                        }
                    });
                }
            }
        }
        Ok(results)
    }
}

/// What is typed in a work, and never twice.
fn script_of(work: &Work, base: Vec<u8>) -> Result<Script> {
    /// So much longer than planned may everything take.
    const SLACK: Duration = Duration::from_secs(3);
    let count = |rate: f64, time: Duration| (rate * (time + SLACK).as_secs_f64()).ceil() as usize;
    let (shape, authors, edits) = match work.what {
        What::Typing { load, shape } => {
            let edits = match load.pace {
                Pace::Each(rate) => count(rate, load.warm + load.measured),
                Pace::Flood { .. } => FLOOD,
            };
            (shape, load.people, edits)
        }
        What::Idle { people, .. } => (Shape::Letters, people, 0),
        What::Cold { people, edits } => (Shape::Letters, people, edits),
        What::Kill { people, rate } => {
            let edits = count(rate / people as f64, kill::MOMENTS[kill::MOMENTS.len() - 1]);
            (Shape::Letters, people, edits)
        }
    };
    Script::write(base, shape, authors, edits)
}

/// One contender, one work, once.
async fn measure(
    work: &Work,
    kind: Kind,
    programs: &Programs,
    script: &Rc<Script>,
    round: usize,
) -> Result<Taken> {
    let mut house = House::open(kind, programs).await?;
    match work.what {
        What::Typing { load, .. } => typed(&mut house, script, load).await,
        What::Idle { documents, people } => {
            idle::measure(&mut house, script, documents, people).await
        }
        What::Cold { people, .. } => cold::measure(&mut house, script, people).await,
        What::Kill { people, rate } => {
            let after = kill::MOMENTS[(round - 1) % kill::MOMENTS.len()];
            kill::measure(&mut house, script, people, rate, after).await
        }
    }
}

/// Lets people type, and checks that everything came to everybody.
pub async fn typed(house: &mut House, script: &Rc<Script>, load: Load) -> Result<Taken> {
    let crowd = Crowd::gather(house, script, load).await?;
    let outcome = crowd.type_on(house.process()?, load).await?;
    crowd.check(house).await?;
    let mut taken = Taken::of([
        (Key::Cpu, outcome.cpu_of_a_delivery),
        (Key::P50, outcome.latency.p50),
        (Key::P99, outcome.latency.p99),
        (Key::Memory, outcome.memory as f64 / 1e6),
        (Key::Rate, outcome.deliveries_each_second),
        (Key::Messages, outcome.messages_each_second),
    ]);
    if let Some(acknowledged) = outcome.acknowledged {
        taken.figures.insert(Key::Acknowledged, acknowledged.p50);
        taken.figures.insert(Key::AcknowledgedP99, acknowledged.p99);
    }
    taken.strain = Some(Strain {
        lag: outcome.lag,
        own_cpu: outcome.own_cpu,
    });
    Ok(taken)
}
