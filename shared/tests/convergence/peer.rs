//! A replica with a mirror of its texts, and the few names that all replicas deal with.

use jalon_shared::{
    Change, EntityKind, EntityRef, Field, FieldKind, FieldRef, Lang, Period, TextOp, Workspace,
};
use std::collections::{BTreeMap, VecDeque};
use uuid::Uuid;

pub const KINDS: [EntityKind; 7] = [
    EntityKind::Axis,
    EntityKind::Objective,
    EntityKind::Indicator,
    EntityKind::Verbatim,
    EntityKind::Term,
    EntityKind::Decision,
    EntityKind::Block,
];
/// How many entities of a kind people deal with.
pub const FEW: u8 = 4;

pub fn lang(number: u8) -> Lang {
    Lang::OFFERED[usize::from(number) % Lang::OFFERED.len()]
        .parse()
        .unwrap()
}

pub fn period(number: u8) -> Period {
    ["2025-T1", "2025-T2", "2025"][usize::from(number) % 3]
        .parse()
        .unwrap()
}

/// A replica, and what a view of it knows from changes alone.
pub struct Peer {
    pub workspace: Workspace,
    /// The shared texts, each followed by the steps of its changes.
    texts: BTreeMap<FieldRef, String>,
    /// Updates on their way here, each with its sender: those of one sender arrive in their order.
    pub inbox: Vec<VecDeque<Vec<u8>>>,
    pub online: bool,
}

impl Peer {
    pub fn new(from: &[u8], peers: usize) -> Self {
        let workspace = Workspace::load(from).unwrap();
        let mut peer = Self {
            workspace,
            texts: BTreeMap::new(),
            inbox: vec![VecDeque::new(); peers],
            online: true,
        };
        peer.look_again(None);
        peer
    }

    /// Reads the texts of a kind anew, as a view does when a list changed.
    fn look_again(&mut self, kind: Option<EntityKind>) {
        self.texts
            .retain(|field, _| kind.is_some_and(|kind| kind != field.entity.kind));
        for (entity, fields) in every_text() {
            if kind.is_none_or(|kind| kind == entity.kind) {
                for field in fields {
                    let field = entity.field(field);
                    if let Some(text) = self.workspace.text(&field) {
                        self.texts.insert(field, text);
                    }
                }
            }
        }
    }

    /// Follows changes, texts by their steps.
    pub fn follow(&mut self, changes: &[Change]) {
        for change in changes {
            if let Change::Text { field, ops, now } = change {
                let text = self.texts.entry(field.clone()).or_default();
                *text = replay(text, ops, now);
            }
        }
        for change in changes {
            if let Change::List(kind) = change {
                self.look_again(Some(*kind));
            }
        }
    }

    pub fn check_mirror(&self) {
        for (entity, fields) in every_text() {
            for field in fields {
                let field = entity.field(field);
                assert_eq!(
                    self.texts.get(&field).cloned(),
                    self.workspace.text(&field),
                    "{field}"
                );
            }
        }
    }
}

/// A text after steps; what they insert is taken from the text `now`, where it must stand.
fn replay(text: &str, ops: &[TextOp], now: &str) -> String {
    let (old, now): (Vec<u16>, Vec<u16>) =
        (text.encode_utf16().collect(), now.encode_utf16().collect());
    let (mut read, mut new) = (0, Vec::new());
    for op in ops {
        match *op {
            TextOp::Retain(length) => {
                new.extend_from_slice(&old[read..read + length as usize]);
                read += length as usize;
            }
            TextOp::Insert(length) => {
                new.extend_from_slice(&now[new.len()..new.len() + length as usize])
            }
            TextOp::Delete(length) => read = old.len().min(read.saturating_add(length as usize)),
        }
    }
    new.extend_from_slice(&old[read..]);
    String::from_utf16(&new).expect("whole letters")
}

fn every_text() -> Vec<(EntityRef, Vec<Field>)> {
    let texts = |kind: EntityKind| {
        let langs: Vec<Lang> = (0..4).map(lang).collect();
        let fields = kind
            .fields()
            .iter()
            .cloned()
            .chain(langs.iter().flat_map(move |lang| kind.fields_in(lang)));
        fields
            .filter(|field| field.kind() == FieldKind::Text)
            .collect::<Vec<_>>()
    };
    let few = KINDS
        .into_iter()
        .flat_map(|kind| (0..FEW).map(move |number| entity(kind, number)));
    few.chain([EntityRef::SETTINGS])
        .map(|entity| (entity, texts(entity.kind)))
        .collect()
}

pub fn entity(kind: EntityKind, number: u8) -> EntityRef {
    EntityRef::new(kind, Uuid::from_u128(u128::from(number % FEW) + 1))
}
