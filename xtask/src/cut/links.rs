//! What refers to what before the client is bound: the linker leaves that beside the code
//! (`--emit-relocs`). Binding moves functions but neither data nor the slots of the table of functions,
//! so what is said here of both still holds in the bound module; functions are found there by name.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use anyhow::{Result, bail};
use wasmparser::{
    BinaryReader, KnownCustom, Linking, LinkingSectionReader, Name, Parser, Payload,
    RelocSectionReader, RelocationType, SymbolInfo,
};

use super::read::Read;

/// A piece of data with a name of its own: a text, a table of methods, a static.
struct Symbol {
    segment: u32,
    /// Its bytes, counted from the start of the segment.
    range: Range<u32>,
    refers: References,
}

/// What a function or a piece of data refers to, besides what it calls.
#[derive(Default, Clone)]
struct References {
    /// Numbers of symbols.
    data: Vec<u32>,
    /// Numbers of functions whose address is taken.
    functions: Vec<u32>,
}

/// The references of a whole client.
pub struct Links {
    names: HashMap<u32, String>,
    known: HashSet<String>,
    functions: HashMap<u32, References>,
    data: HashMap<u32, Symbol>,
    /// The content of each segment.
    segments: Vec<Vec<u8>>,
}

/// What some functions need, whatever they reach by data included.
pub struct Needed {
    /// Functions whose address may be called.
    pub taken: HashSet<String>,
    /// Ranges of each segment that nothing needs, in order, none touching the next.
    pub idle: HashMap<u32, Vec<Range<u32>>>,
}

impl Links {
    /// # Errors
    /// When the linker left no references.
    pub fn new(bytes: &[u8]) -> Result<Self> {
        let mut imported = 0;
        // Where each function's body and each segment's content begins and ends in the file.
        let mut bodies: Vec<Range<usize>> = Vec::new();
        let mut segments: Vec<Range<usize>> = Vec::new();
        let mut contents = Vec::new();
        // Where the sections that hold them begin.
        let (mut code, mut data) = (0, 0);
        let mut names = HashMap::new();
        let mut symbols = Vec::new();
        let mut relocations = Vec::new();
        for payload in Parser::new(0).parse_all(bytes) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        if matches!(import?.ty, wasmparser::TypeRef::Func(_)) {
                            imported += 1;
                        }
                    }
                }
                Payload::CodeSectionStart { range, .. } => code = range.start,
                Payload::CodeSectionEntry(body) => bodies.push(body.range()),
                Payload::DataSection(section) => {
                    data = section.range().start;
                    for piece in section {
                        let piece = piece?;
                        segments.push(piece.range.end - piece.data.len()..piece.range.end);
                        contents.push(piece.data.to_vec());
                    }
                }
                Payload::CustomSection(section) if section.name() == "linking" => {
                    let reader = BinaryReader::new(section.data(), 0);
                    for part in LinkingSectionReader::new(reader)?.subsections() {
                        if let Linking::SymbolTable(table) = part? {
                            symbols = table.into_iter().collect::<Result<Vec<_>, _>>()?;
                        }
                    }
                }
                Payload::CustomSection(section)
                    if ["reloc.CODE", "reloc.DATA"].contains(&section.name()) =>
                {
                    let reader = BinaryReader::new(section.data(), 0);
                    let base = if section.name() == "reloc.CODE" {
                        code
                    } else {
                        data
                    };
                    for entry in RelocSectionReader::new(reader)?.entries() {
                        let entry = entry?;
                        relocations.push((base + entry.offset as usize, entry));
                    }
                }
                Payload::CustomSection(section) => {
                    if let KnownCustom::Name(parts) = section.as_known() {
                        for part in parts {
                            if let Name::Function(map) = part? {
                                for naming in map {
                                    let naming = naming?;
                                    names.insert(naming.index, naming.name.to_owned());
                                }
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        if symbols.is_empty() || relocations.is_empty() {
            bail!("the linker left no references: is it told --emit-relocs?");
        }

        let mut pieces = HashMap::new();
        // By their place in the file, to find out which piece a reference lies in.
        let mut places: Vec<(Range<usize>, u32)> = Vec::new();
        for (number, symbol) in (0..).zip(&symbols) {
            let SymbolInfo::Data {
                symbol: Some(symbol),
                ..
            } = symbol
            else {
                continue;
            };
            // What starts as zeros has no bytes in the file.
            let Some(segment) = segments.get(symbol.index as usize) else {
                continue;
            };
            let range = symbol.offset..symbol.offset + symbol.size;
            let start = segment.start + range.start as usize;
            places.push((start..start + symbol.size as usize, number));
            let refers = References::default();
            pieces.insert(
                number,
                Symbol {
                    segment: symbol.index,
                    range,
                    refers,
                },
            );
        }
        places.sort_by_key(|(range, _)| (range.start, range.end));

        let mut functions: HashMap<u32, References> = HashMap::new();
        for (place, entry) in relocations {
            let mut refers = References::default();
            match (entry.ty, symbols.get(entry.index as usize)) {
                (
                    RelocationType::TableIndexSleb | RelocationType::TableIndexI32,
                    Some(SymbolInfo::Func { index, .. }),
                ) => {
                    refers.functions.push(*index);
                }
                (
                    RelocationType::MemoryAddrLeb
                    | RelocationType::MemoryAddrSleb
                    | RelocationType::MemoryAddrI32,
                    Some(SymbolInfo::Data { .. }),
                ) => refers.data.push(entry.index),
                (
                    RelocationType::FunctionIndexLeb
                    | RelocationType::TypeIndexLeb
                    | RelocationType::GlobalIndexLeb
                    | RelocationType::TableNumberLeb,
                    _,
                ) => continue,
                (ty, _) => bail!("a reference of an unknown kind: {ty:?}"),
            }
            let body = bodies.partition_point(|body| body.end <= place);
            if bodies.get(body).is_some_and(|body| body.contains(&place)) {
                functions
                    .entry(imported + body as u32)
                    .or_default()
                    .add(refers);
                continue;
            }
            let after = places.partition_point(|(range, _)| range.start <= place);
            let mut found = false;
            // Symbols may overlap: the reference belongs to each that covers it.
            for (range, number) in places[..after].iter().rev().take(64) {
                if range.contains(&place)
                    && let Some(symbol) = pieces.get_mut(number)
                {
                    symbol.refers.add(refers.clone());
                    found = true;
                }
            }
            if !found {
                bail!("a reference in data without a name");
            }
        }
        Ok(Self {
            known: names.values().cloned().collect(),
            names,
            functions,
            data: pieces,
            segments: contents,
        })
    }

    /// # Errors
    /// When a bound client is another one, or binding changed its data.
    pub fn check(&self, bound: &Read<'_>) -> Result<()> {
        let found: Vec<&[u8]> = bound.data.iter().map(|segment| segment.data).collect();
        if found != self.segments {
            bail!("binding the client changed its data");
        }
        Ok(())
    }

    /// Whether the client had a function of that name before it was bound.
    pub fn knows(&self, name: &str) -> bool {
        self.known.contains(name)
    }

    /// What the functions for which `is_kept` says so need.
    pub fn needed_by(&self, is_kept: impl Fn(&str) -> bool) -> Needed {
        let mut open: Vec<&References> = Vec::new();
        for (function, refers) in &self.functions {
            // A function without a name is in no list, and so is kept.
            if self.names.get(function).is_none_or(|name| is_kept(name)) {
                open.push(refers);
            }
        }
        let mut seen: HashSet<u32> = HashSet::new();
        let mut taken = HashSet::new();
        while let Some(refers) = open.pop() {
            for function in &refers.functions {
                taken.extend(self.names.get(function).cloned());
            }
            for number in &refers.data {
                if seen.insert(*number)
                    && let Some(symbol) = self.data.get(number)
                {
                    open.push(&symbol.refers);
                }
            }
        }
        let mut used: HashMap<u32, Vec<Range<u32>>> = HashMap::new();
        let mut idle: HashMap<u32, Vec<Range<u32>>> = HashMap::new();
        for (number, symbol) in &self.data {
            let ranges = if seen.contains(number) {
                &mut used
            } else {
                &mut idle
            };
            ranges
                .entry(symbol.segment)
                .or_default()
                .push(symbol.range.clone());
        }
        for (segment, ranges) in &mut idle {
            *ranges = without(
                joined(std::mem::take(ranges)),
                joined(used.remove(segment).unwrap_or_default()),
            );
        }
        Needed { taken, idle }
    }
}

impl Needed {
    pub fn idle_in(&self, segment: u32) -> &[Range<u32>] {
        self.idle.get(&segment).map_or(&[], Vec::as_slice)
    }
}

impl References {
    fn add(&mut self, other: Self) {
        self.data.extend(other.data);
        self.functions.extend(other.functions);
    }
}

/// The same bytes as ranges in order, none touching the next.
fn joined(mut ranges: Vec<Range<u32>>) -> Vec<Range<u32>> {
    ranges.sort_by_key(|range| range.start);
    let mut joined: Vec<Range<u32>> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined.retain(|range| !range.is_empty());
    joined
}

/// What of the first ranges no second one covers; both joined.
fn without(ranges: Vec<Range<u32>>, taken: Vec<Range<u32>>) -> Vec<Range<u32>> {
    let mut left = Vec::new();
    for mut range in ranges {
        let from = taken.partition_point(|other| other.end <= range.start);
        for other in &taken[from..] {
            if other.start >= range.end {
                break;
            }
            if other.start > range.start {
                left.push(range.start..other.start);
            }
            range.start = other.end;
        }
        if range.start < range.end {
            left.push(range);
        }
    }
    left
}
