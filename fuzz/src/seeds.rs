//! Makes the seeds anew: a document, and what people, strangers and attackers send to it.
//!
//!     cargo run --bin seeds

use anyhow::{Context, Result};
use jalon_shared::{
    AxisId, Command, Content, EntityKind, EntityRef, Field, IndicatorId, Measure, NewEntity,
    PersonId, Place, ReadingId, Role, Settings, Stamp, TermId, TextEdit, Version, Workspace,
    WorkspaceId, dashboard,
    protocol::{AwarenessEntry, Frame, Message, Refusal},
    version::{FORMAT, Participant, Salt, Sealed, Whose},
    workspace::merge_updates,
};
use std::{
    collections::{BTreeMap, BTreeSet},
    convert::Infallible,
    fs,
    path::Path,
};
use uuid::Uuid;

/// Updates that took other servers down.
const HOSTILE: &str = include_str!("../../shared/tests/vectors/hostile-updates.txt");

fn stamp(at: i64) -> Stamp {
    Stamp {
        person: PersonId::from_uuid(Uuid::from_u128(1)),
        name: "Awa".to_owned(),
        at,
    }
}

fn entity(kind: EntityKind, number: u128) -> EntityRef {
    EntityRef::new(kind, Uuid::from_u128(number))
}

fn record(number: u128, measure: Measure) -> Command {
    Command::Record {
        id: ReadingId::from_uuid(Uuid::from_u128(number)),
        indicator: IndicatorId::from_uuid(Uuid::from_u128(9)),
        period: "2025-T1".parse().expect("a period"),
        measure,
        comment: "é".to_owned(),
    }
}

fn document() -> Result<Workspace> {
    let mut workspace = Workspace::new();
    let settings = Settings {
        title: "Escale".to_owned(),
        languages: vec!["fr".parse()?],
        ..Settings::default()
    };
    workspace.setup(&settings, &stamp(1));
    let indicator = IndicatorId::from_uuid(Uuid::from_u128(9));
    let commands: [Command; 6] = [
        NewEntity::new(entity(EntityKind::Axis, 7))
            .text(Field::Label, "Répit 😀 des aidants")
            .into(),
        NewEntity::new(entity(EntityKind::Indicator, 9)).into(),
        NewEntity::new(entity(EntityKind::Objective, 8))
            .link(Field::Indicators, indicator)
            .into(),
        NewEntity::new(entity(EntityKind::Term, 10)).into(),
        record(11, Measure::Amount { value: 74.5 }),
        Command::Delete {
            entity: entity(EntityKind::Objective, 8),
        },
    ];
    for (at, command) in commands.iter().enumerate() {
        workspace.apply(command, &stamp(at as i64 + 2))?;
    }
    Ok(workspace)
}

/// What people do, each on a replica of its own, and more than one thing on some.
fn updates(document: &Workspace) -> Result<Vec<(String, Vec<Vec<u8>>)>> {
    let edit = |at, delete, insert: &str| Command::Edit {
        field: AxisId::from_uuid(Uuid::from_u128(7)).field(Field::Label),
        edit: TextEdit {
            at,
            delete,
            insert: insert.to_owned(),
        },
    };
    let set = |field, value| Command::Set {
        field: entity(EntityKind::Axis, 7).field(field),
        value,
    };
    let indicators = entity(EntityKind::Objective, 8).field(Field::Indicators);
    let italian = TermId::from_uuid(Uuid::from_u128(10)).field(Field::TermIn("it".parse()?));
    let plans: Vec<(&str, Vec<Command>)> = vec![
        (
            "letters",
            vec![edit(0, 0, "a"), edit(1, 3, "😀"), edit(0, 3, "")],
        ),
        (
            "color",
            vec![set(Field::Color, 2.0.into()), set(Field::Color, 3.0.into())],
        ),
        (
            "axis",
            vec![
                NewEntity::new(entity(EntityKind::Axis, 20))
                    .at(Place::First)
                    .into(),
            ],
        ),
        (
            "term",
            vec![NewEntity::new(entity(EntityKind::Term, 21)).into()],
        ),
        (
            "block",
            vec![NewEntity::new(entity(EntityKind::Block, 22)).into()],
        ),
        (
            "bin",
            vec![
                Command::Delete {
                    entity: entity(EntityKind::Axis, 7),
                },
                Command::Restore {
                    entity: entity(EntityKind::Objective, 8),
                },
            ],
        ),
        (
            "links",
            vec![
                Command::Link {
                    field: indicators.clone(),
                    to: Uuid::from_u128(23),
                },
                Command::Unlink {
                    field: indicators,
                    to: Uuid::from_u128(9),
                },
            ],
        ),
        (
            "reading",
            vec![
                record(
                    30,
                    Measure::Ratio {
                        numerator: 3.0,
                        denominator: 4.0,
                    },
                ),
                record(
                    31,
                    Measure::Levels {
                        counts: BTreeMap::from([(1, 2), (3, 4)]),
                    },
                ),
                record(32, Measure::Withdrawn),
            ],
        ),
        (
            "language",
            vec![
                Command::AddLanguage {
                    lang: "it".parse()?,
                },
                Command::Edit {
                    field: italian,
                    edit: TextEdit {
                        at: 0,
                        delete: 0,
                        insert: "sollievo".to_owned(),
                    },
                },
                Command::RemoveLanguage {
                    lang: "fr".parse()?,
                },
            ],
        ),
    ];
    let mut seeds = Vec::new();
    for (name, commands) in plans {
        let mut replica = Workspace::load(&document.snapshot())?;
        let mut updates = Vec::new();
        for (at, command) in commands.iter().enumerate() {
            updates.push(replica.apply(command, &stamp(at as i64 + 100))?.update);
        }
        while let Some(undone) = replica.undo() {
            updates.push(undone.update);
        }
        let all = replica.diff(&document.state_vector())?;
        seeds.push((name.to_owned(), updates));
        seeds.push((format!("{name}-at-once"), vec![all]));
    }
    let mut replica = Workspace::load(&document.snapshot())?;
    let names = BTreeSet::from(["Awa".to_owned()]);
    let rewritten = replica.forget(stamp(1).person, &names).update;
    seeds.push(("rewritten".to_owned(), vec![rewritten]));
    seeds.push(("known".to_owned(), vec![document.snapshot()]));
    for (number, line) in HOSTILE
        .lines()
        .filter(|line| !line.starts_with('#'))
        .enumerate()
    {
        let hex = line.split_whitespace().last().context("bytes")?;
        let bytes: Result<Vec<u8>, _> = (0..hex.len())
            .step_by(2)
            .map(|at| u8::from_str_radix(&hex[at..at + 2], 16))
            .collect();
        seeds.push((format!("hostile-{number}"), vec![bytes?]));
    }
    let strange: [&[u8]; 3] = [
        // `true` under a key of a root that nobody knows; a text at a root; a list in a list.
        b"\x01\x01\x4d\x00\x28\x01\x04mine\x01k\x01\x78\x00",
        b"\x01\x01\x4d\x00\x04\x01\x05words\x04mine\x00",
        b"\x01\x02\x4d\x00\x07\x01\x04mine\x00\x07\x00\x4d\x00\x00\x00",
    ];
    for (number, bytes) in strange.iter().enumerate() {
        seeds.push((format!("strange-{number}"), vec![bytes.to_vec()]));
    }
    Ok(seeds)
}

fn frames(updates: &[(String, Vec<Vec<u8>>)], document: &Workspace) -> Vec<Frame> {
    let mut frames = vec![
        Frame::SyncStep1 {
            state_vector: document.state_vector(),
        },
        Frame::QueryAwareness,
        Frame::Auth {
            reason: "no".to_owned(),
        },
        Frame::Awareness {
            entries: vec![
                AwarenessEntry {
                    client: 7,
                    clock: 1,
                    state: Some(serde_json::json!({"page": "a"})),
                },
                AwarenessEntry {
                    client: 8,
                    clock: 2,
                    state: None,
                },
            ],
        },
        Frame::Jalon(Message::Acknowledged { through: 3 }),
        Frame::Jalon(Message::Refused {
            frame: 1,
            reason: Refusal::Schema,
        }),
        Frame::Jalon(Message::VersionFrozen {
            number: 1,
            label: "T1".to_owned(),
        }),
        Frame::Jalon(Message::AccessChanged {
            role: Some(Role::Reader),
        }),
    ];
    for update in updates.iter().flat_map(|(_, updates)| updates).take(3) {
        frames.push(Frame::Update {
            update: update.clone(),
        });
        frames.push(Frame::SyncStep2 {
            update: update.clone(),
        });
    }
    frames
}

/// The file of a version with names, and without.
fn version_files(document: &Workspace) -> Vec<String> {
    let content: Content = document.content();
    let version = Version {
        format: FORMAT.to_owned(),
        workspace: WorkspaceId::from_uuid(Uuid::from_u128(3)),
        number: 1,
        label: "T1".to_owned(),
        period: "2025-T1".to_owned(),
        note: String::new(),
        frozen_at: "2025-04-01T09:00:00Z".to_owned(),
        frozen_by: "Awa".to_owned(),
        participants: vec![Participant {
            name: "Léo".to_owned(),
            role: Role::Contributor,
        }],
        replaces: None,
        previous_hash: None,
        dashboard: dashboard::compute(&content),
        content,
    };
    let whose = Whose {
        frozen_by: stamp(1).person,
        participants: vec![PersonId::from_uuid(Uuid::from_u128(2))],
    };
    let mut salts = 0;
    let sealing = Sealed::seal(version, &whose, || {
        salts += 1;
        Ok::<Salt, Infallible>(salt(salts))
    });
    let sealing = sealing.expect("sealed");
    vec![
        sealing.sealed.to_json(),
        sealing.sealed.nameless().to_owned(),
    ]
}

fn salt(number: u8) -> Salt {
    [number; size_of::<Salt>()]
}

/// A good body for each call of `json_bodies`, in its order.
const BODIES: [&str; 7] = [
    r#"{"title":"Escale","language":"fr","languages":["it","nl"],"organisation":"O","mission":"M","currency":"EUR","cadence":"monthly"}"#,
    r#"{"code":"ABC234","name":"Awa"}"#,
    r#"{"role":"contributor","expires_in_s":3600,"max_uses":2}"#,
    r#"{"label":"T1","period":"2025-T1","note":"n","replaces":1}"#,
    r#"{"name":"script","role":"reader","expires_in_s":60}"#,
    r#"{"name":"Awa Diop"}"#,
    r#"{"role":"reader"}"#,
];

fn main() -> Result<()> {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let write = |target: &str, name: &str, bytes: &[u8]| -> Result<()> {
        let folder = seeds.join(target);
        fs::create_dir_all(&folder)?;
        fs::write(folder.join(name), bytes).with_context(|| format!("{target}/{name}"))
    };
    let document = document()?;
    write("", "document.bin", &document.snapshot())?;
    let updates = updates(&document)?;
    for (name, updates) in &updates {
        let mut bytes = vec![1];
        for update in updates {
            bytes.extend(u16::try_from(update.len())?.to_le_bytes());
            bytes.extend(update);
        }
        write("update", name, &bytes)?;
    }
    let all: Vec<&[u8]> = updates
        .iter()
        .take(2)
        .flat_map(|(_, all)| all)
        .map(Vec::as_slice)
        .collect();
    let merged = merge_updates(&all)?;
    write(
        "frame",
        "merged",
        &Frame::Update { update: merged }.encode(),
    )?;
    for (number, frame) in frames(&updates, &document).iter().enumerate() {
        write("frame", &number.to_string(), &frame.encode())?;
    }
    for (number, file) in version_files(&document).iter().enumerate() {
        write("version_file", &number.to_string(), file.as_bytes())?;
    }
    for (call, body) in BODIES.iter().enumerate() {
        let bytes = [&[u8::try_from(call)?], body.as_bytes()].concat();
        write("json_bodies", &call.to_string(), &bytes)?;
    }
    Ok(())
}
