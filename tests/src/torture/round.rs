//! One round: everybody writes, the server dies, and comes back. Then a stranger looks first, so that no
//! client can bring back what the server lost; then everybody comes back, and nobody types again.

use super::{
    frozen::freeze,
    house::{House, Place},
    writer::Writer,
};
use crate::{
    chance::Seed,
    http::Script,
    server::Server,
    words::{Found, Says},
};
use anyhow::{Result, bail, ensure};
use futures::future::try_join_all;
use rand::{Rng, rngs::StdRng};
use std::time::{Duration, Instant};
use tokio::{
    sync::watch,
    time::{sleep, timeout},
};

/// How long people write before the server dies, at most.
const LONGEST_STORM: Duration = Duration::from_millis(160);
/// How long a server lives that dies while it starts, or while people come back, at most.
const LONGEST_START: Duration = Duration::from_millis(60);

/// How long a round may take: far beyond what one needs.
const PATIENCE: Duration = Duration::from_secs(120);

/// How the server ends in a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// SIGKILL, whatever it does just then.
    Killed,
    /// SIGTERM, while everybody writes.
    Asked,
    /// SIGTERM, right after everything that was sent was taken in, though not acknowledged.
    AskedInSilence,
}

/// What happened in rounds, in numbers.
#[derive(Debug, Default, Clone, Copy)]
pub struct Outcome {
    pub kills: u64,
    /// Ends by SIGTERM.
    pub stops: u64,
    /// The longest of them.
    pub longest_stop: Duration,
    /// How many words and figures that had been promised were looked for, once in each round.
    pub looked_for: u64,
    /// Words and figures that the server lost, none of them acknowledged, and that clients brought back.
    pub brought_back: u64,
}

impl Outcome {
    pub fn add(&mut self, more: &Self) {
        self.kills += more.kills;
        self.stops += more.stops;
        self.longest_stop = self.longest_stop.max(more.longest_stop);
        self.looked_for += more.looked_for;
        self.brought_back += more.brought_back;
    }
}

/// Plays one round, or says that it does not end.
pub async fn play(house: &mut House, seed: Seed, number: u64, checked: bool) -> Result<Outcome> {
    timeout(PATIENCE, play_on(house, seed, number, checked))
        .await
        .unwrap_or_else(|_| bail!("it did not end within {PATIENCE:?}"))
}

/// Plays one round.
///
/// # Errors
/// When something was lost, in words.
async fn play_on(house: &mut House, seed: Seed, number: u64, checked: bool) -> Result<Outcome> {
    let mut rng = seed.chance_of(&format!("round {number}"));
    for (index, writer) in house.writers().enumerate() {
        writer.rng = seed.chance_of(&format!("round {number} writer {index}"));
    }
    let mut outcome = Outcome::default();
    let end = match rng.random_range(0..10) {
        0 => End::Asked,
        1 => End::AskedInSilence,
        _ => End::Killed,
    };
    storm(house, end, &mut rng, &mut outcome).await?;
    for writer in house.writers() {
        if writer.rng.random_bool(0.3) {
            // There is no line; it goes up with whoever comes back.
            writer.type_something().await?;
        }
    }
    for place in &mut house.places {
        place.collect_promises();
        if end == End::AskedInSilence {
            // A server that ended well keeps all that it had taken in, acknowledged or not.
            let sent: Vec<Says> = place.writers.iter().flat_map(Writer::sent).collect();
            sent.into_iter().for_each(|says| place.promised.add(says));
        }
    }
    if checked {
        house.server.check().await?;
    }
    loop {
        while rng.random_bool(0.1) {
            let after = LONGEST_START.mul_f64(rng.random());
            house.server.restart_in_vain(after).await?;
            outcome.kills += 1;
        }
        house.server.restart().await?;
        for place in &mut house.places {
            look_first(place, &house.owner, &mut outcome).await?;
        }
        if !rng.random_bool(0.15) {
            break;
        }
        come_back_in_vain(house, &mut rng).await?;
        outcome.kills += 1;
    }
    ensure!(house.come_back().await?, "the server went away by itself");
    for place in &mut house.places {
        place.converged().await?;
    }
    Ok(outcome)
}

/// Everybody writes and somebody freezes, until the server ends.
async fn storm(house: &mut House, end: End, rng: &mut StdRng, outcome: &mut Outcome) -> Result<()> {
    let lasts = LONGEST_STORM.mul_f64(rng.random());
    let House {
        server,
        owner,
        places,
    } = house;
    let (silence, stop) = watch::channel(false);
    let (mut writers, mut freezes) = (Vec::new(), Vec::new());
    for place in places {
        writers.extend(&mut place.writers);
        if rng.random_bool(0.3) {
            let after = lasts.mul_f64(rng.random());
            let (owner, workspace, frozen) = (&*owner, &place.workspace, &mut place.frozen);
            freezes.push(async move {
                sleep(after).await;
                match freeze(owner, workspace, "Au milieu").await? {
                    Some(entry) => frozen.promise(&entry),
                    None => Ok(()),
                }
            });
        }
    }
    let ending = async {
        sleep(lasts).await;
        match end {
            End::Killed => {
                outcome.kills += 1;
                server.kill().await
            }
            End::Asked => stop_it(server, outcome).await,
            End::AskedInSilence => {
                silence.send_replace(true);
                Ok(())
            }
        }
    };
    let writing = try_join_all(writers.iter_mut().map(|writer| writer.storm(stop.clone())));
    tokio::try_join!(ending, writing, try_join_all(freezes))?;
    if end == End::AskedInSilence {
        let hearing = try_join_all(writers.iter_mut().map(|writer| writer.hear_all()));
        tokio::try_join!(stop_it(server, outcome), hearing)?;
    }
    Ok(())
}

/// SIGTERM; the server ends well.
async fn stop_it(server: &mut Server, outcome: &mut Outcome) -> Result<()> {
    let asked = Instant::now();
    server.stop().await?;
    outcome.stops += 1;
    outcome.longest_stop = outcome.longest_stop.max(asked.elapsed());
    Ok(())
}

/// Somebody who has nothing looks before anybody else comes: all that was promised is there.
async fn look_first(place: &mut Place, owner: &Script, outcome: &mut Outcome) -> Result<()> {
    let found = Found::in_document(&place.look().await?.document);
    place.promised.are_in(&found)?;
    outcome.looked_for += place.promised.len() as u64;
    let frozen = place.frozen.verify(owner, &place.workspace).await?;
    let lost: Vec<_> = frozen.difference(&found.words).collect();
    ensure!(
        lost.is_empty(),
        "a frozen version holds words that the document lost: {lost:?}"
    );
    let open = place.writers.iter().flat_map(Writer::open);
    let lacking = open.filter(|says| !found.says(*says));
    outcome.brought_back += lacking.count() as u64;
    Ok(())
}

/// People come back to a server that dies meanwhile.
async fn come_back_in_vain(house: &mut House, rng: &mut StdRng) -> Result<()> {
    let after = LONGEST_START.mul_f64(rng.random());
    let House { server, places, .. } = house;
    let coming = places.iter_mut().flat_map(|place| &mut place.writers);
    let coming = try_join_all(coming.map(async |writer| {
        writer.come_back().await?;
        writer.hear_all().await
    }));
    let killing = async {
        sleep(after).await;
        server.kill().await
    };
    tokio::try_join!(coming, killing)?;
    for place in places {
        place.collect_promises();
    }
    Ok(())
}
