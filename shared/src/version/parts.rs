//! A version in parts, so that two threads write it and read it: most of a large one are its readings, in two
//! halves, and what stands around them is the rest. Together they are the one canonical text, byte for byte.

use super::{Version, canonical};
use crate::{IndicatorId, both, both_if, content::Readings};
use memchr::memmem;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;
use uuid::fmt::Hyphenated;

/// From so many indicators with readings on a version is worth a second thread.
const MANY: usize = 50;

/// From so many bytes on it is, too.
const LARGE: usize = 1 << 18; // 256 KiB

/// What stands before the readings and after them. No words of people are taken for these: a quotation mark in words
/// has a backslash before it.
const OPENING: &str = "\"readings\":{";
const CLOSING: &str = "},\"settings\":{";

/// The readings of a version, by indicator.
pub type All = BTreeMap<IndicatorId, Readings>;

/// Where the readings are in the canonical text of a version.
#[derive(Debug, Clone, Copy)]
pub struct Places {
    /// After the brace that opens them.
    pub start: usize,
    /// Where the second half begins, after the comma.
    pub middle: usize,
    /// The brace that closes them.
    pub end: usize,
}

/// Writes a version that has no readings of its own with those beside it, between two texts. Where its readings
/// are in its own text is told when that is worth two threads.
///
/// # Errors
/// Those of [`canonical::to_string`].
pub fn write(
    before: &str,
    version: &Version,
    readings: &All,
    after: &str,
) -> serde_json::Result<(String, Option<Places>)> {
    let all: Vec<(&IndicatorId, &Readings)> = readings.iter().collect();
    // What else there is takes about as long as a third of them.
    let third = if all.len() < MANY { 0 } else { all.len() / 3 };
    let (first, second) = all.split_at(third);
    let write_rest = || {
        let first = Share(first).to_string()?;
        Ok::<_, serde_json::Error>((canonical::to_string(version)?, first))
    };
    let write_second = || Share(second).to_string();
    let (rest, second) = both_if(third > 0, write_rest, write_second);
    let ((rest, first), second) = (rest?, second?);
    let opened = rest.find(OPENING).map_or(0, |at| at + OPENING.len());
    let (start, end) = rest.split_at(opened);
    let (first, second) = (inside(&first), inside(&second));
    let comma = if first.is_empty() { "" } else { "," };
    let middle = start.len() + first.len() + comma.len();
    let places = Places {
        start: start.len(),
        middle,
        end: middle + second.len(),
    };
    let text = [before, start, first, comma, second, end, after].concat();
    Ok((text, (third > 0).then_some(places)))
}

struct Share<'a>(&'a [(&'a IndicatorId, &'a Readings)]);

impl Share<'_> {
    fn to_string(&self) -> serde_json::Result<String> {
        /// How long a reading is, about.
        const READING: usize = 640; // bytes
        let readings: usize = self.0.iter().map(|(_, readings)| readings.len()).sum();
        canonical::to_string_of(self, readings * READING)
    }
}

impl Serialize for Share<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().copied())
    }
}

/// What stands between the braces of an object.
fn inside(object: &str) -> &str {
    let inside = object
        .strip_prefix('{')
        .and_then(|rest| rest.strip_suffix('}'));
    inside.unwrap_or_default()
}

impl Places {
    /// What stands between two indicators, with the quotation mark of the key of the second. The same letters may
    /// end words, but then no key follows them.
    pub const BETWEEN: &[u8] = b"}},\"";

    /// Finds them in a large text that was written here; `None` in any other.
    pub fn of(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() < LARGE {
            return None;
        }
        let start = memmem::find(bytes, OPENING.as_bytes())? + OPENING.len();
        let end = start + memmem::find(bytes.get(start..)?, CLOSING.as_bytes())?;
        let mut middle = start.midpoint(end);
        loop {
            middle +=
                memmem::find(bytes.get(middle..end)?, Self::BETWEEN)? + Self::BETWEEN.len() - 1;
            let key = text.get(middle + 1..middle + 1 + Hyphenated::LENGTH);
            if key.is_some_and(|key| key.parse::<IndicatorId>().is_ok()) {
                return Some(Self { start, middle, end });
            }
        }
    }

    /// The text without its readings, and both halves of these.
    pub fn cut(self, text: &str) -> Option<(String, [&str; 2])> {
        let rest = [text.get(..self.start)?, text.get(self.end..)?].concat();
        let first = text.get(self.start..self.middle.checked_sub(1)?)?;
        Some((rest, [first, text.get(self.middle..self.end)?]))
    }
}

/// Reads a version, and does something else meanwhile.
///
/// # Errors
/// When the text is no version.
pub fn read<T: Send>(
    text: &str,
    meanwhile: impl FnOnce() -> T + Send,
) -> (T, serde_json::Result<Version>) {
    let Some((rest, [first, second])) = Places::of(text).and_then(|places| places.cut(text)) else {
        return (meanwhile(), serde_json::from_str(text));
    };
    let all = |half| {
        let mut all = All::new();
        each(half, |id, readings| all.insert(id, readings).is_none()).then_some(all)
    };
    let ((told, second), (version, first)) = both(
        || (meanwhile(), all(second)),
        || (serde_json::from_str::<Version>(&rest), all(first)),
    );
    let version = match (version, first, second) {
        (Ok(mut version), Some(mut first), Some(mut second)) => {
            first.append(&mut second);
            version.content.readings = first;
            Ok(version)
        }
        // It says what is wrong, if anything is.
        _ => serde_json::from_str(text),
    };
    (told, version)
}

/// Whether a text that [`write`] gave reads back as what it was made of, and what is done meanwhile.
pub fn reads_back<T: Send>(
    text: &str,
    places: Option<Places>,
    version: &Version,
    readings: &All,
    meanwhile: impl FnOnce() -> T + Send,
) -> (T, bool) {
    let Some((rest, [first, second])) = places.and_then(|places| places.cut(text)) else {
        let is_same = |mut back: Version| {
            std::mem::take(&mut back.content.readings) == *readings && back == *version
        };
        return (meanwhile(), serde_json::from_str(text).is_ok_and(is_same));
    };
    let wanted: Vec<(&IndicatorId, &Readings)> = readings.iter().collect();
    let (wanted_first, wanted_second) = wanted.split_at(wanted.len() / 3);
    let is_same = |half, wanted: &[(&IndicatorId, &Readings)]| {
        let mut wanted = wanted.iter();
        each(half, |id, back| wanted.next() == Some(&(&id, &back))) && wanted.next().is_none()
    };
    let ((told, is_second), (is_rest, is_first)) = both(
        || (meanwhile(), is_same(second, wanted_second)),
        || {
            let back = serde_json::from_str::<Version>(&rest);
            (
                back.is_ok_and(|back| back == *version),
                is_same(first, wanted_first),
            )
        },
    );
    (told, is_rest && is_first && is_second)
}

/// The readings of the first indicator in what stands between the braces of an object, and what comes after them;
/// `None` when there are none.
pub fn first(inside: &str) -> Option<(IndicatorId, Readings, &str)> {
    let (id, rest) = inside.strip_prefix('"')?.split_once("\":")?;
    let mut values = serde_json::Deserializer::from_str(rest).into_iter::<Readings>();
    let readings = values.next()?.ok()?;
    let rest = rest.get(values.byte_offset()..)?;
    let rest = match rest.strip_prefix(',') {
        Some("") => return None,
        Some(next) => next,
        None if rest.is_empty() => rest,
        None => return None,
    };
    Some((id.parse().ok()?, readings, rest))
}

/// Gives the readings of one indicator after the other, and says whether the text was nothing but these and `take`
/// took all of them.
fn each(mut inside: &str, mut take: impl FnMut(IndicatorId, Readings) -> bool) -> bool {
    while let Some((id, readings, rest)) = first(inside) {
        if !take(id, readings) {
            return false;
        }
        inside = rest;
    }
    inside.is_empty()
}

#[cfg(test)]
pub(super) mod tests;
