//! One update of a document and of what was added to it since, made of their bytes: nothing is decoded but where
//! each client's blocks begin and end. In version 1 of the format a block says nothing of the one before it, so
//! those of one client can be written one after the other
//! (<https://github.com/yjs/yjs/blob/main/src/utils/encoding.js>).

use super::update::{self, Fault};
use crate::protocol::bytes::Writer;
use std::{collections::BTreeMap, ops::Range};

/// What one client made.
struct Line<'a> {
    start: u32,
    /// The clock after the last.
    end: u32,
    blocks: u64,
    parts: Vec<&'a [u8]>,
}

/// Puts updates one after the other, each of which continues those before it; `None` when one does not, or leaves
/// a gap.
///
/// # Errors
/// [`Fault::Unreadable`].
pub fn splice(updates: &[&[u8]]) -> Result<Option<Vec<u8>>, Fault> {
    let mut lines: BTreeMap<u64, Line> = BTreeMap::new();
    let mut deleted: BTreeMap<u64, Vec<Range<u32>>> = BTreeMap::new();
    for bytes in updates {
        let outline = update::outline(bytes)?;
        for section in outline.sections {
            if section.has_gap {
                return Ok(None);
            }
            let line = lines.entry(section.client).or_insert(Line {
                start: section.start,
                end: section.start,
                blocks: 0,
                parts: Vec::new(),
            });
            if line.end != section.start {
                return Ok(None);
            }
            line.end = section.end;
            line.blocks += section.blocks;
            line.parts.push(section.bytes);
        }
        for (client, clocks) in outline.deleted {
            deleted.entry(client).or_default().push(clocks);
        }
    }
    Ok(Some(write(&lines, deleted)))
}

fn write(lines: &BTreeMap<u64, Line>, deleted: BTreeMap<u64, Vec<Range<u32>>>) -> Vec<u8> {
    let parts = lines.values().flat_map(|line| &line.parts);
    let mut writer = Writer::with_capacity(parts.map(|part| part.len()).sum());
    writer.number(lines.len() as u64);
    // The highest client first, as everybody writes them.
    for (client, line) in lines.iter().rev() {
        writer.number(line.blocks).number(*client);
        writer.number(line.start.into());
        line.parts.iter().for_each(|part| writer.raw(part));
    }
    writer.number(deleted.len() as u64);
    for (client, ranges) in deleted.into_iter().rev() {
        let ranges = joined(ranges);
        writer.number(client).number(ranges.len() as u64);
        for range in ranges {
            let length = range.end - range.start;
            writer.number(range.start.into()).number(length.into());
        }
    }
    writer.finish()
}

/// In their order, each clock once.
fn joined(mut ranges: Vec<Range<u32>>) -> Vec<Range<u32>> {
    ranges.sort_unstable_by_key(|range| range.start);
    let mut joined: Vec<Range<u32>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{AxisId, Field, NewEntity, Settings, Stamp, Workspace};
    use uuid::Uuid;

    /// A snapshot, and updates that continue it.
    fn log() -> Vec<Vec<u8>> {
        let stamp = Stamp {
            person: Uuid::nil().into(),
            name: "Awa".to_owned(),
            at: 0,
        };
        let mut workspace = Workspace::new();
        workspace.setup(&Settings::default(), &stamp);
        let mut log = vec![workspace.snapshot()];
        for number in 1..=3 {
            let axis = AxisId::from(Uuid::from_u128(number));
            let command = NewEntity::new(axis).text(Field::Label, "Un axe").into();
            log.push(workspace.apply(&command, &stamp).unwrap().update);
            // It deletes something, too.
            log.push(workspace.undo().unwrap().update);
        }
        log
    }

    fn spliced(log: &[Vec<u8>]) -> Option<Vec<u8>> {
        let log: Vec<&[u8]> = log.iter().map(Vec::as_slice).collect();
        splice(&log).unwrap()
    }

    #[test]
    fn what_continues_is_put_together_without_being_decoded() {
        let log = log();
        let joined = Workspace::load(&spliced(&log).unwrap()).unwrap();
        let mut one_by_one = Workspace::load(&log[0]).unwrap();
        for update in &log[1..] {
            one_by_one.receive(update).unwrap();
        }
        assert_eq!(joined.content(), one_by_one.content());
        assert_eq!(joined.snapshot(), one_by_one.snapshot());
    }

    #[test]
    fn what_leaves_a_gap_or_says_something_twice_is_not() {
        let mut log = log();
        log.insert(2, log[1].clone());
        assert_eq!(spliced(&log), None, "twice");
        log.drain(1..=2);
        assert_eq!(spliced(&log), None, "a gap");
    }
}
