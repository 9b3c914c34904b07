//! The order in which the library takes the blocks of an update in, tried out on clocks alone: what builds
//! on something missing would be taken in halfway.

use super::update::{Block, Content, Fault, ItemId, Parent, Update};
use std::collections::{BTreeMap, HashMap};

/// A block that brings something new.
#[derive(Debug, Clone, Copy)]
pub struct Arrival {
    pub client: u64,
    /// Which of [`Update::clients`].
    pub list: usize,
    /// Which block of that client.
    pub block: usize,
    /// The first clock that is new: later than the block's start when its beginning is known.
    pub from: u32,
}

impl Arrival {
    /// The block, in the update that this was made of.
    pub fn of<'u, 'a>(&self, update: &'u Update<'a>) -> Option<&'u Block<'a>> {
        let (_, blocks) = update.clients.get(self.list)?;
        blocks.get(self.block)
    }
}

/// What one client made, and how much of it is in the document.
struct Queue {
    list: usize,
    next: usize,
    state: u32,
}

/// The new blocks, each after what it builds on, for a document whose clocks are `state`.
///
/// # Errors
/// [`Fault::Incomplete`] when the document could not take all of it in; [`Fault::Unreadable`].
pub fn order(update: &Update, state: impl Fn(u64) -> u32) -> Result<Vec<Arrival>, Fault> {
    let mut queues = HashMap::with_capacity(update.clients.len());
    for (list, (client, _)) in update.clients.iter().enumerate() {
        let queue = Queue {
            list,
            next: 0,
            state: state(*client),
        };
        if queues.insert(*client, queue).is_some() {
            return Err(Fault::Unreadable("a client is there twice"));
        }
    }
    let arrivals = take_in(update, &mut queues, &state)?;
    for (client, range) in &update.deleted {
        let end = queues
            .get(client)
            .map_or_else(|| state(*client), |queue| queue.state);
        if end < range.end {
            return Err(Fault::Incomplete);
        }
        // The library would wait for an item to delete nothing of, or cut one in two for nothing.
        if range.is_empty() || range.start >= end {
            return Err(Fault::Unreadable("a deletion of nothing"));
        }
    }
    Ok(arrivals)
}

fn take_in(
    update: &Update,
    queues: &mut HashMap<u64, Queue>,
    state: &impl Fn(u64) -> u32,
) -> Result<Vec<Arrival>, Fault> {
    let mut arrivals = Vec::new();
    let mut ready: Vec<u64> = queues.keys().copied().collect();
    // Who waits for an item.
    let mut waiting: BTreeMap<ItemId, Vec<u64>> = BTreeMap::new();
    while let Some(client) = ready.pop() {
        let Some(&Queue {
            list,
            mut next,
            state: mut here,
        }) = queues.get(&client)
        else {
            continue;
        };
        let blocks = update
            .clients
            .get(list)
            .map_or(&[][..], |(_, blocks)| blocks);
        while let Some(block) = blocks.get(next) {
            if block.end > here {
                if matches!(block.content, Content::Skip) || block.start > here {
                    return Err(Fault::Incomplete);
                }
                let parent = match block.parent {
                    Parent::Item(id, _) => Some(id),
                    Parent::Root(..) | Parent::OfOrigin => None,
                };
                let is_here = |id: &ItemId| {
                    let end = if id.client == client {
                        here
                    } else {
                        queues
                            .get(&id.client)
                            .map_or_else(|| state(id.client), |queue| queue.state)
                    };
                    id.clock < end
                };
                let mut needs = [block.origin, block.right_origin, parent]
                    .into_iter()
                    .flatten();
                if let Some(missing) = needs.find(|id| !is_here(id)) {
                    waiting.entry(missing).or_default().push(client);
                    break;
                }
                arrivals.push(Arrival {
                    client,
                    list,
                    block: next,
                    from: here,
                });
                here = block.end;
            }
            next += 1;
        }
        if let Some(queue) = queues.get_mut(&client) {
            (queue.next, queue.state) = (next, here);
        }
        let come = ItemId { client, clock: 0 }..ItemId {
            client,
            clock: here,
        };
        for id in waiting.range(come).map(|(id, _)| *id).collect::<Vec<_>>() {
            ready.extend(waiting.remove(&id).unwrap_or_default());
        }
    }
    let is_done = |queue: &Queue| {
        update
            .clients
            .get(queue.list)
            .is_some_and(|(_, blocks)| queue.next == blocks.len())
    };
    if queues.values().all(is_done) {
        Ok(arrivals)
    } else {
        Err(Fault::Incomplete)
    }
}
