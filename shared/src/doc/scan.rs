//! Looks through an update before the library does: nothing that a client sends may take a document
//! down, or leave it with a hole.
//!
//! The library believes lengths and nesting, and takes in halfway what builds on something missing.
//! So the bytes of the format (v1, as in <https://github.com/yjs/yjs/blob/main/INTERNALS.md>) are read
//! here first, and the order in which the library will take them in is tried out on clocks alone.

use super::depth::{DEEPEST, Depths, ItemId};
use crate::protocol::{ProtocolError, bytes::Reader};
use std::collections::{BTreeMap, HashMap};

/// Client ids are 53 bits wide, so that they are whole numbers in JavaScript.
const CLIENTS: u64 = 1 << 53;
/// The library counts clocks in 31 bits in places.
const CLOCKS: u64 = 1 << 31;
/// The deepest that a JSON value may be nested.
const DEEPEST_JSON: u8 = 32;

/// Why an update is not let in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    Unreadable(&'static str),
    /// It builds on something that is neither here nor in it.
    Incomplete,
}

impl From<ProtocolError> for Fault {
    fn from(error: ProtocolError) -> Self {
        Self::Unreadable(match error {
            ProtocolError::Text => "a text is not UTF-8",
            ProtocolError::Number => "a number is too large",
            _ => "it ends too early",
        })
    }
}

/// A run of items that one client made.
struct Block {
    start: u32,
    /// The clock after the last.
    end: u32,
    content: Content,
    origin: Option<ItemId>,
    right_origin: Option<ItemId>,
    parent: Parent,
    /// How deep the thing that it lies in is, once it was taken in; `None` when it was here before.
    container: Option<u16>,
}

#[derive(Clone, Copy, PartialEq)]
enum Content {
    /// Deleted for good: it stands nowhere.
    Collected,
    /// A hole.
    Skip,
    Type,
    Other,
}

enum Parent {
    Root,
    Item(ItemId),
    /// Where its origins are.
    OfOrigin,
}

/// What one client made, and how much of it is in the document.
struct Queue {
    blocks: Vec<Block>,
    next: usize,
    state: u32,
}

/// Checks that a document whose clocks are `state` can take an update in, whole.
///
/// Returns the depths to note once it was taken in.
///
/// # Errors
/// [`Fault`]; the document was not touched.
pub fn check(update: &[u8], state: impl Fn(u64) -> u32, known: &Depths) -> Result<Depths, Fault> {
    let mut reader = Reader::new(update);
    let mut queues = HashMap::new();
    for _ in 0..reader.number()? {
        let (client, blocks) = client_blocks(&mut reader)?;
        let queue = Queue {
            blocks,
            next: 0,
            state: state(client),
        };
        if queues.insert(client, queue).is_some() {
            return Err(Fault::Unreadable("a client is there twice"));
        }
    }
    let depths = take_in(&mut queues, &state, known)?;
    for _ in 0..reader.number()? {
        let client = client(&mut reader)?;
        let end = queues
            .get(&client)
            .map_or_else(|| state(client), |queue| queue.state);
        for _ in 0..reader.number()? {
            let start = clock(&mut reader)?;
            if end < run_end(start, reader.number()?)? {
                return Err(Fault::Incomplete);
            }
        }
    }
    Ok(depths)
}

/// Checks the form of an update alone.
pub fn check_form(update: &[u8]) -> Result<(), Fault> {
    let mut reader = Reader::new(update);
    for _ in 0..reader.number()? {
        client_blocks(&mut reader)?;
    }
    for _ in 0..reader.number()? {
        client(&mut reader)?;
        for _ in 0..reader.number()? {
            let start = clock(&mut reader)?;
            run_end(start, reader.number()?)?;
        }
    }
    Ok(())
}

/// Takes the blocks in by clocks alone, each after what it builds on.
fn take_in(
    queues: &mut HashMap<u64, Queue>,
    state: &impl Fn(u64) -> u32,
    known: &Depths,
) -> Result<Depths, Fault> {
    let mut depths = Depths::default();
    let mut ready: Vec<u64> = queues.keys().copied().collect();
    // Who waits for an item.
    let mut waiting: BTreeMap<ItemId, Vec<u64>> = BTreeMap::new();
    while let Some(client) = ready.pop() {
        while let Some(block) = queues
            .get(&client)
            .and_then(|queue| queue.blocks.get(queue.next))
        {
            let here = |id: &ItemId| {
                id.clock
                    < queues
                        .get(&id.client)
                        .map_or_else(|| state(id.client), |queue| queue.state)
            };
            let is_known = queues
                .get(&client)
                .is_some_and(|queue| block.end <= queue.state);
            let mut container = None;
            if !is_known {
                if block.content == Content::Skip
                    || block.start > queues.get(&client).map_or(0, |queue| queue.state)
                {
                    return Err(Fault::Incomplete);
                }
                let parent = match block.parent {
                    Parent::Item(id) => Some(id),
                    Parent::Root | Parent::OfOrigin => None,
                };
                let mut needs = [block.origin, block.right_origin, parent]
                    .into_iter()
                    .flatten();
                if let Some(missing) = needs.find(|id| !here(id)) {
                    waiting.entry(missing).or_default().push(client);
                    break;
                }
                let depth = container_of(block, queues, known);
                if block.content == Content::Type && depth >= DEEPEST {
                    return Err(Fault::Unreadable("types are nested too deeply"));
                }
                let id = ItemId {
                    client,
                    clock: block.start,
                };
                depths.note(id, block.end, depth, block.content == Content::Type);
                container = Some(depth);
            }
            if let Some(queue) = queues.get_mut(&client) {
                let block = &mut queue.blocks[queue.next];
                block.container = container;
                queue.state = queue.state.max(block.end);
                queue.next += 1;
            }
        }
        let state = queues.get(&client).map_or(0, |queue| queue.state);
        let come = ItemId { client, clock: 0 }..ItemId {
            client,
            clock: state,
        };
        for id in waiting.range(come).map(|(id, _)| *id).collect::<Vec<_>>() {
            ready.extend(waiting.remove(&id).unwrap_or_default());
        }
    }
    let done = queues
        .values()
        .all(|queue| queue.next == queue.blocks.len());
    if done {
        Ok(depths)
    } else {
        Err(Fault::Incomplete)
    }
}

fn container_of(block: &Block, queues: &HashMap<u64, Queue>, known: &Depths) -> u16 {
    let find = |id: ItemId| {
        let queue = queues.get(&id.client)?;
        let at = queue.blocks.partition_point(|block| block.end <= id.clock);
        let block = queue
            .blocks
            .get(at)
            .filter(|block| block.start <= id.clock)?;
        block.container
    };
    match (&block.parent, block.origin.or(block.right_origin)) {
        (Parent::Item(id), _) => {
            find(*id).map_or_else(|| known.of_type(*id), |container| container + 1)
        }
        (Parent::OfOrigin, Some(origin)) => find(origin).unwrap_or_else(|| known.container(origin)),
        (Parent::Root | Parent::OfOrigin, _) => 0,
    }
}

fn client_blocks(reader: &mut Reader) -> Result<(u64, Vec<Block>), Fault> {
    let count = reader.number()?;
    let client = client(reader)?;
    let mut start = clock(reader)?;
    let mut blocks = Vec::new();
    for _ in 0..count {
        let block = read_block(reader, start)?;
        start = block.end;
        // The library passes over empty blocks, which old versions wrote.
        if block.start < block.end {
            blocks.push(block);
        }
    }
    Ok((client, blocks))
}

fn read_block(reader: &mut Reader, start: u32) -> Result<Block, Fault> {
    const ORIGIN: u8 = 0x80;
    const RIGHT_ORIGIN: u8 = 0x40;
    const PARENT_KEY: u8 = 0x20;
    let info = reader.byte()?;
    let gap = match info {
        0 => Some(Content::Collected),
        10 => Some(Content::Skip),
        _ => None,
    };
    if let Some(content) = gap {
        let end = run_end(start, reader.number()?)?;
        if start == end {
            return Err(Fault::Unreadable("an empty block"));
        }
        let (origin, right_origin, parent) = (None, None, Parent::Root);
        return Ok(Block {
            start,
            end,
            content,
            origin,
            right_origin,
            parent,
            container: None,
        });
    }
    let origin = if info & ORIGIN == 0 {
        None
    } else {
        Some(item(reader)?)
    };
    let right_origin = if info & RIGHT_ORIGIN == 0 {
        None
    } else {
        Some(item(reader)?)
    };
    let mut parent = Parent::OfOrigin;
    if origin.is_none() && right_origin.is_none() {
        parent = match reader.number()? {
            1 => reader.text().map(|_| Parent::Root)?,
            _ => Parent::Item(item(reader)?),
        };
        if info & PARENT_KEY != 0 {
            reader.text()?;
        }
    }
    let (length, content) = read_content(reader, info & 0x0F)?;
    Ok(Block {
        start,
        end: run_end(start, length)?,
        content,
        origin,
        right_origin,
        parent,
        container: None,
    })
}

/// How many items a content counts for.
fn read_content(reader: &mut Reader, kind: u8) -> Result<(u64, Content), Fault> {
    let length = match kind {
        // Deleted.
        1 => reader.number()?,
        // Bytes; JSON of an embed.
        3 | 5 => reader.bytes().map(|_| 1)?,
        4 => reader.text()?.encode_utf16().count() as u64,
        // Formatting: a key and JSON.
        6 => reader.text().and_then(|_| reader.text()).map(|_| 1)?,
        7 => {
            match reader.byte()? {
                // Array, map, text, and fragment and text of XML.
                0 | 1 | 2 | 4 | 6 => {}
                // An element of XML has a name.
                3 => drop(reader.text()?),
                _ => return Err(Fault::Unreadable("a type that no workspace holds")),
            }
            return Ok((1, Content::Type));
        }
        8 => {
            let count = reader.number()?;
            for _ in 0..count {
                skip_any(reader, 0)?;
            }
            count
        }
        // Old JSON, which the library misreads, documents in documents, and what nobody knows.
        _ => return Err(Fault::Unreadable("a content that no workspace holds")),
    };
    Ok((length, Content::Other))
}

/// Passes over a JSON-like value.
fn skip_any(reader: &mut Reader, depth: u8) -> Result<(), Fault> {
    if depth > DEEPEST_JSON {
        return Err(Fault::Unreadable("a value is nested too deeply"));
    }
    match reader.byte()? {
        // Undefined, null, false, true.
        127 | 126 | 121 | 120 => {}
        // An integer: as many bytes as have their top bit set, and one.
        125 => while reader.byte()? & 0x80 != 0 {},
        124 => drop(reader.take(4)?),
        123 | 122 => drop(reader.take(8)?),
        119 => drop(reader.text()?),
        118 => {
            for _ in 0..reader.number()? {
                reader.text()?;
                skip_any(reader, depth + 1)?;
            }
        }
        117 => {
            for _ in 0..reader.number()? {
                skip_any(reader, depth + 1)?;
            }
        }
        116 => drop(reader.bytes()?),
        _ => return Err(Fault::Unreadable("an unknown value")),
    }
    Ok(())
}

fn item(reader: &mut Reader) -> Result<ItemId, Fault> {
    Ok(ItemId {
        client: client(reader)?,
        clock: clock(reader)?,
    })
}

fn client(reader: &mut Reader) -> Result<u64, Fault> {
    Some(reader.number()?)
        .filter(|client| *client < CLIENTS)
        .ok_or(Fault::Unreadable("a client id is too large"))
}

fn clock(reader: &mut Reader) -> Result<u32, Fault> {
    run_end(0, reader.number()?)
}

/// The clock after a run.
fn run_end(start: u32, length: u64) -> Result<u32, Fault> {
    let end = u64::from(start)
        .checked_add(length)
        .filter(|end| *end < CLOCKS);
    end.and_then(|end| u32::try_from(end).ok())
        .ok_or(Fault::Unreadable("a clock is too large"))
}
