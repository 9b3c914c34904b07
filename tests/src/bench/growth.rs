//! How what a server costs grows: with the people in a workspace, with the open workspaces, with the size of a
//! document and with the length of its log. Jalon beside the bare relay, so that what grows by itself is seen.

mod large;
mod page;
mod plot;

use super::{
    cold::Arrival,
    contender::{Kind, Programs},
    hall::Hall,
    house::House,
    load::{Crowd, Load},
    measure::{Key, Taken, median},
    rounds::typed,
    script::{self, Script, Shape},
    typing::Pace,
};
use crate::until;
use anyhow::{Context, Result};
use std::{path::Path, rc::Rc, time::Duration};

/// Both are measured at each point, one after the other.
const KINDS: [Kind; 2] = [Kind::Relay, Kind::Jalon];

const WARM: Duration = Duration::from_secs(1);
const MEASURED: Duration = Duration::from_secs(5);

/// So much longer than planned may everything take.
const SLACK: f64 = 4.0; // seconds

/// Something that grows.
#[derive(Debug, Clone)]
pub struct Axis {
    /// The name of its picture.
    pub name: &'static str,
    pub title: &'static str,
    /// What is counted.
    pub of: &'static str,
    pub points: Vec<Point>,
}

/// What was measured at one place of an axis.
#[derive(Debug, Clone)]
pub struct Point {
    pub at: f64,
    pub kind: Kind,
    pub taken: Taken,
}

/// Measures all, or `only` what is named, and leaves the pictures and a page with tables in a folder; `said` is what the page says of the
/// machine, at its end.
///
/// # Errors
/// When something cannot be measured: a delivery that is missing, or replicas that differ.
pub async fn run(
    programs: &Programs,
    folder: &Path,
    only: &[String],
    tell: impl Fn(&str),
    said: impl Fn() -> String,
) -> Result<()> {
    let is_asked = |name: &str| only.is_empty() || only.iter().any(|one| one == name);
    let mut axes = Vec::new();
    if is_asked("people") {
        axes.push(people(programs, &tell).await?);
    }
    if is_asked("workspaces") {
        axes.push(workspaces(programs, &tell).await?);
    }
    if is_asked("sizes") {
        axes.push(sizes(programs, &tell).await?);
    }
    if is_asked("logs") {
        axes.push(logs(programs, &tell).await?);
    }
    std::fs::create_dir_all(folder)?;
    for axis in &axes {
        plot::draw(axis, &folder.join(format!("{}.svg", axis.name)))?;
    }
    let path = folder.join("growth.md");
    let before = std::fs::read_to_string(&path).unwrap_or_default();
    let words = before
        .split_once(page::WORDS)
        .map_or("", |(_, words)| words);
    let page = page::write(&axes, &said(), words.trim_start());
    std::fs::write(path, page).context("write the page")
}

async fn people(programs: &Programs, tell: &impl Fn(&str)) -> Result<Axis> {
    let mut points = Vec::new();
    let base = script::base(Shape::Letters).await?;
    for people in [2, 5, 10, 20, 50, 100, 200, 500] {
        tell(&format!("{people} people in one workspace"));
        let load = Load {
            documents: 1,
            people,
            pace: Pace::Each(1.0),
            warm: WARM,
            // Few people say little: they are watched longer.
            measured: MEASURED * if people < 10 { 3 } else { 1 },
        };
        both(&mut points, people as f64, programs, &base, load).await?;
    }
    Ok(Axis {
        name: "people",
        title: "People in one workspace, who type one edit a second each",
        of: "people",
        points,
    })
}

async fn workspaces(programs: &Programs, tell: &impl Fn(&str)) -> Result<Axis> {
    let mut points = Vec::new();
    let base = script::base(Shape::Letters).await?;
    for documents in [1, 10, 100, 1_000, 5_000] {
        tell(&format!("{documents} open workspaces"));
        let load = Load {
            documents,
            people: 2,
            pace: Pace::Each(1.0),
            warm: WARM,
            measured: MEASURED * if documents < 10 { 3 } else { 1 },
        };
        both(&mut points, documents as f64, programs, &base, load).await?;
    }
    Ok(Axis {
        name: "workspaces",
        title: "Open workspaces, in each of which two people type one edit a second each",
        of: "workspaces",
        points,
    })
}

/// The sizes of documents, in bytes.
const SIZES: [usize; 5] = [16 << 10, 256 << 10, 1 << 20, 4 << 20, 16 << 20];

async fn sizes(programs: &Programs, tell: &impl Fn(&str)) -> Result<Axis> {
    let mut points = Vec::new();
    for size in SIZES {
        tell(&format!("a document of {size} bytes"));
        let large = large::document(size).await?;
        let load = Load {
            documents: 1,
            people: 10,
            pace: Pace::Each(2.0),
            warm: WARM,
            measured: MEASURED,
        };
        let at = large.iter().map(Vec::len).sum::<usize>() as f64;
        let script = Rc::new(Script::after(large, Shape::Letters, 10, edits(load))?);
        for kind in KINDS {
            let mut house = House::open_wide(kind, programs).await?;
            let taken = typed(&mut house, &script, load).await?;
            points.push(Point { at, kind, taken });
        }
    }
    Ok(Axis {
        name: "sizes",
        title: "The size of a document, in which ten people type two edits a second each",
        of: "bytes",
        points,
    })
}

/// How many updates lie in the log behind a snapshot of 4 MiB, which are few enough to be left there.
const LOGS: [usize; 5] = [1, 500, 1_000, 2_000, 4_000];

async fn logs(programs: &Programs, tell: &impl Fn(&str)) -> Result<Axis> {
    /// How often somebody comes to each.
    const TIMES: usize = 5;
    let mut points = Vec::new();
    let large = large::document(4 << 20).await?;
    for length in LOGS {
        tell(&format!("a log of {length} updates"));
        let script = Script::after(large.clone(), Shape::Letters, 2, length.div_ceil(2))?;
        let mut house = House::open_wide(Kind::Jalon, programs).await?;
        let hall = Hall::prepare(&mut house, &Rc::new(script), 1, 2).await?;
        let document = hall.documents.first().context("no document")?.clone();
        // What filled it becomes the snapshot; what is typed from here on stays in the log.
        house.contender.stop().await?;
        house.contender.restart().await?;
        let people = hall.come(&house, true).await?;
        let crowd = Crowd::of(hall, people);
        crowd.type_out(20).await?;
        until_durable(&crowd).await?;
        drop(crowd);
        let (mut first, mut next) = (Vec::new(), Vec::new());
        for _ in 0..TIMES {
            house.contender.kill().await?;
            house.contender.restart().await?;
            first.push(Arrival::of(&house, &document).await?.took);
            next.push(Arrival::of(&house, &document).await?.took);
        }
        let middle = |times: &[f64]| median(times).context("nobody came");
        let taken = Taken::of([(Key::First, middle(&first)?), (Key::Next, middle(&next)?)]);
        let kind = Kind::Jalon;
        let at = length as f64;
        points.push(Point { at, kind, taken });
    }
    Ok(Axis {
        name: "logs",
        title: "The log behind a document of 4 MiB, after a kill: until whoever comes has everything",
        of: "updates in the log",
        points,
    })
}

/// Waits until everybody was told that what they typed is on the disk.
async fn until_durable(crowd: &Crowd) -> Result<()> {
    until("acknowledgements", async || {
        let all = crowd
            .people
            .iter()
            .all(|person| person.acknowledged.get() == person.document.counts()[person.number]);
        Ok(all.then_some(()))
    })
    .await
}

/// How many edits each types in this time.
fn edits(load: Load) -> usize {
    let Pace::Each(rate) = load.pace else {
        return 0;
    };
    let time = (load.warm + load.measured).as_secs_f64() + SLACK;
    (rate * time).ceil() as usize
}

async fn both(
    points: &mut Vec<Point>,
    at: f64,
    programs: &Programs,
    base: &[u8],
    load: Load,
) -> Result<()> {
    let script = Script::write(base.to_vec(), Shape::Letters, load.people, edits(load))?;
    let script = Rc::new(script);
    for kind in KINDS {
        let mut house = House::open_wide(kind, programs).await?;
        let taken = typed(&mut house, &script, load).await;
        let taken = taken.with_context(|| format!("{} with {at}", kind.name()))?;
        points.push(Point { at, kind, taken });
    }
    Ok(())
}
