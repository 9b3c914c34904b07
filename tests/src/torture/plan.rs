//! What a writer does next: one of the things that people do, chosen by chance from a seed.

use crate::words::{Says, TEXTS, Word, entities, gaps, months};
use jalon_shared::{
    AxisId, Command, DecisionId, EntityKind, EntityRef, Field, FieldRef, IndicatorId, Measure,
    NewEntity, ObjectiveId, Place, ReadingId, TextEdit, Value, Workspace,
};
use rand::{Rng, rngs::StdRng, seq::IndexedRandom};
use std::time::{SystemTime, UNIX_EPOCH};

/// How many entities of a kind there are before no more are made.
const MOST_ENTITIES: usize = 60;

/// From how many UTF-16 units on a text gets no more words; well below what a workspace takes.
const LONG_TEXT: usize = 12_000;

/// Something to do: commands that are sent one by one, and what a document says when all are kept.
pub struct Plan {
    pub commands: Vec<Command>,
    pub says: Option<Says>,
}

/// Milliseconds since 1970.
pub fn now_ms() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| {
        u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
    })
}

/// Makes an indicator for the figures of one writer.
pub fn own_indicator(rng: &mut StdRng) -> (IndicatorId, Command) {
    let id = IndicatorId::born(now_ms(), rng.random());
    (id, NewEntity::new(id).into())
}

/// Chooses what to do. `own` is the indicator of this writer and the figure that it set last.
pub fn choose(document: &Workspace, own: Option<(IndicatorId, f64)>, rng: &mut StdRng) -> Plan {
    let chosen = match rng.random_range(0..100) {
        0..14 => new_entity(document, rng),
        14..30 => record(document, rng),
        30..40 => own.map(|(indicator, last)| figure(indicator, last + 1.0)),
        40..46 => shuffle(document, rng),
        46..58 => write(document, rng, true),
        _ => None,
    };
    chosen
        .or_else(|| write(document, rng, false))
        .unwrap_or_else(|| into_mission(document))
}

fn says_word(word: Word, commands: Vec<Command>) -> Plan {
    Plan {
        commands,
        says: Some(Says::Word(word)),
    }
}

/// Puts a word into one of the texts, at once or letter by letter.
fn write(document: &Workspace, rng: &mut StdRng, letter_by_letter: bool) -> Option<Plan> {
    let (kind, field) = TEXTS.choose(rng)?.clone();
    let entity = *entities(document, kind).choose(rng)?;
    let field = FieldRef { entity, field };
    let text = document.text(&field)?;
    if text.len() > LONG_TEXT {
        return None;
    }
    let word = Word::new();
    let mut at = *gaps(&text).choose(rng)?;
    let edit = |at, insert: &str| Command::Edit {
        field: field.clone(),
        edit: TextEdit {
            at,
            delete: 0,
            insert: insert.to_owned(),
        },
    };
    if !letter_by_letter {
        return Some(says_word(word, vec![edit(at, &word.text())]));
    }
    let mut commands = Vec::new();
    for letter in word.text().chars() {
        commands.push(edit(at, letter.encode_utf8(&mut [0; 4])));
        at += u32::try_from(letter.len_utf16()).ok()?;
    }
    Some(says_word(word, commands))
}

/// The text that every workspace has.
fn into_mission(document: &Workspace) -> Plan {
    let field = FieldRef {
        entity: EntityRef::SETTINGS,
        field: Field::Mission,
    };
    let (word, at) = (Word::new(), 0);
    if document.text(&field).is_none() {
        return Plan {
            commands: Vec::new(),
            says: None,
        };
    }
    let edit = TextEdit {
        at,
        delete: 0,
        insert: word.text(),
    };
    says_word(word, vec![Command::Edit { field, edit }])
}

fn new_entity(document: &Workspace, rng: &mut StdRng) -> Option<Plan> {
    let (kind, field) = TEXTS.choose(rng)?.clone();
    if entities(document, kind).len() >= MOST_ENTITIES {
        return None;
    }
    let (now, chance) = (now_ms(), rng.random());
    let entity: EntityRef = match kind {
        EntityKind::Axis => AxisId::born(now, chance).into(),
        EntityKind::Objective => ObjectiveId::born(now, chance).into(),
        EntityKind::Indicator => IndicatorId::born(now, chance).into(),
        EntityKind::Decision => DecisionId::born(now, chance).into(),
        _ => return None,
    };
    let word = Word::new();
    let new = NewEntity::new(entity).text(field, word.text());
    Some(says_word(word, vec![new.into()]))
}

fn record(document: &Workspace, rng: &mut StdRng) -> Option<Plan> {
    let word = Word::new();
    let months: Vec<_> = months().collect();
    let command = Command::Record {
        id: ReadingId::born(now_ms(), rng.random()),
        indicator: *document.indicators().choose(rng)?,
        period: *months.choose(rng)?,
        measure: Measure::Amount {
            value: f64::from(rng.random_range(0..1000)),
        },
        comment: word.text(),
    };
    Some(says_word(word, vec![command]))
}

fn figure(indicator: IndicatorId, value: f64) -> Plan {
    Plan {
        commands: vec![Command::Set {
            field: indicator.field(Field::TargetValue),
            value: Value::Number(value),
        }],
        says: Some(Says::Figure(indicator, value)),
    }
}

/// Moves, bins or takes out of the bin: nothing that says a word, and nothing that may lose one.
fn shuffle(document: &Workspace, rng: &mut StdRng) -> Option<Plan> {
    let (kind, _) = TEXTS.choose(rng)?.clone();
    if kind == EntityKind::Settings {
        return None;
    }
    let command = match rng.random_range(0..3) {
        0 => Command::Move {
            entity: *entities(document, kind).choose(rng)?,
            place: Place::First,
        },
        1 => Command::Delete {
            entity: *entities(document, kind).choose(rng)?,
        },
        _ => Command::Restore {
            entity: document.bin().choose(rng)?.entity,
        },
    };
    Some(Plan {
        commands: vec![command],
        says: None,
    })
}
