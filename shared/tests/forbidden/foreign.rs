//! A workspace as a server holds it, and clients of it that follow no rules.

use jalon_shared::{
    AxisId, Command, EntityKind, EntityRef, Field, IndicatorId, Measure, NewEntity, PersonId,
    ReadingId, Settings, Stamp, TextEdit, Workspace,
    workspace::{Limits, ReceiveError},
};
use std::collections::HashMap;
use uuid::Uuid;
use yrs::{
    Any, Doc, In, Map, MapRef, OffsetKind, Options, Out, ReadTxn, StateVector, TextRef, Transact,
    Update, updates::decoder::Decode,
};

pub const AXIS: u128 = 7;
pub const OBJECTIVE: u128 = 8;
pub const INDICATOR: u128 = 9;
pub const TERM: u128 = 10;
pub const READING: u128 = 11;

pub fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

pub fn stamp(at: i64) -> Stamp {
    Stamp {
        person: PersonId::from_uuid(id(1)),
        name: "Awa".into(),
        at,
    }
}

pub fn reading_key(reading: u128) -> String {
    format!("{}/2025-T1/{}", id(INDICATOR), id(reading))
}

/// A workspace as a server holds it, with one of everything that matters here.
pub fn workspace(limits: Limits) -> Workspace {
    let mut workspace = Workspace::new();
    let settings = Settings {
        title: "Escale".into(),
        languages: vec!["fr".parse().unwrap()],
        ..Settings::default()
    };
    workspace.setup(&settings, &stamp(1));
    let entity = |kind, number| NewEntity::new(EntityRef::new(kind, id(number)));
    let commands: [Command; 5] = [
        entity(EntityKind::Axis, AXIS)
            .text(Field::Label, "Répit 😀 des aidants")
            .into(),
        entity(EntityKind::Indicator, INDICATOR)
            .text(Field::Name, "Familles")
            .into(),
        entity(EntityKind::Objective, OBJECTIVE)
            .link(Field::Indicators, IndicatorId::from_uuid(id(INDICATOR)))
            .into(),
        entity(EntityKind::Term, TERM).into(),
        Command::Record {
            id: ReadingId::from_uuid(id(READING)),
            indicator: IndicatorId::from_uuid(id(INDICATOR)),
            period: "2025-T1".parse().unwrap(),
            measure: Measure::Amount { value: 74.5 },
            comment: String::new(),
        },
    ];
    workspace.guard(limits).unwrap();
    for (at, command) in commands.iter().enumerate() {
        workspace.apply(command, &stamp(at as i64 + 2)).unwrap();
    }
    workspace
}

/// A client of that workspace that follows no rules.
pub struct Foreign {
    pub doc: Doc,
}

impl Foreign {
    /// It has seen all, or nothing and makes up what it writes as if it were there at the same moment.
    pub fn new(workspace: Option<&Workspace>) -> Self {
        let doc = Doc::with_options(Options {
            offset_kind: OffsetKind::Utf16,
            ..Options::default()
        });
        if let Some(workspace) = workspace {
            let update = Update::decode_v1(&workspace.snapshot()).unwrap();
            doc.transact_mut().apply_update(update).unwrap();
        }
        Self { doc }
    }

    /// The map at a path such as `objectives/8/indicators`, where a number stands for an id.
    pub fn map(&self, path: &str) -> MapRef {
        let mut parts = path.split('/');
        let root = self.doc.get_or_insert_map(parts.next().unwrap());
        let txn = self.doc.transact();
        parts.fold(root, |map, part| {
            map.get(&txn, &key(part)).unwrap().cast().unwrap()
        })
    }

    /// The text at a path such as `axes/7/label`.
    pub fn text(&self, path: &str) -> TextRef {
        let (map, key) = path.rsplit_once('/').unwrap();
        let map = self.map(map);
        map.get(&self.doc.transact(), key).unwrap().cast().unwrap()
    }

    /// Puts something under a key of a map.
    pub fn put(&self, path: &str, key: &str, value: impl Into<In>) -> Out {
        let map = self.map(path);
        map.insert(&mut self.doc.transact_mut(), self::key(key), value.into())
    }

    pub fn remove(&self, path: &str, key: &str) {
        let map = self.map(path);
        map.remove(&mut self.doc.transact_mut(), &self::key(key));
    }

    /// What it wrote that a workspace lacks.
    pub fn update_for(&self, workspace: &Workspace) -> Vec<u8> {
        let state = StateVector::decode_v1(&workspace.state_vector()).unwrap();
        self.doc.transact().encode_diff_v1(&state)
    }

    /// All that it has.
    pub fn all(&self) -> Vec<u8> {
        let txn = self.doc.transact();
        txn.encode_diff_v1(&StateVector::default())
    }
}

/// A key: a number stands for an id.
fn key(part: &str) -> String {
    part.parse()
        .map_or_else(|_| part.to_owned(), |number| id(number).to_string())
}

/// The update is refused, and everything is as before and goes on.
pub fn check_refused(workspace: &mut Workspace, update: &[u8], expected: &ReceiveError) {
    let before = (
        workspace.snapshot(),
        workspace.state_vector(),
        workspace.content(),
    );
    assert_eq!(workspace.receive(update).as_ref(), Err(expected));
    let after = (
        workspace.snapshot(),
        workspace.state_vector(),
        workspace.content(),
    );
    assert_eq!(after, before, "{expected}");
    let mut other = Workspace::load(&workspace.snapshot()).unwrap();
    let edit = TextEdit {
        at: 0,
        delete: 1,
        insert: "é".into(),
    };
    let field = AxisId::from_uuid(id(AXIS)).field(Field::Label);
    let effect = other.apply(&Command::Edit { field, edit }, &stamp(9));
    workspace.receive(&effect.unwrap().update).unwrap();
    assert_eq!(workspace.content(), other.content());
}

/// A value of a reading with some of its parts changed.
pub fn entry(changed: &[(&str, Any)]) -> Any {
    let text = |text: String| Any::from(text);
    let mut entry = HashMap::from([
        ("id".to_owned(), text(id(99).to_string())),
        ("indicator".to_owned(), text(id(INDICATOR).to_string())),
        ("period".to_owned(), text("2025-T1".into())),
        (
            "measure".to_owned(),
            Any::from_json(r#"{"shape":"amount","value":3}"#).unwrap(),
        ),
        ("comment".to_owned(), text(String::new())),
        ("by".to_owned(), text(id(1).to_string())),
        ("by_name".to_owned(), text("Awa".into())),
        ("at".to_owned(), Any::from(5)),
        ("supersedes".to_owned(), Any::Array([].into())),
    ]);
    for (key, value) in changed {
        entry.insert((*key).to_owned(), value.clone());
    }
    Any::Map(entry.into())
}
