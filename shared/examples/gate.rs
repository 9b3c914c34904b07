//! What it costs a server to look updates through: `cargo run --release -p jalon-shared --example gate`.

use jalon_shared::{
    Command, EntityKind, EntityRef, FieldKind, FieldRef, Measure, NewEntity, Period, PersonId,
    Settings, Stamp, TextEdit, Workspace, workspace::Limits,
};
use std::{
    error::Error,
    time::{Duration, Instant},
};
use uuid::Uuid;

/// What is written into each text.
const WORDS: &str = "Les aidants disent ce que le répit a changé pour eux, trois mois après. ";

fn stamp(at: i64) -> Stamp {
    Stamp {
        person: PersonId::from_uuid(Uuid::from_u128(1)),
        name: "Awa".to_owned(),
        at,
    }
}

fn edit(field: FieldRef, insert: &str) -> Command {
    Command::Edit {
        field,
        edit: TextEdit {
            at: 0,
            delete: 0,
            insert: insert.to_owned(),
        },
    }
}

/// About a megabyte: indicators with their texts, a glossary in four languages, readings.
fn large() -> Result<Workspace, Box<dyn Error>> {
    let mut workspace = Workspace::new();
    let settings = Settings {
        languages: vec!["fr".parse()?, "it".parse()?, "en".parse()?, "nl".parse()?],
        ..Settings::default()
    };
    workspace.setup(&settings, &stamp(1));
    let mut made = 10;
    for (kind, count) in [(EntityKind::Indicator, 150), (EntityKind::Term, 200)] {
        for _ in 0..count {
            made += 1;
            let entity = EntityRef::new(kind, Uuid::from_u128(made));
            let mut new = NewEntity::new(entity);
            let in_languages = settings.languages.iter();
            let fields = kind.fields().iter().cloned();
            for field in fields.chain(in_languages.flat_map(|lang| kind.fields_in(lang))) {
                if field.kind() == FieldKind::Text {
                    new = new.text(field, WORDS);
                }
            }
            workspace.apply(&new.into(), &stamp(2))?;
        }
    }
    for number in 0..1_200_u32 {
        let indicator = Uuid::from_u128(11 + u128::from(number % 150)).into();
        let period: Period = format!("2025-{:02}", 1 + number / 150).parse()?;
        let record = Command::Record {
            id: Uuid::from_u128(1_000_000 + u128::from(number)).into(),
            indicator,
            period,
            measure: Measure::Amount {
                value: f64::from(number),
            },
            comment: String::new(),
        };
        workspace.apply(&record, &stamp(3))?;
    }
    Ok(workspace)
}

fn timed(workspace: &mut Workspace, updates: &[Vec<u8>]) -> Result<Duration, Box<dyn Error>> {
    let start = Instant::now();
    for update in updates {
        workspace.receive(update)?;
    }
    Ok(start.elapsed())
}

fn main() -> Result<(), Box<dyn Error>> {
    let document = large()?;
    let snapshot = document.snapshot();
    let mut writer = Workspace::load(&snapshot)?;
    let mut letters = Vec::new();
    for number in 0..20_000_u128 {
        // Somebody writes in one text for a while, then in another.
        let entity = EntityRef::new(EntityKind::Indicator, Uuid::from_u128(11 + number / 200));
        let field = EntityKind::Indicator.fields()[0].clone();
        let command = edit(entity.field(field), "a");
        letters.push(writer.apply(&command, &stamp(4 + number as i64))?.update);
    }
    let per_letter = |all: Duration| all.as_secs_f64() * 1e6 / letters.len() as f64;
    let start = Instant::now();
    let mut trusting = Workspace::load(&snapshot)?;
    let loading = start.elapsed();
    let start = Instant::now();
    let mut guarded = Workspace::load(&snapshot)?;
    let limits = Limits::default();
    guarded.guard(limits)?;
    let guarding = start.elapsed();
    let index = guarded.guard_memory();
    let without = timed(&mut trusting, &letters)?;
    let with = timed(&mut guarded, &letters)?;
    println!("document        {:>8} bytes", snapshot.len());
    println!(
        "index           {index:>8} bytes, {} after the letters",
        guarded.guard_memory()
    );
    println!(
        "loading         {:>8.1} ms, guarded {:.1} ms",
        loading.as_secs_f64() * 1e3,
        guarding.as_secs_f64() * 1e3
    );
    println!(
        "a letter        {:>8.2} µs, guarded {:.2} µs",
        per_letter(without),
        per_letter(with)
    );
    Ok(())
}
