//! What whoever comes first after a restart waits for, when the document is large: it was typed letter by letter.

use super::{
    house::House,
    load::{Crowd, Load},
    measure::{Key, Taken},
    person::Document,
    replicas::same,
    script::Script,
    seen::Seen,
    socket::{Socket, packet},
    typing::Pace,
    wire::{self, Heard},
};
use anyhow::{Context, Result, ensure};
use jalon_shared::Workspace;
use std::{
    rc::Rc,
    time::{Duration, Instant},
};
use tokio::time::{sleep, timeout};

/// How many edits of each may be on their way while the document is typed.
const OPEN: usize = 20;

/// What came is counted when nothing more came for so long: counting would delay the reading.
const PAUSE: Duration = Duration::from_millis(20);

/// How long somebody waits for the document.
const PATIENCE: Duration = Duration::from_secs(60);

/// A server that takes less of a processor than this in a second has nothing left to store.
const RESTS: Duration = Duration::from_millis(30);

/// Lets the document be typed, ends the server as it should be ended, and lets two come after its next start. Only the
/// first start counts: one of the servers tidies up what was typed when it first reads it.
pub async fn measure(house: &mut House, script: &Rc<Script>, people: usize) -> Result<Taken> {
    let load = Load {
        documents: 1,
        people,
        pace: Pace::Flood { open: OPEN },
        warm: Duration::ZERO,
        measured: Duration::ZERO,
    };
    let crowd = Crowd::gather(house, script, load).await?;
    crowd.type_out(OPEN).await?;
    let document = crowd.documents.first().context("no document")?.clone();
    drop(crowd);
    until_it_rests(house).await?;
    house.contender.stop().await?;
    house.contender.restart().await?;
    let first = Arrival::of(house, &document).await?;
    let next = Arrival::of(house, &document).await?;
    first.check(house, &document)?;
    Ok(Taken::of([
        (Key::First, first.took),
        (Key::Next, next.took),
    ]))
}

/// Some write long after the last edit came, and fall at once when they are asked to end.
async fn until_it_rests(house: &House) -> Result<()> {
    let began = Instant::now();
    loop {
        let before = house.process()?.cpu()?;
        sleep(Duration::from_secs(1)).await;
        if house.process()?.cpu()?.since(&before) < RESTS {
            return Ok(());
        }
        ensure!(began.elapsed() < PATIENCE, "it works on and on");
    }
}

/// Somebody who came and got everything.
pub struct Arrival {
    /// From the first byte of the connection to the last of what brought everything, in milliseconds.
    pub took: f64,
    updates: Vec<Vec<u8>>,
}

impl Arrival {
    /// Comes, and waits for everything that was typed.
    pub async fn of(house: &House, document: &Rc<Document>) -> Result<Self> {
        let place = house.place(&document.name, document.people)?;
        let dialect = house.dialect();
        let wanted = document.counts();
        let mut seen = Seen::nothing(document.people);
        let (mut came, mut updates) = (Vec::new(), Vec::new());
        let began = Instant::now();
        let socket = Socket::open(place).await?;
        for hello in dialect.hello(&document.name) {
            socket.send(&packet(&hello)).await?;
        }
        loop {
            ensure!(
                began.elapsed() < PATIENCE,
                "lost: {:?} of {wanted:?} came",
                seen.counts()
            );
            let hear = socket.hear(|message| came.push((began.elapsed(), message.to_vec())));
            if let Ok(open) = timeout(PAUSE, hear).await {
                ensure!(open?, "the server closed");
                continue;
            }
            for (at, message) in came.drain(..) {
                match dialect.unwrap(&message).map(wire::read) {
                    Some(Heard::Question) => {
                        let answer = dialect.wrap(&document.name, &wire::NOTHING_LACKS);
                        socket.send(&packet(&answer)).await?;
                    }
                    Some(Heard::Update { update, .. }) => {
                        let taken = seen.take(&document.script, update, |_, _| {});
                        taken.map_err(anyhow::Error::msg)?;
                        updates.push(update.to_vec());
                    }
                    _ => {}
                }
                if seen.counts() == wanted {
                    let took = at.as_secs_f64() * 1e3;
                    return Ok(Self { took, updates });
                }
            }
        }
    }

    /// Whether they have the very document that was typed.
    fn check(&self, house: &House, document: &Document) -> Result<()> {
        let base = house.base(document);
        let expected = document.script.document(base, &document.counts())?;
        let mut has = Workspace::new();
        for update in &self.updates {
            has.receive(update)?;
        }
        same(&has, &expected).context("after a restart")
    }
}
