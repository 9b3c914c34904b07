//! What the blocks of an update would add to the index, before anybody decided whether they come in.

use super::places::{
    Facts, FieldNumber, News, Numbering, Owner, OwnerEntry, Place, Places, SlotEntry,
};
use crate::{
    EntityKind, Field, FieldKind,
    doc::{
        DELETED_AT, DELETED_BY, LANGUAGES, POSITION, READINGS, TALK, id, readings, root_name, talk,
        update::{Block, Content, ItemId, Parent},
    },
};
use std::{
    collections::{BTreeMap, HashMap},
    ops::Range,
};

/// Why a place is none of the model.
type Misplaced = &'static str;

/// An update on its way into the index.
pub struct Draft<'p> {
    known: &'p Places,
    pub numbering: Numbering<'p>,
    /// As in [`News::runs`].
    runs: BTreeMap<ItemId, (u32, Place)>,
    /// Fields by kind and key, so that each is looked for once.
    fields: HashMap<(EntityKind, String), FieldNumber>,
}

impl<'p> Draft<'p> {
    pub fn new(known: &'p Places) -> Self {
        Self {
            known,
            numbering: Numbering::new(known),
            runs: BTreeMap::new(),
            fields: HashMap::new(),
        }
    }

    pub fn finish(self) -> News {
        News {
            runs: self.runs,
            tables: self.numbering.new,
        }
    }

    /// The place of an item, here or in the index.
    pub fn place(&self, id: ItemId) -> Option<Place> {
        self.new_place(id).or_else(|| self.known.place(id))
    }

    /// The place of an item that the update makes.
    pub fn new_place(&self, id: ItemId) -> Option<Place> {
        let (start, (end, place)) = self.runs.range(..=id).next_back()?;
        (start.client == id.client && id.clock < *end).then_some(*place)
    }

    /// The runs of the update that overlap some clocks of a client, whole.
    pub fn overlapping(
        &self,
        client: u64,
        clocks: &Range<u32>,
    ) -> impl Iterator<Item = (ItemId, Place)> {
        let first = ItemId { client, clock: 0 };
        let end = ItemId {
            client,
            clock: clocks.end,
        };
        let start = clocks.start;
        let runs = self.runs.range(first..end).rev();
        runs.take_while(move |(_, (end, _))| *end > start)
            .map(|(id, (_, place))| (*id, *place))
    }

    /// Finds out where the items of a block lie from `from` on, and notes it. What it builds on must have been
    /// noted before.
    ///
    /// # Errors
    /// When the model has no such place; it is noted as foreign.
    pub fn note(&mut self, client: u64, from: u32, block: &Block) -> Result<Place, Misplaced> {
        let id = ItemId {
            client,
            clock: from,
        };
        let mut found = self.locate(id, block);
        if from > block.start && !matches!(block.content, Content::Collected) {
            // Its beginning is known: the library puts the rest beside that, whatever is said of its place.
            let before = ItemId {
                client,
                clock: from - 1,
            };
            if self.place(before) != found.ok() {
                found = Err("a block that continues something else");
            }
        }
        let place = found.unwrap_or(Place::Foreign);
        self.runs.insert(id, (block.end, place));
        found
    }

    fn locate(&mut self, id: ItemId, block: &Block) -> Result<Place, Misplaced> {
        if matches!(block.content, Content::Collected) {
            return Ok(Place::Collected);
        }
        match block.parent {
            Parent::Root(name, Some(key)) => self.in_root(id, name, key, block),
            Parent::Root(_, None) => Err("a root that is no map"),
            Parent::Item(parent, key) => self.in_item(id, parent, key, block),
            Parent::OfOrigin => self.beside(id, block),
        }
    }

    fn in_root(
        &mut self,
        id: ItemId,
        name: &str,
        key: &str,
        block: &Block,
    ) -> Result<Place, Misplaced> {
        if name == READINGS {
            let is_key = readings::parse(key).is_some();
            return is_key
                .then_some(Place::Fact(Facts::Readings))
                .ok_or("a reading under a key that is none");
        }
        if name == TALK {
            let is_key = talk::parse(key).is_some();
            return is_key
                .then_some(Place::Fact(Facts::Talk))
                .ok_or("a comment under a key that is none");
        }
        if name == LANGUAGES {
            let is_tag = key
                .parse::<crate::Lang>()
                .is_ok_and(|lang| lang.as_str() == key);
            return is_tag
                .then_some(Place::Language)
                .ok_or("a language that is none");
        }
        let kind = EntityKind::ALL
            .into_iter()
            .find(|kind| root_name(*kind) == name)
            .ok_or("a part of the document that the model does not know")?;
        if kind == EntityKind::Settings {
            return self.in_fields(id, Owner::SETTINGS, key, block);
        }
        match (self::id(key), &block.content) {
            (None, _) => Err("an entity under a key that is no id"),
            (Some(_), Content::Map) => {
                let owner = self.numbering.add_owner(OwnerEntry { kind, item: id });
                Ok(Place::Entity(owner))
            }
            (Some(_), _) => Err("an entity that is no map"),
        }
    }

    fn in_item(
        &mut self,
        id: ItemId,
        parent: ItemId,
        key: Option<&str>,
        block: &Block,
    ) -> Result<Place, Misplaced> {
        match (self.place(parent), key) {
            (Some(Place::Entity(owner)), Some(key)) => self.in_fields(id, owner, key, block),
            (Some(Place::Text(slot)), None) => Ok(Place::Letters(slot)),
            (Some(Place::Set(slot)), Some(key)) => self::id(key)
                .map(|_| Place::Member(slot))
                .ok_or("a member that is no id"),
            (Some(Place::Collected | Place::Lost(_)), _) => Ok(Place::Collected),
            (Some(Place::Text(_)), Some(_)) => Err("an attribute of a text"),
            _ => Err("a place in something that holds nothing"),
        }
    }

    fn in_fields(
        &mut self,
        id: ItemId,
        owner: Owner,
        key: &str,
        block: &Block,
    ) -> Result<Place, Misplaced> {
        let kind = self.numbering.owner(owner).map(|entry| entry.kind);
        let kind = kind.ok_or("a field of nothing")?;
        if kind != EntityKind::Settings && [POSITION, DELETED_AT, DELETED_BY].contains(&key) {
            return Ok(Place::Value(owner));
        }
        let known = self.fields.get(&(kind, key.to_owned())).copied();
        let number = match known {
            Some(number) => number,
            None => {
                let field = Field::parse(kind, key).filter(|field| field.key() == key);
                let field = field.ok_or("a field that the model does not know")?;
                if field.kind() == FieldKind::Value {
                    return Ok(Place::Value(owner));
                }
                let number = self.numbering.add_field(field);
                self.fields.insert((kind, key.to_owned()), number);
                number
            }
        };
        self.in_slot(id, owner, number, block)
    }

    fn in_slot(
        &mut self,
        item: ItemId,
        owner: Owner,
        field: FieldNumber,
        block: &Block,
    ) -> Result<Place, Misplaced> {
        let kind = self.numbering.field(field).map(Field::kind);
        let slot = self.numbering.add_slot(SlotEntry { item, owner, field });
        Ok(match (&block.content, kind) {
            (Content::Text, Some(FieldKind::Text)) => Place::Text(slot),
            (Content::Map, Some(FieldKind::Set)) => Place::Set(slot),
            (Content::Deleted, _) => Place::Lost(slot),
            _ => Place::Misfit(slot),
        })
    }

    fn beside(&mut self, id: ItemId, block: &Block) -> Result<Place, Misplaced> {
        let place = |id: Option<ItemId>| id.map(|id| self.place(id).unwrap_or(Place::Foreign));
        let place = match (place(block.origin), place(block.right_origin)) {
            (Some(left), Some(right)) if left != right => {
                return Err("a block between two different places");
            }
            (Some(place), _) | (None, Some(place)) => place,
            (None, None) => return Err("a block without a place"),
        };
        match place {
            Place::Text(slot) | Place::Set(slot) | Place::Lost(slot) | Place::Misfit(slot) => {
                let entry = self.numbering.slot(slot).copied();
                let SlotEntry { owner, field, .. } = entry.ok_or("a block beside nothing")?;
                self.in_slot(id, owner, field, block)
            }
            Place::Rewritten(facts) => Ok(Place::Fact(facts)),
            Place::Entity(_) => Err("an entity that is there already"),
            Place::Foreign => Err("a block beside something that the model does not know"),
            Place::Collected
            | Place::Fact(_)
            | Place::Language
            | Place::Value(_)
            | Place::Letters(_)
            | Place::Member(_) => Ok(place),
        }
    }
}
