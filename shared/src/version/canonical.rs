//! Canonical JSON (RFC 8785) of anything that can be serialized, written in one pass: an object is put in order when
//! it ends, and nothing is built in memory but the text.

use serde::Serialize;
use serde_json::{
    Serializer,
    ser::{CharEscape, CompactFormatter, Formatter},
};
use std::{
    borrow::Cow,
    cmp::Ordering,
    io::{self, Write},
    ops::Range,
};

/// Integers up to here are written as they are; JSON knows the others only as doubles.
const MOST_EXACT: u64 = 1 << 53;

/// The canonical JSON of a value. Numbers that are not finite are `null`.
///
/// # Errors
/// When a map has keys that are neither texts nor numbers, or one key twice.
pub fn to_string(value: &impl Serialize) -> Result<String, serde_json::Error> {
    to_string_of(value, 0)
}

/// As [`to_string`], with room for `capacity` bytes from the beginning: a text of megabytes is not moved then while it
/// grows.
///
/// # Errors
/// As those.
pub fn to_string_of(value: &impl Serialize, capacity: usize) -> Result<String, serde_json::Error> {
    let mut page = Page {
        text: Vec::with_capacity(capacity),
        ..Page::default()
    };
    value.serialize(&mut Serializer::with_formatter(
        io::sink(),
        OnPage(&mut page),
    ))?;
    String::from_utf8(page.text).map_err(|error| serde::ser::Error::custom(error.utf8_error()))
}

/// What is written.
#[derive(Default)]
struct Page {
    text: Vec<u8>,
    /// The entries of the objects that did not end yet, those of the innermost last.
    entries: Vec<Entry>,
    /// The objects that did not end yet.
    objects: Vec<Object>,
    /// Where the entries of an object are put in order.
    aside: Vec<u8>,
}

/// An object that did not end yet.
struct Object {
    /// Where its first entry is in the text, after the brace.
    start: usize,
    /// How many entries of other objects come before its own.
    first: usize,
    /// Whether its keys came in order so far.
    is_sorted: bool,
}

/// An entry of an object, in the text.
#[derive(Clone, Copy)]
struct Entry {
    start: usize,
    /// Where the key ends, with its quotes.
    key_end: usize,
    /// Where its value ends, once it did.
    end: usize,
    /// Whether its key is written as it is said: no escapes, and only ASCII.
    is_plain: bool,
}

impl Entry {
    const fn key(self) -> Range<usize> {
        self.start..self.key_end
    }
}

/// The order of the keys of two entries: by the UTF-16 code units of what they say (RFC 8785, section 3.2.3).
fn order(text: &[u8], a: Entry, b: Entry) -> Ordering {
    let key = |entry: Entry| text.get(entry.key()).unwrap_or_default();
    if a.is_plain && b.is_plain {
        // The closing quote comes before most letters, and must not be compared with them.
        let bare = |entry| key(entry).split_last().map_or(&[][..], |(_, bare)| bare);
        bare(a).cmp(bare(b))
    } else {
        let said = |entry| serde_json::from_slice::<Cow<str>>(key(entry)).unwrap_or_default();
        said(a).encode_utf16().cmp(said(b).encode_utf16())
    }
}

impl Page {
    /// Puts the entries of the object that ends in the order of their keys.
    fn sort(&mut self, object: &Object) -> io::Result<()> {
        let Self {
            text,
            entries,
            aside,
            ..
        } = self;
        let entries = entries.get_mut(object.first..).unwrap_or_default();
        entries.sort_unstable_by(|a, b| order(text, *a, *b));
        let twice = entries.windows(2).any(|pair| match pair {
            [a, b] => order(text, *a, *b).is_eq(),
            _ => false,
        });
        if twice {
            return Err(io::Error::other("an object has a key twice"));
        }
        aside.clear();
        for entry in entries {
            if !aside.is_empty() {
                aside.push(b',');
            }
            aside.extend_from_slice(text.get(entry.start..entry.end).unwrap_or_default());
        }
        // As many bytes as before: only their order is another.
        text.truncate(object.start);
        text.append(aside);
        Ok(())
    }
}

/// Writes on a page what the serializer says; its own writer gets nothing.
struct OnPage<'p>(&'p mut Page);

impl OnPage<'_> {
    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.text.extend_from_slice(bytes);
        Ok(())
    }

    /// A number, as ECMAScript writes it.
    fn number(&mut self, number: f64) -> io::Result<()> {
        if number.is_finite() {
            self.put(ryu_js::Buffer::new().format_finite(number).as_bytes())
        } else {
            Err(io::Error::other("a number is not finite"))
        }
    }

    fn integer(&mut self, magnitude: u64, is_negative: bool) -> io::Result<()> {
        if magnitude > MOST_EXACT {
            let number = magnitude as f64;
            return self.number(if is_negative { -number } else { number });
        }
        if is_negative {
            self.put(b"-")?;
        }
        CompactFormatter.write_u64(&mut self.0.text, magnitude)
    }
}

macro_rules! integers {
    ($($signed:ident $i:ty, $unsigned:ident $u:ty;)*) => {$(
        fn $signed<W: ?Sized + Write>(&mut self, _: &mut W, value: $i) -> io::Result<()> {
            self.integer(value.unsigned_abs().into(), value < 0)
        }

        fn $unsigned<W: ?Sized + Write>(&mut self, _: &mut W, value: $u) -> io::Result<()> {
            self.integer(value.into(), false)
        }
    )*};
}

impl Formatter for OnPage<'_> {
    integers! {
        write_i8 i8, write_u8 u8;
        write_i16 i16, write_u16 u16;
        write_i32 i32, write_u32 u32;
        write_i64 i64, write_u64 u64;
    }

    fn write_i128<W: ?Sized + Write>(&mut self, _: &mut W, value: i128) -> io::Result<()> {
        self.number(value as f64)
    }

    fn write_u128<W: ?Sized + Write>(&mut self, _: &mut W, value: u128) -> io::Result<()> {
        self.number(value as f64)
    }

    fn write_f32<W: ?Sized + Write>(&mut self, _: &mut W, value: f32) -> io::Result<()> {
        self.number(value.into())
    }

    fn write_f64<W: ?Sized + Write>(&mut self, _: &mut W, value: f64) -> io::Result<()> {
        self.number(value)
    }

    fn write_number_str<W: ?Sized + Write>(&mut self, _: &mut W, value: &str) -> io::Result<()> {
        self.number(value.parse().map_err(io::Error::other)?)
    }

    fn write_null<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.put(b"null")
    }

    fn write_bool<W: ?Sized + Write>(&mut self, _: &mut W, value: bool) -> io::Result<()> {
        self.put(if value { b"true" } else { b"false" })
    }

    fn begin_string<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.put(b"\"")
    }

    fn end_string<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.put(b"\"")
    }

    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        _: &mut W,
        text: &str,
    ) -> io::Result<()> {
        self.put(text.as_bytes())
    }

    fn write_char_escape<W: ?Sized + Write>(&mut self, _: &mut W, c: CharEscape) -> io::Result<()> {
        CompactFormatter.write_char_escape(&mut self.0.text, c)
    }

    fn begin_array<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.put(b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.put(b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, _: &mut W, first: bool) -> io::Result<()> {
        self.put(if first { b"" } else { b"," })
    }

    fn begin_object<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.put(b"{")?;
        self.0.objects.push(Object {
            start: self.0.text.len(),
            first: self.0.entries.len(),
            is_sorted: true,
        });
        Ok(())
    }

    fn end_object<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        if let Some(object) = self.0.objects.pop() {
            if !object.is_sorted {
                self.0.sort(&object)?;
            }
            self.0.entries.truncate(object.first);
        }
        self.put(b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, _: &mut W, first: bool) -> io::Result<()> {
        self.put(if first { b"" } else { b"," })?;
        let start = self.0.text.len();
        self.0.entries.push(Entry {
            start,
            key_end: start,
            end: start,
            is_plain: false,
        });
        Ok(())
    }

    fn end_object_key<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        let Page {
            text,
            entries,
            objects,
            ..
        } = &mut *self.0;
        let (Some(object), Some((last, before))) = (objects.last_mut(), entries.split_last_mut())
        else {
            return Ok(());
        };
        last.key_end = text.len();
        let key = text.get(last.key()).unwrap_or_default();
        last.is_plain = key.iter().all(|byte| byte.is_ascii() && *byte != b'\\');
        if object.is_sorted {
            let before = before.get(object.first..).and_then(<[_]>::last);
            object.is_sorted = before.is_none_or(|before| order(text, *before, *last).is_lt());
        }
        Ok(())
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.put(b":")
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        let end = self.0.text.len();
        if let Some(entry) = self.0.entries.last_mut() {
            entry.end = end;
        }
        Ok(())
    }

    fn write_raw_fragment<W: ?Sized + Write>(&mut self, _: &mut W, text: &str) -> io::Result<()> {
        self.put(text.as_bytes())
    }
}

#[cfg(test)]
mod tests;
