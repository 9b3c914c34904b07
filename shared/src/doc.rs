//! The shared document behind a workspace: where things lie in it, and how they are read and written.
//!
//! Everything in here speaks yrs; nothing of it leaves the crate. A merged document may hold anything
//! that some client wrote, so readers clamp and skip, and never panic.

pub mod alike;
pub mod changes;
pub mod depth;
pub mod gate;
pub mod json;
pub mod order;
pub mod position;
pub mod read;
pub mod readings;
pub mod splice;
pub mod talk;
pub mod twice;
pub mod update;
pub mod value;
pub mod write;

use crate::{EntityKind, EntityRef};
use uuid::Uuid;
use yrs::{Doc, Map, MapRef, OffsetKind, Options, Out, ReadTxn};

/// Where an entity stands among those of its kind.
pub const POSITION: &str = "position";
/// When it was sent to the bin, in milliseconds since 1970; absent while it is not there.
pub const DELETED_AT: &str = "deleted_at";
/// The name of who sent it there.
pub const DELETED_BY: &str = "deleted_by";

const READINGS: &str = "readings";
const TALK: &str = "talk";
const LANGUAGES: &str = "languages";

/// An empty document with a random client id. Offsets in texts are UTF-16, as in browsers.
pub fn empty() -> Doc {
    Doc::with_options(Options {
        offset_kind: OffsetKind::Utf16,
        ..Options::default()
    })
}

/// The maps at the root of the document.
pub struct Roots {
    /// In the order of [`EntityKind::ALL`]. That of the settings holds their fields, each other one
    /// its entities by id.
    kinds: [MapRef; EntityKind::ALL.len()],
    /// Entries by `indicator/period/entry`.
    pub readings: MapRef,
    /// Entries of threads by `subject/thread/entry`.
    pub talk: MapRef,
    /// Positions by language tag.
    pub languages: MapRef,
}

impl Roots {
    pub fn of(doc: &Doc) -> Self {
        Self {
            kinds: EntityKind::ALL.map(|kind| doc.get_or_insert_map(root_name(kind))),
            readings: doc.get_or_insert_map(READINGS),
            talk: doc.get_or_insert_map(TALK),
            languages: doc.get_or_insert_map(LANGUAGES),
        }
    }

    pub fn kind(&self, kind: EntityKind) -> &MapRef {
        &self.kinds[kind as usize]
    }

    /// The map of an entity's fields.
    pub fn entity(&self, txn: &impl ReadTxn, entity: EntityRef) -> Option<MapRef> {
        let root = self.kind(entity.kind);
        if entity.kind == EntityKind::Settings {
            return (entity == EntityRef::SETTINGS).then(|| root.clone());
        }
        map_at(txn, root, &entity.id.to_string())
    }

    /// Every entity of a kind, in no order, with those in the bin.
    pub fn entities(&self, txn: &impl ReadTxn, kind: EntityKind) -> Vec<(Uuid, MapRef)> {
        if kind == EntityKind::Settings {
            return Vec::new();
        }
        let entries = self.kind(kind).iter(txn);
        entries
            .filter_map(|(key, value)| Some((id(key)?, MapRef::try_from(value).ok()?)))
            .collect()
    }
}

/// The name of the root map of a kind.
pub const fn root_name(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Settings => "settings",
        EntityKind::Axis => "axes",
        EntityKind::Objective => "objectives",
        EntityKind::Indicator => "indicators",
        EntityKind::Verbatim => "verbatims",
        EntityKind::Term => "terms",
        EntityKind::Decision => "decisions",
        EntityKind::Block => "blocks",
    }
}

/// The id that a key is, in the one way of writing it: else an id could be there twice.
pub fn id(key: &str) -> Option<Uuid> {
    Uuid::try_parse(key).ok().filter(|id| id.to_string() == key)
}

pub fn map_at(txn: &impl ReadTxn, map: &MapRef, key: &str) -> Option<MapRef> {
    match map.get(txn, key)? {
        Out::YMap(map) => Some(map),
        _ => None,
    }
}
