//! What is said twice. An update may say again what is known already, and nothing happens; but somebody may
//! have written other words under the number of another one's document before. Then those words are not
//! known, however their numbers are.

use super::update::{self, Block, Content, Fault, ItemId, Parent, Update};
use crate::protocol::bytes::Reader;
use yrs::{Any, ClientID, ReadTxn, StateVector, encoding::read::Cursor};

/// Whether an update says something of what is known, for a document whose clocks are `state`.
pub fn repeats(update: &Update, state: impl Fn(u64) -> u32) -> bool {
    known(update, state).next().is_some()
}

/// Whether an update says something else of what is known than the document does. What was deleted may have been
/// anything.
///
/// This costs what the clients in question ever wrote, from there on.
///
/// # Errors
/// When the document's own bytes cannot be read.
pub fn contradicts(update: &Update, txn: &impl ReadTxn) -> Result<bool, Fault> {
    let state = txn.state_vector();
    let here = |client: u64| state.get(&ClientID::new(client));
    let mut from = StateVector::default();
    for (client, clock) in state.iter() {
        from.set_max(*client, *clock);
    }
    for (client, block) in known(update, here) {
        from.set_min(ClientID::new(client), block.start);
    }
    let bytes = txn.encode_diff_v1(&from);
    let held = update::read(&bytes)?;
    let is_other = |(client, said): (u64, &Block)| {
        let of_client = held.clients.iter().find(|(other, _)| *other == client);
        of_client.is_some_and(|(_, blocks)| {
            let first = blocks.partition_point(|block| block.end <= said.start);
            let blocks = blocks.get(first..).unwrap_or_default();
            let mut touched = blocks.iter().take_while(|held| held.start < said.end);
            !touched.all(|held| agree(client, said, held))
        })
    };
    Ok(known(update, here).any(is_other))
}

/// The blocks whose beginning, at least, is known.
fn known<'u, 'a>(
    update: &'u Update<'a>,
    state: impl Fn(u64) -> u32,
) -> impl Iterator<Item = (u64, &'u Block<'a>)> {
    update.clients.iter().flat_map(move |(client, blocks)| {
        let here = state(*client);
        let known = blocks.iter().take_while(move |block| block.start < here);
        known.map(move |block| (*client, block))
    })
}

/// Whether two blocks of one client, which overlap, say the same where they do.
fn agree(client: u64, said: &Block, held: &Block) -> bool {
    let nowhere = |content: &Content| {
        matches!(
            content,
            Content::Collected | Content::Skip | Content::Deleted
        )
    };
    if nowhere(&said.content) || nowhere(&held.content) {
        return true;
    }
    let start = said.start.max(held.start);
    let clocks = (said.end.min(held.end) - start) as usize;
    let skipped = |block: &Block| (start - block.start) as usize;
    origin_at(client, said, start) == origin_at(client, held, start)
        && said.right_origin == held.right_origin
        && (said.start != held.start || is_same_parent(&said.parent, &held.parent))
        && match (&said.content, &held.content) {
            (Content::Letters(one), Content::Letters(other)) => {
                let of = |text: &str, block| {
                    let units = text.encode_utf16().skip(skipped(block));
                    units.take(clocks).collect::<Vec<_>>()
                };
                of(one, said) == of(other, held)
            }
            (Content::Values(one), Content::Values(other)) => {
                values(one, skipped(said), clocks) == values(other, skipped(held), clocks)
            }
            (Content::Map, Content::Map)
            | (Content::Text, Content::Text)
            | (Content::Type, Content::Type)
            | (Content::Foreign, Content::Foreign) => true,
            _ => false,
        }
}

/// What the item at `clock` of a block comes after: the items of a block come after each other.
fn origin_at(client: u64, block: &Block, clock: u32) -> Option<ItemId> {
    match clock.checked_sub(1) {
        Some(before) if clock > block.start => Some(ItemId {
            client,
            clock: before,
        }),
        _ => block.origin,
    }
}

fn is_same_parent(one: &Parent, other: &Parent) -> bool {
    match (one, other) {
        (Parent::Root(one, key), Parent::Root(other, other_key)) => {
            (one, key) == (other, other_key)
        }
        (Parent::Item(one, key), Parent::Item(other, other_key)) => {
            (one, key) == (other, other_key)
        }
        (Parent::OfOrigin, Parent::OfOrigin) => true,
        _ => false,
    }
}

/// Some of the values of a block; `None` for one that cannot be read. By what they mean: two libraries may
/// write one number in two ways.
fn values(bytes: &[u8], skipped: usize, count: usize) -> Vec<Option<Any>> {
    let mut reader = Reader::new(bytes);
    let all = std::iter::from_fn(|| {
        let before = reader.rest();
        update::value(&mut reader).ok()?;
        let length = before.len() - reader.remaining();
        let value = before.get(..length)?;
        Some(Any::decode(&mut Cursor::new(value)).ok())
    });
    all.skip(skipped).take(count).collect()
}
