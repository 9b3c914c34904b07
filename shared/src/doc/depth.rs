//! How deeply an update nests types: a workspace has three levels, and a document that nests thousands
//! would overflow the stack of whoever deletes it.
//!
//! This is for who trusts where an update comes from (a store, a server) and wants to survive a damaged
//! one. What clients send to a server has to pass the [`super::gate`], which lets no type in but those of the model.

use super::{
    order::Arrival,
    update::{Fault, ItemId, Parent, Update},
};
use std::collections::BTreeMap;

/// The deepest that a type may be nested.
const DEEPEST: u16 = 16;
/// What an item that was there before is assumed to lie in: the texts and sets of an entity.
const ASSUMED: u16 = 2;

/// Refuses an update that nests its types too deeply.
///
/// # Errors
/// [`Fault::Unreadable`].
pub fn check(update: &Update, arrivals: &[Arrival]) -> Result<(), Fault> {
    // By the first item of a block: the clock after its last, and the depth of what it lies in.
    let mut depths: BTreeMap<ItemId, (u32, u16)> = BTreeMap::new();
    for arrival in arrivals {
        let Some(block) = arrival.of(update) else {
            continue;
        };
        let container = |id: ItemId| {
            let (start, (end, depth)) = depths.range(..=id).next_back()?;
            (start.client == id.client && id.clock < *end).then_some(*depth)
        };
        let depth = match (&block.parent, block.origin.or(block.right_origin)) {
            (Parent::Root(..), _) => 0,
            (Parent::Item(id, _), _) => container(*id).map_or(ASSUMED, |depth| depth + 1),
            (Parent::OfOrigin, Some(origin)) => container(origin).unwrap_or(ASSUMED),
            (Parent::OfOrigin, None) => 0,
        };
        if block.content.is_type() && depth >= DEEPEST {
            return Err(Fault::Unreadable("types are nested too deeply"));
        }
        let id = ItemId {
            client: arrival.client,
            clock: arrival.from,
        };
        depths.insert(id, (block.end, depth));
    }
    Ok(())
}
