//! How deeply types are nested: a workspace has three levels, and a document that nests thousands
//! would overflow the stack of whoever deletes it.

use std::collections::BTreeMap;

/// The deepest that a type may be nested. Foreign clients may keep things of their own beside ours.
pub const DEEPEST: u16 = 16;
/// What an item that nobody noted is assumed to lie in: the texts and sets of an entity.
const ASSUMED: u16 = 2;

/// An item's name: the client that made it, and its place among all that this client made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ItemId {
    pub client: u64,
    pub clock: u32,
}

/// The items that lie deeper than anything of ours: none, as long as nobody plays tricks.
#[derive(Debug, Default)]
pub struct Depths {
    /// By the first clock of a run of items: the clock after the last, and the depth of what they lie in.
    deep: BTreeMap<ItemId, (u32, u16)>,
}

impl Depths {
    /// How deep the thing that an item lies in is; a root is 0.
    pub fn container(&self, id: ItemId) -> u16 {
        self.noted(id).unwrap_or(ASSUMED)
    }

    /// How deep a type is itself.
    pub fn of_type(&self, id: ItemId) -> u16 {
        self.noted(id).map_or(ASSUMED, |container| container + 1)
    }

    /// Notes an item, when it is deeper than what is assumed.
    pub fn note(&mut self, id: ItemId, end: u32, container: u16, is_type: bool) {
        if container > ASSUMED || is_type && container == ASSUMED {
            self.deep.insert(id, (end, container));
        }
    }

    pub fn extend(&mut self, other: Self) {
        self.deep.extend(other.deep);
    }

    fn noted(&self, id: ItemId) -> Option<u16> {
        let (start, (end, container)) = self.deep.range(..=id).next_back()?;
        (start.client == id.client && id.clock < *end).then_some(*container)
    }
}
