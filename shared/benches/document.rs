//! What a document costs, on a workspace of the size of the demo and on one of a megabyte: a letter that is typed,
//! relayed and taken in, with and without the guard of a server, and what is done with all of it.

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use jalon_shared::{
    Command, Content, EntityKind, EntityRef, Field, FieldKind, Measure, NewEntity, Period,
    PersonId, Settings, Stamp, TextEdit, Version, Workspace, WorkspaceId,
    version::{FORMAT, Sealed, Whose, diff},
    workspace::{Limits, merge_updates},
};
use std::{
    convert::Infallible,
    hint::black_box,
    time::{Duration, Instant},
};
use uuid::Uuid;

/// What is written into each text.
const WORDS: &str = "Les aidants disent ce que le répit a changé pour eux, trois mois après. ";

/// How many of each make a workspace: indicators with as many terms of the glossary, and readings of each indicator.
#[derive(Clone, Copy)]
struct Size {
    name: &'static str,
    indicators: u128,
    readings: u8,
}

/// About the demo, and about a megabyte.
const SIZES: [Size; 2] = [
    Size {
        name: "16 kB",
        indicators: 4,
        readings: 4,
    },
    Size {
        name: "1 MB",
        indicators: 170,
        readings: 12,
    },
];

fn stamp() -> Stamp {
    Stamp {
        person: PersonId::from_uuid(Uuid::from_u128(1)),
        name: "Awa".to_owned(),
        at: 1_750_000_000_000, // June 2025
    }
}

fn indicator(number: u128) -> EntityRef {
    EntityRef::new(EntityKind::Indicator, Uuid::from_u128(1 << 64 | number))
}

fn workspace(size: Size) -> Workspace {
    let languages = ["fr", "it", "en", "nl"].map(|tag| tag.parse().expect("a language"));
    let settings = Settings {
        languages: languages.to_vec(),
        ..Settings::default()
    };
    let (mut workspace, by) = (Workspace::new(), stamp());
    workspace.setup(&settings, &by);
    for number in 0..size.indicators {
        let term = EntityRef::new(EntityKind::Term, Uuid::from_u128(2 << 64 | number));
        for entity in [indicator(number), term] {
            let kind = entity.kind;
            let mut new = NewEntity::new(entity);
            let in_languages = languages.iter().flat_map(|lang| kind.fields_in(lang));
            for field in kind.fields().iter().cloned().chain(in_languages) {
                if field.kind() == FieldKind::Text {
                    new = new.text(field, WORDS);
                }
            }
            workspace.apply(&new.into(), &by).expect("an entity");
        }
        for month in 1..=size.readings {
            let id = u128::from(month) << 64 | 1 << 63 | number;
            let record = record(
                id,
                number,
                &format!("2025-{month:02}"),
                f64::from(month) / 3.0,
            );
            workspace.apply(&record, &by).expect("a reading");
        }
    }
    workspace
}

/// A letter at the end of what was typed before it.
fn letter(at: usize) -> Command {
    // A text is not longer than people write one.
    const LONGEST: usize = 2_000;
    let (field, at) = (indicator(0).field(Field::Definition), at % LONGEST);
    let edit = TextEdit {
        at: u32::try_from(at).expect("short"),
        delete: u32::from(at == LONGEST - 1) * u32::try_from(at).expect("short"),
        insert: "é".to_owned(),
    };
    let edit = if edit.delete > 0 {
        TextEdit { at: 0, ..edit }
    } else {
        edit
    };
    Command::Edit { field, edit }
}

/// How many replicas wrote into a document before: a workshop, and partners who opened their pages day after day.
const AUTHORS: [usize; 3] = [10, 100, 5_000];

/// A workspace in which so many replicas recorded a reading each, of another month.
fn after_authors(count: usize) -> Workspace {
    let mut all = workspace(SIZES[0]);
    let snapshot = all.snapshot();
    for number in 0..count {
        let mut one = Workspace::load(&snapshot).expect("a workspace");
        let (year, month) = (2_100 + number / 12, 1 + number % 12);
        let reading = record(number as u128, 0, &format!("{year}-{month:02}"), 4.0);
        let reading = one.apply(&reading, &stamp()).expect("a reading");
        all.receive(&reading.update).expect("a reading");
    }
    all
}

/// Of how many pieces a text is: what one types in one go, and what many who correct each other make of a definition.
const PIECES: [usize; 2] = [1, 2_000];

/// A workspace with a text of so many pieces: nobody writes on where they wrote last.
fn of_pieces(count: usize) -> Workspace {
    let mut workspace = workspace(SIZES[0]);
    for _ in 0..count {
        workspace.apply(&letter(0), &stamp()).expect("a letter");
    }
    workspace
}

fn record(id: u128, of: u128, period: &str, value: f64) -> Command {
    Command::Record {
        id: Uuid::from_u128(3 << 80 | id).into(),
        indicator: indicator(of).id.into(),
        period: period.parse::<Period>().expect("a month"),
        measure: Measure::Mean { value, n: 12 },
        comment: "Relevé en réunion.".to_owned(),
    }
}

/// Time for a letter: the letters are typed by somebody else before, and their time does not count.
fn receive(mut typist: Workspace, limits: Option<Limits>, letters: u64) -> Duration {
    let mut server = Workspace::load(&typist.snapshot()).expect("a workspace");
    if let Some(limits) = limits {
        server.guard(limits).expect("a guard");
    }
    let typed = (0..letters).map(|number| {
        let command = letter(usize::try_from(number).expect("a number"));
        typist.apply(&command, &stamp()).expect("a letter").update
    });
    let typed: Vec<_> = typed.collect();
    let started = Instant::now();
    for update in &typed {
        black_box(server.receive(update).expect("a letter"));
    }
    started.elapsed()
}

fn version(content: Content) -> Version {
    Version {
        format: FORMAT.to_owned(),
        workspace: WorkspaceId::from_uuid(Uuid::from_u128(7)),
        number: 1,
        label: "Mesure".to_owned(),
        period: "2025".to_owned(),
        note: String::new(),
        frozen_at: "2025-07-01T09:00:00Z".to_owned(),
        frozen_by: "Awa".to_owned(),
        participants: Vec::new(),
        replaces: None,
        previous_hash: None,
        dashboard: jalon_shared::dashboard::compute(&content),
        content,
    }
}

fn seal(version: Version) -> Sealed {
    let whose = Whose {
        frozen_by: stamp().person,
        participants: Vec::new(),
    };
    let sealing = Sealed::seal(version, &whose, || Ok::<_, Infallible>([7; 16]));
    sealing.expect("sealed").sealed
}

fn letters(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("letter");
    for size in SIZES {
        group.bench_function(BenchmarkId::new("typed", size.name), |bench| {
            let (mut workspace, mut at) = (workspace(size), 0);
            bench.iter(|| {
                at += 1;
                workspace.apply(&letter(at), &stamp()).expect("a letter")
            });
        });
        group.bench_function(BenchmarkId::new("received", size.name), |bench| {
            bench.iter_custom(|letters| receive(workspace(size), None, letters));
        });
        group.bench_function(BenchmarkId::new("received, guarded", size.name), |bench| {
            bench.iter_custom(|letters| receive(workspace(size), Some(Limits::default()), letters));
        });
    }
    for count in AUTHORS {
        let written = after_authors(count).snapshot();
        group.bench_function(
            BenchmarkId::new("received after so many authors", count),
            |bench| {
                let written = || Workspace::load(&written).expect("a workspace");
                bench.iter_custom(|letters| receive(written(), Some(Limits::default()), letters));
            },
        );
    }
    for count in PIECES {
        let written = of_pieces(count).snapshot();
        group.bench_function(
            BenchmarkId::new("received in a text of so many pieces", count),
            |bench| {
                let written = || Workspace::load(&written).expect("a workspace");
                bench.iter_custom(|letters| receive(written(), Some(Limits::default()), letters));
            },
        );
    }
    group.finish();
}

fn documents(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("document");
    for size in SIZES {
        let mut workspace = workspace(size);
        let (whole, before) = (workspace.snapshot(), workspace.state_vector());
        let updates: Vec<_> = (0..100)
            .map(|at| {
                workspace
                    .apply(&letter(at), &stamp())
                    .expect("a letter")
                    .update
            })
            .collect();
        let updates: Vec<&[u8]> = [whole.as_slice()]
            .into_iter()
            .chain(updates.iter().map(Vec::as_slice))
            .collect();
        group.throughput(Throughput::Bytes(whole.len() as u64));
        let name = |what: &str| BenchmarkId::new(what, size.name);
        group.bench_function(name("load"), |bench| {
            bench.iter(|| Workspace::load(&whole).expect("a workspace"));
        });
        group.bench_function(name("guard"), |bench| {
            bench.iter_batched(
                || Workspace::load(&whole).expect("a workspace"),
                |mut workspace| {
                    workspace.guard(Limits::default()).expect("a guard");
                    workspace
                },
                BatchSize::PerIteration,
            );
        });
        group.bench_function(name("snapshot"), |bench| {
            bench.iter(|| workspace.snapshot())
        });
        group.bench_function(name("what somebody lacks"), |bench| {
            bench.iter(|| workspace.diff(&before).expect("a state vector"));
        });
        group.bench_function(name("state vector"), |bench| {
            bench.iter(|| workspace.state_vector());
        });
        group.bench_function(name("content"), |bench| bench.iter(|| workspace.content()));
        group.bench_function(name("merge with a log of 100"), |bench| {
            bench.iter(|| merge_updates(&updates).expect("updates"));
        });
    }
    group.finish();
}

fn versions(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("version");
    for size in SIZES {
        let mut workspace = workspace(size);
        let before = workspace.content();
        workspace.apply(&letter(0), &stamp()).expect("a letter");
        let after = workspace.content();
        let version = version(after.clone());
        let sealed = seal(version.clone());
        let name = |what: &str| BenchmarkId::new(what, size.name);
        group.bench_function(name("dashboard"), |bench| {
            bench.iter(|| jalon_shared::dashboard::compute(&after));
        });
        group.bench_function(name("seal"), |bench| {
            bench.iter_batched(|| version.clone(), seal, BatchSize::LargeInput);
        });
        group.bench_function(name("open"), |bench| {
            bench.iter_batched(
                || (sealed.nameless().to_owned(), sealed.disclosures().clone()),
                |(file, names)| Sealed::open(file, names).expect("intact"),
                BatchSize::LargeInput,
            );
        });
        group.bench_function(name("what changed"), |bench| {
            bench.iter(|| diff::diff(&before, &after));
        });
    }
    group.finish();
}

/// Few and short: all of it in a minute, enough to see what became slower.
fn short() -> Criterion {
    Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(200))
        .measurement_time(Duration::from_millis(800))
}

criterion_group! { name = benches; config = short(); targets = letters, documents, versions }
criterion_main!(benches);
