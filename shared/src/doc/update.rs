//! The bytes of an update, read into blocks before the library sees them: it believes lengths, and the
//! nesting of values. The format is v1, as in <https://github.com/yjs/yjs/blob/main/INTERNALS.md>.
//!
//! What the blocks may say, and in which order they can be taken in, is the affair of others.

use crate::protocol::{ProtocolError, bytes::Reader};
use std::ops::Range;
use yrs::{ClientID, ID, IdSet};

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

/// An item's name: the client that made it, and its place among all that this client made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId {
    pub client: u64,
    pub clock: u32,
}

/// What an update says.
pub struct Update<'a> {
    /// By client, each once.
    pub clients: Vec<(u64, Vec<Block<'a>>)>,
    /// Clocks of a client that are deleted, which may be known already.
    pub deleted: Vec<(u64, Range<u32>)>,
}

/// A run of items that one client made. None is empty.
pub struct Block<'a> {
    pub start: u32,
    /// The clock after the last.
    pub end: u32,
    pub content: Content<'a>,
    pub origin: Option<ItemId>,
    pub right_origin: Option<ItemId>,
    pub parent: Parent<'a>,
}

pub enum Content<'a> {
    /// Deleted for good, with what it lay in: it stands nowhere.
    Collected,
    /// A hole.
    Skip,
    /// Deleted: it has a place, and no content any more.
    Deleted,
    /// Letters of a text.
    Letters(&'a str),
    /// Values, one for each clock, as the library writes them; all of them were read once.
    Values(&'a [u8]),
    Map,
    Text,
    /// Any other type.
    Type,
    /// Bytes, embeds and formats.
    Foreign,
}

impl Content<'_> {
    pub const fn is_type(&self) -> bool {
        matches!(self, Self::Map | Self::Text | Self::Type)
    }
}

/// What a block says of where it stands.
pub enum Parent<'a> {
    Root(&'a str, Option<&'a str>),
    Item(ItemId, Option<&'a str>),
    /// Where its origins are.
    OfOrigin,
}

/// A value as far as somebody cares who looks for simple ones.
pub enum Value<'a> {
    /// `null` or `undefined`.
    Nothing,
    Bool(bool),
    Number,
    Text(&'a str),
    /// Lists, maps, bytes.
    Compound,
}

/// Reads an update.
///
/// # Errors
/// [`Fault::Unreadable`].
pub fn read(bytes: &[u8]) -> Result<Update<'_>, Fault> {
    let mut reader = Reader::new(bytes);
    let mut clients = Vec::new();
    for _ in 0..reader.number()? {
        clients.push(client_blocks(&mut reader)?);
    }
    let deleted = deletions(&mut reader)?;
    Ok(Update { clients, deleted })
}

/// Where in an update what lies.
pub struct Outline<'a> {
    pub sections: Vec<Section<'a>>,
    /// As in [`Update`].
    pub deleted: Vec<(u64, Range<u32>)>,
}

/// What one client made.
pub struct Section<'a> {
    pub client: u64,
    pub start: u32,
    /// The clock after the last.
    pub end: u32,
    /// How many blocks there are.
    pub blocks: u64,
    /// All of them, as they are written.
    pub bytes: &'a [u8],
    /// Whether one of them is a hole.
    pub has_gap: bool,
}

/// Reads where in an update what lies. It is looked through as [`read`] does, and nothing is kept of it.
///
/// # Errors
/// [`Fault::Unreadable`].
pub fn outline(bytes: &[u8]) -> Result<Outline<'_>, Fault> {
    let mut reader = Reader::new(bytes);
    let mut sections = Vec::new();
    for _ in 0..reader.number()? {
        let blocks = reader.number()?;
        let client = client(&mut reader)?;
        let start = clock(&mut reader)?;
        let rest = reader.rest();
        let (mut end, mut has_gap) = (start, false);
        for _ in 0..blocks {
            let block = read_block(&mut reader, end)?;
            has_gap |= matches!(block.content, Content::Skip);
            end = block.end;
        }
        let length = rest.len() - reader.remaining();
        sections.push(Section {
            client,
            start,
            end,
            blocks,
            bytes: rest.get(..length).unwrap_or(rest),
            has_gap,
        });
    }
    let deleted = deletions(&mut reader)?;
    Ok(Outline { sections, deleted })
}

/// Reads the next of some values.
///
/// # Errors
/// [`Fault::Unreadable`].
pub fn value<'a>(reader: &mut Reader<'a>) -> Result<Value<'a>, Fault> {
    read_value(reader, 0)
}

/// Runs of clocks, as the library counts with them.
pub fn id_set(mut ranges: Vec<(u64, Range<u32>)>) -> IdSet {
    // The library inserts at the end fast, and slowly elsewhere.
    ranges.sort_unstable_by_key(|(client, clocks)| (*client, clocks.start));
    let mut set = IdSet::new();
    for (client, clocks) in ranges {
        let length = clocks.end.saturating_sub(clocks.start);
        if length > 0 {
            set.insert(ID::new(ClientID::new(client), clocks.start), length);
        }
    }
    set
}

fn deletions(reader: &mut Reader) -> Result<Vec<(u64, Range<u32>)>, Fault> {
    let mut deleted = Vec::new();
    for _ in 0..reader.number()? {
        let client = client(reader)?;
        for _ in 0..reader.number()? {
            let start = clock(reader)?;
            let end = run_end(start, reader.number()?)?;
            deleted.push((client, start..end));
        }
    }
    Ok(deleted)
}

fn client_blocks<'a>(reader: &mut Reader<'a>) -> Result<(u64, Vec<Block<'a>>), Fault> {
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

fn read_block<'a>(reader: &mut Reader<'a>, start: u32) -> Result<Block<'a>, Fault> {
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
        return Ok(Block {
            start,
            end,
            content,
            origin: None,
            right_origin: None,
            parent: Parent::OfOrigin,
        });
    }
    let mut origin_if = |flag| (info & flag != 0).then(|| item(reader)).transpose();
    let origin = origin_if(ORIGIN)?;
    let right_origin = origin_if(RIGHT_ORIGIN)?;
    let mut parent = Parent::OfOrigin;
    if origin.is_none() && right_origin.is_none() {
        let (name, id) = match reader.number()? {
            1 => (Some(reader.text()?), None),
            _ => (None, Some(item(reader)?)),
        };
        let key = (info & PARENT_KEY != 0)
            .then(|| reader.text())
            .transpose()?;
        parent = match (name, id) {
            (Some(name), _) => Parent::Root(name, key),
            (_, Some(id)) => Parent::Item(id, key),
            _ => Parent::OfOrigin,
        };
    }
    let (length, content) = read_content(reader, info & 0x0F)?;
    Ok(Block {
        start,
        end: run_end(start, length)?,
        content,
        origin,
        right_origin,
        parent,
    })
}

/// How many items a content counts for, and what it is.
fn read_content<'a>(reader: &mut Reader<'a>, kind: u8) -> Result<(u64, Content<'a>), Fault> {
    Ok(match kind {
        1 => (reader.number()?, Content::Deleted),
        // Bytes; JSON of an embed.
        3 | 5 => reader.bytes().map(|_| (1, Content::Foreign))?,
        4 => {
            let text = reader.text()?;
            (text.encode_utf16().count() as u64, Content::Letters(text))
        }
        // Formatting: a key and JSON.
        6 => reader
            .text()
            .and_then(|_| reader.text())
            .map(|_| (1, Content::Foreign))?,
        7 => {
            let content = match reader.byte()? {
                1 => Content::Map,
                2 => Content::Text,
                // Array, and fragment and text of XML.
                0 | 4 | 6 => Content::Type,
                // An element of XML has a name.
                3 => reader.text().map(|_| Content::Type)?,
                _ => return Err(Fault::Unreadable("a type that no workspace holds")),
            };
            (1, content)
        }
        8 => {
            let count = reader.number()?;
            let rest = reader.rest();
            for _ in 0..count {
                read_value(reader, 0)?;
            }
            let length = rest.len() - reader.remaining();
            (count, Content::Values(rest.get(..length).unwrap_or(rest)))
        }
        // Old JSON, which the library misreads, documents in documents, and what nobody knows.
        _ => return Err(Fault::Unreadable("a content that no workspace holds")),
    })
}

fn read_value<'a>(reader: &mut Reader<'a>, depth: u8) -> Result<Value<'a>, Fault> {
    if depth > DEEPEST_JSON {
        return Err(Fault::Unreadable("a value is nested too deeply"));
    }
    Ok(match reader.byte()? {
        127 | 126 => Value::Nothing,
        121 => Value::Bool(false),
        120 => Value::Bool(true),
        125 => integer(reader).map(|()| Value::Number)?,
        124 => reader.take(4).map(|_| Value::Number)?,
        123 | 122 => reader.take(8).map(|_| Value::Number)?,
        119 => Value::Text(reader.text()?),
        118 => {
            for _ in 0..reader.number()? {
                reader.text()?;
                read_value(reader, depth + 1)?;
            }
            Value::Compound
        }
        117 => {
            for _ in 0..reader.number()? {
                read_value(reader, depth + 1)?;
            }
            Value::Compound
        }
        116 => reader.bytes().map(|_| Value::Compound)?,
        _ => return Err(Fault::Unreadable("an unknown value")),
    })
}

/// Passes over an integer: as many bytes as have their top bit set, and one.
fn integer(reader: &mut Reader) -> Result<(), Fault> {
    /// The sign and six bits, then seven bits in each: 62 bits. Whole numbers have at most 31 in this form, and
    /// the library shifts on, out of its number.
    const LONGEST: usize = 9;
    for _ in 0..LONGEST {
        if reader.byte()? & 0x80 == 0 {
            return Ok(());
        }
    }
    Err(Fault::Unreadable("a number is too large"))
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
