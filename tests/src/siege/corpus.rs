//! What nonsense is made of: one frame of every kind, as honest clients send them, and updates that are
//! known to be hostile.

use super::mutate::{mutate, number};
use anyhow::{Context, Result};
use jalon_shared::{
    AxisId, BlockId, Command, DecisionId, Field, Generation, IndicatorId, Measure, NewEntity,
    ObjectiveId, PersonId, Place, ReadingId, Role, Stamp, TermId, TextEdit, Value, VerbatimId,
    Workspace,
    protocol::{AwarenessEntry, Frame, Message, Refusal},
};
use rand::{Rng, rngs::StdRng, seq::IndexedRandom};
use serde_json::json;

/// Updates on which the library behind the document chokes.
const HOSTILE: &str = include_str!("../../../shared/tests/vectors/hostile-updates.txt");

/// How often a fresh update is sent as it is, so that the server knows what the next one builds on.
const HONEST: f64 = 0.08;

/// Honest frames about one workspace, and nonsense made of them.
pub struct Corpus {
    /// The workspace before anybody else wrote in it, as one update: what nobody may mind to lose.
    ground: Vec<u8>,
    frames: Vec<Frame>,
    /// The ids of clients in all of it, as they are written.
    clients: Vec<Vec<u8>>,
    /// Updates of a client that the server has not heard yet, the last one first: each builds on the one
    /// after it here.
    fresh: Vec<Vec<u8>>,
}

impl Corpus {
    /// Does one of everything in `document`, and keeps the frames; the updates are to be sent.
    pub fn record(document: &mut Workspace, rng: &mut StdRng) -> Result<(Self, Vec<Vec<u8>>)> {
        let mut updates = Vec::new();
        for command in everything(rng)? {
            let effect = document.apply(&command, &stamp());
            let effect = effect.with_context(|| format!("{command:?}"))?;
            updates.push(effect.update);
        }
        updates.extend(
            [document.undo(), document.redo()]
                .into_iter()
                .flatten()
                .map(|effect| effect.update),
        );
        // What changed nothing says nothing.
        updates.retain(|update| !update.is_empty());
        let mut frames: Vec<Frame> = updates
            .iter()
            .cloned()
            .chain(hostile()?)
            .map(|update| Frame::Update { update })
            .collect();
        frames.push(Frame::SyncStep2 {
            update: document.snapshot(),
        });
        frames.push(Frame::SyncStep1 {
            state_vector: document.state_vector(),
        });
        frames.extend(other_frames(document.client_id()));
        let corpus = Self {
            ground: document.snapshot(),
            frames,
            clients: vec![number(document.client_id())],
            fresh: Vec::new(),
        };
        Ok((corpus, updates))
    }

    /// The next frame of nonsense. A few are honest, so that the others get deeper.
    pub fn next(&mut self, rng: &mut StdRng) -> Result<Vec<u8>> {
        if self.fresh.is_empty() {
            self.renew(rng)?;
        }
        if rng.random_bool(HONEST) {
            let update = self.fresh.pop().unwrap_or_default();
            return Ok(Frame::Update { update }.encode());
        }
        let other = self.frames.choose(rng).map(Frame::encode);
        let other = other.unwrap_or_default();
        // What makes sense until the last byte gets deepest, so most frames keep their frame.
        if rng.random_bool(0.6) {
            let mut update = self.fresh.last().cloned().unwrap_or_default();
            mutate(&mut update, &other, &self.clients, rng);
            return Ok(Frame::Update { update }.encode());
        }
        let mut frame = self.frames.choose(rng).cloned().context("no frames")?;
        if let Frame::Update { update: bytes }
        | Frame::SyncStep2 { update: bytes }
        | Frame::SyncStep1 {
            state_vector: bytes,
        } = &mut frame
            && rng.random_bool(0.7)
        {
            mutate(bytes, &other, &self.clients, rng);
            return Ok(frame.encode());
        }
        let mut bytes = frame.encode();
        mutate(&mut bytes, &other, &self.clients, rng);
        Ok(bytes)
    }

    fn renew(&mut self, rng: &mut StdRng) -> Result<()> {
        let mut document = Workspace::load(&self.ground)?;
        self.clients.truncate(1);
        self.clients.push(number(document.client_id()));
        self.fresh.clear();
        for command in everything(rng)? {
            let effect = document.apply(&command, &stamp());
            self.fresh
                .push(effect.with_context(|| format!("{command:?}"))?.update);
        }
        self.fresh.retain(|update| !update.is_empty());
        self.fresh.reverse();
        Ok(())
    }
}

fn stamp() -> Stamp {
    Stamp {
        person: PersonId::from_uuid(uuid::Uuid::from_u128(1)),
        name: "Awa".to_owned(),
        at: 1_750_000_000_000,
    }
}

fn hostile() -> Result<Vec<Vec<u8>>> {
    let lines = HOSTILE.lines().filter(|line| !line.starts_with('#'));
    let hex = lines.filter_map(|line| line.split_whitespace().last());
    hex.map(|hex| {
        let bytes = hex.as_bytes().chunks(2).map(|pair| {
            let digits = std::str::from_utf8(pair)?;
            Ok(u8::from_str_radix(digits, 16)?)
        });
        bytes.collect()
    })
    .collect()
}

/// One command of every kind, about entities that are made here.
fn everything(rng: &mut StdRng) -> Result<Vec<Command>> {
    /// Milliseconds since 1970; the ids are new by their random part.
    const BORN: u64 = 1_750_000_000_000;
    let mut chance = || rng.random();
    let objective = ObjectiveId::born(BORN, chance());
    let indicator = IndicatorId::born(BORN, chance());
    let axis = AxisId::born(BORN, chance());
    let term = TermId::born(BORN, chance());
    let (verbatim, decision, block) = (
        VerbatimId::born(BORN, chance()),
        DecisionId::born(BORN, chance()),
        BlockId::born(BORN, chance()),
    );
    let reading = |id, value, comment: &str| -> Result<Command> {
        Ok(Command::Record {
            id,
            indicator,
            period: "2025-T2".parse()?,
            measure: Measure::Amount { value },
            comment: comment.to_owned(),
        })
    };
    let edit = |at, delete, insert: &str| Command::Edit {
        field: objective.field(Field::Statement),
        edit: TextEdit {
            at,
            delete,
            insert: insert.to_owned(),
        },
    };
    let set = |field, value: Value| Command::Set { field, value };
    Ok(vec![
        NewEntity::new(axis).text(Field::Label, "Répit").into(),
        NewEntity::new(objective)
            .text(Field::Statement, "D’ici décembre, 60 aidants")
            .value(Field::Axis, Value::Id(axis.uuid()))
            .at(Place::First)
            .into(),
        NewEntity::new(indicator)
            .text(Field::Name, "Aidants")
            .into(),
        NewEntity::new(term).into(),
        NewEntity::new(verbatim)
            .text(Field::Text, "« Je souffle. »")
            .into(),
        NewEntity::new(decision)
            .text(Field::Text, "Ouvrir le samedi")
            .into(),
        NewEntity::new(block).into(),
        edit(8, 8, "juin 😀"),
        edit(0, 1, "d"),
        set(indicator.field(Field::TargetValue), 60.0.into()),
        set(indicator.field(Field::TargetValue), Value::None),
        set(objective.field(Field::DueDate), "2025-12-31".into()),
        Command::Link {
            field: objective.field(Field::Indicators),
            to: indicator.uuid(),
        },
        Command::Unlink {
            field: objective.field(Field::Indicators),
            to: indicator.uuid(),
        },
        reading(ReadingId::born(BORN, chance()), 12.0, "au printemps")?,
        reading(ReadingId::born(BORN, chance()), 14.5, "")?,
        Command::AddLanguage {
            lang: "it".parse()?,
        },
        Command::Edit {
            field: term.field(Field::TermIn("it".parse()?)),
            edit: TextEdit {
                at: 0,
                delete: 0,
                insert: "sollievo".to_owned(),
            },
        },
        Command::RemoveLanguage {
            lang: "it".parse()?,
        },
        Command::Move {
            entity: axis.into(),
            place: Place::First,
        },
        Command::Delete {
            entity: verbatim.into(),
        },
        Command::Restore {
            entity: verbatim.into(),
        },
    ])
}

/// Frames without an update, those that only a server sends too.
fn other_frames(client: u64) -> Vec<Frame> {
    let entry = |state| AwarenessEntry {
        client,
        clock: 7,
        state,
    };
    let person = stamp().person;
    let state = json!({
        "user": { "person": person, "name": "Awa", "color": 3 },
        "page": "objectives",
        "field": "objective/0190a1b2-0000-7000-8000-000000000001/statement",
    });
    vec![
        Frame::Awareness {
            entries: vec![entry(Some(state)), entry(None)],
        },
        Frame::QueryAwareness,
        Frame::SyncStep1 {
            state_vector: vec![0],
        },
        Frame::Auth {
            reason: "no".to_owned(),
        },
        Frame::Jalon(Message::Welcome {
            person,
            name: "Awa".to_owned(),
            role: Role::Facilitator,
            client: Some(client),
            generation: Generation::FIRST,
        }),
        Frame::Jalon(Message::Storage { writable: false }),
        Frame::Jalon(Message::Acknowledged { through: 3 }),
        Frame::Jalon(Message::Refused {
            frame: 1,
            reason: Refusal::Role,
        }),
        Frame::Jalon(Message::AccessChanged {
            role: Some(Role::Facilitator),
        }),
    ]
}
