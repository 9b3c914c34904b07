//! Two sealed files compared. Large ones are not read whole: canonical text says the same in the same letters, so
//! that their readings are walked side by side, and only those of indicators that differ are looked at.

use super::{Diff, diff};
use crate::{
    Content, IndicatorId,
    version::{
        Disclosures, SealError, Sealed, Version,
        parts::{All, Places, first},
        seal,
    },
};
use memchr::{memchr, memmem, memrchr};
use serde::Deserialize;

/// What stands around the dashboard of a version; see [`Places`] for why nobody's words are taken for it.
const BEFORE_DASHBOARD: &[u8] = b",\"dashboard\":{";
const AFTER_DASHBOARD: &[u8] = b",\"format\":\"";

/// One of two versions that were compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    pub number: u32,
    pub label: String,
    /// When, in RFC 3339 and UTC, to the second.
    pub frozen_at: String,
    /// What it holds, maybe without readings that are the same in both. Names of people are withheld.
    pub content: Content,
}

impl From<Version> for Compared {
    fn from(version: Version) -> Self {
        Self {
            number: version.number,
            label: version.label,
            frozen_at: version.frozen_at,
            content: version.content,
        }
    }
}

/// Two versions, and what changed from one to the other.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    pub before: Compared,
    pub after: Compared,
    pub diff: Diff,
}

impl Comparison {
    /// Compares two, of which all is here that differs.
    pub fn of(before: Compared, after: Compared) -> Self {
        Self {
            diff: diff(&before.content, &after.content),
            before,
            after,
        }
    }
}

/// A sealed file that is intact, of which as much was read as a comparison needs.
pub struct Readable {
    file: String,
    /// Everything, or everything but readings.
    compared: Compared,
    /// Where the readings lie in the file when they were not read.
    unread: Option<(usize, usize)>,
}

/// Of a version what a comparison tells.
#[derive(Deserialize)]
struct Outline {
    format: String,
    number: u32,
    label: String,
    frozen_at: String,
    content: Content,
}

impl Readable {
    /// Takes what [`Sealed::nameless`] gave to whoever keeps it, and checks that it has the hash it claims.
    ///
    /// # Errors
    ///
    /// [`SealError`] says what is wrong with the file.
    pub fn open(file: String) -> Result<Self, SealError> {
        let Some((compared, unread)) = outline(&file) else {
            // The names do not matter, and none is told.
            let whole = Sealed::open(file, Disclosures::new())?;
            return Ok(Self {
                file: String::new(),
                compared: whole.version.into(),
                unread: None,
            });
        };
        Ok(Self {
            file,
            compared,
            unread: Some(unread),
        })
    }

    /// What changed from this one to another: what [`diff`] says of their contents.
    ///
    /// # Errors
    ///
    /// When one of them is no version in the end.
    pub fn compare(self, after: Self) -> Result<Comparison, SealError> {
        let differing = match (self.unread(), after.unread()) {
            (Some(was), Some(is)) => differing(was, is),
            _ => None,
        };
        let (mut before, mut after) = match differing {
            Some(_) => (self.compared, after.compared),
            None => (self.whole()?, after.whole()?),
        };
        if let Some((was, is)) = differing {
            (before.content.readings, after.content.readings) = (was, is);
        }
        Ok(Comparison::of(before, after))
    }

    fn unread(&self) -> Option<&str> {
        self.unread
            .and_then(|(start, end)| self.file.get(start..end))
    }

    fn whole(self) -> Result<Compared, SealError> {
        if self.unread.is_none() {
            return Ok(self.compared);
        }
        let whole = Sealed::open(self.file, Disclosures::new())?;
        Ok(whole.version.into())
    }
}

/// What a large file says besides its readings, and where these are; `None` when it is to be read whole.
fn outline(file: &str) -> Option<(Compared, (usize, usize))> {
    let text = seal::intact(file)?;
    let Places { start, end, .. } = Places::of(text)?;
    let rest = text.as_bytes().get(end..)?;
    let dashboard = end + memmem::find(rest, BEFORE_DASHBOARD)?;
    let rest = text.as_bytes().get(dashboard..)?;
    let format = dashboard + memmem::find(rest, AFTER_DASHBOARD)?;
    let outline = [
        text.get(..start)?,
        text.get(end..dashboard)?,
        text.get(format..)?,
    ];
    let outline: Outline = serde_json::from_str(&outline.concat()).ok()?;
    seal::known(&outline.format).ok()?;
    let before = file.len() - 1 - text.len();
    let compared = Compared {
        number: outline.number,
        label: outline.label,
        frozen_at: outline.frozen_at,
        content: outline.content,
    };
    Some((compared, (before + start, before + end)))
}

/// The readings of the indicators whose readings are not the same letter by letter, names aside, from both sides;
/// `None` when one of them is not what it should be.
fn differing<'t>(mut was: &'t str, mut is: &'t str) -> Option<(All, All)> {
    let (mut before, mut after) = (All::new(), All::new());
    let take = |all: &mut All, text: &mut &'t str| -> Option<()> {
        let (id, readings, rest) = first(text)?;
        all.insert(id, readings);
        *text = rest;
        Some(())
    };
    loop {
        let (at, other) = alike(was.as_bytes(), is.as_bytes());
        was = was.get(indicator_before(was, at)..)?;
        is = is.get(indicator_before(is, other)..)?;
        match (key(was), key(is)) {
            (None, None) => return (was.is_empty() && is.is_empty()).then_some((before, after)),
            (Some(one), Some(same)) if one == same => {
                take(&mut before, &mut was)?;
                take(&mut after, &mut is)?;
            }
            (Some(one), other) if other.is_none_or(|other| one < other) => {
                take(&mut before, &mut was)?;
            }
            _ => take(&mut after, &mut is)?,
        }
    }
}

/// The indicator whose readings come first in a text.
fn key(text: &str) -> Option<IndicatorId> {
    text.strip_prefix('"')?.split_once('"')?.0.parse().ok()
}

/// Where the readings of the indicator begin in which a byte lies.
fn indicator_before(text: &str, at: usize) -> usize {
    let mut end = at;
    while let Some(found) = text
        .as_bytes()
        .get(..end)
        .and_then(|before| memmem::rfind(before, Places::BETWEEN))
    {
        let begins = found + Places::BETWEEN.len() - 1;
        if text.get(begins..).and_then(key).is_some() {
            return begins;
        }
        end = found + 1;
    }
    0
}

/// How far two texts say the same, names aside.
fn alike(one: &[u8], other: &[u8]) -> (usize, usize) {
    let (mut here, mut there) = (0, 0);
    while let (Some(a), Some(b)) = (one.get(here..), other.get(there..)) {
        let same = same_bytes(a, b);
        (here, there) = (here + same, there + same);
        let (Some(a), Some(b)) = (end_of_name(one, here), end_of_name(other, there)) else {
            break;
        };
        (here, there) = (a, b);
    }
    (here, there)
}

fn same_bytes(one: &[u8], other: &[u8]) -> usize {
    const STRIDE: usize = 64;
    let strides = one.chunks_exact(STRIDE).zip(other.chunks_exact(STRIDE));
    let start = STRIDE * strides.take_while(|(a, b)| a == b).count();
    let rest = one.iter().skip(start).zip(other.iter().skip(start));
    start + rest.take_while(|(a, b)| a == b).count()
}

/// Where the digest of a name ends in which a byte lies, if it lies in one: digests are others in each version.
fn end_of_name(text: &[u8], at: usize) -> Option<usize> {
    /// As long as a digest is, in hexadecimal.
    const LONGEST: usize = 64;
    let begins = memrchr(b'"', text.get(..at)?)? + 1;
    let is_name = text.get(..begins)?.ends_with(b"\"by_name\":\"");
    let end = at + memchr(b'"', text.get(at..)?)?;
    let is_digest = || {
        text.get(begins..end)
            .is_some_and(|name| name.iter().all(u8::is_ascii_hexdigit))
    };
    (is_name && end - begins <= LONGEST && is_digest()).then_some(end)
}

#[cfg(test)]
mod tests;
