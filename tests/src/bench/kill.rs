//! What is gone when a server is killed while people type: of what somebody else had got already, and of what its
//! author was told to be durable.

use super::{
    house::House,
    load::{Crowd, Load},
    measure::{Key, Taken},
    script::Script,
    typing::{Pace, Typing},
};
use anyhow::{Context, Result, ensure};
use std::{rc::Rc, time::Duration};
use tokio::time::sleep;

/// When the server is killed, after the first edit, in one round and the next: at moments that fall differently between
/// two writes of a server that writes now and then. The longest stands last.
pub const MOMENTS: [Duration; 3] = [
    Duration::from_millis(3_300),
    Duration::from_millis(5_900),
    Duration::from_millis(12_400),
];

/// How long whoever comes after the restart hears nothing before that was all: one of the servers says first that it
/// has nothing, and reads its store afterwards.
const QUIET: Duration = Duration::from_secs(4);

/// Lets so many type so many edits a second in all, kills the server, starts it again and looks.
///
/// # Errors
/// When it does not start again, or says nothing that can be read.
pub async fn measure(
    house: &mut House,
    script: &Rc<Script>,
    people: usize,
    rate: f64,
    after: Duration,
) -> Result<Taken> {
    let load = Load {
        documents: 1,
        people,
        pace: Pace::Each(rate / people as f64),
        warm: Duration::ZERO,
        measured: after,
    };
    let mut crowd = Crowd::gather(house, script, load).await?;
    let typing = Typing::begin(&crowd.people, &crowd.tally, load.pace);
    sleep(after).await;
    house.contender.kill().await?;
    typing.abort();
    // What was on its way is still heard.
    for listening in std::mem::take(&mut crowd.listening) {
        listening.await?;
    }
    let counts = |of: &dyn Fn(usize) -> usize| (0..people).map(of).collect::<Vec<_>>();
    let relayed = counts(&|author| {
        let others = crowd.people.iter().filter(|other| other.number != author);
        let seen = others.map(|other| other.seen.borrow().counts()[author]);
        seen.max().unwrap_or_default()
    });
    let acknowledged = counts(&|author| crowd.people[author].acknowledged.get());

    house.contender.restart().await?;
    let document = crowd.documents.first().context("no document")?;
    let wanted = |kept: &[usize]| {
        let mut all = kept.iter().zip(&relayed).zip(&acknowledged);
        all.all(|((kept, relayed), acknowledged)| kept >= relayed && kept >= acknowledged)
    };
    let kept = house.hear_until(document, wanted, QUIET).await?;
    let missing = |of: &[usize]| -> usize {
        let gone = of.iter().zip(&kept);
        gone.map(|(had, kept)| had.saturating_sub(*kept)).sum()
    };
    let relayed_in_all: usize = relayed.iter().sum();
    ensure!(relayed_in_all > 0, "nothing was relayed");
    let mut taken = Taken::of([
        (Key::Missing, missing(&relayed) as f64),
        (Key::Relayed, relayed_in_all as f64),
    ]);
    if house.contender.jalon().is_some() {
        let acknowledged_in_all: usize = acknowledged.iter().sum();
        ensure!(acknowledged_in_all > 0, "nothing was acknowledged");
        let broken = missing(&acknowledged);
        taken.figures.insert(Key::Broken, broken as f64);
    }
    Ok(taken)
}
